"""The RDF and the other exports: read again by independent programs, equal to each other, true to the source."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import UsageError
from kg.export.network.cytoscape import cytoscape
from kg.export.network.gexf import gexf
from kg.export.network.graph_to_network import network
from kg.export.network.graphml import graphml
from kg.export.network.nodelink import nodelink
from kg.export.rdf.jsonld import jsonld
from kg.export.rdf.nquads import nquads
from kg.export.rdf.ntriples import ntriples
from kg.export.rdf.rdfxml import rdfxml
from kg.export.rdf.terms import PREFIXES
from kg.export.rdf.to_rdflib import to_rdf
from kg.export.rdf.trig import trig
from kg.export.rdf.turtle import turtle
from kg.export.tables.neo4j import neo4j
from kg.ontology import folder
from tests.export.specimen import specimen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import kg
    from kg.model import Graph

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
FORMATS = [
    ("turtle", turtle, ox.RdfFormat.TURTLE),
    ("ntriples", ntriples, ox.RdfFormat.N_TRIPLES),
    ("trig", trig, ox.RdfFormat.TRIG),
    ("nquads", nquads, ox.RdfFormat.N_QUADS),
    ("jsonld", jsonld, ox.RdfFormat.JSON_LD),
]


@pytest.fixture(params=["specimen", "seeds"])
def graph(request: pytest.FixtureRequest) -> Graph:
    """The hand-made graph with all that is awkward, and the graph of the seeds."""
    return specimen() if request.param == "specimen" else request.getfixturevalue("seeds_graph")


def triples(data: bytes, form: ox.RdfFormat) -> set[tuple[str, str, str]]:
    quads = ox.parse(io.BytesIO(data), format=form)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


@pytest.mark.parametrize(("name", "write", "form"), FORMATS[1:], ids=[row[0] for row in FORMATS[1:]])
def test_every_rdf_format_holds_the_same_triples(name: str, write: Any, form: ox.RdfFormat, graph: Graph) -> None:
    assert triples(write(graph), form) == triples(turtle(graph), ox.RdfFormat.TURTLE)


def test_rdfxml_holds_the_same_triples_but_for_control_characters(seeds_graph: kg.Graph) -> None:
    found = triples(rdfxml(seeds_graph), ox.RdfFormat.RDF_XML)
    assert found == triples(turtle(seeds_graph), ox.RdfFormat.TURTLE)


def test_two_families_of_readers_agree(graph: Graph) -> None:
    """rdflib and oxigraph share no code; both read our Turtle to the same triples."""
    mine = rdflib.Graph().parse(data=turtle(graph), format="turtle")
    theirs = {
        (s.value, p.value, o.value, getattr(o, "language", None))
        for s, p, o in ((q.subject, q.predicate, q.object) for q in ox.parse(turtle(graph), format=ox.RdfFormat.TURTLE))
    }
    found = {(str(s), str(p), str(o), getattr(o, "language", None)) for s, p, o in mine}
    lower = lambda rows: {(s, p, o, language.lower() if language else None) for s, p, o, language in rows}  # noqa: E731
    assert lower(found) == lower(theirs)


def test_to_rdf_is_the_same_graph(graph: Graph) -> None:
    assert len(to_rdf(graph)) == len(triples(turtle(graph), ox.RdfFormat.TURTLE))


def test_there_are_no_blank_nodes(graph: Graph) -> None:
    for triple in rdflib.Graph().parse(data=turtle(graph), format="turtle"):
        assert not any(isinstance(part, rdflib.BNode) for part in triple)


def test_offsets_are_the_letters_of_the_source(graph: Graph) -> None:
    texts = {article.id: article.document.text for article in graph.articles}
    store = ox.Store()
    store.bulk_load(turtle(graph), format=ox.RdfFormat.TURTLE)
    query = f"""SELECT ?id ?b ?e ?x {{ ?s <{NIF}beginIndex> ?b ; <{NIF}endIndex> ?e ; <{NIF}anchorOf> ?x ;
        <{NIF}referenceContext> ?a . ?a <http://purl.org/dc/terms/identifier> ?id }}"""
    rows = [tuple(term.value for term in row) for row in store.query(query)]  # type: ignore[union-attr]
    assert rows
    for document, begin, end, surface in rows:
        assert texts[document][int(begin) : int(end)] == surface


def test_every_relation_has_its_evidence(graph: Graph) -> None:
    store = ox.Store()
    store.bulk_load(turtle(graph), format=ox.RdfFormat.TURTLE)
    bare = """PREFIX zt: <https://w3id.org/zhengtu/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?s ?p ?o { VALUES ?p { zt:holdsPost zt:within zt:jurisdiction zt:unitOf zt:locatedIn zt:conductedIn
            zt:organizedBy zt:participatesIn zt:partOf zt:implements zt:issued zt:undertakes zt:cooperatesWith
            zt:received zt:about } ?s ?p ?o FILTER NOT EXISTS { ?r rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
            prov:wasDerivedFrom ?x } }"""
    assert list(store.query(bare)) == []  # type: ignore[arg-type]


def test_shapes_conform() -> None:
    pyshacl = pytest.importorskip("pyshacl")
    shapes, terms = rdflib.Graph().parse(folder() / "shapes.ttl"), rdflib.Graph().parse(folder() / "zhengtu.ttl")
    data = rdflib.Graph().parse(data=turtle(specimen()), format="turtle")
    conforms, _, told = pyshacl.validate(data, shacl_graph=shapes, ont_graph=terms, advanced=True)
    assert conforms, told


def test_shapes_conform_of_the_seeds(seeds_graph: Graph) -> None:
    """pyshacl parses a SPARQL rule anew for every node (half a minute): here each is asked once of the whole graph."""
    pyshacl = pytest.importorskip("pyshacl")
    shapes, terms = rdflib.Graph().parse(folder() / "shapes.ttl"), rdflib.Graph().parse(folder() / "zhengtu.ttl")
    asked = sorted(str(query) for query in shapes.objects(None, rdflib.SH.select))
    shapes.remove((None, rdflib.SH.sparql, None))
    data = rdflib.Graph().parse(data=turtle(seeds_graph), format="turtle")
    conforms, _, told = pyshacl.validate(data, shacl_graph=shapes, ont_graph=terms, advanced=True)
    assert conforms, told
    store = ox.Store()
    store.bulk_load(turtle(seeds_graph), format=ox.RdfFormat.TURTLE)
    assert len(asked) == 3
    for query in asked:
        assert list(store.query(query, prefixes=PREFIXES)) == []  # type: ignore[arg-type]


def test_every_export_of_the_network_counts_alike(graph: Graph) -> None:
    net = network(graph)
    size = (net.number_of_nodes(), net.number_of_edges())
    assert set(_sizes(graph)) == {size}
    assert len({key for _, _, key in net.edges(keys=True)}) == size[1], "edge keys are unique in the whole graph"


def _sizes(graph: Graph) -> Iterator[tuple[int, int]]:
    for read in (nx.parse_graphml(graphml(graph).decode()), nx.read_gexf(io.BytesIO(gexf(graph)))):
        yield read.number_of_nodes(), read.number_of_edges()
    linked = json.loads(nodelink(graph))
    back = nx.node_link_graph(linked, edges="edges")
    yield back.number_of_nodes(), back.number_of_edges()
    elements = json.loads(cytoscape(graph))["elements"]
    yield len(elements["nodes"]), len(elements["edges"])
    script = neo4j(graph)["graph.cypher"].decode().splitlines()
    yield sum(line.startswith("CREATE (:") for line in script), sum(line.startswith("MATCH") for line in script)


def test_a_strict_graphml_reader_reads_it(graph: Graph, tmp_path: Path) -> None:
    """igraph refuses duplicate ids and types that change, which networkx lets pass."""
    igraph = pytest.importorskip("igraph")
    (tmp_path / "g.graphml").write_bytes(graphml(graph))
    read = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    net = network(graph)
    assert (read.vcount(), read.ecount()) == (net.number_of_nodes(), net.number_of_edges())
    assert sorted(read.vs["label"]) == sorted(_clean(label) for _, label in net.nodes(data="label"))


def _clean(text: str) -> str:
    return "".join(char for char in text if char >= " ")


def test_the_network_and_the_rdf_tell_the_same_relations(graph: Graph) -> None:
    net = network(graph)
    told = sum(data["rule"] != "structure" for _, _, data in net.edges(data=True))
    statements = [t for t in triples(turtle(graph), ox.RdfFormat.TURTLE) if t[2].endswith("#Statement>")]
    assert told == len(statements)


@pytest.mark.parametrize("write", [graphml, gexf], ids=["graphml", "gexf"])
def test_hostile_strings_stay_strings(write: Any) -> None:
    root = ElementTree.fromstring(write(specimen()))
    assert not [node for node in root.iter() if node.tag.endswith("script")]
    assert "<script>公司&" in "".join([*root.itertext(), *(v for node in root.iter() for v in node.attrib.values())])


@pytest.mark.parametrize("base", ["", "no iri", "https://a.cn/<x>/", "https://a.cn/kg", "/kg/", "https://a.cn/#"])
def test_a_base_that_is_none(base: str) -> None:
    with pytest.raises(UsageError, match="no base IRI"):
        turtle(specimen(), base)


def test_another_base(tmp_path: Path) -> None:
    other = turtle(specimen(), "https://example.org/城/").decode()
    assert "w3id.org/zhengtu/kg" not in other
    assert "<https://example.org/城/place/991000-某市>" in other


def test_the_same_graph_gives_the_same_bytes() -> None:
    for write in (turtle, ntriples, trig, nquads, jsonld, rdfxml, graphml, gexf, nodelink, cytoscape):
        assert write(specimen()) == write(specimen())
