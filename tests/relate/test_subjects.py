"""What documents are about. All campaigns are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.about import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "a campaign in the title",
        "印发<doc 《德州市“比学赶超”活动实施方案》>，<campaign “比学赶超”活动>启动。",
        {"德州市“比学赶超”活动实施方案 about “比学赶超”活动"},
    ),
    (
        "a programme in the title",
        "印发<doc 《关于深化“一窗办结”改革的意见》>，<program “一窗办结”改革>提速。",
        {"关于深化“一窗办结”改革的意见 about “一窗办结”改革"},
    ),
    (
        "a head word alone says nothing",
        "印发<doc 《专项行动方案》>，<campaign 清河专项行动>启动，<campaign 专项行动=清河专项行动>见效。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_subjects(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
