"""A graph under decisions on its facts. They hold by article and sentence: a rebuild finds them again.

What is affirmed is certain, and stands even where the reader no longer finds it; what is retracted goes; what is
corrected is replaced. A decision whose sentence has gone from its article is told, and changes nothing; one on an
article that is not in the build waits in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kg.fact_ledger import field_text
from kg.model import Evidence, Figure, Mention, Post, Relation, Span
from kg.model.fact_decision import FactDecision, FactLayer, Verdict
from kg.vocab import SIGNATURES, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model.graph import Article, Graph

RULE: Final = "ledger"
_LAYERS: Final = {FactLayer.RELATION: "relations", FactLayer.POST: "posts", FactLayer.FIGURE: "figures"}
_FACTS: Final[dict[FactLayer, type]] = {
    FactLayer.RELATION: Relation,
    FactLayer.POST: Post,
    FactLayer.FIGURE: Figure,
}
_USUAL: Final[dict[FactLayer, dict[str, str]]] = {
    FactLayer.RELATION: {},
    FactLayer.POST: {"status": "attested"},
    FactLayer.FIGURE: {"bound": "exact", "change": ""},
}
_KEYS: Final = ("subject", "object", "person", "of", "entity")


@dataclass(frozen=True, slots=True)
class Decided:
    """The graph, and in words what could not be applied."""

    graph: Graph
    problems: tuple[str, ...]


class _StaleError(Exception):
    """A decision that cannot be applied, in words."""


def apply_fact_decisions(
    graph: Graph, decisions: Iterable[FactDecision], one_for: Mapping[str, str] | None = None
) -> Decided:
    """The graph in which all decisions hold. ``one_for``: keys that were merged into others, to those that stand."""
    problems: list[str] = []
    for number, decision in enumerate(decisions, 1):
        try:
            graph = _Change(graph, decision, one_for or {}).graph()
        except _StaleError as stale:
            problems.append(f"fact {number} ({decision.verdict} {decision.layer} in {decision.article}): {stale}")
    return Decided(graph, tuple(problems))


class _Change:
    """One decision on one graph."""

    def __init__(self, graph: Graph, decision: FactDecision, one_for: Mapping[str, str]) -> None:
        self.old, self.decision, self.one_for = graph, decision, one_for
        self.what, self.now = self._told(decision.what), self._told(decision.now)
        self.article = next((one for one in graph.articles if one.id == decision.article), None)

    def graph(self) -> Graph:
        if self.article is None:
            return self.old
        spans = _found(self.article, self.decision.sentence)
        if not spans:
            raise _StaleError("its sentence is gone from the article")
        if self.decision.layer is FactLayer.MENTION:
            return self._mentions(self.article, spans)
        layer = _LAYERS[self.decision.layer]
        facts = getattr(self.old, layer)
        mine = [fact for fact in facts if self._is(fact, spans)]
        made = [] if self.decision.verdict is Verdict.RETRACT else self._made(mine, spans)
        return replace(self.old, **{layer: tuple(sorted({*facts, *made} - ({*mine} - {*made})))})

    def _told(self, fields: Iterable[tuple[str, str]]) -> dict[str, str]:
        return {name: self.one_for.get(value, value) if name in _KEYS else value for name, value in fields}

    def _is(self, fact: Any, spans: frozenset[Span]) -> bool:
        here = fact.evidence.document == self.decision.article and fact.evidence.span in spans
        return here and all(field_text(getattr(fact, name)) == value for name, value in self.what.items())

    def _made(self, mine: list[Any], spans: frozenset[Span]) -> list[Any]:
        """The facts that stand in the end: those of the reader, certain now, else one by the decision alone."""
        why = Evidence(self.decision.article, min(spans), RULE, 1.0)
        certain = [replace(fact, evidence=replace(fact.evidence, rule=RULE, confidence=1.0)) for fact in mine]
        values = {**_USUAL[self.decision.layer], **self.what}
        known = certain or [_FACTS[self.decision.layer](evidence=why, **self._typed(values))]
        return [self._sound(replace(fact, **self._typed(self.now))) for fact in known]

    def _typed(self, fields: Mapping[str, str]) -> dict[str, Any]:
        try:
            kinds: dict[str, Any] = {"value": float, "predicate": Predicate}
            return {name: kinds.get(name, str)(value) for name, value in fields.items()}
        except ValueError as error:
            raise _StaleError(str(error)) from error

    def _sound(self, fact: Any) -> Any:
        kinds = {entity.key: entity.kind for entity in self.old.entities}
        for name in _KEYS:
            key = getattr(fact, name, "")
            if key and key not in kinds:
                raise _StaleError(f"the graph has no {key}")
        if isinstance(fact, Relation):
            domain, target = SIGNATURES.get(fact.predicate, (frozenset(), frozenset()))
            if kinds[fact.subject] not in domain or kinds[fact.object] not in target:
                raise _StaleError(f"{fact.predicate} does not join {fact.subject} and {fact.object}")
        return fact

    def _mentions(self, article: Article, spans: frozenset[Span]) -> Graph:
        """Mentions by their words in the sentence."""
        places = [place for span in sorted(spans) for place in _places(article, span, self.what["words"])]
        if not places:
            raise _StaleError("these words are not in the sentence")
        key = self.now.get("entity", self.what["entity"])
        mine = {m for m in article.mentions if m.span in places and m.entity == self.what["entity"]}
        kept = {*article.mentions} - mine
        if self.decision.verdict is not Verdict.RETRACT:
            entity = next((one for one in self.old.entities if one.key == key), None)
            if entity is None:
                raise _StaleError(f"the graph has no {key}")
            points = any(m.points for m in mine)
            kept |= {Mention(p, entity.kind, entity.name, RULE, 1.0, key, points) for p in places}
        changed = replace(article, mentions=tuple(sorted(kept)))
        return replace(self.old, articles=tuple(changed if a.id == article.id else a for a in self.old.articles))


def _found(article: Article, sentence: str) -> frozenset[Span]:
    """Where a sentence stands in an article, white space aside."""
    wanted = "".join(sentence.split())
    kept = [at for at, char in enumerate(article.document.text) if not char.isspace()]
    text = "".join(article.document.text[at] for at in kept)
    spans, at = set(), text.find(wanted) if wanted else -1
    while at >= 0:
        start, end = kept[at], kept[at + len(wanted) - 1] + 1
        spans |= {Span(start, end)}
        at = text.find(wanted, at + 1)
    return frozenset(_as_read(article, span) for span in spans)


def _as_read(article: Article, span: Span) -> Span:
    """The sentence of the article that has these characters, if one has; its span may hold white space around them."""
    text = article.document.text
    around = (s for s in article.document.sentences if s.holds(span))
    return next((s for s in around if not (text[s.start : span.start] + text[span.end : s.end]).strip()), span)


def _places(article: Article, span: Span, words: str) -> list[Span]:
    text, found = article.document.text, []
    at = text.find(words, span.start, span.end) if words else -1
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1, span.end)
    return found
