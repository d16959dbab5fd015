"""Equal values of many readings kept in memory once: names, keys, rules, spans, and whole things of the gazetteer.

Each article makes them anew. A build holds the readings of all articles until they are merged, and the graph then
holds what they are made of, so that what is equal is better one.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any

from kg.model import Entity, Reading, Relation, Span


class SharedValues:
    """The values met so far, and of whole things entities and relations: many articles state alike what the gazetteer
    knows. It is dropped once all articles are read.
    """

    def __init__(self) -> None:
        self._values: dict[type, dict[Any, Any]] = {str: {}, int: {}, float: {}, Entity: {}, Relation: {}}
        self._spans: dict[Span, Span] = {}

    def reading(self, reading: Reading) -> Reading:
        """The same reading, made of the values that stand here already wherever they are equal."""
        self._spans.clear()
        made: Reading = self._made(reading)
        return made

    def _made(self, one: Any) -> Any:
        made = type(one)(*[self._value(getattr(one, name)) for name in type(one).__match_args__])
        known = self._values.get(type(one))
        return made if known is None else known.setdefault(made, made)

    def _value(self, value: Any) -> Any:
        kind = type(value)
        if kind is str or kind is int or (kind is float and value):  # -0.0 is equal to 0.0, and is written otherwise
            return self._values[kind].setdefault(value, value)
        if kind is Span:
            return self._span(value)
        if kind is tuple:
            return tuple([self._value(one) for one in value])
        return self._made(value) if is_dataclass(kind) else value

    def _span(self, span: Span) -> Span:
        """Spans are equal within an article only, but few numbers are not used in many."""
        found = self._spans.get(span)
        if found is None:
            self._spans[span] = found = Span(self._value(span.start), self._value(span.end))
        return found
