"""Whether a fact may stand: its ends are entities of the reading, and the predicate may join their kinds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Figure, Post, Quote, Relation
from kg.vocab import SIGNATURES, Kind

if TYPE_CHECKING:
    from kg.model import Reading


def sound(fact: Relation | Post | Figure | Quote, reading: Reading) -> bool:
    """Whether a fact keeps to the vocabulary and to the entities of its reading."""
    kinds = _kinds(reading)
    if isinstance(fact, Relation):
        domain, target = SIGNATURES[fact.predicate]
        ends = kinds.get(fact.subject) in domain and kinds.get(fact.object) in target
        return ends and fact.subject != fact.object
    if isinstance(fact, Post):
        return kinds.get(fact.person) is Kind.PERSON and (not fact.of or fact.of in kinds)
    if isinstance(fact, Figure):
        return not fact.subject or fact.subject in kinds
    return fact.speaker in kinds


@lru_cache(maxsize=2)
def _kinds(reading: Reading) -> dict[str, Kind]:
    return {entity.key: entity.kind for entity in reading.entities}
