"""What search needs to know of characters: how they are read, and the Simplified form of the Traditional ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.rdf.naming import toneless
from kg.lexicon import standard
from kg.text.pinyin import Pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST, _LAST = 0x4E00, 0x9FFF


def pinyin(names: Iterable[str]) -> dict[str, str]:
    """Every hanzi of the names with all its readings, without tones, so that 长 is found as chang and as zhang.

    >>> pinyin(["长春"])["长"]
    'chang zhang'
    """
    known = Pinyin.of(standard())
    found = {}
    for char in sorted(char for char in set[str]().union(*names) if _FIRST <= ord(char) <= _LAST):
        readings = {toneless(reading).replace("ü", "v") for reading in known.readings(char)}
        found[char] = " ".join(sorted(filter(str.isascii, readings)))
    return found


def simplified(names: Iterable[str]) -> str:
    """Pairs of characters, Traditional then Simplified, for all whose Simplified form stands in a name."""
    import opencc

    wanted = set[str]().union(*names)
    chars = [chr(code) for code in range(_FIRST, _LAST + 1)]
    plain = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return "".join(char + form for char, form in zip(chars, plain, strict=True) if char != form and form in wanted)
