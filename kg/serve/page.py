"""The page of a node for people: what it is, what is told of it with every sentence, what it links to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from kg.errors import LexiconError, UsageError
from kg.explain import explain
from kg.export.rdf.terms import PREFIXES
from kg.ontology import labels
from kg.query.answer import asked
from kg.vocab import ZT

if TYPE_CHECKING:
    import jinja2
    import pyoxigraph as ox

    from kg.explain import Explanation, Source

_SOURCE: Final = "the node's page"
_MOST: Final = 500
"""No list on a page is longer; the RDF has all."""
_INNER: Final = (
    "rdf:subject, rdf:object, itsrdf:taIdentRef, nif:referenceContext, prov:wasDerivedFrom, zt:observedFor, \
zt:speaker, zt:dates, zt:wording"
)
_NAMED: Final = 'OPTIONAL {{ {0} rdfs:label {1} FILTER(LANGMATCHES(LANG({1}), "zh-Hans")) }}'


@dataclass(frozen=True, slots=True)
class Link:
    """Something shown: its text, where it leads ("" for nowhere), whether that is outside, its language."""

    text: str
    href: str = ""
    outside: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A predicate with the things at its other end."""

    predicate: str
    label: str
    links: tuple[Link, ...]


def page(store: ox.Store, base: str, there: str) -> str:
    """The HTML for a node, given as a light term."""
    view = _View(store, base, there)
    told = view.explained()
    out, back = view.rows(f"{there} ?p ?x"), view.rows(f"?x ?p {there} FILTER(?p NOT IN ({_INNER}))")
    kinds = [_label(cls) for cls in told.classes] if told else []
    mentioned = view.mentioned()
    title = told.name if told else view.title(out)
    return (
        environment()
        .get_template("node.html")
        .render(
            iri=there[1:-1],
            key=there[1:-1].removeprefix(base),
            title=title,
            kinds=kinds,
            told=told,
            out=out,
            back=back,
            mentioned=mentioned,
            most=_MOST,
        )
    )


class _View:
    """Asks the store about one node."""

    def __init__(self, store: ox.Store, base: str, there: str) -> None:
        self.store, self.base, self.there = store, base, there

    def explained(self) -> Explanation | None:
        """What `kg explain` says, where the node is an entity."""
        try:
            return next((one for one in explain(self.store, self.there[1:-1]) if one.iri == self.there[1:-1]), None)
        except UsageError:
            return None

    def rows(self, pattern: str) -> list[Row]:
        """The other ends ``?x`` of a pattern, by predicate ``?p``."""
        query = f"SELECT ?p ?x ?name {{ {pattern} {_NAMED.format('?x', '?name')} }} ORDER BY ?p ?x LIMIT {_MOST}"
        found: dict[str, list[Link]] = {}
        with asked(self.store, query, _SOURCE) as rows:
            for predicate, target, label in rows:
                found.setdefault(predicate.value, []).append(self.link(target, label.value if label else ""))
        return [Row(_short(iri), _label(_short(iri)), tuple(dict.fromkeys(ends))) for iri, ends in found.items()]

    def mentioned(self) -> list[tuple[Link, int]]:
        """The entities that an article mentions, the most mentioned first."""
        query = f"""SELECT ?x ?name (COUNT(?m) AS ?n) {{ ?m nif:referenceContext {self.there} ; itsrdf:taIdentRef ?x .
          {_NAMED.format("?x", "?name")} }} GROUP BY ?x ?name ORDER BY DESC(?n) ?x LIMIT {_MOST}"""
        with asked(self.store, query, _SOURCE) as rows:
            return [(self.link(x, name.value if name else ""), int(n.value)) for x, name, n in rows]

    def link(self, term: Any, name: str = "") -> Link:
        """A term as something to show: nodes of the graph lead to their pages."""
        if hasattr(term, "datatype"):
            return Link(term.value, language=term.language or "")
        if term.value.startswith(self.base):
            path, hash_, fragment = term.value.removeprefix(self.base).partition("#")
            return Link(name or f"{path}{hash_}{fragment}", f"/{quote(path)}{hash_}{quote(fragment, safe='=,')}")
        if term.value.startswith(ZT):
            return Link(_label(_short(term.value)), f"/ontology#{term.value.removeprefix(ZT)}")
        web = term.value.startswith(("https://", "http://"))
        return Link(name or _short(term.value), term.value if web else "", True)

    def title(self, rows: list[Row]) -> str:
        """The label in Chinese where there is one, else the IRI."""
        own = (link for row in rows if row.predicate == "rdfs:label" for link in row.links)
        return next((link.text for link in own if link.language == "zh-hans"), self.there[1:-1])


def _short(iri: str) -> str:
    known = ((p, space) for p, space in PREFIXES.items() if iri.startswith(space))
    return next((f"{prefix}:{iri.removeprefix(space)}" for prefix, space in known), iri)


def _label(term: str) -> str:
    """Both labels of a term of our own, else the term."""
    try:
        known = labels(term.removeprefix("zt:"))
    except LexiconError:
        return term
    return f"{known['zh-hans']} {known['en']}"


@cache
def environment() -> jinja2.Environment:
    """Templates that escape all they are given."""
    import jinja2

    loader = jinja2.FileSystemLoader(Path(__file__).parent / "pages")
    made = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    made.filters["place_in_view"] = _place_in_view
    return made


def _place_in_view(source: Source) -> str:
    """The sentence in its article, as the address of the view says it."""
    name = source.article.rsplit("/", 1)[-1]
    return f"/#article={name}&char={source.begin},{source.end}"
