"""Who worked together, from one province to one department: months in which both certainly held their posts.

The measure follows the use of the field, overlap in time weighted by closeness: one month counts at the closest that
the two then share. Held posts are those of ``kg.tables.spells``; a spell that is only proposed counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kg.tables.months import month
from kg.tables.panel import known
from kg.tables.seats import seat
from kg.tables.spells import spells
from kg.tables.ties.tie import Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.tables.index import Index
    from kg.tables.spells import Spell

SCOPES: Final = ("department", "body", "place", "province")
WEIGHTS: Final = (4, 3, 2, 1)
_SYSTEMS: Final = {"department": "government"} | {one: one for one in ("party", "government", "congress", "cppcc")}
Key = tuple[str, str]
_Meeting = dict[int, tuple[int, bool, int, int]]
"""Month to the closest scope, whether it is certain, and the two spells by number."""


def co_careers(index: Index) -> Iterator[Tie]:
    """One tie for each pair of persons that were ever in one province at once, as far as the texts carry."""
    all_spells = tuple(spell for spell in spells(index) if seat(spell.title) != "rank")
    pairs: dict[Key, _Meeting] = defaultdict(dict)
    for _, held in sorted(_by_province(index, all_spells).items()):
        for (scope, at), there in sorted(held.items()):
            for (one, sure_one), (two, sure_two) in combinations(there, 2):
                if all_spells[one].person != all_spells[two].person:
                    _meet(pairs, all_spells, (one, two), at, scope, sure_one and sure_two)
    for (source, target), months in sorted(pairs.items()):
        yield _tie(index, all_spells, source, target, months)


def scopes(index: Index, spell: Spell) -> tuple[str, ...]:
    """What a spell is in, the closest first, as ``SCOPES``; "" where it is not known or not so close.

    A department is a unit (市财政局, 市委组织部, a company); a body is the party, the government, the congress or the
    conference of a place with all its units; a place that holds a post stands for its government.
    """
    place, system = index.area(spell.of), _SYSTEMS.get(index.branch(spell.of), "")
    unit = bool(spell.of) and not (system and index.whole(spell.of))
    return (
        spell.of if unit else "",
        f"{system} {place}" if system and place else "",
        place,
        index.code(place)[:2],
    )


def unit(index: Index, spell: Spell) -> str:
    """The department of a spell, else its body: what has one head."""
    department, body, *_ = scopes(index, spell)
    return department or body


_Held = dict[tuple[int, int], list[tuple[int, bool]]]


def _by_province(index: Index, found: tuple[Spell, ...]) -> dict[tuple[int, str], _Held]:
    """For each thing that can be shared: (scope, month) to the spells there, each with whether it is certain."""
    shared: dict[tuple[int, str], _Held] = {}
    for number, spell in enumerate(found):
        for scope, name in enumerate(scopes(index, spell)):
            for at, (sure, _) in known(spell).items() if name else ():
                held = shared.setdefault((scope, name), {})
                held.setdefault((scope, at), []).append((number, sure))
    return shared


def _meet(
    pairs: dict[Key, _Meeting], found: tuple[Spell, ...], both: tuple[int, int], at: int, scope: int, sure: bool
) -> None:
    one, two = sorted(both, key=lambda number: found[number].person)
    months = pairs[found[one].person, found[two].person]
    new, old = (scope, sure, one, two), months.get(at)
    if old is None or (not new[1], new[0], new[2:]) < (not old[1], old[0], old[2:]):
        months[at] = new


def _tie(index: Index, found: tuple[Spell, ...], source: str, target: str, months: _Meeting) -> Tie:
    counts = [sum(sure and scope == which for scope, sure, *_ in months.values()) for which in range(len(SCOPES))]
    possible = sum(not sure for _, sure, *_ in months.values())
    closest = min(scope for scope, sure, *_ in months.values() if sure or not any(counts))
    used = sorted({(one, two) for scope, sure, one, two in months.values() if sure or not any(counts)})
    through = [f"{_post(index, found[one])} – {_post(index, found[two])}" for one, two in used]
    weight = sum(count * factor for count, factor in zip(counts, WEIGHTS, strict=True))
    sides = [tuple(dict.fromkeys(found[pair[side]].main for pair in used)) for side in (0, 1)]
    dates = tuple(month(at) for at in (min(months), max(months)))
    return Tie(
        "co_career",
        source,
        target,
        False,
        weight,
        dates,
        SCOPES[closest],
        tuple(dict.fromkeys(through)),
        sides[0],
        sides[1],
        (*counts, possible),
    )


def _post(index: Index, spell: Spell) -> str:
    return f"{index.name(spell.of)}{spell.title}" if spell.of else spell.title
