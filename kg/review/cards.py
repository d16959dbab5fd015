"""The queue: what a person may want to look at, the most doubtful first, with the sentence in its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.export.rdf.terms import digest
from kg.fact_ledger import FIELDS, field_text
from kg.model.fact_decision import FactLayer
from kg.ontology import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.export.review import Pair
    from kg.model.facts import Evidence
    from kg.model.graph import Article, Graph

_AROUND: Final = 220
_GAP: Final = "\ufffd"
_EDITABLE: Final = {
    FactLayer.RELATION: (),
    FactLayer.POST: ("title", "status", "start", "end"),
    FactLayer.FIGURE: ("indicator", "value", "unit", "bound", "period"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One question. ``what``: the fields that name the fact, or the keys of a pair; ``now``: those to correct."""

    id: str
    layer: str
    text: str
    article: str
    title: str
    before: str
    sentence: str
    after: str
    rule: str
    confidence: float
    what: dict[str, str]
    now: dict[str, str]
    sides: tuple[dict[str, Any], ...] = ()


def fact_cards(graph: Graph) -> tuple[Card, ...]:
    """A card for each relation, post and figure that a text tells, the least sure first."""
    articles = {article.id: article for article in graph.articles}
    names = {entity.key: entity.name for entity in graph.entities}
    found = [
        _fact(layer, fact, articles[fact.evidence.document], names)
        for layer, fact in _facts(graph)
        if fact.evidence.document in articles
    ]
    return tuple(sorted(found, key=lambda card: (card.confidence, card.layer, card.article, card.id)))


def pair_cards(pairs: Iterable[Pair]) -> tuple[Card, ...]:
    """A card for each question of identity, the likeliest first."""
    return tuple(map(_pair, sorted(pairs, key=lambda pair: (-pair.score, pair.a.key, pair.b.key))))


def _facts(graph: Graph) -> Iterator[tuple[FactLayer, Any]]:
    yield from ((FactLayer.POST, one) for one in graph.posts)
    yield from ((FactLayer.RELATION, one) for one in graph.relations)
    yield from ((FactLayer.FIGURE, one) for one in graph.figures)


def _fact(layer: FactLayer, fact: Any, article: Article, names: dict[str, str]) -> Card:
    why: Evidence = fact.evidence
    what = {name: field_text(getattr(fact, name)) for name in FIELDS[layer][0]}
    now = {name: field_text(getattr(fact, name)) for name in _EDITABLE[layer]}
    sentence = article.surface(why.span)
    before, after = _around(article, why)
    told = _told(layer, fact, names)
    key = digest(layer.value, article.id, sentence, *(f"{name}={value}" for name, value in sorted(what.items())))
    title = article.document.masthead.title or article.document.source
    sure = float(why.confidence)
    return Card(key, layer.value, told, article.id, title, before, sentence, after, why.rule, sure, what, now)


def _around(article: Article, why: Evidence) -> tuple[str, str]:
    """What stands before and behind a sentence, as far as the graph holds it."""
    text = article.document.text
    before = text[max(0, why.span.start - _AROUND) : why.span.start]
    return _known(before), _known(text[why.span.end : why.span.end + _AROUND])


def _known(text: str) -> str:
    parts = [part for part in text.split(_GAP) if part]
    return " … ".join(parts)


def _told(layer: FactLayer, fact: Any, names: dict[str, str]) -> str:
    def name(key: str) -> str:
        return names.get(key, key)

    if layer is FactLayer.POST:
        spell = f"，{fact.start}—{fact.end}" if fact.start or fact.end else ""
        return f"{name(fact.person)} — {name(fact.of)} {fact.title} [{fact.status}{spell}]"
    if layer is FactLayer.RELATION:
        return (
            f"{name(fact.subject)} — {labels(fact.predicate.value)['zh-hans']} {fact.predicate} → {name(fact.object)}"
        )
    return f"{name(fact.subject)} — {fact.indicator}: {fact.value:.10g}{fact.unit} [{fact.bound}]"


def _pair(pair: Pair) -> Card:
    sides = tuple(
        {"key": side.key, "name": side.name, "sentences": [f"[{row.article}] {row.text}" for row in side.sentences]}
        for side in (pair.a, pair.b)
    )
    what = {"a": pair.a.key, "b": pair.b.key, "articles": " ".join(pair.articles)}
    told = f"{pair.a.name} / {pair.b.name}: {'; '.join(pair.reasons)}"
    key = digest("pair", pair.a.key, pair.b.key)
    return Card(key, "pair", told, "", "", "", "", "", "", float(pair.score), what, {}, sides)
