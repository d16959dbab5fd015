"""A graph read back from its own RDF: the same bytes again, the same network, the same numbers in every export."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.export.network.graph_to_network import network
from kg.export.rdf.turtle import turtle
from kg.formats import NAMES, converted, extra
from kg.model import Figure, Moment, Post
from kg.restore import description_of, graph_of
from kg.restore.articles import GAP
from kg.vocab import BASE
from tests.export.specimen import CAMPAIGN, CITY, PERSON, SECOND, because, specimen

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph

OTHER = "https://example.org/城/"


def rich() -> Graph:
    """The specimen with times, a tenure told twice, two rules for one figure, and a mention of two things."""
    graph = specimen()
    moments = (
        Moment(CAMPAIGN, "began", "2021-11", "去年11月", because(SECOND)),
        Moment(CAMPAIGN, "ended", "", "上月", because(SECOND)),
    )
    posts = [Post(PERSON, "市长", CITY, "former", because(SECOND, rule), "2016-05", "2018") for rule in ("a", "b")]
    twice = Figure("走访企业", 8704.0, "户次", "over", "yoy", CITY, because(SECOND, "table"))
    first, second = graph.articles
    both = replace(first.mentions[0], entity=CAMPAIGN, rule="other")
    return replace(
        graph,
        articles=(replace(first, mentions=tuple(sorted([*first.mentions, both]))), second),
        moments=moments,
        posts=tuple(sorted([*graph.posts, *posts])),
        figures=tuple(sorted([*graph.figures, twice])),
    )


@pytest.fixture(params=["specimen", "seeds"])
def graph(request: pytest.FixtureRequest) -> Graph:
    return rich() if request.param == "specimen" else request.getfixturevalue("seeds_graph")


def written(graph: Graph, folder: Path, base: str = BASE) -> Path:
    (folder / "graph.ttl").write_bytes(turtle(graph, base))
    return folder / "graph.ttl"


@pytest.mark.parametrize("base", [BASE, OTHER])
def test_there_and_back_gives_the_same_bytes(graph: Graph, tmp_path: Path, base: str) -> None:
    path = written(graph, tmp_path, base)
    back, found = graph_of(description_of(path))
    assert found == base
    assert turtle(back, found) == path.read_bytes()


def test_the_facts_come_back(graph: Graph, tmp_path: Path) -> None:
    back, _ = graph_of(description_of(written(graph, tmp_path)))
    assert back.posts == graph.posts
    assert back.quotes == graph.quotes
    assert back.moments == graph.moments
    assert [article.id for article in back.articles] == [article.id for article in graph.articles]
    kinds = [(entity.key, entity.kind, entity.name, entity.adcode, entity.broader) for entity in graph.entities]
    assert [(e.key, e.kind, e.name, e.adcode, e.broader) for e in back.entities] == kinds
    ends = [(fact.subject, fact.predicate, fact.object, fact.evidence.span) for fact in graph.relations]
    assert [(fact.subject, fact.predicate, fact.object, fact.evidence.span) for fact in back.relations] == ends


def test_the_network_comes_back(graph: Graph, tmp_path: Path) -> None:
    back, _ = graph_of(description_of(written(graph, tmp_path)))
    mine, theirs = network(graph), network(back)
    assert dict(mine.nodes(data=True)) == dict(theirs.nodes(data=True))
    assert list(mine.edges(keys=True, data=True)) == list(theirs.edges(keys=True, data=True))


def test_what_no_span_holds_is_a_gap(tmp_path: Path) -> None:
    back, _ = graph_of(description_of(written(specimen(), tmp_path)))
    mine, text = specimen().articles[0].document.text, back.articles[0].document.text
    assert len(text) == len(mine)
    assert text.startswith(GAP * 7)
    assert all(there in (GAP, here) for here, there in zip(mine, text, strict=True))


@pytest.mark.parametrize(
    "name",
    [name for name in NAMES if name not in {"parquet", "build"}],  # a page shows the texts, a report what stayed open
)
def test_an_export_of_the_written_graph_is_that_of_the_build(name: str, seeds_graph: Graph, seeds_turtle: Path) -> None:
    assert converted(seeds_turtle, [name]) == extra(seeds_graph, [name], BASE)


def test_parquet_of_the_written_graph(seeds_graph: Graph, seeds_turtle: Path) -> None:
    pytest.importorskip("pyarrow")
    assert converted(seeds_turtle, ["parquet"]) == extra(seeds_graph, ["parquet"], BASE)


def test_nodes_edges_and_evidence_count_alike_in_every_export(graph: Graph, tmp_path: Path) -> None:
    """An edge of a network is a statement of the RDF, or one of the two that no span tells."""
    files = converted(written(graph, tmp_path), [name for name in NAMES if name != "parquet"])
    store = ox.Store()
    store.bulk_load(files["graph.ttl"], format=ox.RdfFormat.TURTLE)
    rdf = tuple(_count(store, pattern) for pattern in (_NODES, _STATEMENTS))
    counts = {name: count(files) for name, count in _COUNTS.items()}
    assert set(counts.values()) == {rdf}, counts


_NODES = "?x a ?kind . VALUES ?kind { zt:Person zt:Place zt:Organization zt:Campaign zt:Program zt:Project zt:Event \
zt:Document zt:Award zt:Post }"
_STATEMENTS = "?x a rdf:Statement"


def _count(store: ox.Store, pattern: str) -> int:
    from kg.query import ask

    return int(str(ask(store, f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}").rows[0][0]))


def _xml(data: bytes, node: str, edge: str, rule: str) -> tuple[int, int]:
    root = ElementTree.fromstring(data)
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    bare = sum("structure" in (part.text, part.get("value")) for part in root.iter() if rule in part.attrib.values())
    return tags.count(node), tags.count(edge) - bare


def _rows(nodes: list[dict[str, str]], edges: list[dict[str, str]]) -> tuple[int, int]:
    return len(nodes), sum(edge["rule"] != "structure" for edge in edges)


def _tables(nodes: bytes, edges: bytes) -> tuple[int, int]:
    read = [list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))) for data in (nodes, edges)]
    return _rows(*read)


def _cyjs(data: bytes) -> tuple[int, int]:
    elements = json.loads(data)["elements"]
    return _rows(*([item["data"] for item in elements[sort]] for sort in ("nodes", "edges")))


def _cypher(data: bytes) -> tuple[int, int]:
    lines = data.decode().splitlines()
    edges = [line for line in lines if line.startswith("MATCH")]
    return sum(line.startswith("CREATE (:") for line in lines), sum("rule: 'structure'" not in line for line in edges)


_COUNTS = {
    "graphml": lambda files: _xml(files["graph.graphml"], "node", "edge", "e_rule"),
    "gexf": lambda files: _xml(files["graph.gexf"], "node", "edge", "rule"),
    "nodelink": lambda files: _rows(*(json.loads(files["graph.json"])[sort] for sort in ("nodes", "edges"))),
    "cytoscape": lambda files: _cyjs(files["graph.cyjs"]),
    "csv": lambda files: _tables(files["csv/nodes.csv"], files["csv/edges.csv"]),
    "neo4j": lambda files: _tables(files["neo4j/nodes.csv"], files["neo4j/relationships.csv"]),
    "cypher": lambda files: _cypher(files["neo4j/graph.cypher"]),
}


REFUSED = [
    ("blank nodes", "[] a <https://a.cn/x> .", "turtle", "blank nodes"),
    ("no article", "<https://a.cn/a> a <https://a.cn/x> .", "gexf", "no zt:Article"),
    ("no RDF", "SELECT * {}", "gexf", "no RDF"),
    ("a half statement", None, "gexf", "rdf:subject"),
]


@pytest.mark.parametrize(("why", "data", "name", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_no_graph_of_ours(why: str, data: str | None, name: str, told: str, tmp_path: Path) -> None:
    path = written(specimen(), tmp_path)
    path.write_text(data or path.read_text("utf-8").replace("rdf:subject", "rdf:first", 1), "utf-8")
    with pytest.raises(UsageError, match=told):
        converted(path, [name])


def test_foreign_triples_go_into_every_rdf_format(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text('<https://a.cn/甲> <https://a.cn/p> "乙"@zh-hans, 1.50 .', "utf-8")
    files = converted(tmp_path / "own.ttl", ["ntriples", "jsonld", "trig"])
    assert '"乙"@zh-Hans' in files["graph.nt"].decode()
    assert '"1.50"' in files["graph.jsonld"].decode()
