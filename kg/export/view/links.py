"""What joins two nodes of the view: each relation once, with all that tells it; a post joins person and organ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.vocab import ROLES, Predicate

if TYPE_CHECKING:
    from kg.model.facts import Evidence
    from kg.model.graph import Graph

BROADER = "broader"


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One span that tells a fact; times are a post's own, ``status`` that of a post or the role of who was there."""

    why: Evidence
    status: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """``source predicate target``, by keys; ``title`` is a post's; one of an unknown organ leads back to its holder."""

    source: str
    predicate: str
    target: str
    title: str
    tellings: tuple[Telling, ...]


def links(graph: Graph) -> tuple[Link, ...]:
    """All links, sorted; the surest telling first. A campaign's family joins them without a telling."""
    found: dict[tuple[str, str, str, str], set[Telling]] = defaultdict(set)
    heaviest: dict[tuple[str, str, str, Evidence], str] = {}
    for relation in sorted(graph.relations, key=lambda r: ROLES.index(r.role) if r.role else len(ROLES)):
        ends = relation.subject, relation.predicate.value, relation.object
        heaviest.setdefault((*ends, relation.evidence), relation.role)
    for (subject, predicate, target, why), role in heaviest.items():
        found[subject, predicate, target, ""].add(Telling(why, role))
    for post in graph.posts:
        head = (post.person, Predicate.HOLDS_POST.value, post.of or post.person, post.title)
        found[head].add(Telling(post.evidence, post.status, post.start, post.end))
    for entity in graph.entities:
        if entity.broader:
            found[entity.key, BROADER, entity.broader, ""] |= set()
    return tuple(sorted(Link(*head, _ordered(tellings)) for head, tellings in found.items()))


def _ordered(tellings: set[Telling]) -> tuple[Telling, ...]:
    return tuple(sorted(tellings, key=lambda telling: (-telling.why.confidence, telling)))
