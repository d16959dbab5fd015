"""Facts in order without repeats. Same as ``sorted(set(facts))``, at a third of the cost.

A frozen value is hashed and compared field by field in Python; the row of its fields is so in C.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from kg.model.facts import Figure, Moment, Post, Quote, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Fact = TypeVar("Fact", Relation, Post, Figure, Quote, Moment)
_WHY = tuple(f"evidence.{name}" for name in ("document", "span.start", "span.end", "rule", "confidence"))
_ROWS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    Relation: attrgetter("subject", "predicate", "object", *_WHY),
    Post: attrgetter("person", "title", "of", "status", *_WHY, "start", "end"),
    Figure: attrgetter("indicator", "value", "unit", "bound", "change", "subject", *_WHY, "period", "aim"),
    Quote: attrgetter("speaker", "span.start", "span.end", "text", *_WHY, "said_at"),
    Moment: attrgetter("subject", "term", "value", "words", *_WHY),
}


def ordered(kind: type[Fact], facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of one kind, sorted, each once."""
    row = _ROWS[kind]
    found: dict[tuple[Any, ...], Fact] = {}
    for fact in facts:
        found.setdefault(row(fact), fact)
    return tuple(found[key] for key in sorted(found))
