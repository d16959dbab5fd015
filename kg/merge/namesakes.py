"""Things of one name under two keys: a province's program that a city's article gives to the city.

Pairs grow with the entities, not with their square: each is paired with the nearest namesake above it, and those that
have none above with the first of their province, and the firsts of provinces with the first of all.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.merge.codes import above, code
from kg.merge.known import words
from kg.merge.suggestion import Scales
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.merge.known import Known
    from kg.merge.suggestion import Suggestion
    from kg.model import Entity, Graph

_ABOVE = {
    Kind.PROGRAM: 0.3,
    Kind.PROJECT: 0.2,
    Kind.DOCUMENT: 0.2,
    Kind.EVENT: 0.15,
    Kind.ORGANIZATION: 0.15,
    Kind.CAMPAIGN: 0.0,
}
_ASIDE = {Kind.PROGRAM: -0.15, Kind.PROJECT: -0.1, Kind.EVENT: 0.0, Kind.ORGANIZATION: -0.2, Kind.CAMPAIGN: -0.2}
_MANY = 4  # places in which a name stands that is likely to be the whole nation's
_SHORT = 4


def namesakes(graph: Graph, known: Known) -> Iterator[Suggestion]:
    """Every pair of things of one kind and name that is worth a look."""
    named: dict[tuple[Kind, str], dict[str, Entity]] = defaultdict(dict)
    themes = {entity.broader for entity in graph.entities}
    for entity in graph.entities:
        if entity.kind in _ABOVE and not entity.broader and entity.key not in themes and not _relative(entity):
            named[entity.kind, entity.name][code(entity)] = entity
    for (kind, _), same in named.items():
        if len(same) > 1:
            yield from _pairs(kind, same, known)


def _pairs(kind: Kind, same: dict[str, Entity], known: Known) -> Iterator[Suggestion]:
    tops = []
    for place, entity in same.items():
        over = next((same[c] for c in (*above(place), "") if c in same and c != place), None)
        if over:
            yield _judge(over, entity, _ABOVE[kind], known, len(same))
        else:
            tops.append(entity)
    firsts: dict[str, Entity] = {}
    asked = 0
    for other in tops if kind in _ASIDE else ():
        near = firsts.setdefault(code(other)[:2], other)
        one = near if near is not other else next(iter(firsts.values()))
        if one is not other:
            yield _judge(one, other, _ASIDE[kind], known, len(tops), asked)
            asked += 1


def _judge(a: Entity, b: Entity, weight: float, known: Known, places: int, asked: int = 0) -> Suggestion:
    """``asked``: how many pairs of the name come before, so that no name fills the top of the list."""
    scales = Scales()
    scales.put("same name", 0.4)
    scales.put("one place lies in the other" if weight == _ABOVE[a.kind] else "in different places", weight)
    if places >= _MANY and a.kind in {Kind.PROGRAM, Kind.CAMPAIGN}:
        scales.put(f"the name stands in {places} places: likely one of the nation", 0.25)
    if weight != _ABOVE[a.kind] and code(a)[:2] == code(b)[:2]:
        scales.put("two places of one province: perhaps the province's", 0.2)
    if len(a.name) < _SHORT:
        scales.put("a short name", -0.15)
    if a.name.startswith("第") or any(char.isdecimal() for char in a.name):
        scales.put("a number in the name", 0.1)
    if asked:
        scales.put("the name is asked about above", max(-0.05 * asked, -0.3))
    if known.articles[a.key] & known.articles[b.key]:
        scales.put("one article tells them apart", -0.2)
    return scales.suggestion(a.key, b.key)


def _relative(entity: Entity) -> bool:
    """Whether a name means another thing in every place: 省委某会议, 政府工作报告, 实施意见."""
    if entity.kind is Kind.DOCUMENT:
        return entity.name.startswith(words("relative")) or any(
            entity.name.endswith(w) and len(entity.name) < len(w) + _SHORT for w in words("common")
        )
    return entity.kind is Kind.EVENT and (entity.name.startswith(words("relative")) or len(entity.name) < _SHORT)
