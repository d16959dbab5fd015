"""The one table of administrative levels."""

from __future__ import annotations

import re
from pathlib import Path

import kg
from kg.lexicon import Lexicon
from kg.names.division_levels import signs, words

LEVELS = re.compile("[省市县区州盟旗镇乡]{6,}")


def test_every_division_ends_in_a_level() -> None:
    ends = (*words("county"), "地区", "林区", "矿区", "特区", "行政区")
    current = [one.name for one in Lexicon().gazetteer.divisions if one.current]
    assert not [name for name in current if not name.endswith(ends)]


def test_the_longest_stand_first() -> None:
    assert words("county")[0] == "自治区"
    assert signs("county") == "省市州盟县区旗"
    assert set(signs("village", "township")) == {"镇", "乡", "村"}


def test_nobody_writes_the_levels_again() -> None:
    """A row of levels stands in the table alone, and in patterns with their own proofs."""
    code = (path for path in Path(kg.__file__).parent.rglob("*.py") if path.name != "division_levels.py")
    assert not [path.name for path in code if LEVELS.search(path.read_text(encoding="utf-8"))]
