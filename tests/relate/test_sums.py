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
    ("one that no sum counts", "实施<campaign 港口提升行动>等<campaign 渔业振兴行动>。", set()),
    ("a sum apart from the row", "实施<campaign 港口提升>，启动<campaign “十项行动”>。", set()),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_sums(text: str, expected: set[str]) -> None:
    assert told(facts, text, HOME) == expected
