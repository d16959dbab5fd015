"""What the articles of one chunk contribute to the things of one bucket: a thing lies in that of its IRI's hash."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from kg.export import address
from kg.export.network import counted
from kg.export.terms import iri
from kg.merge.cascade import may_be_raised, sightings
from kg.model import Entity, Evidence, Post, Relation
from kg.model.facts import GAZETTEER
from kg.vocab import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.export.nodes import Description
    from kg.model import Graph


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a campaign or program is named first among some articles, and the years of all that mention it.

    ``words``: the sentence; ``file`` and ``date``: of its article. ``parts``: what the articles say that it is part of.
    """

    why: Evidence | None = None
    words: str = ""
    file: str = ""
    date: str = ""
    years: frozenset[int] = frozenset()
    parts: frozenset[str] = frozenset()

    def plus(self, other: Seen) -> Seen:
        """Both together; of two articles the one with the smaller id is the first."""
        both = [one for one in (self, other) if one.why]
        first = min(both, key=lambda one: one.why.document if one.why else "") if both else self
        years, parts = self.years | other.years, self.parts | other.parts
        return Seen(first.why, first.words, first.file, first.date, years, parts)


@dataclass(slots=True)
class Share:
    """One bucket's part of a chunk.

    ``counts``: mentions and articles of an entity, by key. ``posts``: of each post the first holding. ``known``: what
    the gazetteer knows. ``pairs``: triples of shared nodes, by subject, as N-Triples terms.
    """

    entities: list[Entity] = field(default_factory=list)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    known: list[Relation] = field(default_factory=list)
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)


def shares(graph: Graph, told: Description, base: str, buckets: int) -> list[Share]:
    """The shares of all buckets. ``told``: the nodes that articles share, as far as their articles describe them."""
    made = [Share() for _ in range(buckets)]

    def of(term: str) -> Share:
        return made[crc32(term.encode("utf-8", "replace")) % buckets]

    for entity in graph.entities:
        of(iri(base, entity.key)).entities.append(entity)
    mentions, articles = counted(graph.articles)
    for key, number in mentions.items():
        of(iri(base, key)).counts[key] = number, articles[key]
    for held in first_held(graph.posts).values():
        of(iri(base, held.of)).posts.append(held)
    for relation in graph.relations:
        if relation.evidence.document == GAZETTEER:
            of(iri(base, relation.subject)).known.append(relation)
    for subject, pairs in sorted(told.items()):
        of(subject).pairs[subject] = sorted(set(pairs))
    for key, seen in _seen(graph).items():
        of(iri(base, key)).seen[key] = seen
    return made


def first_held(posts: Iterable[Post]) -> dict[str, Post]:
    """Of each post, by its address, the first holding."""
    found: dict[str, Post] = {}
    for held in posts:
        where = address.post(held)
        found[where] = min(held, found.get(where, held))
    return found


def _seen(graph: Graph) -> dict[str, Seen]:
    wanted = {entity.key for entity in graph.entities if may_be_raised(entity)}
    found: dict[str, Seen] = defaultdict(Seen)
    for article in graph.articles:
        for one in sightings(article, wanted):
            words = article.surface(one.why.span) if one.why else ""
            years = frozenset({one.year} if one.year is not None else ())
            date = article.document.masthead.date or ""
            found[one.key] = found[one.key].plus(Seen(one.why, words, article.document.source, date, years))
    for relation in graph.relations:
        if relation.predicate is Predicate.PART_OF and relation.subject in wanted:
            whole = Seen(parts=frozenset({relation.object}))
            found[relation.subject] = found[relation.subject].plus(whole)
    return dict(sorted(found.items()))
