"""What holds of every reading and of everything written from it, whatever the text. Shared by properties and fuzzing."""

from __future__ import annotations

import json
from collections import Counter
from xml.etree import ElementTree

import pyoxigraph as ox

from kg.export.network.graphml import graphml
from kg.export.network.nodelink import nodelink
from kg.export.rdf.turtle import turtle
from kg.merge import merge
from kg.model import Reading
from kg.model.facts import GAZETTEER
from kg.vocab import ZT

RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def check(found: Reading) -> None:
    """Spans lie in the text, every fact has its reason, every key an entity."""
    document, keys = found.document, {entity.key for entity in found.entities}
    size = len(document.text)
    assert len(document.plain) == size
    for mention in found.mentions:
        assert 0 <= mention.span.start < mention.span.end <= size
        assert document.surface(mention.span)
        assert mention.entity in keys
        assert 0 < mention.confidence <= 1
    for fact in (*found.relations, *found.posts, *found.figures, *found.quotes, *found.moments):
        why = fact.evidence
        assert why.rule
        assert 0 < why.confidence <= 1
        if why.document != GAZETTEER:
            assert why.document == document.id
            assert 0 <= why.span.start < why.span.end <= size
            assert document.surface(why.span).strip()
    for relation in found.relations:
        assert {relation.subject, relation.object} <= keys
    for quote in found.quotes:
        assert quote.speaker in keys
        assert 0 <= quote.span.start < quote.span.end <= size
    assert len(keys) == len(found.entities)
    _sentences(found)


def _sentences(found: Reading) -> None:
    """Blocks and sentences stand in order, without overlap, and no rule ever sees a stretch without bounds."""
    document, at = found.document, 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        assert len(block.span) <= 5000
        at = block.span.end
    at = 0
    for sentence in document.sentences:
        assert at <= sentence.start < sentence.end <= len(document.text)
        assert len(sentence) <= 1000
        at = sentence.end


def check_exports(found: Reading) -> None:
    """What is written can be read again by other programs, and holds as much as the graph."""
    graph = merge([found])
    store = ox.Store()
    store.load(turtle(graph), format=ox.RdfFormat.TURTLE)
    kinds = Counter(str(quad.object.value) for quad in store.quads_for_pattern(None, RDF_TYPE, None))
    assert kinds[f"{ZT}Article"] == 1
    assert kinds[f"{ZT}Observation"] == len(set(graph.figures))
    nodes = json.loads(nodelink(graph))["nodes"]
    assert len(nodes) >= len(graph.entities)
    assert len(list(ElementTree.fromstring(graphml(graph)).iter("{http://graphml.graphdrawing.org/xmlns}node"))) == len(
        nodes
    )
