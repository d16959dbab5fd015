"""The names in the code and the terms in ontology/zhengtu.ttl are one vocabulary, told in both languages."""

from __future__ import annotations

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Namespace, URIRef

from kg.ontology import ABSTRACT, ancestors, folder
from kg.vocab import SIGNATURES, SYMMETRIC, ZT, Kind, Predicate

SCHEMA = Namespace("https://schema.org/")
TERMS = rdflib.Graph().parse(folder() / "zhengtu.ttl")
OURS = sorted({s for s in TERMS.subjects() if isinstance(s, URIRef) and s.startswith(ZT)})


def term(name: str) -> URIRef:
    return URIRef(ZT + name)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_a_class(kind: Kind) -> None:
    assert (term(kind.value), RDF.type, OWL.Class) in TERMS
    assert set(ancestors(kind.value)) <= ABSTRACT, "a base class stands under no other class that entities carry"


@pytest.mark.parametrize("predicate", Predicate)
def test_every_predicate_is_an_object_property(predicate: Predicate) -> None:
    node = term(predicate.value)
    assert (node, RDF.type, OWL.ObjectProperty) in TERMS
    assert (node, RDFS.domain, None) in TERMS
    assert (node, RDFS.range, None) in TERMS


@pytest.mark.parametrize("predicate", SIGNATURES, ids=str)
def test_signatures_are_those_of_the_ontology(predicate: Predicate) -> None:
    node = term(predicate.value)
    starts, ends = SIGNATURES[predicate]
    for told, known in ((SCHEMA.domainIncludes, starts), (SCHEMA.rangeIncludes, ends)):
        named = {str(o).removeprefix(ZT) for o in TERMS.objects(node, told)}
        base = {
            str(o).removeprefix(ZT)
            for o in TERMS.objects(node, RDFS.domain if told == SCHEMA.domainIncludes else RDFS.range)
        }
        if named:
            assert named == {kind.value for kind in known}
        elif not base & (ABSTRACT | {"Entity"}):
            assert base == {kind.value for kind in known}


def test_symmetric_ones_are_symmetric() -> None:
    found = {str(s).removeprefix(ZT) for s in TERMS.subjects(RDF.type, OWL.SymmetricProperty)}
    assert found == {predicate.value for predicate in SYMMETRIC}


@pytest.mark.parametrize("node", OURS, ids=lambda node: str(node).removeprefix(ZT))
def test_every_term_is_told_in_both_languages(node: URIRef) -> None:
    for told in (RDFS.label, RDFS.comment, SKOS.example):
        languages = {getattr(text, "language", None) for text in TERMS.objects(node, told)}
        assert {"en", "zh-Hans"} <= languages or {"en", "zh-hans"} <= languages


def test_it_has_no_blank_nodes() -> None:
    assert not any(isinstance(part, rdflib.BNode) for triple in TERMS for part in triple)
