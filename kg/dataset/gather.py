"""The third step: the things of one bucket, from all that the articles contribute to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.dataset.pack import packed, taken
from kg.dataset.share import Seen, Share, first_held
from kg.dataset.tell import compressed
from kg.export import network
from kg.export.nodes import Nodes
from kg.export.nquads import write_nquads
from kg.export.parquet import EDGES, NODES, table
from kg.export.rdf import position, thing
from kg.export.terms import iri, name
from kg.merge.cascade import may_be_raised
from kg.merge.entities import merged
from kg.model import Entity, Graph, Post, Relation
from kg.model.facts import GAZETTEER
from kg.text.succession import may_succeed
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.dataset.job import Job
    from kg.export.nodes import Description
    from kg.lexicon import Lexicon

HOLDS = name(f"zt:{Predicate.HOLDS_POST.value}")
_DIRECT = tuple(name(f"zt:{one.value}") for one in Predicate if one is not Predicate.HOLDS_POST)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a bucket came to: its files in the dataset, the name of its ``Left``, entities by kind, counts of facts.

    ``known``: whether anything in it is known from the gazetteer.
    """

    files: tuple[str, ...]
    left: str
    kinds: dict[str, int]
    counts: dict[str, int]
    known: bool


@dataclass(frozen=True, slots=True)
class Left:
    """What of a bucket the last step may need: places with a code, organs of reforms, campaigns and programs."""

    entities: tuple[Entity, ...]
    seen: dict[str, Seen]


def gather(job: Job, bucket: int, names: tuple[str, ...]) -> Gathered:
    """Write the things of a bucket, whose shares lie under these names."""
    job.check()
    whole = _Whole()
    for one in names:
        whole.take(taken(job.work, one, bucket, Share))
    graph = whole.graph()
    files = (
        f"quads/things-{bucket:05}.nq.gz",
        f"nodes/things-{bucket:05}.parquet",
        f"edges/things-{bucket:05}.parquet",
    )
    described = _described(job, graph, whole.pairs)
    job.out.put(files[0], compressed(write_nquads(described)))
    nodes = network.nodes(graph, whole.mentions, whole.articles)
    job.out.put(files[1], table([{"id": key, **nodes[key]} for key in sorted(nodes)], NODES))
    edges = sorted(network.edges(graph).items())
    rows = [{"id": k, "source": s, "target": o, **data} for k, (s, o, data) in edges]
    job.out.put(files[2], table([row for row in rows if row["document"] in {"", GAZETTEER}], EDGES))
    left = f"left/{bucket:05}"
    job.work.put(left, packed(_left(graph, whole.seen, job.lexicon)))
    kinds = Counter(entity.kind.value for entity in graph.entities)
    return Gathered(files, left, dict(kinds), _counts(described), bool(graph.relations))


class _Whole:
    """The shares of a bucket so far."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.held: dict[str, Post] = {}
        self.known: set[Relation] = set()
        self.mentions: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self.pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.seen: dict[str, Seen] = defaultdict(Seen)

    def take(self, share: Share) -> None:
        """One more."""
        for entity in share.entities:
            known = self.entities.get(entity.key)
            self.entities[entity.key] = merged((known, entity))[0] if known and known != entity else entity
        for where, held in first_held(share.posts).items():
            self.held[where] = min(held, self.held.get(where, held))
        self.known.update(share.known)
        for key, (mentions, articles) in share.counts.items():
            self.mentions[key] += mentions
            self.articles[key] += articles
        for subject, pairs in share.pairs.items():
            self.pairs[subject].update(pairs)
        for key, seen in share.seen.items():
            self.seen[key] = self.seen[key].plus(seen)

    def graph(self) -> Graph:
        """The things with what the gazetteer knows of them."""
        entities = tuple(self.entities[key] for key in sorted(self.entities))
        return Graph(entities=entities, relations=tuple(sorted(self.known)), posts=tuple(sorted(self.held.values())))


def _described(job: Job, graph: Graph, pairs: dict[str, set[tuple[str, str]]]) -> Description:
    nodes = Nodes(graph, job.base)
    for entity in graph.entities:
        own = pairs.get(iri(job.base, entity.key), set())
        thing(nodes, entity, any(predicate == HOLDS for predicate, _ in own))
    for held in graph.posts:
        position(nodes, held)
    for relation in graph.relations:
        nodes.state(relation.subject, relation.predicate.value, relation.object, relation.evidence)
    for subject, told in pairs.items():
        nodes.add(subject, *told)
    described = nodes.whole()
    described.pop(iri(job.base, GAZETTEER), None)  # one node for all buckets: the last step writes it
    return described


def _counts(described: Description) -> dict[str, int]:
    """How many relations and posts there are, each once, however many sentences tell it."""
    among = Counter(predicate for pairs in described.values() for predicate, _ in set(pairs))
    return {"relations": sum(among[one] for one in _DIRECT), "posts": among[HOLDS]}


def _left(graph: Graph, seen: dict[str, Seen], lexicon: Lexicon) -> Left:
    kept = [
        entity
        for entity in graph.entities
        if may_be_raised(entity) or (entity.kind is Kind.PLACE and entity.adcode) or may_succeed(entity, lexicon)
    ]
    return Left(tuple(kept), dict(sorted(seen.items())))
