"""Campaigns of two levels. All campaigns are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.levels import facts
from tests.relate.marked import told

HOME = "禹城市"
CASES = [
    (
        "the county's of the city's",  # names that differ in the place alone
        "<campaign 解放思想推动禹城发展大讨论>火热，<campaign 解放思想推动德州发展大讨论>持续。<place 德州市>、<place 禹城市>先行。",
        {"解放思想推动禹城发展大讨论 partOf 解放思想推动德州发展大讨论"},
    ),
    (
        "an answer to one from above",
        "<org 省委=中共山东省委员会>部署开展<campaign 思想破冰大讨论>以来，<place 山东省>上下响应。"
        "<org 市委=中共禹城市委员会>随即开展<campaign “破三障、立三新”大讨论>。",
        {"“破三障、立三新”大讨论 partOf 思想破冰大讨论"},
    ),
    (
        "another sort is no answer",
        "<org 省委=中共山东省委员会>部署开展<campaign 思想破冰大讨论>以来，<place 山东省>上下响应。"
        "<org 市委=中共禹城市委员会>随即开展<campaign “清渠”专项行动>。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_levels(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
