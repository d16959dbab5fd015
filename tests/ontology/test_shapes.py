"""The shapes: every rule has a fixture that breaks it, and says in both languages what is to be done."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from kg.ontology import folder

BROKEN = Path(__file__).parent / "broken.ttl"


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / "shapes.ttl")


@pytest.fixture(scope="module")
def told(shapes: rdflib.Graph) -> set[str]:
    """What pyshacl says of the broken fixture: all messages."""
    pyshacl = pytest.importorskip("pyshacl")
    data = rdflib.Graph().parse(BROKEN)
    conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    assert not conforms
    return {str(text) for text in results.objects(None, SH.resultMessage)}


def messages(shapes: rdflib.Graph) -> set[str]:
    return {str(text) for text in shapes.objects(None, SH.message) if text.language == "en"}  # type: ignore[union-attr]


def test_every_rule_is_broken_and_caught(shapes: rdflib.Graph, told: set[str]) -> None:
    whole = {text for text in messages(shapes) if "{?" not in text}
    assert whole - told == set()


def test_the_message_of_a_relation_names_it(told: set[str]) -> None:
    assert any("add one for" in text and "within" in text and "{?" not in text for text in told)


def test_every_constraint_says_what_to_do_in_both_languages(shapes: rdflib.Graph) -> None:
    bearers = set(shapes.subjects(SH.path)) | set(shapes.subjects(RDF.type, SH.SPARQLConstraint))
    bearers |= {shape for shape in shapes.subjects(RDF.type, SH.NodeShape) if set(shapes.predicates(shape)) & _CHECKS}
    for bearer in bearers:
        tags = {text.language for text in shapes.objects(bearer, SH.message)}  # type: ignore[union-attr]
        assert tags == {"en", "zh-Hans"}, list(shapes.predicate_objects(bearer))
    for text in messages(shapes):
        assert ":" in text, "what is wrong: what to do"


_CHECKS = {SH.nodeKind, SH["class"], SH["or"], SH.pattern}
