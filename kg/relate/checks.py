"""Whether a fact may stand: its ends are entities of the reading, and the predicate may join their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.model import Citation, Figure, Moment, Post, Quote, Relation
from kg.vocab import SIGNATURES, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


Fact = Relation | Post | Figure | Quote | Moment | Citation


class Refused(NamedTuple):
    """A fact that a rule made and that may not stand, under the full id of its rule."""

    fact: Fact
    why: str


def refusal(fact: Fact) -> str:
    """Why a fact that is not sound may not stand, in words."""
    if isinstance(fact, Relation):
        if fact.subject == fact.object:
            return "both ends are one entity"
        return f"{fact.predicate.value} does not join these two kinds, or one end is no entity of the reading"
    return "one of its ends is no entity of the reading, or of the wrong kind"


def sound(fact: Fact, kinds: Mapping[str, Kind]) -> bool:
    """Whether a fact keeps to the vocabulary and to the entities of its reading; ``kinds``: their kinds by key."""
    if isinstance(fact, Relation):
        domain, target = SIGNATURES[fact.predicate]
        ends = kinds.get(fact.subject) in domain and kinds.get(fact.object) in target
        return ends and fact.subject != fact.object
    if isinstance(fact, Post):
        return kinds.get(fact.person) is Kind.PERSON and (not fact.of or fact.of in kinds)
    if isinstance(fact, Figure):
        return not fact.subject or fact.subject in kinds
    if isinstance(fact, Citation):
        papers = {kinds.get(key) for key in (fact.source, fact.target) if key}
        return papers == {Kind.DOCUMENT} and fact.source != fact.target
    if isinstance(fact, Moment):
        return fact.subject in kinds
    return fact.speaker in kinds
