"""Who followed whom as head of a body: two persons next to each other in time in a post that has one holder."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model.identity import slug
from kg.tables.months import bounds
from kg.tables.seats import seat
from kg.tables.spells import spells
from kg.tables.ties.co_career import scopes, unit
from kg.tables.ties.tie import Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.tables.index import Index
    from kg.tables.spells import Spell


def successions(index: Index) -> Iterator[Tie]:
    """One tie for each predecessor and successor whose order in time the texts tell.

    Two that are attested at one time, or of whom no time is known, are in no order: there is no tie. Nor is there one
    between two persons of one name, who may be one person.
    """
    posts: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in spells(index):
        if spell.of and seat(spell.title) == "head" and not spell.proposed and _extent(spell):
            posts[unit(index, spell), slug(spell.title)].append(spell)
    for _, held in sorted(posts.items()):
        for before, after in pairwise(sorted(held, key=lambda s: (_extent(s), s.person))):
            first, second = _extent(before), _extent(after)
            other = before.person != after.person and index.name(before.person) != index.name(after.person)
            if other and first and second and first[1] <= second[0] and first != second:
                yield _tie(index, before, after)


def _extent(spell: Spell) -> tuple[int, int] | None:
    """The first and the last month for which anything is known; a spell that was only called past has its end there."""
    points = [found for found in map(bounds, (spell.start, spell.end, *spell.attested)) if found]
    if not points:
        return None
    return min(point.first for point in points), max(point.last for point in points)


def _tie(index: Index, before: Spell, after: Spell) -> Tie:
    dates = (before.end or (before.attested or ("",))[-1], after.start or (after.attested or ("",))[0])
    through = (f"{index.name(before.of)}{before.title}",)
    scope = "department" if scopes(index, before)[0] else "body"
    return Tie("succession", before.person, after.person, True, 1, dates, scope, through, (before.main,), (after.main,))
