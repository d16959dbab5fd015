"""Zones, sites and villages that are told by the last word of their name: 海尔物流园, 古塔公园, 冯南垣村."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.text.sheet import Sheet

_LONGEST = 16
_NOUN = frozenset(
    {"n", "ns", "nr", "nz", "nt", "vn", "b", "j", "an", "s", "f", "m", "l", "nrt", "nrfg", "a", "ng", "g"}
)


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """A named place: its span, its name, its class in small letters, and how sure it is."""

    span: Span
    name: str
    sort: str
    confidence: float


@lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    rows = lexicon.table("sites")
    return {row["head"]: (row["class"].lower(), row["use"]) for row in sorted(rows, key=lambda r: -len(r["head"]))}


def sites(sheet: Sheet, places: Sequence[Span]) -> Iterator[Site]:
    """Every named place that ends in a head word; ``places`` are the spans of places known by name, in order."""
    heads, starts = _heads(sheet.lexicon), [p.start for p in places]
    end = -1
    for token in sheet.tokens.items:
        for head, (sort, use) in heads.items():
            if not token.word.endswith(head) and not _spelled(sheet, token.end, head):
                continue
            at = token.end - len(head)
            start = _left(sheet, at, places, starts)
            if start >= end and at - start >= 2 and _fits(start, at, use, places, starts):
                yield Site(Span(start, token.end), sheet.plain[start : token.end], sort, 0.8)
                end = token.end
            break


def _spelled(sheet: Sheet, end: int, head: str) -> bool:
    return sheet.plain.endswith(head, 0, end) and end - len(head) in sheet.tokens.edges


def _left(sheet: Sheet, at: int, places: Sequence[Span], starts: Sequence[int]) -> int:
    """Where the modifiers before a head start: nouns and names, no further left than the place nearest to it."""
    tokens, start = sheet.tokens, at
    index = tokens.index(at - 1)
    while index >= 0 and at - tokens.items[index].start <= _LONGEST:
        token = tokens.items[index]
        inside = token.start < at < token.end
        if not inside and (token.end != start or token.tag not in _NOUN):
            break
        start, index = token.start, index - 1
        near = bisect_right(starts, start) - 1
        if near >= 0 and places[near].start <= start < places[near].end:
            return places[near].start
    return start


def _fits(start: int, at: int, use: str, places: Sequence[Span], starts: Sequence[int]) -> bool:
    near = bisect_right(starts, start) - 1
    placed = near >= 0 and places[near].start == start and places[near].end <= at
    if use == "place":
        return placed
    if use == "short":
        return 2 <= at - start <= 5
    return True
