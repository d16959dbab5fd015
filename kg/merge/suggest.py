"""What a person should judge: entities that may be one, or one that may be two, with reasons, the likeliest first.

Nothing here merges anything. Names are compared by their characters: never by sound. The weights are set by hand so
that the reasons add up in plain sight; they rank, no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.merge.doubles import doubles
from kg.merge.known import known
from kg.merge.namesakes import namesakes
from kg.merge.persons import persons
from kg.merge.suggestion import Suggestion
from kg.merge.variants import variants
from kg.merge.waves import waves

if TYPE_CHECKING:
    from kg.model import Graph

__all__ = ["Suggestion", "suggestions"]

_SOURCES = (persons, namesakes, variants, waves, doubles)
_LOWEST = 0.15  # what is less likely wastes the time of who judges


def suggestions(graph: Graph) -> tuple[Suggestion, ...]:
    """All suggestions, the highest score first; equal scores by key."""
    facts = known(graph)
    found: dict[tuple[str, str], Suggestion] = {}
    for source in _SOURCES:
        for made in source(graph, facts):
            if made.score >= _LOWEST:
                pair = made.a, made.b
                found[pair] = max(made, found.get(pair, made))
    return tuple(sorted(found.values(), key=lambda s: (-s.score, s.a, s.b)))
