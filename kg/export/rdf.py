"""``Graph`` to RDF: every node with its predicates and objects, in the light form of ``terms``. No blank nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.export import address
from kg.export.naming import romanise
from kg.export.terms import boolean, check_base, date, decimal, integer, iri, name, text
from kg.model.facts import GAZETTEER, Entity, Evidence, Figure, Mention, Moment, Post, Quote, Relation
from kg.ontology import ancestors
from kg.vocab import BASE, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.graph import Article, Graph
    from kg.model.text import Span

Description = dict[str, list[tuple[str, str]]]
"""Subject to its (predicate, object) pairs, all as N-Triples terms."""

TYPE: Final = name("rdf:type")
LABEL: Final = name("rdfs:label")
DERIVED: Final = name("prov:wasDerivedFrom")
CONFIDENCE: Final = name("zt:confidence")
RULE: Final = name("zt:rule")


def describe(graph: Graph, base: str = BASE) -> Description:
    """Every node of the graph. Pairs may repeat; ``tidy`` sorts them. Raises ``UsageError`` for a bad base IRI."""
    return _Describer(graph, check_base(base)).all()


def tidy(description: Description) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Subjects in order, each with its pairs sorted and without duplicates."""
    for subject in sorted(description):
        yield subject, sorted(set(description[subject]))


def to_rdf(graph: Graph, base: str = BASE) -> Any:
    """The graph as an ``rdflib.Graph`` with its prefixes bound."""
    import rdflib

    from kg.export.ntriples import ntriples
    from kg.export.terms import PREFIXES

    made = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace, replace=True)
    return made.parse(data=ntriples(graph, base), format="nt")


