"""The nodes of a graph in the making: spans, statements, and how sure each is, which every kind of fact needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.rdf import address
from kg.export.rdf.terms import decimal, integer, iri, name, text
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.facts import Evidence
    from kg.model.graph import Graph
    from kg.model.text import Span

Description = dict[str, list[tuple[str, str]]]
"""Subject to its (predicate, object) pairs, all as N-Triples terms."""

TYPE: Final = name("rdf:type")
LABEL: Final = name("rdfs:label")
DERIVED: Final = name("prov:wasDerivedFrom")
CONFIDENCE: Final = name("zt:confidence")
RULE: Final = name("zt:rule")
_INSIDE: Final = name("nif:referenceContext")
_BEGIN: Final = name("nif:beginIndex")
_END: Final = name("nif:endIndex")
_WORDS: Final = name("nif:anchorOf")
_SUBJECT: Final = name("rdf:subject")
_PREDICATE: Final = name("rdf:predicate")
_OBJECT: Final = name("rdf:object")
_STATEMENT: Final = (TYPE, name("rdf:Statement"))
_ARTICLE: Final = (TYPE, name("zt:Article"))
_BUILT_IN: Final = (
    (TYPE, name("prov:Entity")),
    (LABEL, text("中国行政区划（程序自带）", "zh-Hans")),
    (LABEL, text("Divisions of China, built in", "en")),
)


def tidy(description: Description) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Subjects in order, each with its pairs sorted and without duplicates."""
    for subject in sorted(description):
        yield subject, sorted(set(description[subject]))


def article_of(subject: str, description: Description) -> str:
    """The article on whose page a node stands (a span, a statement, an observation, the article itself), else ""."""
    whole = subject.partition("#")[0].removesuffix(">") + ">"
    return whole if _ARTICLE in description.get(whole, ()) else ""


class Nodes:
    """What is described so far of one graph, under one base IRI."""

    def __init__(self, graph: Graph, base: str) -> None:
        self.base = base
        self.described: Description = {}
        self.articles = {article.id: article for article in graph.articles}
        self.entities = {entity.key: entity for entity in graph.entities}
        self._sentences = {article.id: frozenset(article.document.sentences) for article in graph.articles}
        self._sure: dict[str, float] = {}

    def whole(self) -> Description:
        """All of it, with how sure each node is."""
        for node, confidence in self._sure.items():
            self.add(node, (CONFIDENCE, decimal(confidence)))
        return self.described

    def add(self, subject: str, *pairs: tuple[str, str]) -> None:
        """More pairs of a subject."""
        self.described.setdefault(subject, []).extend(pairs)

    def at(self, path: str) -> str:
        """The node of a path under the base IRI."""
        return iri(self.base, path)

    def span(self, document: str, span: Span, kind: str = "") -> str:
        """The node of a span, described; of the gazetteer its own node."""
        node = self.at(address.stretch(document, span))
        if document == GAZETTEER:
            self.described.setdefault(node, [*_BUILT_IN])
        elif node not in self.described or kind:
            article = self.articles[document]
            node_type = kind or ("nif:Sentence" if span in self._sentences[document] else "nif:Phrase")
            self.add(
                node,
                (TYPE, name(node_type)),
                (_INSIDE, self.at(address.article(document))),
                (_BEGIN, integer(span.start)),
                (_END, integer(span.end)),
                (_WORDS, text(article.surface(span))),
            )
        return node

    def state(self, subject: str, predicate: str, target: str, why: Evidence) -> str:
        """The direct triple and the statement that says how it is known; the node of the statement."""
        s, p, o = self.at(subject), name(f"zt:{predicate}"), self.at(target)
        node = self.at(address.statement(subject, predicate, target, why))
        self.add(s, (p, o))
        self.add(node, _STATEMENT, (_SUBJECT, s), (_PREDICATE, p), (_OBJECT, o))
        self.reason(node, why)
        return node

    def reason(self, node: str, why: Evidence) -> None:
        """Where a node was read, by which rule, and how surely."""
        self.add(node, (DERIVED, self.span(why.document, why.span)), (RULE, text(why.rule)))
        self.believe(node, why.confidence)

    def believe(self, node: str, confidence: float) -> None:
        """Of several rules that read one fact from one span the surest counts."""
        self._sure[node] = max(confidence, self._sure.get(node, 0.0))
