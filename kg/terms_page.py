"""The ontology as a page for people: every term in both languages, with its place among the others. No network."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.ontology import folder
from kg.vocab import ZT

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONTOLOGY: Final = ZT.removesuffix("#")
_SPACES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "zt": ZT,
}
SECTIONS: Final = (
    ("Class", "类", "Classes"),
    ("ObjectProperty", "关系", "Relations between nodes"),
    ("DatatypeProperty", "值", "Values"),
)
_RELATIONS: Final = (
    ("rdfs:subClassOf", "上位类", "subclass of"),
    ("rdfs:subPropertyOf", "上位属性", "subproperty of"),
    ("rdfs:domain", "定义域", "domain"),
    ("rdfs:range", "值域", "range"),
    ("schema:domainIncludes", "主语类型", "joins, as subject"),
    ("schema:rangeIncludes", "宾语类型", "joins, as object"),
    ("owl:inverseOf", "逆属性", "inverse"),
    ("rdfs:seeAlso", "另见", "see also"),
)


@dataclass
class Term:
    """One term: its words by predicate and language, and the terms it is joined to, by predicate."""

    name: str
    term_types: set[str] = field(default_factory=set)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    joined: dict[str, list[str]] = field(default_factory=dict)

    def said(self, predicate: str, language: str) -> str:
        """What the term says of itself, or ""."""
        return self.words.get((predicate, language), "")

    def relations(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """The lines of its table: Chinese name, English name, terms with their addresses."""
        rows = ((chinese, english, self.joined.get(name, ())) for name, chinese, english in _RELATIONS)
        return [
            (chinese, english, [(term, _address(term)) for term in sorted(terms)])
            for chinese, english, terms in rows
            if terms
        ]


@cache
def terms() -> dict[str, Term]:
    """Every term by its local name; the ontology itself by the empty name."""
    import pyoxigraph as ox

    found: dict[str, Term] = {}
    for quad in ox.parse(path=str(folder() / "zhengtu.ttl"), format=ox.RdfFormat.TURTLE):
        iri = getattr(quad.subject, "value", "")
        if iri == _ONTOLOGY or iri.startswith(ZT):
            local = iri.removeprefix(ZT) if iri != _ONTOLOGY else ""
            _note(found.setdefault(local, Term(local)), _short(quad.predicate.value), quad.object)
    return found


def _note(term: Term, predicate: str, value: Any) -> None:
    if hasattr(value, "datatype"):
        term.words[predicate, value.language or ""] = value.value
    elif predicate == "rdf:type":
        term.term_types.add(_short(value.value).removeprefix("owl:"))
    else:
        term.joined.setdefault(predicate, []).append(_short(value.value))


def terms_page() -> str:
    """The HTML. It loads nothing from anywhere."""
    import jinja2

    template = (Path(__file__).parent / "terms_page.html").read_text(encoding="utf-8")
    made = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True).from_string(template)
    sections = [(term_type, chinese, english, _of(term_type)) for term_type, chinese, english in SECTIONS]
    version = terms()[""].joined["owl:versionIRI"][0]
    return made.render(about=terms()[""], sections=sections, version=version, namespace=ZT, used=_used())


def _of(term_type: str) -> list[Term]:
    return sorted(
        (term for term in terms().values() if term_type in term.term_types), key=lambda term: term.name.lower()
    )


def _used() -> dict[str, list[str]]:
    """The properties that start from each class, or are for it by name."""
    found: dict[str, set[str]] = {}
    for term in terms().values():
        for cls in _ends(term.joined.get("rdfs:domain", ()), term.joined.get("schema:domainIncludes", ())):
            found.setdefault(cls, set()).add(term.name)
    return {cls: sorted(names) for cls, names in found.items()}


def _ends(*lists: Iterable[str]) -> set[str]:
    return {name.removeprefix("zt:") for names in lists for name in names if name.startswith("zt:")}


def _short(iri: str) -> str:
    known = ((p, space) for p, space in _SPACES.items() if iri.startswith(space) and iri != space)
    return next((f"{prefix}:{iri.removeprefix(space)}" for prefix, space in known), iri)


def _address(term: str) -> str:
    """Our own terms stand on the page; those of others on theirs."""
    prefix, _, local = term.partition(":")
    return f"#{local}" if prefix == "zt" else _SPACES[prefix] + local if prefix in _SPACES else term
