"""Names found by how they are read: linfen, Linfen Shi, línfén shì all mean 临汾市."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from kg.export.rdf.naming import toneless
from kg.lexicon import standard
from kg.text.pinyin import Pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST: Final = 3
"""Fewer letters are no name."""


def read_so(names: Iterable[tuple[str, str]], spoken: str) -> set[str]:
    """The keys whose names are read as ``spoken``; where there are none, those whose names begin so.

    ``names``: pairs of key and name in hanzi. Tones, spaces and apostrophes do not count; a beginning is one of at
    least two whole syllables.

    >>> sorted(read_so([("a", "临汾市"), ("b", "临汾市人民政府")], "línfén shì"))
    ['a']
    >>> sorted(read_so([("a", "临汾市"), ("b", "临汾市人民政府")], "linfen"))
    ['a', 'b']
    """
    wanted = "".join(filter(str.isalpha, toneless(spoken).lower()))
    if len(wanted) < _LEAST or not wanted.replace("ü", "u").isascii():
        return set()
    pinyin, whole, opening = Pinyin.of(standard()), set(), set()
    for key, name in names:
        read = list(accumulate(toneless(sound).lower() for sound in pinyin.spoken(name)))
        if read and wanted == read[-1]:
            whole.add(key)
        elif wanted in read[1:]:
            opening.add(key)
    return whole or opening
