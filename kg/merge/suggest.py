"""Pairs of entities that may be one: for a person to judge, with the reasons for and against, the likeliest first.

Nothing here merges anything. A pair is looked at only where the names are the same, or one organ's name opens with the
other's: never by sound. Source of the weights: set by hand so that reasons add up in plain sight; they rank, no more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.model.identity import code_of
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Entity, Graph

_CROWD = 30  # a name that more entities share is too common to pair
_OPENING = 4  # characters that two names of one organ share at their beginning
_PLACED = frozenset({Kind.PLACE, Kind.AWARD})


@dataclass(frozen=True, slots=True, order=True)
class Suggestion:
    """Two keys that may be one entity, a score in (0, 1), and why in words."""

    score: float
    a: str
    b: str
    reasons: tuple[str, ...]


def suggestions(graph: Graph) -> tuple[Suggestion, ...]:
    """All pairs, the highest score first; equal scores by key."""
    posts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for held in graph.posts:
        posts[held.person].add((held.title, held.of))
    found = {pair: _judge(*pair, posts) for pair in _pairs(graph)}
    rows = [Suggestion(score, a.key, b.key, reasons) for (a, b), (score, reasons) in found.items()]
    return tuple(sorted(rows, key=lambda s: (-s.score, s.a, s.b)))


def _pairs(graph: Graph) -> Iterator[tuple[Entity, Entity]]:
    named: dict[tuple[Kind, str], list[Entity]] = defaultdict(list)
    opened: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in graph.entities:
        if entity.kind not in _PLACED and "CampaignFamily" not in entity.classes:
            named[entity.kind, entity.name].append(entity)
        if entity.kind is Kind.ORGANIZATION and "Company" in entity.classes:
            opened[code_of(entity.key), entity.name[:_OPENING]].append(entity)
    for same in (*named.values(), *opened.values()):
        for a, b in combinations(same, 2) if 1 < len(same) <= _CROWD else ():
            if a.name == b.name or a.name.startswith(b.name) or b.name.startswith(a.name):
                yield (a, b) if a.key < b.key else (b, a)


def _judge(a: Entity, b: Entity, posts: dict[str, set[tuple[str, str]]]) -> tuple[float, tuple[str, ...]]:
    """The score of a pair and its reasons; each reason moves the score by what it says."""
    reasons = ["same name +0.4"] if a.name == b.name else ["one name opens with the other +0.3"]
    score = 0.4 if a.name == b.name else 0.3
    first, second = code_of(a.key), code_of(b.key)
    if first and second:
        shared, weight = ("same province", 0.2) if first[:2] == second[:2] else ("different provinces", -0.2)
        reasons.append(f"{shared} {weight:+}")
        score += weight
    if first and second and _above(first, second):
        reasons.append("one place lies in the other +0.1")
        score += 0.1
    titles = {title for title, _ in posts.get(a.key, ())} & {title for title, _ in posts.get(b.key, ())}
    if titles:
        reasons.append(f"same title in two places ({'、'.join(sorted(titles))}) -0.1")
        score -= 0.1
    if a.kind is Kind.CAMPAIGN:
        reasons.append("runs of one campaign in two places are two -0.3")
        score -= 0.3
    return round(min(max(score, 0.01), 0.99), 2), tuple(reasons)


def _above(first: str, second: str) -> bool:
    """Whether one code is the province or prefecture of the other."""
    low, high = sorted((first.rstrip("0"), second.rstrip("0")), key=len)
    return low != high and high.startswith(low)
