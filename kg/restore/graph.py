"""A description back to the ``Graph`` it was written from, so that every exporter works from a written ``graph.ttl``.

What the RDF does not hold is not there: the text of an article outside its spans (U+FFFD stands for it), the order of
authors, skipped inputs. Where several rules read one fact from one span, all share the confidence of the surest; the
times of a tenure stand with each of its tellings. All the rest comes back: written as RDF again, it is the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.rdf.parse import parse
from kg.export.rdf.terms import name
from kg.model import Citation, Entity, Evidence, Figure, Graph, Moment, Post, Quote, Relation
from kg.ontology import ancestors
from kg.restore.articles import articles, spans
from kg.restore.nodes import Nodes
from kg.vocab import ZT, Cites, Kind, Predicate

if TYPE_CHECKING:
    from kg.export.rdf.nodes import Description

_OFFICIAL = "Official"


def graph_of(description: Description, source: str = "the graph") -> tuple[Graph, str]:
    """The graph and the base IRI of its keys. Raises ``UsageError`` where the RDF is no graph of ours."""
    nodes = Nodes(description, source)
    return _Restorer(nodes).graph(), nodes.base


class _Restorer:
    """Gathers the facts; one method for each kind."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes, self.spans = nodes, spans(nodes)
        self.stated: dict[tuple[str, str, str], list[Evidence]] = {}

    def graph(self) -> Graph:
        entities = {entity.key: entity for entity in self._entities()}
        relations = self._relations()
        return Graph(
            articles(self.nodes, self.spans, entities),
            tuple(sorted(entities.values())),
            tuple(sorted(relations)),
            tuple(sorted({post for node in self.nodes.of_type("zt:Tenure") for post in self._posts(node)})),
            tuple(sorted({figure for node in self.nodes.of_type("zt:Observation") for figure in self._figures(node)})),
            tuple(sorted({quote for node in self.nodes.of_type("zt:Quotation") for quote in self._quotes(node)})),
            tuple(sorted({moment for node in self.nodes.of_type("zt:Dating") for moment in self._moments(node)})),
            tuple(sorted({one for node in self.nodes.of_type("zt:Citation") for one in self._citations(node)})),
        )

    def _entities(self) -> list[Entity]:
        holders = set(self.nodes.of_type("zt:Person")) & {
            self.nodes.one(tenure, "org:member") for tenure in self.nodes.of_type("zt:Tenure")
        }
        return [
            self._entity(node, kind, node in holders)
            for kind in Kind
            for node in self.nodes.of_type(f"zt:{kind.value}")
        ]

    def _entity(self, node: str, kind: Kind, holds_post: bool) -> Entity:
        types = {value.removeprefix(ZT) for value in self.nodes.values(node, "rdf:type") if value.startswith(ZT)}
        types -= {kind.value} | ({_OFFICIAL} if holds_post else set())
        finest = types - {above for cls in types for above in ancestors(cls)}
        label = next((t.value for t in self.nodes.terms(node, "rdfs:label") if t.language == "zh-Hans"), "")
        aliases = sorted((term.value, term.language) for term in self.nodes.terms(node, "skos:altLabel"))
        broader = self.nodes.first_key(node, "skos:broader")
        code = self.nodes.value(node, "zt:adcode")
        return Entity(self.nodes.key(node), kind, label, tuple(aliases), tuple(sorted(finest)), code, broader)

    def _because(self, node: str) -> list[Evidence]:
        """The evidence of a fact: one for each rule that read it."""
        document, span = self.spans.places[self.nodes.one(node, "prov:wasDerivedFrom")]
        sure = float(self.nodes.value(node, "zt:confidence") or 1)
        return [Evidence(document, span, rule, sure) for rule in self.nodes.values(node, "zt:rule")]

    def _relations(self) -> list[Relation]:
        found, holds = [], name(f"zt:{Predicate.HOLDS_POST.value}")
        for node in self.nodes.of_type("rdf:Statement"):
            subject, predicate, target = (self.nodes.one(node, f"rdf:{p}") for p in ("subject", "predicate", "object"))
            reasons = self._because(node)
            if predicate == holds:
                self.stated[subject, target, self.nodes.one(node, "prov:wasDerivedFrom")] = reasons
            else:
                term = Predicate(predicate[1:-1].removeprefix(ZT))
                ends = self.nodes.key(subject), self.nodes.key(target)
                roles = self.nodes.values(node, "zt:role") or [""]
                found += [Relation(ends[0], term, ends[1], why, role) for why in reasons for role in roles]
        return found

    def _posts(self, node: str) -> list[Post]:
        """One post for each telling of a tenure; its times go with every one of them."""
        person, post = self.nodes.one(node, "org:member"), self.nodes.one(node, "zt:post")
        derived = self.nodes.all(node, "prov:wasDerivedFrom")
        reasons = sorted(why for span in derived for why in self.stated.get((person, post, span), ()))
        began, ended = (self.nodes.values(node, term) or [""] for term in ("zt:began", "zt:ended"))
        title, of = self.nodes.value(post, "zt:title"), self.nodes.first_key(post, "org:postIn")
        status, holder = self.nodes.value(node, "zt:status"), self.nodes.key(person)
        many = max(len(reasons), len(began), len(ended)) if reasons else 0
        rows = [[cells[min(at, len(cells) - 1)] for cells in (began, ended)] for at in range(many)]
        return [
            Post(holder, title, of, status, reasons[min(at, len(reasons) - 1)], *times) for at, times in enumerate(rows)
        ]

    def _figures(self, node: str) -> list[Figure]:
        number = float(self.nodes.value(node, "rdf:value"))
        texts = {term: self.nodes.value(node, f"zt:{term}") for term in ("indicator", "unit", "bound", "change")}
        subject, period = self.nodes.first_key(node, "zt:observedFor"), self.nodes.value(node, "zt:period")
        aim = self.nodes.value(node, "zt:aim") or "result"
        ends = tuple(float(end) for term in ("zt:lowest", "zt:highest") if (end := self.nodes.value(node, term)))
        return [
            Figure(value=number, subject=subject, evidence=why, period=period, aim=aim, ends=ends, **texts)
            for why in self._because(node)
        ]

    def _quotes(self, node: str) -> list[Quote]:
        speaker, said_at = self.nodes.first_key(node, "zt:speaker"), self.nodes.first_key(node, "zt:saidAt")
        span, words = self.spans.places[self.nodes.one(node, "zt:wording")][1], self.nodes.value(node, "rdf:value")
        return [Quote(speaker, span, words, why, said_at) for why in self._because(node)]

    def _moments(self, node: str) -> list[Moment]:
        term = parse(self.nodes.one(node, "zt:datedBy")).value.removeprefix(ZT)
        stated = self.nodes.value(node, "rdf:value"), self.nodes.value(node, "zt:words")
        return [Moment(self.nodes.first_key(node, "zt:dates"), term, *stated, why) for why in self._because(node)]

    def _citations(self, node: str) -> list[Citation]:
        citing, cited = (self.nodes.first_key(node, f"zt:{end}") for end in ("citing", "cited"))
        source = "" if citing.startswith("article/") else citing
        kind = Cites(self.nodes.value(node, "zt:citationKind"))
        return [Citation(source, kind, cited, why) for why in self._because(node)]
