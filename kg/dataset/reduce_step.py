"""The third step: the things of one bucket, from all that the articles contribute to them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.dataset.combine import gathered, recalled
from kg.dataset.map_step import compressed, edge_table, keyed, put
from kg.dataset.pack import packed
from kg.dataset.partial import Seen
from kg.export.network import graph_to_network as network
from kg.export.rdf.graph_to_rdf import position, stated, thing
from kg.export.rdf.nodes import Nodes
from kg.export.rdf.nquads import write_nquads
from kg.export.rdf.terms import iri, name
from kg.export.tables.parquet import NODES, table
from kg.merge.cascade import may_be_raised
from kg.model import Entity, Graph
from kg.model.facts import GAZETTEER
from kg.names.succession import may_succeed
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.dataset.job import Job
    from kg.dataset.partial import Share
    from kg.export.rdf.nodes import Description
    from kg.lexicon import Lexicon

HOLDS = name(f"zt:{Predicate.HOLDS_POST.value}")
_DIRECT = tuple(name(f"zt:{one.value}") for one in Predicate if one is not Predicate.HOLDS_POST)


@dataclass(frozen=True, slots=True)
class Reduced:
    """What a bucket came to: its files in the dataset, the name of its ``Left``, entities by kind, counts of facts.

    ``known``: whether anything in it is known from the gazetteer.
    """

    files: dict[str, int]
    left: str
    kinds: dict[str, int]
    counts: dict[str, int]
    known: bool


@dataclass(frozen=True, slots=True)
class Left:
    """What of a bucket the last step may need: places with a code, organs of reforms, campaigns and programs; which
    article prints the text of which, and which corrects which.
    """

    entities: tuple[Entity, ...]
    seen: dict[str, Seen]
    versions: tuple[tuple[str, str], ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()


def reduce_bucket(job: Job, bucket: int, place: str) -> Reduced:
    """Write the things of a bucket, whose shares lie under the names that are noted at a place."""
    job.check()
    whole = gathered(job, recalled(job, place), bucket)
    graph = whole.graph()
    described = _described(job, graph, whole)
    nodes = network.nodes(graph, *_counters(whole))
    key = keyed(job, place, str(bucket))
    stem = f"things-{bucket:05}-{key[:16]}"
    files = {
        f"quads/{stem}.nq.gz": compressed(write_nquads(described)),
        f"nodes/{stem}.parquet": table([{"id": one, **nodes[one]} for one in sorted(nodes)], NODES),
        f"edges/{stem}.parquet": edge_table(graph, from_articles=False),
    }
    left = f"left/{key}"
    job.work.put(left, packed(_left(graph, whole, job.lexicon)))
    kinds = Counter(entity.kind.value for entity in graph.entities)
    return Reduced(put(job.out, files), left, dict(kinds), _counts(described), bool(graph.relations))


def _counters(share: Share) -> tuple[dict[str, int], dict[str, int]]:
    mentions = {key: number for key, (number, _) in share.counts.items()}
    return mentions, {key: number for key, (_, number) in share.counts.items()}


def _described(job: Job, graph: Graph, share: Share) -> Description:
    nodes = Nodes(graph, job.base)
    for entity in graph.entities:
        own = share.pairs.get(iri(job.base, entity.key), set())
        thing(nodes, entity, any(predicate == HOLDS for predicate, _ in own))
    for held in graph.posts:
        position(nodes, held)
    stated(nodes, graph.relations)
    for subject, objects in share.pairs.items():
        nodes.add(subject, *objects)
    described = nodes.whole()
    described.pop(iri(job.base, GAZETTEER), None)  # one node for all buckets: the last step writes it
    return described


def _counts(described: Description) -> dict[str, int]:
    """How many relations and posts there are, each once, however many sentences tell it."""
    among = Counter(predicate for pairs in described.values() for predicate, _ in set(pairs))
    return {"relations": sum(among[one] for one in _DIRECT), "posts": among[HOLDS]}


def _left(graph: Graph, share: Share, lexicon: Lexicon) -> Left:
    kept = tuple(entity for entity in graph.entities if may_be_raised(entity) or _may_help(entity, lexicon))
    first = {digest: min(rows)[1] for digest, rows in share.texts.items() if len(rows) > 1}
    versions = {(id_, first[digest]) for digest in first for _, id_ in share.texts[digest] if id_ != first[digest]}
    corrections = {
        (id_, wrong)
        for title, rows in share.amended.items()
        for id_ in rows
        for wrong in share.titles.get(title, ())
        if title and id_ != wrong
    }
    return Left(kept, share.seen, tuple(sorted(versions)), tuple(sorted(corrections)))


def _may_help(entity: Entity, lexicon: Lexicon) -> bool:
    return bool(entity.kind is Kind.PLACE and entity.adcode) or may_succeed(entity, lexicon)
