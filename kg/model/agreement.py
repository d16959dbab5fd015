"""One confidence for one statement: what several rules read from one sentence is as sure as the surest of them.

RDF holds one statement of a fact and a sentence, with all the rules that read it and one confidence. The graph says the
same before it is written, so that every export of a build is that of the written graph.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from kg.model.order import in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Graph

_READ: Final = ("evidence.document", "evidence.span")
_SAME: Final[dict[str, Callable[[Any], Any]]] = {
    "relations": attrgetter("subject", "predicate", "object", *_READ),
    "posts": attrgetter("person", "title", "of", *_READ),
    "figures": attrgetter("indicator", "value", "unit", "bound", "change", "subject", "period", "aim", "ends", *_READ),
    "quotes": attrgetter("speaker", "span", "text", "evidence.document"),
    "moments": attrgetter("subject", "term", "value", "words", *_READ),
    "citations": attrgetter("source", "kind", "target", *_READ),
}
"""Of each layer what makes two facts one statement: all but the rule, its confidence, and what a statement collects
(roles of a relation; status and times of a post)."""


def agreed(graph: Graph) -> Graph:
    """The graph with one confidence for all facts of one statement: the highest. Nothing is added or taken away."""
    changed: dict[str, tuple[Any, ...]] = {}
    for layer, same in _SAME.items():
        surest: dict[Any, float] = {}
        facts = getattr(graph, layer)
        for fact in facts:
            key = same(fact)
            surest[key] = max(fact.evidence.confidence, surest.get(key, 0.0))
        if len(surest) < len(facts):
            raised = {_raised(fact, surest[same(fact)]) for fact in facts}
            changed[layer] = in_order(raised)
    return replace(graph, **changed) if changed else graph


def _raised(fact: Any, confidence: float) -> Any:
    if fact.evidence.confidence == confidence:
        return fact
    return replace(fact, evidence=replace(fact.evidence, confidence=confidence))
