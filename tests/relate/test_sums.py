"""Members of a row are part of the sum that closes it. All names are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.sums import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "a row and its sum",
        "实施<campaign 港口提升>、<campaign 渔业振兴>等<campaign “十项行动”>。",
        {"港口提升 partOf 十项行动", "渔业振兴 partOf 十项行动"},
    ),
    (
        "a member with a few words behind its name",
        "推动包括<program 双湖协同>走深走实、<program 制造焕新>等<program “十项行动”>。",
        {"双湖协同 partOf 十项行动", "制造焕新 partOf 十项行动"},
    ),
    (
        "a part of the works told before",
        "<project 德州机场改扩建工程>开工，改扩建工程主体之一的<project 东航站楼>封顶。",
        {"东航站楼 partOf 德州机场改扩建工程"},
    ),
    (
        "of no works told before",
        "<project 夏津水库>开工，改扩建工程主体之一的<project 东航站楼>封顶。",
        set(),
    ),
    ("one that no sum counts", "实施<campaign 港口提升行动>等<campaign 渔业振兴行动>。", set()),
    ("a sum apart from the row", "实施<campaign 港口提升>，启动<campaign “十项行动”>。", set()),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_sums(text: str, expected: set[str]) -> None:
    assert told(facts, text, HOME) == expected