class _Describer:
    """Gathers the nodes; one method for each kind of fact."""

    def __init__(self, graph: Graph, base: str) -> None:
        self.graph, self.base = graph, base
        self.nodes: Description = {}
        self.articles = {article.id: article for article in graph.articles}
        self.entities = {entity.key: entity for entity in graph.entities}
        self.sentences = {article.id: frozenset(article.document.sentences) for article in graph.articles}
        self.sure: dict[str, float] = {}

    def all(self) -> Description:
        holders = {held.person for held in self.graph.posts}
        for entity in self.graph.entities:
            self.entity(entity, entity.key in holders)
        for article in self.graph.articles:
            self.article(article)
        for relation in self.graph.relations:
            self.relation(relation)
        for held in self.graph.posts:
            self.post(held)
        for figure in self.graph.figures:
            self.figure(figure)
        for quote in self.graph.quotes:
            self.quote(quote)
        for moment in self.graph.moments:
            self.moment(moment)
        for node, confidence in self.sure.items():
            self.add(node, (CONFIDENCE, decimal(confidence)))
        return self.nodes

    def add(self, subject: str, *pairs: tuple[str, str]) -> None:
        self.nodes.setdefault(subject, []).extend(pairs)

    def at(self, path: str) -> str:
        return iri(self.base, path)

    def entity(self, entity: Entity, holds_post: bool) -> None:
        classes = {entity.kind.value, *entity.classes} | ({"Official"} if holds_post else set())
        named = {(entity.name, "zh-Hans")}
        pairs = [(TYPE, name(f"zt:{finer}")) for cls in classes for finer in (cls, *ancestors(cls))]
        pairs.append((LABEL, text(entity.name, "zh-Hans")))
        pairs += [(LABEL, text(label, tag)) for label, tag in romanise(entity)]
        pairs += [(name("skos:altLabel"), text(*alias)) for alias in set(entity.aliases) - named if alias[0]]
        if entity.adcode:
            pairs.append((name("zt:adcode"), text(entity.adcode)))
        if entity.broader:
            pairs.append((name("skos:broader"), self.at(entity.broader)))
        self.add(self.at(entity.key), *pairs)

    def article(self, article: Article) -> None:
        document, masthead = article.document, article.document.masthead
        pairs = [
            (TYPE, name("zt:Article")),
            (TYPE, name("nif:Context")),
            (name("dcterms:identifier"), text(document.id)),
            (name("dcterms:source"), text(document.source)),
            (name("zt:characters"), integer(len(document.text))),
            (name("zt:encoding"), text(document.encoding)),
            (LABEL, text(masthead.title or document.id, "zh-Hans")),
        ]
        if document.sha256:
            pairs.append((name("zt:sha256"), text(document.sha256)))
        if masthead.title:
            pairs.append((name("dcterms:title"), text(masthead.title, "zh-Hans")))
        if masthead.date:
            pairs.append((name("dcterms:date"), date(masthead.date)))
        linked = [("dcterms:publisher", article.publisher), ("zt:home", article.home)]
        linked += [("dcterms:creator", author) for author in article.authors]
        pairs += [(name(term), self.at(key)) for term, key in linked if key]
        self.add(self.at(address.article(document.id)), *pairs)
        for mention in article.mentions:
            self.mention(article, mention)

    def mention(self, article: Article, mention: Mention) -> None:
        node = self.span(article.id, mention.span, "nif:Phrase")
        self.add(node, (name("itsrdf:taIdentRef"), self.at(mention.entity)), (RULE, text(mention.rule)))
        if mention.points:
            self.add(node, (name("zt:pointing"), boolean(True)))
        self.believe(node, mention.confidence)

    def span(self, document: str, span: Span, kind: str = "") -> str:
        """The node of a span, described; of the gazetteer its own node."""
        node = self.at(address.stretch(document, span))
        if document == GAZETTEER:
            if node not in self.nodes:
                label = (
                    (LABEL, text("中国行政区划（程序自带）", "zh-Hans")),
                    (LABEL, text("Divisions of China, built in", "en")),
                )
                self.add(node, (TYPE, name("prov:Entity")), *label)
            return node
        if node not in self.nodes or kind:
            article = self.articles[document]
            sort = kind or ("nif:Sentence" if span in self.sentences[document] else "nif:Phrase")
            self.add(
                node,
                (TYPE, name(sort)),
                (name("nif:referenceContext"), self.at(address.article(document))),
                (name("nif:beginIndex"), integer(span.start)),
                (name("nif:endIndex"), integer(span.end)),
                (name("nif:anchorOf"), text(article.surface(span))),
            )
        return node

    def relation(self, relation: Relation) -> None:
        self.state(relation.subject, relation.predicate.value, relation.object, relation.evidence)

    def state(self, subject: str, predicate: str, target: str, why: Evidence) -> None:
        """The direct triple and the statement that says how it is known."""
        s, p, o = self.at(subject), name(f"zt:{predicate}"), self.at(target)
        node = self.at(address.statement(subject, predicate, target, why))
        self.add(s, (p, o))
        parts = ((name("rdf:subject"), s), (name("rdf:predicate"), p), (name("rdf:object"), o))
        self.add(node, (TYPE, name("rdf:Statement")), *parts)
        self.reason(node, why)

    def reason(self, node: str, why: Evidence) -> None:
        self.add(node, (DERIVED, self.span(why.document, why.span)), (RULE, text(why.rule)))
        self.believe(node, why.confidence)

    def believe(self, node: str, confidence: float) -> None:
        """Of several rules that read one fact from one span the surest counts."""
        self.sure[node] = max(confidence, self.sure.get(node, 0.0))

    def post(self, held: Post) -> None:
        path, organ = address.post(held), self.entities.get(held.of)
        node = self.at(path)
        if node not in self.nodes:
            label = f"{held.title}（{organ.name}）" if organ else held.title
            self.add(
                node, (TYPE, name("zt:Post")), (name("zt:title"), text(held.title)), (LABEL, text(label, "zh-Hans"))
            )
            if held.of:
                self.add(node, (name("org:postIn"), self.at(held.of)))
        self.state(held.person, Predicate.HOLDS_POST.value, path, held.evidence)
        self.tenure(held, node)

    def tenure(self, held: Post, node: str) -> None:
        person = self.at(held.person)
        pairs = [(TYPE, name("zt:Tenure")), (name("org:member"), person), (name("zt:post"), node)]
        pairs += [(name("zt:status"), text(held.status))]
        pairs += [(DERIVED, self.span(held.evidence.document, held.evidence.span))]
        if held.of.startswith("organization/"):
            pairs.append((name("org:organization"), self.at(held.of)))
        article = self.articles.get(held.evidence.document)
        attested = article.document.masthead.date if article else None
        dated = (("zt:attestedOn", attested), ("zt:began", held.start), ("zt:ended", held.end))
        pairs += [(name(term), date(value)) for term, value in dated if value]
        self.add(self.at(address.tenure(held)), *pairs)

    def figure(self, figure: Figure) -> None:
        node = self.at(address.observation(figure))
        pairs = [
            (TYPE, name("zt:Observation")),
            (name("zt:indicator"), text(figure.indicator)),
            (name("rdf:value"), decimal(figure.value)),
            (name("zt:bound"), text(figure.bound)),
            (name("zt:aim"), text(figure.aim)),
        ]
        optional = (("zt:unit", figure.unit), ("zt:change", figure.change))
        pairs += [(name(term), text(value)) for term, value in optional if value]
        if figure.period:
            pairs.append((name("zt:period"), date(figure.period)))
        if figure.subject:
            pairs.append((name("zt:observedFor"), self.at(figure.subject)))
        self.add(node, *pairs)
        self.reason(node, figure.evidence)

    def moment(self, moment: Moment) -> None:
        """The time on the thing itself where it is resolved, and the dating that says how it is known."""
        node, thing = self.at(address.dating(moment)), self.at(moment.subject)
        told = [(name("zt:datedBy"), name(f"zt:{moment.term}")), (name("zt:words"), text(moment.words))]
        self.add(node, (TYPE, name("zt:Dating")), (name("zt:dates"), thing), *told)
        if moment.value:
            self.add(thing, (name(f"zt:{moment.term}"), date(moment.value)))
            self.add(node, (name("rdf:value"), date(moment.value)))
        self.reason(node, moment.evidence)

    def quote(self, quote: Quote) -> None:
        node = self.at(address.quotation(quote))
        words = self.span(quote.evidence.document, quote.span)
        self.add(node, (TYPE, name("zt:Quotation")), (name("zt:speaker"), self.at(quote.speaker)))
        self.add(node, (name("rdf:value"), text(quote.text)), (name("zt:wording"), words))
        if quote.said_at:
            self.add(node, (name("zt:saidAt"), self.at(quote.said_at)))
        self.reason(node, quote.evidence)
