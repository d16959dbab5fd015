"""Who appeared together: persons that one article has taking part in one visit, meeting or ceremony."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kg.tables.ties.tie import Tie
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.facts import Evidence
    from kg.tables.index import Index


def co_appearances(index: Index) -> Iterator[Tie]:
    """One tie for each pair of persons; its weight is the number of occasions.

    An occasion is an event at a date: that which a text gives for the event, else that of the article. A body that
    meets often (市委常委会会议) has one node for all its meetings, and the date tells them apart.
    """
    present: dict[tuple[str, str], dict[str, Evidence]] = defaultdict(dict)
    for one in index.graph.relations:
        person_at_event = _is(index, one.object, Kind.EVENT) and _is(index, one.subject, Kind.PERSON)
        if one.predicate is Predicate.PARTICIPATES_IN and person_at_event and index.in_text(one.evidence):
            present[one.object, one.evidence.document].setdefault(one.subject, one.evidence)
    days = _days(index)
    found: dict[tuple[str, str], dict[tuple[str, str], tuple[Evidence, Evidence]]] = defaultdict(dict)
    for (event, document), persons in sorted(present.items()):
        day = days.get((event, document)) or index.date(document)
        for pair in combinations(sorted(persons), 2):
            found[pair].setdefault((event, day), (persons[pair[0]], persons[pair[1]]))
    for (first, second), occasions in sorted(found.items()):
        yield _tie(index, first, second, occasions)


def _is(index: Index, key: str, kind: Kind) -> bool:
    return key in index.entities and index.entities[key].kind is kind


def _days(index: Index) -> dict[tuple[str, str], str]:
    """(event, article) to the date that the article gives for it."""
    timed = [m for m in index.graph.moments if m.term in {"at", "began"} and m.value]
    return {(m.subject, m.evidence.document): m.value for m in sorted(timed, key=lambda m: (len(m.value), m))}


def _tie(index: Index, one: str, two: str, occasions: dict[tuple[str, str], tuple[Evidence, Evidence]]) -> Tie:
    names = tuple(dict.fromkeys(index.name(event) for event, _ in sorted(occasions, key=lambda o: (o[1], o[0]))))
    first, second = (tuple(pair[side] for pair in occasions.values()) for side in (0, 1))
    dates = tuple(day for _, day in occasions)
    return Tie("co_appearance", one, two, False, len(occasions), dates, "event", names, first, second)
