"""The ontology: every term told whole in both languages, nothing outside OWL 2 RL, and a reasoner finds no fault in a build."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD

from kg.cli import main
from kg.export.rdf.turtle import turtle
from kg.ontology import ABSTRACT, folder
from kg.terms_page import terms_page
from kg.vocab import BASE, ZT, Kind, Predicate
from tests.export.specimen import specimen

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph

Z = rdflib.Namespace(ZT)
SCHEMA = rdflib.Namespace("https://schema.org/")
ERROR = "http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"
NIF_TEXT = rdflib.URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf")
TEXTS = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, SKOS.example, SKOS.altLabel}
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
ALLOWED = {
    *(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.Ontology),
    OWL.AnnotationProperty,
}


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / "zhengtu.ttl")


@pytest.fixture(scope="module")
def terms(ontology: rdflib.Graph) -> list[rdflib.URIRef]:
    found = {subject for subject in ontology.subjects() if str(subject).startswith(ZT)}
    return sorted(term for term in found if isinstance(term, rdflib.URIRef))


@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment, SKOS.example], ids=["label", "comment", "example"])
def test_every_term_speaks_both_languages(
    predicate: rdflib.URIRef, ontology: rdflib.Graph, terms: list[rdflib.URIRef]
) -> None:
    for term in terms:
        texts = [text for text in ontology.objects(term, predicate) if isinstance(text, rdflib.Literal)]
        assert sorted(str(text.language) for text in texts) == ["en", "zh-Hans"], term
        assert all(text.strip() for text in texts)


def test_every_class_has_one_above_it(ontology: rdflib.Graph) -> None:
    own = [cls for cls in ontology.subjects(RDF.type, OWL.Class) if str(cls).startswith(ZT)]
    assert all(set(ontology.objects(cls, RDFS.subClassOf)) for cls in own)


def test_every_property_says_what_it_joins(ontology: rdflib.Graph) -> None:
    for kind in PROPERTIES:
        for term in (term for term in ontology.subjects(RDF.type, kind) if str(term).startswith(ZT)):
            assert set(ontology.objects(term, RDFS.range)), term
            starts = {*ontology.objects(term, RDFS.domain), *ontology.objects(term, SCHEMA.domainIncludes)}
            assert starts, term


def test_every_relation_has_a_super_property_and_an_inverse(ontology: rdflib.Graph) -> None:
    for predicate in Predicate:
        term = Z[predicate.value]
        assert set(ontology.objects(term, RDFS.subPropertyOf)), term
        symmetric = OWL.SymmetricProperty in set(ontology.objects(term, RDF.type))
        assert symmetric or set(ontology.objects(term, OWL.inverseOf)), term


def test_kinds_are_apart(ontology: rdflib.Graph) -> None:
    pairs = {frozenset(pair) for pair in ontology.subject_objects(OWL.disjointWith)}
    kinds = [Z[kind.value] for kind in Kind]
    assert all(frozenset({a, b}) in pairs for a in kinds for b in kinds if a != b)


def test_every_foreign_term_above_ours_is_declared(ontology: rdflib.Graph) -> None:
    """So that a reasoner of OWL 2 DL (HermiT) loads it: 35 were not."""
    above = {*ontology.objects(None, RDFS.subClassOf), *ontology.objects(None, RDFS.domain)}
    above |= {*ontology.objects(None, RDFS.subPropertyOf), *ontology.objects(None, RDFS.range)}
    known = (ZT, str(OWL), str(RDFS), str(RDF), str(XSD))
    foreign = {term for term in above if not str(term).startswith(known)}
    assert {term for term in foreign if not set(ontology.objects(term, RDF.type))} <= {
        rdflib.URIRef("http://purl.org/dc/terms/title")
    }


def test_it_is_owl_2_rl(ontology: rdflib.Graph) -> None:
    """No class expression, no blank node, no kind of axiom that OWL 2 RL does not have."""
    assert not any(isinstance(part, rdflib.BNode) for triple in ontology for part in triple)
    assert set(ontology.objects(None, RDF.type)) <= ALLOWED
    assert ontology.value(rdflib.URIRef(ZT.removesuffix("#")), OWL.versionIRI)


def expanded(
    ontology: rdflib.Graph, graph: Graph, *more: tuple[rdflib.URIRef, ...]
) -> tuple[rdflib.Graph, rdflib.Graph]:
    """The graph without its spans, statements and names, and the same with all that OWL 2 RL makes of it."""
    owlrl = pytest.importorskip("owlrl")
    told = rdflib.Graph().parse(data=turtle(graph), format="turtle")
    aside = {*told.subjects(NIF_TEXT), *told.subjects(RDF.type, RDF.Statement)}
    before = rdflib.Graph()
    for triple in [*told, *more]:
        if not aside & set(triple):
            before.add(triple)  # type: ignore[arg-type]
    after = rdflib.Graph()
    for triple in [*ontology, *before]:
        if triple[1] not in TEXTS:
            after.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(after)
    return before, after


@pytest.fixture(scope="module", params=["specimen", "seeds"])
def closure(request: pytest.FixtureRequest, ontology: rdflib.Graph) -> tuple[rdflib.Graph, rdflib.Graph]:
    graph = specimen() if request.param == "specimen" else request.getfixturevalue("seeds_graph")
    return expanded(ontology, graph)


def test_a_reasoner_finds_no_contradiction(closure: tuple[rdflib.Graph, rdflib.Graph]) -> None:
    assert list(closure[1].subjects(RDF.type, rdflib.URIRef(ERROR))) == []


def test_a_reasoner_adds_no_type_that_is_wrong(closure: tuple[rdflib.Graph, rdflib.Graph]) -> None:
    """Of our own classes only those that gather others, and that all above an entity's classes stand there already."""
    before, after = closure
    for node, cls in after.subject_objects(RDF.type):
        if str(node).startswith(BASE) and str(cls).startswith(ZT) and (node, RDF.type, cls) not in before:
            assert str(cls).removeprefix(ZT) in ABSTRACT, (node, cls)


def test_a_reasoner_follows_the_divisions(closure: tuple[rdflib.Graph, rdflib.Graph]) -> None:
    before, after = closure
    for county, city in before.subject_objects(Z.within):
        assert (city, Z.contains, county) in after
        assert all((county, Z.within, province) in after for province in before.objects(city, Z.within))


def test_a_contradiction_would_be_found(ontology: rdflib.Graph) -> None:
    person = rdflib.URIRef(f"{BASE}person/张三丰")
    _, after = expanded(ontology, specimen(), (person, Z.within, person))  # type: ignore[arg-type]
    assert list(after.subjects(RDF.type, rdflib.URIRef(ERROR)))


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.ids |= {named["id"]} if "id" in named else set()
        self.links |= {named["href"]} if tag == "a" else set()
        self.loads += [named["src"]] if "src" in named else [named["href"]] if tag == "link" else []


def test_the_page_has_every_term_and_loads_nothing(terms: list[rdflib.URIRef]) -> None:
    page = _Anchors()
    page.feed(terms_page())
    assert {str(term).removeprefix(ZT) for term in terms} <= page.ids
    assert {link[1:] for link in page.links if link.startswith("#")} <= page.ids
    assert page.loads == []
    assert terms_page() == terms_page()


def test_the_page_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs", "-o", str(tmp_path / "terms.html")]) == 0
    assert (tmp_path / "terms.html").read_text("utf-8") == terms_page()
    assert main(["docs", "-o", str(tmp_path / "no" / "terms.html")]) == 2
    assert "the page cannot be written" in capsys.readouterr().err
