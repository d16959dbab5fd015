"""What articles contribute to the things of one bucket: a thing lies in that of its IRI's hash."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from kg.export.network.graph_to_network import counted
from kg.export.rdf import address
from kg.export.rdf.terms import iri
from kg.merge.cascade import may_be_raised, sightings
from kg.merge.entities import merged
from kg.merge.versions import bare_title, when
from kg.model import Entity, Evidence, Graph, Post, Relation
from kg.model.facts import GAZETTEER
from kg.vocab import Predicate

if TYPE_CHECKING:
    from kg.export.rdf.nodes import Description
    from kg.model import Article, Span


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a campaign or program is named first among some articles, and the years of all that mention it.

    ``words``: the sentence, ``alone`` where it is no more than the name itself; ``file`` and ``date``: of its article.
    ``parts``: what the articles say that it is part of.
    """

    why: Evidence | None = None
    words: str = ""
    alone: bool = False
    file: str = ""
    date: str = ""
    years: frozenset[int] = frozenset()
    parts: frozenset[str] = frozenset()

    def plus(self, other: Seen) -> Seen:
        """Both together; of two articles the one with the smaller id is the first."""
        both = [one for one in (self, other) if one.why]
        first = min(both, key=lambda one: one.why.document if one.why else "") if both else self
        years, parts = self.years | other.years, self.parts | other.parts
        return Seen(first.why, first.words, first.alone, first.file, first.date, years, parts)


@dataclass(slots=True)
class Share:
    """What some articles tell of the things of one bucket: a part of the shared things, by a hash of their keys.

    ``entities`` by key; ``counts``: mentions and articles of each; ``posts``: of each post, by its address, the first
    holding; ``known``: what the gazetteer knows; ``pairs``: triples of shared nodes, by subject, as N-Triples terms;
    ``texts``: the articles of each text, with their days; ``titles``: those of each title that somebody may correct;
    ``amended``: those that correct an article of a title.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    known: set[Relation] = field(default_factory=set)
    pairs: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    texts: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)
    amended: dict[str, set[str]] = field(default_factory=dict)

    def take(self, other: Share) -> None:
        """Add another share of the bucket; in whatever order, the sum is the same."""
        for entity in other.entities.values():
            known = self.entities.get(entity.key)
            self.entities[entity.key] = merged((known, entity))[0] if known and known != entity else entity
        for where, held in other.posts.items():
            self.posts[where] = min(held, self.posts.get(where, held))
        self.known |= other.known
        for key, (mentions, articles) in other.counts.items():
            before = self.counts.get(key, (0, 0))
            self.counts[key] = before[0] + mentions, before[1] + articles
        for subject, pairs in other.pairs.items():
            self.pairs.setdefault(subject, set()).update(pairs)
        for key, seen in other.seen.items():
            self.seen[key] = self.seen.get(key, Seen()).plus(seen)
        for digest, rows in other.texts.items():
            self.texts.setdefault(digest, set()).update(rows)
        for title, ids in other.titles.items():
            self.titles.setdefault(title, set()).update(ids)
        for title, ids in other.amended.items():
            self.amended.setdefault(title, set()).update(ids)

    def graph(self) -> Graph:
        """The things with what the gazetteer knows of them."""
        entities = tuple(self.entities[key] for key in sorted(self.entities))
        return Graph(entities=entities, relations=tuple(sorted(self.known)), posts=tuple(sorted(self.posts.values())))

    def __bool__(self) -> bool:
        things = self.entities or self.counts or self.posts or self.known or self.pairs or self.seen
        return bool(things or self.texts or self.titles or self.amended)


def shares(graph: Graph, described: Description, base: str, buckets: int) -> list[Share]:
    """The shares of all buckets. ``told``: the nodes that articles share, as far as their articles describe them."""
    made = [Share() for _ in range(buckets)]

    def of(term: str) -> Share:
        return made[crc32(term.encode("utf-8", "replace")) % buckets]

    for entity in graph.entities:
        of(iri(base, entity.key)).entities[entity.key] = entity
    mentions, articles = counted(graph.articles)
    for key, number in mentions.items():
        of(iri(base, key)).counts[key] = number, articles[key]
    for held in graph.posts:  # sorted: the first stands
        of(iri(base, held.of)).posts.setdefault(address.post(held), held)
    for relation in graph.relations:
        if relation.evidence.document == GAZETTEER:
            of(iri(base, relation.subject)).known.add(relation)
    for subject, pairs in described.items():
        of(subject).pairs[subject] = set(pairs)
    for key, seen in _seen(graph).items():
        of(iri(base, key)).seen[key] = seen
    for article in graph.articles:
        if article.digest:
            of(article.digest).texts.setdefault(article.digest, set()).add(when(article))
        title = bare_title(article)
        of(title).titles.setdefault(title, set()).add(article.id)
        for title in article.amends:
            of(title).amended.setdefault(title, set()).add(article.id)
    return made


def _seen(graph: Graph) -> dict[str, Seen]:
    wanted = {entity.key for entity in graph.entities if may_be_raised(entity)}
    found: dict[str, Seen] = defaultdict(Seen)
    for article in graph.articles:
        for one in sightings(article, wanted):
            years = frozenset({one.year} if one.year is not None else ())
            seen = _sentence(article, one.why, years) if one.why else Seen(years=years)
            found[one.key] = found[one.key].plus(seen)
    for relation in graph.relations:
        if relation.predicate is Predicate.PART_OF and relation.subject in wanted:
            found[relation.subject] = found[relation.subject].plus(Seen(parts=frozenset({relation.object})))
    return found


def _sentence(article: Article, why: Evidence, years: frozenset[int]) -> Seen:
    document = article.document
    return Seen(
        why, article.surface(why.span), _alone(article, why.span), document.source, document.masthead.date or "", years
    )


def _alone(article: Article, span: Span) -> bool:
    """Whether the graph knows a span as the place of a mention, and not as a sentence."""
    return span not in article.document.sentences or any(mention.span == span for mention in article.mentions)
