"""Short forms of names."""

from __future__ import annotations

import pytest

from kg.link.shorts import bare, full_name, shortens

SHORTENS = [
    ("大讨论", "对标先进解放思想大讨论", True),
    ("解放思想大讨论", "解放思想推动湖州跨越发展大讨论", True),
    ("双拥", "双拥工程", True),
    ("工程", "双拥工程", True),
    ("培训", "双拥工程", False),
    ("大调研", "解放思想大讨论", False),
    ("三化建设年行动", "基层工作制度化标准化信息化建设年行动", True),
    ("三化建设年行动", "基层工作制度化信息化建设年行动", False),
    ("三化建设年行动", "基层工作制度化标准化信息化提升年行动", False),
    ("某计划", "某计划", False),
]


@pytest.mark.parametrize(("short", "full", "expected"), SHORTENS)
def test_a_short_form_is_told(short: str, full: str, expected: bool) -> None:
    assert shortens(short, full) is expected


def test_marks_and_the_word_for_activity_do_not_tell_names_apart() -> None:
    assert bare("“百日会战”活动") == bare("百日会战") == "百日会战"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["“百日会战”", "“百日会战”活动"], "百日会战"),
        (["“三提三争”解放思想大讨论", "大讨论"], "“三提三争”解放思想大讨论"),
        (["“十百千”工程"], "“十百千”工程"),
    ],
)
def test_the_full_name_is_chosen(names: list[str], expected: str) -> None:
    assert full_name(names) == expected
