"""Provinces and states of foreign countries, behind the name of the country: 越南|高平、河江省, 马来西亚|彭亨州."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.regex import compiled
from kg.model import Mention, Span
from kg.names.place_names import REGION
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.place.toponyms import Toponyms

_COUNTRY = "country"
_TRUST = 0.85
_JOINT = compiled("[、和与]")


def states(places: Toponyms) -> Iterator[Mention]:
    """Every province or state that stands right behind its country, or in a row that does."""
    names, plain = places.place_names, places.doc.plain
    rules = places.doc.lexicon.patterns("foreign")
    for hit in places.hits:
        if hit.name_type != REGION or names.kinds.get(hit.name) != _COUNTRY or hit.name in names.words["never"]:
            continue
        for rule in rules:
            match = rule.regex.match(plain, hit.span.end)
            group = "row" if match and match["row"] else "alone"
            if match and not _holds_country(places, Span(*match.span(group))):
                yield from _each(match[group], match["rank"] or "", match.start(group))


def _holds_country(places: Toponyms, row: Span) -> bool:
    return any(places.place_names.kinds.get(hit.name) == _COUNTRY for hit in places.within(row))


def _each(row: str, rank: str, start: int) -> Iterator[Mention]:
    """The names of a row; ``rank`` is what stands behind the last of them for all: 高平、河江|省."""
    end = start + len(row)
    for name in _JOINT.split(row) if row else ():
        stop = start + len(name)
        span = Span(start, stop + len(rank) if stop == end else stop)
        yield Mention(span, Kind.PLACE, name + rank, "place-foreign", _TRUST)
        start = stop + 1
