"""Where a dotted name ends: 莫纳·哈里|日前 holds no 日前, and 项目主任安娜·沃伦 does not begin with a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.regex import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

_DOTS = compiled("[·•・]")
_STRANGE = 0.8  # what a character costs by which no such name is written; the last one twice


def written_in(lexicon: Lexicon) -> frozenset[str]:
    """The characters by which the names of foreigners and of the peoples of China are written."""
    elements = [row["element"] for row in lexicon.table("ethnic")]
    return frozenset("".join([*elements, *(row["text"] for row in lexicon.table("transliteration"))]))


def dotted(match: re.Match[str], written: frozenset[str]) -> Iterator[tuple[int, float]]:
    """Where a stretch with dots may end as a name, with a score for each end; none where its first part is none."""
    parts = _DOTS.split(match.group())
    if 1 < _odd(parts[0], written) >= len(parts[0]) / 2:
        return
    for size in range(1, len(parts[-1]) + 1):
        part = parts[-1][:size]
        usual = 0.4 * (1 < size < 5)
        cost = _STRANGE * (_odd(part, written) + _odd(part[-1], written))
        yield match.end() - len(parts[-1]) + size, 2.0 + usual - cost


def _odd(text: str, written: frozenset[str]) -> int:
    """How many characters of a text are none by which such names are written."""
    return sum(char not in written for char in text)
