"""The order of facts, by the plain values of their fields, which the engine compares without a call for each pair."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator

_T = TypeVar("_T")


def ordered(kind: type[_T], facts: Iterable[_T]) -> tuple[_T, ...]:
    """Dataclass values of one class in order, each once; the same as ``sorted(set(facts))``.

    >>> from kg.model import Block, Role, Span
    >>> len(ordered(Block, [Block(Span(2, 3), Role.TITLE), Block(Span(2, 3), Role.TITLE)]))
    1
    """
    row = order_of(cast("Hashable", kind))
    found: dict[Any, _T] = {}
    for fact in facts:
        found.setdefault(row(fact), fact)
    return tuple(found[key] for key in sorted(found))


def in_order(values: Collection[_T]) -> tuple[_T, ...]:
    """Dataclass values of one class in the order that their class gives them, as ``sorted`` would put them.

    >>> from kg.model import Block, Role, Span
    >>> in_order({Block(Span(2, 3), Role.TITLE), Block(Span(1, 9), Role.META), Block(Span(1, 2), Role.META)})[0].span
    Span(start=1, end=2)
    """
    kinds = map(type, values)
    return tuple(sorted(values, key=order_of(cast("Hashable", next(kinds))))) if values else ()


@cache
def order_of(kind: Hashable) -> Callable[[Any], Any]:
    """The key that sorts values of a dataclass as the class itself does: its fields, those of a field in its place."""
    return attrgetter(*_paths(kind))


def _paths(kind: Any) -> Iterator[str]:
    types = get_type_hints(kind)
    for field in fields(kind):
        inner = types[field.name]
        yield from (f"{field.name}.{path}" for path in _paths(inner)) if is_dataclass(inner) else (field.name,)
