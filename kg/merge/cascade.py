"""Campaigns and programs that differ in the place alone: one is part of one above it.

解放思想推动某市发展大讨论 is part of 解放思想推动某省发展大讨论: the names show it. Within an article the relation is
read there; this adds what no single article could tell, with the sentence that names the smaller as its reason.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.merge.codes import above, code
from kg.model import Evidence, Relation, Span
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from kg.model import Article, Entity

_NAMED = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})
_SURE = 0.7
_YEARS = 1  # a campaign over the turn of a year is one
_LEFT = 5  # characters of a frame that are more than a head word


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where one article names a thing: the sentence with the first mention that names it, and the article's year.

    ``why`` is None where the article only points at it; ``year`` is None where the article has no date.
    """

    key: str
    why: Evidence | None
    year: int | None


def part_of_by_name(
    entities: Sequence[Entity], articles: Iterable[Article], told: Iterable[Relation]
) -> Iterator[Relation]:
    """``partOf`` of each such thing to the nearest one above it; what an article tells already is left to it.

    Articles come in their order.
    """
    known = {(r.subject, r.object) for r in told if r.predicate is Predicate.PART_OF}
    found = [pair for pair in pairs(entities, stems(entities)) if _keys(pair) not in known]
    wanted = {entity.key for pair in found for entity in pair}
    seen = (sighting for article in articles for sighting in sightings(article, wanted)) if wanted else ()
    yield from raised(found, seen)


def may_be_raised(entity: Entity) -> bool:
    """Whether an entity is of a kind that this is about."""
    return entity.kind in _NAMED


def stems(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """The names of each place by its code, the longest first: 广西壮族自治区, 广西."""
    known = sorted(entity for entity in entities if entity.kind is Kind.PLACE and entity.adcode)
    return {entity.adcode: _stems(entity) for entity in known}


def pairs(entities: Iterable[Entity], places: Mapping[str, tuple[str, ...]]) -> list[tuple[Entity, Entity]]:
    """Each such thing with the nearest one above it."""
    framed: dict[tuple[Kind, str], dict[str, Entity]] = defaultdict(dict)
    for entity in entities:
        frame = _frame(entity, places) if may_be_raised(entity) else ""
        if frame:
            same = framed[entity.kind, frame]
            same[code(entity)] = max(entity, same.get(code(entity), entity))
    return sorted(pair for same in framed.values() if len(same) > 1 for pair in _pairs(same))


def sightings(article: Article, wanted: Container[str]) -> Iterator[Sighting]:
    """One sighting for each of the wanted entities that an article mentions."""
    date = (article.document.masthead.date or "")[:4]
    first: dict[str, Evidence | None] = {}
    for mention in article.mentions:
        if mention.entity in wanted and first.get(mention.entity) is None:
            why = Evidence(article.id, _sentence(article, mention.span), "merge/part-of-by-name", _SURE)
            first[mention.entity] = None if mention.points else why
    for key, named in first.items():
        yield Sighting(key, named, int(date) if date.isdigit() else None)


def raised(found: Iterable[tuple[Entity, Entity]], seen: Iterable[Sighting]) -> Iterator[Relation]:
    """The relations of those pairs that are of one time; sightings come in the order of their articles."""
    first: dict[str, Evidence] = {}
    years: dict[str, set[int]] = defaultdict(set)
    for sighting in seen:
        if sighting.why:
            first.setdefault(sighting.key, sighting.why)
        if sighting.year is not None:
            years[sighting.key].add(sighting.year)
    for part, whole in found:
        if part.key in first and _near(years[part.key], years[whole.key]):
            yield Relation(part.key, Predicate.PART_OF, whole.key, first[part.key])


def _stems(place: Entity) -> tuple[str, ...]:
    names = {place.name, place.name[:-1], *(text for text, script in place.aliases if script == "zh-Hans")}
    return tuple(sorted((n for n in names if len(n) > 1), key=lambda n: (-len(n), n)))


def _frame(entity: Entity, places: Mapping[str, tuple[str, ...]]) -> str:
    """A name with a gap where its own place stands, "" where it does not stand in it."""
    stem = next((s for s in places.get(code(entity), ()) if s in entity.name), "")
    frame = entity.name.replace(stem, "_", 1) if stem else ""
    return frame if len(frame) > _LEFT else ""


def _pairs(same: dict[str, Entity]) -> Iterator[tuple[Entity, Entity]]:
    for place, entity in same.items():
        over = next((same[c] for c in above(place) if c in same), None)
        if over:
            yield entity, over


def _keys(pair: tuple[Entity, Entity]) -> tuple[str, str]:
    return pair[0].key, pair[1].key


def _near(first: set[int], second: set[int]) -> bool:
    """Whether two things may be of one time: the waves of a theme come back after years."""
    return not (first and second) or min(abs(a - b) for a in first for b in second) <= _YEARS


def _sentence(article: Article, span: Span) -> Span:
    return next((s for s in article.document.sentences if s.start <= span.start < s.end), span)
