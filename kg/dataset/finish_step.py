"""The last step: what only names of several buckets show, the cascade of campaigns and the succession of organs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.dataset.map_step import compressed, edge_table, keyed, put
from kg.dataset.pack import DamagedError, unpacked
from kg.dataset.partial import Seen
from kg.dataset.reduce_step import Left
from kg.errors import OutputError
from kg.export.network import graph_to_network as network
from kg.export.rdf import address
from kg.export.rdf.graph_to_rdf import stated, succeeded, thing
from kg.export.rdf.nodes import TYPE, Nodes
from kg.export.rdf.nquads import write_nquads
from kg.export.rdf.terms import name
from kg.export.rdf.versions import versions
from kg.export.tables.parquet import NODES, table
from kg.merge.cascade import Sighting, may_be_raised, pairs, raised, stems
from kg.merge.shared_names import run_of, shared
from kg.model import Article, Document, Graph, Masthead, Span
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.dataset.job import Job
    from kg.model import Entity


def finish(job: Job, names: Sequence[str], known: bool) -> tuple[dict[str, int], int, int]:
    """Write it; the files with their sizes, how many relations and how many families of campaigns were added.

    ``names``: of what the buckets left.

    ``known``: whether anything is known from the gazetteer, whose node is then written.
    """
    few = sorted(entity for left in _left(job, names) for entity in left.entities if not may_be_raised(entity))
    named = (entity for left in _left(job, names) for entity in left.entities if may_be_raised(entity))
    found = pairs(named, stems(few))
    wanted = {entity.key for pair in found for entity in pair}
    seen = {key: one for left in _left(job, names) for key, one in left.seen.items() if key in wanted}
    new = [(part, whole) for part, whole in found if whole.key not in seen.get(part.key, Seen()).parts]
    relations = tuple(sorted(raised(new, _sightings(seen))))
    glimpses = {relation.evidence.document: list[Seen]() for relation in relations}
    for relation in relations:
        glimpses[relation.evidence.document].append(seen[relation.subject])
    graph = Graph(articles=tuple(_glimpse(glimpses[id_]) for id_ in sorted(glimpses)), relations=relations)
    nodes = Nodes(graph, job.base)
    succeeded(nodes, few)
    families = _families(job, nodes, names)
    if known:
        nodes.span(GAZETTEER, Span(0, 0))
    stated(nodes, relations)
    for article in graph.articles:  # so that what it tells stands in its own graph
        nodes.add(nodes.at(address.article(article.id)), (TYPE, name("zt:Article")))
    _join_versions(job, nodes, names)
    stem = f"closing-{keyed(job, *names)[:16]}"
    files = {
        f"quads/{stem}.nq.gz": compressed(write_nquads(nodes.whole())),
        f"edges/{stem}.parquet": edge_table(graph, from_articles=True),
    }
    made = [one for one in families if not one.broader]
    if made:
        rows = network.nodes(Graph(entities=tuple(made)), {}, {})
        files[f"nodes/{stem}.parquet"] = table([{"id": key, **rows[key]} for key in sorted(rows)], NODES)
        files[f"edges/{stem.replace('-', '-families-')}.parquet"] = edge_table(
            Graph(entities=families), from_articles=False
        )
    return put(job.out, files), len(relations), len(made)


def _join_versions(job: Job, nodes: Nodes, names: Sequence[str]) -> None:
    """Write which articles print the text of another or correct one, each in its own graph."""
    for one in _versions(job, names):
        nodes.add(nodes.at(address.article(one.id)), (TYPE, name("zt:Article")))
        versions(nodes, one)


def _versions(job: Job, names: Sequence[str]) -> Iterator[Article]:
    """The articles that print the text of another or correct one, each by its id alone."""
    printed: dict[str, str] = {}
    wrong: dict[str, set[str]] = {}
    for left in _left(job, names):
        printed.update(left.versions)
        for id_, corrected in left.corrections:
            wrong.setdefault(id_, set()).add(corrected)
    for id_ in sorted(printed.keys() | wrong.keys()):
        document = Document(id_, "", "", "")
        corrects = tuple(sorted(wrong.get(id_, ())))
        yield Article(document, "", "", (), (), version_of=printed.get(id_, ""), corrects=corrects)


def _families(job: Job, nodes: Nodes, names: Sequence[str]) -> tuple[Entity, ...]:
    """Write families of campaigns of one name, and each campaign as a run of its own; families that are new, and runs.

    A campaign without a place that goes by the same name is the family itself; its row of the table of nodes stands.
    """
    families = {one.key: one for one in shared(e for left in _left(job, names) for e in left.entities)}
    for family in families.values():
        thing(nodes, family, False)
    here: set[str] = set()
    runs: list[Entity] = []
    for entity in (e for left in _left(job, names) for e in left.entities if families):
        here.add(entity.key)
        if (run := run_of(entity, families)) is not entity:
            runs.append(run)
            nodes.add(nodes.at(run.key), (name("skos:broader"), nodes.at(run.broader)))
    return (*(one for one in families.values() if one.key not in here), *runs)


def _left(job: Job, names: Sequence[str]) -> Iterator[Left]:
    """What the buckets left, one after the other, so that never all of it is held."""
    for one in names:
        try:
            yield unpacked(job.work.get(one), Left)
        except DamagedError as error:
            raise OutputError(f"{job.work.root}/{one}", "a file of the work was damaged", "Build again") from error


def _sightings(seen: dict[str, Seen]) -> Iterator[Sighting]:
    for key, one in seen.items():
        yield Sighting(key, one.why, None)
        yield from (Sighting(key, None, year) for year in sorted(one.years))


def _glimpse(seen: Sequence[Seen]) -> Article:
    """An article of which some sentences are known, each at its place."""
    text = ""
    spans = {one.why.span: one for one in seen if one.why}
    for span, one in sorted(spans.items(), key=lambda pair: pair[0]):
        text = text[: span.start].ljust(span.start) + one.words + text[span.end :]
    first = next(one for one in seen if one.why)
    assert first.why is not None
    sentences = tuple(sorted(span for span, one in spans.items() if not one.alone))
    masthead = Masthead(date=first.date or None)
    return Article(Document(first.why.document, first.file, text, text, (), sentences, masthead), "", "", (), ())
