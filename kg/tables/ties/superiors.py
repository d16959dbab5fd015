"""Who stood above whom at one time: the head of a body over its deputies, its members, and the heads of its units."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.tables.months import month
from kg.tables.panel import known
from kg.tables.seats import seat
from kg.tables.spells import spells
from kg.tables.ties.co_career import scopes, unit
from kg.tables.ties.tie import Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.tables.index import Index
    from kg.tables.spells import Spell

_Pair = tuple["Spell", "Spell"]


def superiors(index: Index) -> Iterator[Tie]:
    """One tie for each superior, subordinate and scope with a month in common.

    ``department`` and ``body``: head over deputy or member of one unit or body; ``units``: the head of a body (市长,
    市委书记) over the heads of its units (市财政局局长, 市委组织部部长).
    """
    units: dict[str, list[Spell]] = defaultdict(list)
    bodies: dict[str, list[Spell]] = defaultdict(list)
    for spell in (one for one in spells(index) if seat(one.title) != "rank"):
        department, body, *_ = scopes(index, spell)
        units[unit(index, spell)].append(spell)
        if department and body and seat(spell.title) == "head":
            bodies[body].append(spell)
    found: dict[tuple[str, str, str], list[_Pair]] = defaultdict(list)
    for name, members in sorted(units.items()):
        for above in (spell for spell in members if name and seat(spell.title) == "head"):
            lower = [spell for spell in members if seat(spell.title) != "head"]
            scope = "department" if scopes(index, above)[0] else "body"
            for below, how in [*((one, scope) for one in lower), *((one, "units") for one in bodies.get(name, ()))]:
                if above.person != below.person and _common(above, below):
                    found[above.person, below.person, how].append((above, below))
    for (source, target, scope), pairs in sorted(found.items()):
        yield _tie(index, source, target, scope, pairs)


def _common(one: Spell, other: Spell) -> list[int]:
    return sorted(known(one).keys() & known(other).keys())


def _tie(index: Index, above: str, below: str, scope: str, pairs: list[_Pair]) -> Tie:
    months = sorted({at for pair in pairs for at in _common(*pair)})
    through = [f"{index.name(one.of)}{one.title} – {index.name(two.of)}{two.title}" for one, two in pairs]
    first, second = (tuple(dict.fromkeys(pair[side].main for pair in pairs)) for side in (0, 1))
    dates = month(months[0]), month(months[-1])
    return Tie("superior", above, below, True, len(pairs), dates, scope, tuple(dict.fromkeys(through)), first, second)
