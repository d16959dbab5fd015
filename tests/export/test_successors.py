"""Organs before and after a reform stay two nodes, and the graph says which took over from which."""

from __future__ import annotations

import pyoxigraph as ox

from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.ntriples import ntriples
from kg.export.rdf.parse import parse
from kg.merge import merge
from kg.model import Document, Entity, Reading
from kg.restore.graph import graph_of
from kg.vocab import Kind

NAMES = ("德州市国土资源局", "德州市自然资源局", "临汾市自然资源局")
ENTITIES = tuple(Entity(f"organization/371400-{name}", Kind.ORGANIZATION, name) for name in NAMES)
GRAPH = merge([Reading(Document("1", "1.txt", "文", "文"), entities=ENTITIES)])


def test_the_later_organ_of_the_same_place_replaces_the_earlier() -> None:
    rows = {(s, o) for s, pairs in describe(GRAPH).items() for p, o in pairs if p.endswith("isReplacedBy>")}
    ends = {tuple(parse(term).value.rpartition("/")[2] for term in row) for row in rows}
    assert ends == {("371400-德州市国土资源局", "371400-德州市自然资源局")}


def test_it_is_told_again_of_a_graph_that_was_read_back() -> None:
    written = describe(GRAPH)
    assert {k: sorted(set(v)) for k, v in describe(graph_of(written)[0]).items()} == {
        k: sorted(set(v)) for k, v in written.items()
    }


def test_a_store_answers() -> None:
    store = ox.Store()
    store.load(ntriples(GRAPH), format=ox.RdfFormat.N_TRIPLES)
    assert bool(store.query("ASK { ?a <http://purl.org/dc/terms/isReplacedBy> ?b }"))
