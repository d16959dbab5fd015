"""Articles and their spans out of the RDF. Of the text only what spans hold is known; the rest becomes U+FFFD."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.export.rdf.terms import name
from kg.model import Article, Document, Masthead, Mention, Span
from kg.model.facts import GAZETTEER
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.restore.nodes import Nodes

GAP = "\ufffd"


@dataclass(frozen=True, slots=True)
class Spans:
    """Where every span node lies: its article's id and its offsets; and the nodes of each article."""

    places: dict[str, tuple[str, Span]]
    of_article: dict[str, list[str]] = field(default_factory=dict)


def spans(nodes: Nodes) -> Spans:
    """All spans of the graph, the gazetteer's node too."""
    ids = {article: nodes.value(article, "dcterms:identifier") for article in nodes.of_type("zt:Article")}
    found = Spans({f"<{nodes.base}{GAZETTEER}>": (GAZETTEER, Span(0, 0))}, {article: [] for article in ids})
    for node in sorted({*nodes.of_type("nif:Phrase"), *nodes.of_type("nif:Sentence")}):
        article = nodes.one(node, "nif:referenceContext")
        place = Span(int(nodes.value(node, "nif:beginIndex")), int(nodes.value(node, "nif:endIndex")))
        found.places[node] = (ids[article], place)
        found.of_article[article].append(node)
    return found


def articles(nodes: Nodes, known: Spans, entities: dict[str, Entity]) -> tuple[Article, ...]:
    """Articles by id. The order of authors is that of their keys."""
    made = (_article(nodes, known, node, entities) for node in known.of_article)
    return tuple(sorted(made, key=lambda article: article.id))


def _article(nodes: Nodes, known: Spans, node: str, entities: dict[str, Entity]) -> Article:
    inside = known.of_article[node]
    mentions = [mention for span in inside for mention in _mentions(nodes, known, span, entities)]
    return Article(
        _document(nodes, known, node),
        nodes.first_key(node, "zt:home"),
        nodes.first_key(node, "dcterms:publisher"),
        tuple(nodes.keys(node, "dcterms:creator")),
        tuple(sorted(mentions)),
        version_of=next(iter(_ids(nodes, node, "dcterms:isVersionOf")), ""),
        corrects=tuple(sorted(_ids(nodes, node, "zt:corrects"))),
    )


def _ids(nodes: Nodes, node: str, term: str) -> list[str]:
    """The ids of the articles that a node is joined to."""
    return [nodes.value(other, "dcterms:identifier") for other in nodes.all(node, term)]


def _document(nodes: Nodes, known: Spans, node: str) -> Document:
    text = [GAP] * int(nodes.value(node, "zt:characters") or 0)
    sentences = []
    for span in known.of_article[node]:
        place = known.places[span][1]
        text[place.start : place.end] = nodes.value(span, "nif:anchorOf")
        if name("nif:Sentence") in nodes.all(span, "rdf:type"):
            sentences.append(place)
    masthead = Masthead(
        title=nodes.value(node, "dcterms:title") or None, date=nodes.value(node, "dcterms:date") or None
    )
    whole = "".join(text)
    return Document(
        nodes.value(node, "dcterms:identifier"),
        nodes.value(node, "dcterms:source"),
        whole,
        whole,
        (),
        tuple(sorted(sentences)),
        masthead,
        nodes.value(node, "zt:encoding"),
        nodes.value(node, "zt:sha256"),
    )


def _mentions(nodes: Nodes, known: Spans, span: str, entities: dict[str, Entity]) -> list[Mention]:
    """The mentions of a span: where two entities or two rules share it, the RDF does not say which goes with which."""
    linked = nodes.keys(span, "itsrdf:taIdentRef")
    if not linked:
        return []
    rules, surface = nodes.values(span, "zt:rule") or [""], nodes.value(span, "nif:anchorOf")
    sure, points = float(nodes.value(span, "zt:confidence") or 1), nodes.value(span, "zt:pointing") == "true"
    made = []
    for at in range(max(len(linked), len(rules))):
        key, rule = linked[min(at, len(linked) - 1)], rules[min(at, len(rules) - 1)]
        kind = entities[key].kind if key in entities else Kind.ORGANIZATION
        made.append(Mention(known.places[span][1], kind, surface, rule, sure, key, points))
    return made
