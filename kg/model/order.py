"""The order of facts, by the plain values of their fields, which the engine compares without a call for each pair."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_T = TypeVar("_T")


def in_order(values: Collection[_T]) -> tuple[_T, ...]:
    """Frozen values of one class in the order that their class gives them, as ``sorted`` would put them.

    >>> from kg.model import Span
    >>> in_order({Span(2, 3), Span(1, 9), Span(1, 2)})
    (Span(start=1, end=2), Span(start=1, end=9), Span(start=2, end=3))
    """
    return tuple(sorted(values, key=_key(next(iter(values))))) if values else ()


def _key(value: Any) -> Callable[[Any], Any]:
    return order_of(type(value))


@cache
def order_of(kind: Any) -> Callable[[Any], Any]:
    """The key that sorts values of a dataclass as the class itself does: its fields, those of a field in its place."""
    return attrgetter(*_paths(kind))


def _paths(kind: Any) -> Iterator[str]:
    types = get_type_hints(kind)
    for field in fields(kind):
        inner = types[field.name]
        yield from (f"{field.name}.{path}" for path in _paths(inner)) if is_dataclass(inner) else (field.name,)
