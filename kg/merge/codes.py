"""Codes of GB/T 2260 in keys: whose an entity is, and which place lies in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.identity import code_of

if TYPE_CHECKING:
    from kg.model import Entity

_LEVELS = (2, 4, 6)


def code(entity: Entity) -> str:
    """The code of the division that an entity is or belongs to, "" for the nation's and where none is known."""
    return entity.adcode or code_of(entity.key)


def above(place: str) -> tuple[str, ...]:
    """The codes of what a place lies in, the nearest first; 110000 lies in nothing.

    >>> above("141002"), above("140000")
    (('141000', '140000'), ())
    """
    shorter = (place[:size].ljust(6, "0") for size in reversed(_LEVELS[:-1]))
    return tuple(dict.fromkeys(one for one in shorter if one != place and place))


def lies_in(place: str, other: str) -> bool:
    """Whether a place is another or lies in it."""
    return bool(place and other) and (place == other or other in above(place))
