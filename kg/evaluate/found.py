"""A written graph to facts, article by article, by the terms of the contract alone: any such graph can be scored."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.evaluate.facts import Facts, Holding, Link, Named, Number, Saying
from kg.evaluate.names import normal
from kg.query.answer import ask
from kg.vocab import ZT, Kind, Predicate

if TYPE_CHECKING:
    import pyoxigraph as ox

_KINDS = frozenset(kind.value for kind in Kind)
_BACKGROUND = (Predicate.WITHIN.value, Predicate.JURISDICTION.value)
_IN = "prov:wasDerivedFrom/nif:referenceContext ?article"


def from_graph(store: ox.Store) -> dict[str, Facts]:
    """Facts by the identifier of the article."""
    return _Reader(store).all()


@dataclass
class _Reader:
    store: ox.Store
    articles: dict[str, Facts] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def all(self) -> dict[str, Facts]:
        ids = {str(a): str(i) for a, i in self.rows("SELECT ?a ?i { ?a a zt:Article ; dcterms:identifier ?i }")}
        self.articles = {article: Facts() for article in ids}
        for article, date in self.rows("SELECT ?a ?d { ?a a zt:Article ; dcterms:date ?d }"):
            self.articles[article].date = str(date)
        query = 'SELECT ?e ?l { ?e rdfs:label ?l FILTER(LCASE(LANG(?l)) IN ("", "zh", "zh-hans")) }'
        self.labels = {str(e): str(label) for e, label in self.rows(query)}
        self.entities()
        self.statements()
        self.background()
        self.numbers()
        self.sayings()
        return {ids[article]: facts for article, facts in self.articles.items()}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return list(ask(self.store, query, "a query of `kg evaluate`").rows)

    def entities(self) -> None:
        others, kinds = defaultdict(set), defaultdict(set)
        for entity, name in self.rows("SELECT ?e ?l { ?e skos:altLabel ?l }"):
            others[entity].add(normal(str(name)))
        for entity, kind in self.rows(f'SELECT ?e ?t {{ ?e a ?t FILTER(STRSTARTS(STR(?t), "{ZT}")) }}'):
            kinds[entity].add(kind.removeprefix(ZT))
        surfaces = defaultdict(set)
        query = "SELECT ?a ?e ?x { ?s nif:referenceContext ?a ; itsrdf:taIdentRef ?e ; nif:anchorOf ?x }"
        for article, entity, surface in self.rows(query):
            if article in self.articles and kinds[entity] & _KINDS:
                surfaces[article, entity].add(normal(str(surface)))
        for (article, entity), seen in surfaces.items():
            name = normal(self.labels.get(entity, min(seen)))
            known = Named(entity, frozenset(kinds[entity] & _KINDS), name, frozenset({name} | others[entity] | seen))
            self.articles[article].entities[entity] = known

    def statements(self) -> None:
        posts = {
            post: (normal(str(title)), of or "")
            for post, title, of in self.rows("SELECT ?p ?t ?o { ?p zt:title ?t OPTIONAL { ?p org:postIn ?o } }")
        }
        query = f"""SELECT DISTINCT ?article ?s ?p ?o {{ ?r a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ;
            rdf:object ?o ; {_IN} }}"""
        for article, subject, predicate, target in sorted(self.rows(query)):
            if article not in self.articles or not predicate.startswith(ZT):
                continue
            facts, name = self.articles[article], predicate.removeprefix(ZT)
            if name == Predicate.HOLDS_POST.value and target in posts:
                title, of = posts[target]
                titles = frozenset({title, normal(self.labels.get(target, ""))} - {""})
                facts.holdings.append(Holding(subject, titles, of))
            else:
                facts.links.append(Link(name, subject, target))

    def background(self) -> None:
        """What is known rather than told counts where both ends stand in the article, and never against."""
        for predicate in _BACKGROUND:
            pairs = sorted(self.rows(f"SELECT ?s ?o {{ ?s zt:{predicate} ?o }}"))
            for facts in self.articles.values():
                stated = {(link.subject, link.object) for link in facts.links if link.predicate == predicate}
                known = [p for p in pairs if set(p) <= facts.entities.keys() and p not in stated]
                facts.links += [Link(predicate, subject, target, True) for subject, target in known]

    def numbers(self) -> None:
        query = f"""SELECT ?article ?i ?v ?u {{ ?x a zt:Observation ; zt:indicator ?i ; rdf:value ?v ; {_IN}
            OPTIONAL {{ ?x zt:unit ?u }} }}"""
        for article, indicator, value, unit in sorted(self.rows(query), key=str):
            if article in self.articles:
                self.articles[article].numbers.append(Number((str(indicator),), float(value), unit or ""))

    def sayings(self) -> None:
        query = f"SELECT ?article ?who ?t {{ ?x a zt:Quotation ; zt:speaker ?who ; rdf:value ?t ; {_IN} }}"
        for article, who, words in sorted(self.rows(query)):
            if article in self.articles:
                self.articles[article].sayings.append(Saying(who, normal(str(words))))
