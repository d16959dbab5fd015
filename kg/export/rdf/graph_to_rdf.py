"""``Graph`` to RDF: every node with its predicates and objects, in the light form of ``terms``. No blank nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.rdf import address
from kg.export.rdf.naming import romanise
from kg.export.rdf.nodes import DERIVED, LABEL, RULE, TYPE, Description, Nodes
from kg.export.rdf.terms import boolean, check_base, date, decimal, integer, name, text
from kg.export.rdf.versions import versions
from kg.lexicon import standard
from kg.names.document_numbers import numbers_of
from kg.names.post_names import post_name
from kg.names.succession import renamed, successions
from kg.ontology import ancestors
from kg.vocab import BASE, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.facts import Citation, Entity, Figure, Mention, Moment, Post, Quote, Relation
    from kg.model.graph import Article, Graph


def describe(graph: Graph, base: str = BASE) -> Description:
    """Every node of the graph. Pairs may repeat; ``tidy`` sorts them. Raises ``UsageError`` for a bad base IRI."""
    nodes = Nodes(graph, check_base(base))
    holders = {held.person for held in graph.posts}
    for entity in graph.entities:
        thing(nodes, entity, entity.key in holders)
    for held in graph.posts:
        position(nodes, held)
    succeeded(nodes, graph.entities)
    statements(nodes, graph)
    return nodes.whole()


def statements(nodes: Nodes, graph: Graph) -> None:
    """Describe what the articles of a graph tell: themselves, their mentions, and every fact with its sentence."""
    for article in graph.articles:
        _article(nodes, article)
    stated(nodes, graph.relations)
    for held in graph.posts:
        _tenure(nodes, held)
    for figure in graph.figures:
        _figure(nodes, figure)
    for quote in graph.quotes:
        _quote(nodes, quote)
    for moment in graph.moments:
        _moment(nodes, moment)
    for citation in graph.citations:
        _citation(nodes, citation)


def thing(nodes: Nodes, entity: Entity, holds_post: bool) -> None:
    """Describe an entity by itself: its classes, names and code."""
    classes = {entity.kind.value, *entity.classes} | ({"Official"} if holds_post else set())
    named = {(entity.name, "zh-Hans")}
    pairs = [(TYPE, name(f"zt:{finer}")) for cls in classes for finer in (cls, *ancestors(cls))]
    pairs.append((LABEL, text(entity.name, "zh-Hans")))
    pairs += [(LABEL, text(label, tag)) for label, tag in romanise(entity)]
    pairs += [(name("skos:altLabel"), text(*alias)) for alias in set(entity.aliases) - named if alias[0]]
    pairs += [(name("dcterms:identifier"), text(number)) for number in numbers_of(entity)]
    if entity.adcode:
        pairs.append((name("zt:adcode"), text(entity.adcode)))
        pairs += [(name("skos:changeNote"), text(note, "zh-Hans")) for note in renamed(entity, standard())]
    if entity.broader:
        pairs.append((name("skos:broader"), nodes.at(entity.broader)))
    nodes.add(nodes.at(entity.key), *pairs)


def _article(nodes: Nodes, article: Article) -> None:
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
    pairs += [(name(term), nodes.at(key)) for term, key in linked if key]
    nodes.add(nodes.at(address.article(document.id)), *pairs)
    versions(nodes, article)
    for mention in article.mentions:
        _mention(nodes, article, mention)


def _mention(nodes: Nodes, article: Article, mention: Mention) -> None:
    node = nodes.span(article.id, mention.span, "nif:Phrase")
    nodes.add(node, (name("itsrdf:taIdentRef"), nodes.at(mention.entity)), (RULE, text(mention.rule)))
    if mention.points:
        nodes.add(node, (name("zt:pointing"), boolean(True)))
    nodes.believe(node, mention.confidence)


def position(nodes: Nodes, held: Post) -> None:
    """Describe a post that somebody holds, once: of two spellings of its title the first stands."""
    node, organ = nodes.at(address.post(held)), nodes.entities.get(held.of)
    if node in nodes.described:
        return
    label = post_name(organ.name, held.title, standard()) if organ else held.title
    nodes.add(node, (TYPE, name("zt:Post")), (name("zt:title"), text(held.title)), (LABEL, text(label, "zh-Hans")))
    if held.of:
        nodes.add(node, (name("org:postIn"), nodes.at(held.of)))


def stated(nodes: Nodes, relations: Iterable[Relation]) -> None:
    """Describe relations, each with the statement of it."""
    for relation in relations:
        node = nodes.state(relation.subject, relation.predicate.value, relation.object, relation.evidence)
        if relation.role:
            nodes.add(node, (name("zt:role"), text(relation.role)))


def succeeded(nodes: Nodes, entities: Iterable[Entity]) -> None:
    """Describe which of the organs took over from which."""
    for one in successions(entities, standard()):
        nodes.add(nodes.at(one.before), (name("dcterms:isReplacedBy"), nodes.at(one.after)))


def _tenure(nodes: Nodes, held: Post) -> None:
    post = address.post(held)
    nodes.state(held.person, Predicate.HOLDS_POST.value, post, held.evidence)
    person, node = nodes.at(held.person), nodes.at(post)
    pairs = [(TYPE, name("zt:Tenure")), (name("org:member"), person), (name("zt:post"), node)]
    pairs += [(name("zt:status"), text(held.status))]
    pairs += [(DERIVED, nodes.span(held.evidence.document, held.evidence.span))]
    if held.of.startswith("organization/"):
        pairs.append((name("org:organization"), nodes.at(held.of)))
    article = nodes.articles.get(held.evidence.document)
    attested = article.document.masthead.date if article else None
    dated = (("zt:attestedOn", attested), ("zt:began", held.start), ("zt:ended", held.end))
    pairs += [(name(term), date(value)) for term, value in dated if value]
    nodes.add(nodes.at(address.tenure(held)), *pairs)


def _figure(nodes: Nodes, figure: Figure) -> None:
    node = nodes.at(address.observation(figure))
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
    ends = zip(("zt:lowest", "zt:highest"), figure.ends, strict=False)
    pairs += [(name(term), decimal(end)) for term, end in ends]
    if figure.subject:
        pairs.append((name("zt:observedFor"), nodes.at(figure.subject)))
    nodes.add(node, *pairs)
    nodes.reason(node, figure.evidence)


def _moment(nodes: Nodes, moment: Moment) -> None:
    """The time on the thing itself where it is resolved, and the dating that says how it is known."""
    node, thing = nodes.at(address.dating(moment)), nodes.at(moment.subject)
    told = [(name("zt:datedBy"), name(f"zt:{moment.term}")), (name("zt:words"), text(moment.words))]
    nodes.add(node, (TYPE, name("zt:Dating")), (name("zt:dates"), thing), *told)
    if moment.value:
        nodes.add(thing, (name(f"zt:{moment.term}"), date(moment.value)))
        nodes.add(node, (name("rdf:value"), date(moment.value)))
    nodes.reason(node, moment.evidence)


def _citation(nodes: Nodes, citation: Citation) -> None:
    """Who cites is a document, or the article itself."""
    why = citation.evidence
    node, cited = nodes.at(address.citation(citation)), nodes.at(citation.target)
    citing = nodes.at(citation.source or address.article(why.document))
    nodes.add(citing, (name("dcterms:references"), cited))
    pairs = (
        (name("zt:citing"), citing),
        (name("zt:cited"), cited),
        (name("zt:citationKind"), text(citation.kind.value)),
    )
    nodes.add(node, (TYPE, name("zt:Citation")), *pairs)
    nodes.reason(node, why)


def _quote(nodes: Nodes, quote: Quote) -> None:
    node = nodes.at(address.quotation(quote))
    words = nodes.span(quote.evidence.document, quote.span)
    nodes.add(node, (TYPE, name("zt:Quotation")), (name("zt:speaker"), nodes.at(quote.speaker)))
    nodes.add(node, (name("rdf:value"), text(quote.text)), (name("zt:wording"), words))
    if quote.said_at:
        nodes.add(node, (name("zt:saidAt"), nodes.at(quote.said_at)))
    nodes.reason(node, quote.evidence)
