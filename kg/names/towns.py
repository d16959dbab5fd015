"""Townships that the text names without their rank: 多宝山 for 多宝山镇, where their county is named too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.place_names import FULL, SHORT, TOWN, Hit, PlaceNames
from kg.text.occurrences import everywhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.text.keyword_search import BigramIndex

_WORKS = role_words("placewords", "work")
_RANKS = ("街道", "镇", "乡", "苏木")


def towns(
    place_names: PlaceNames, bigrams: BigramIndex, kept: Sequence[Hit], stands: Callable[[Span], bool]
) -> list[Hit]:
    """The townships of the counties among ``kept``; ``stands`` tells whether a stretch is a word of its own.

    Two characters are enough only where the text has the full name too.
    """
    plain = bigrams.text
    codes = {one.code for hit in kept if hit.name_type in {FULL, SHORT} for one in place_names.divisions(hit.name)}
    taken = {hit.span.start: hit.span.end for hit in kept}
    found: dict[Span, Hit] = {}
    for code in sorted(codes):
        for town, short in _shorts(place_names, bigrams, code):
            for span in everywhere(plain, short):
                work = plain.startswith(_WORKS, span.end)  # 五强溪|水库 is named after a town and lies anywhere
                if taken.get(span.start, 0) < span.end and stands(span) and not work:
                    found.setdefault(span, _ranked(plain, Hit(span, town, TOWN), short))
    return _apart(sorted(found.values()))


def _ranked(plain: str, hit: Hit, short: str) -> Hit:
    """The hit under the rank that the text gives it: 三岔河乡, before it was made 三岔河镇."""
    rank = next((rank for rank in _RANKS if plain.startswith(rank, hit.span.end)), "")
    return Hit(Span(hit.span.start, hit.span.end + len(rank)), short + rank, TOWN) if rank else hit


def bare(town: str) -> str:
    """A township's name without its rank; "" where that leaves a people: 新添堡乡 → 新添堡."""
    name = next((town.removesuffix(rank) for rank in _RANKS if town.endswith(rank)), town)
    return name if not name.endswith("族") else ""


def _shorts(place_names: PlaceNames, bigrams: BigramIndex, code: str) -> Iterator[tuple[str, str]]:
    for town in place_names.towns.get(code, ()):
        if town[:2] in bigrams:  # few towns of a county are spoken of: the rest is not asked any further
            short = bare(town)
            if (len(short) > 2 and not place_names.opens(short)) or (len(short) == 2 and town in bigrams.text):
                yield town, short


def _apart(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.span.start >= kept[-1].span.end:
            kept.append(hit)
    return kept
