"""Campaigns and programs that differ in the place alone: one is part of one above it.

解放思想推动某市发展大讨论 is part of 解放思想推动某省发展大讨论: the names show it. Within an article the relation is
read there; this adds what no single article could tell, with the sentence that names the smaller as its reason.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.merge.codes import above, code
from kg.model import Evidence, Relation, Span
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Article, Entity

_NAMED = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})
_SURE = 0.7
_YEARS = 1  # a campaign over the turn of a year is one
_LEFT = 5  # characters of a frame that are more than a head word


def cascade(entities: Sequence[Entity], articles: Sequence[Article], told: Sequence[Relation]) -> Iterator[Relation]:
    """``partOf`` of each such thing to the nearest one above it; what an article tells already is left to it."""
    places = {e.adcode: _stems(e) for e in entities if e.kind is Kind.PLACE and e.adcode}
    framed: dict[tuple[Kind, str], dict[str, Entity]] = defaultdict(dict)
    for entity in entities:
        frame = _frame(entity, places) if entity.kind in _NAMED else ""
        if frame:
            framed[entity.kind, frame][code(entity)] = entity
    known = {(r.subject, r.object) for r in told if r.predicate is Predicate.PART_OF}
    pairs = [pair for same in framed.values() if len(same) > 1 for pair in _pairs(same) if _keys(pair) not in known]
    yield from _told(pairs, articles)


def _stems(place: Entity) -> tuple[str, ...]:
    """The names of a place, the longest first: 广西壮族自治区, 广西."""
    names = {place.name, place.name[:-1], *(text for text, script in place.aliases if script == "zh-Hans")}
    return tuple(sorted((n for n in names if len(n) > 1), key=lambda n: (-len(n), n)))


def _frame(entity: Entity, places: dict[str, tuple[str, ...]]) -> str:
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


def _told(pairs: list[tuple[Entity, Entity]], articles: Sequence[Article]) -> Iterator[Relation]:
    wanted = {entity.key for pair in pairs for entity in pair}
    first: dict[str, Evidence] = {}
    years: dict[str, set[int]] = defaultdict(set)
    for article in articles if wanted else ():
        date = (article.document.masthead.date or "")[:4]
        for mention in article.mentions:
            if mention.entity in wanted:
                years[mention.entity].update({int(date)} if date.isdigit() else ())
                if mention.entity not in first and not mention.points:
                    first[mention.entity] = Evidence(article.id, _sentence(article, mention.span), "cascade", _SURE)
    for part, whole in pairs:
        if part.key in first and _near(years[part.key], years[whole.key]):
            yield Relation(part.key, Predicate.PART_OF, whole.key, first[part.key])


def _near(first: set[int], second: set[int]) -> bool:
    """Whether two things may be of one time: the waves of a theme come back after years."""
    return not (first and second) or min(abs(a - b) for a in first for b in second) <= _YEARS


def _sentence(article: Article, span: Span) -> Span:
    return next((s for s in article.document.sentences if s.start <= span.start < s.end), span)
