"""The last step: what only names of several buckets show, the cascade of campaigns and the succession of organs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.dataset.gather import Left
from kg.dataset.pack import unpacked
from kg.dataset.tell import compressed
from kg.export import address
from kg.export.network import edges
from kg.export.nodes import TYPE, Description, Nodes
from kg.export.nquads import write_nquads
from kg.export.parquet import EDGES, table
from kg.export.rdf import succeeded
from kg.export.terms import name
from kg.merge.cascade import Sighting, may_be_raised, pairs, raised, stems
from kg.model import Article, Document, Graph, Masthead, Span
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.dataset.job import Job
    from kg.dataset.share import Seen


def close(job: Job, names: Sequence[str], known: bool) -> tuple[tuple[str, ...], int]:
    """Write it; the files, and how many relations were added. ``names``: of what the buckets left.

    ``known``: whether anything is known from the gazetteer, whose node is then written.
    """
    few = sorted(entity for left in _left(job, names) for entity in left.entities if not may_be_raised(entity))
    named = (entity for left in _left(job, names) for entity in left.entities if may_be_raised(entity))
    found = pairs(named, stems(few))
    wanted = {entity.key for pair in found for entity in pair}
    seen = {key: one for left in _left(job, names) for key, one in left.seen.items() if key in wanted}
    new = [(part, whole) for part, whole in found if whole.key not in seen[part.key].parts]
    nodes = Nodes(Graph(), job.base)
    succeeded(nodes, few)
    if known:
        nodes.span(GAZETTEER, Span(0, 0))
    described = nodes.whole()
    rows = []
    relations = sorted(raised(new, _sightings(seen)))
    for relation in relations:
        graph = Graph(articles=(_glimpse(seen[relation.subject]),), relations=(relation,))
        _state(described, graph, job.base)
        rows += [{"id": k, "source": s, "target": o, **data} for k, (s, o, data) in edges(graph).items()]
    files = "quads/closing.nq.gz", "edges/closing.parquet"
    job.out.put(files[0], compressed(write_nquads(described)))
    job.out.put(files[1], table(sorted(rows, key=lambda row: str(row["id"])), EDGES))
    return files, len(relations)


def _left(job: Job, names: Sequence[str]) -> Iterator[Left]:
    """What the buckets left, one after the other, so that never all of it is held."""
    return (unpacked(job.work.get(one) or b"", Left) for one in names)


def _sightings(seen: dict[str, Seen]) -> Iterator[Sighting]:
    for key, one in seen.items():
        yield Sighting(key, one.why, None)
        yield from (Sighting(key, None, year) for year in sorted(one.years))


def _glimpse(seen: Seen) -> Article:
    """An article of which one sentence is known, at its place."""
    assert seen.why is not None
    span = seen.why.span
    text = " " * span.start + seen.words
    masthead = Masthead(date=seen.date or None)
    return Article(Document(seen.why.document, seen.file, text, text, (), (span,), masthead), "", "", (), ())


def _state(described: Description, graph: Graph, base: str) -> None:
    """Add the one relation of a graph, and that its article is one, so that what it tells stands in its own graph."""
    nodes = Nodes(graph, base)
    for relation in graph.relations:
        nodes.state(relation.subject, relation.predicate.value, relation.object, relation.evidence)
        article = nodes.at(address.article(relation.evidence.document))
        nodes.add(article, (TYPE, name("zt:Article")))
    for subject, told in nodes.whole().items():
        described.setdefault(subject, []).extend(told)
