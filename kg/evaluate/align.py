"""Which entity of a graph is which entity of the gold answer: one to one, the surest pairs first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.names import overlap, points

if TYPE_CHECKING:
    from kg.evaluate.facts import Facts, Named

_EXACT = 3.0
_NEAR = 0.8


def align(gold: Facts, found: Facts) -> dict[str, tuple[str, bool]]:
    """Key in the graph to key in the gold answer, with whether the name is exact (or only near)."""
    scored = [
        (score, mine.key, theirs.key)
        for mine in found.entities.values()
        for theirs in gold.entities.values()
        if (score := _fit(mine, theirs)) > 0
    ]
    pairs: dict[str, tuple[str, bool]] = {}
    taken: set[str] = set()
    for score, mine_key, gold_key in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if mine_key not in pairs and gold_key not in taken:
            exact = score - (0.5 if found.entities[mine_key].kinds & gold.entities[gold_key].kinds else 0) >= _EXACT
            pairs[mine_key] = (gold_key, exact)
            taken.add(gold_key)
    return pairs


def _fit(mine: Named, theirs: Named) -> float:
    """How well two entities fit, 0 where they do not. A name that only points is never exact."""
    typed = bool(mine.kinds & theirs.kinds)
    bonus = 0.5 * typed
    pointing = mine.name != theirs.name and points(mine.name)
    if mine.name in theirs.names:
        return bonus + (2.5 if pointing else 4.0 + (mine.name == theirs.name))
    if theirs.name in mine.names and not pointing:
        return bonus + _EXACT
    if typed and max(overlap(mine.name, name) for name in theirs.names) >= _NEAR:
        return bonus + 1.0 + overlap(mine.name, theirs.name)
    return 0.0
