"""The closed list of names that a graph may use: kinds of entity and predicates.

The ontology file (``ontology/zhengtu.ttl``) says what each term means; a test holds that both lists agree.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

ZT: Final = "https://w3id.org/zhengtu/ontology#"
BASE: Final = "https://w3id.org/zhengtu/kg/"


class Kind(StrEnum):
    """The nine kinds of entity, each a class of the ontology."""

    PERSON = "Person"
    PLACE = "Place"
    ORGANIZATION = "Organization"
    CAMPAIGN = "Campaign"
    PROGRAM = "Program"
    PROJECT = "Project"
    EVENT = "Event"
    DOCUMENT = "Document"
    AWARD = "Award"


class Predicate(StrEnum):
    """The direct relations between entities; ``holdsPost`` leads from a person to a post."""

    HOLDS_POST = "holdsPost"
    WITHIN = "within"
    JURISDICTION = "jurisdiction"
    UNIT_OF = "unitOf"
    LOCATED_IN = "locatedIn"
    CONDUCTED_IN = "conductedIn"
    ORGANIZED_BY = "organizedBy"
    PARTICIPATES_IN = "participatesIn"
    PART_OF = "partOf"
    IMPLEMENTS = "implements"
    ISSUED = "issued"
    UNDERTAKES = "undertakes"
    COOPERATES_WITH = "cooperatesWith"
    RECEIVED = "received"
    ABOUT = "about"


class Cites(StrEnum):
    """How a document, or the article itself, refers to another document."""

    BASED_ON = "basedOn"
    IMPLEMENTS = "implementing"
    PROMULGATES = "promulgating"
    FORWARDS = "forwarding"
    AMENDS = "amending"
    REPEALS = "repealing"


_ACTIVITY = frozenset({Kind.CAMPAIGN, Kind.PROGRAM, Kind.EVENT})
_ACTOR = frozenset({Kind.ORGANIZATION, Kind.PLACE})
_ANY = frozenset(Kind)

SIGNATURES: Final[dict[Predicate, tuple[frozenset[Kind], frozenset[Kind]]]] = {
    Predicate.WITHIN: (frozenset({Kind.PLACE}), frozenset({Kind.PLACE})),
    Predicate.JURISDICTION: (frozenset({Kind.ORGANIZATION}), frozenset({Kind.PLACE})),
    Predicate.UNIT_OF: (frozenset({Kind.ORGANIZATION}), frozenset({Kind.ORGANIZATION})),
    Predicate.LOCATED_IN: (frozenset({Kind.ORGANIZATION, Kind.PROJECT, Kind.PLACE}), frozenset({Kind.PLACE})),
    Predicate.CONDUCTED_IN: (_ACTIVITY, frozenset({Kind.PLACE, Kind.ORGANIZATION, Kind.PROJECT})),
    Predicate.ORGANIZED_BY: (_ACTIVITY | {Kind.PROJECT}, _ACTOR | {Kind.PERSON}),
    Predicate.PARTICIPATES_IN: (_ACTOR | {Kind.PERSON}, frozenset({Kind.CAMPAIGN, Kind.EVENT})),
    Predicate.PART_OF: (_ACTIVITY | {Kind.PROJECT}, _ACTIVITY | {Kind.PROJECT}),
    Predicate.IMPLEMENTS: (_ACTOR, frozenset({Kind.PROGRAM})),
    Predicate.ISSUED: (_ACTOR, frozenset({Kind.DOCUMENT})),
    Predicate.UNDERTAKES: (frozenset({Kind.ORGANIZATION}), frozenset({Kind.PROJECT})),
    Predicate.COOPERATES_WITH: (_ACTOR, _ACTOR),
    Predicate.RECEIVED: (_ANY, frozenset({Kind.AWARD})),
    Predicate.ABOUT: (
        frozenset({Kind.DOCUMENT, Kind.AWARD, Kind.CAMPAIGN}),
        frozenset({Kind.PROGRAM, Kind.CAMPAIGN, Kind.PLACE}),
    ),
}
"""What each predicate may join: (kinds of subject, kinds of object). ``holdsPost`` points at a post and is not here."""

ROLES: Final = ("led", "presided", "spoke", "signed", "accompanied", "attended")
"""What somebody did at an event (``zt:role`` on the statement of ``participatesIn``), the heaviest first."""

SYMMETRIC: Final = frozenset({Predicate.COOPERATES_WITH})
