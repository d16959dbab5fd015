"""The attributes of nodes and edges as markup: those that bear the same names fill one text, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.markup import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet


class Filled:
    """Attributes in the order of their names, each as one piece of markup.

    >>> Filled('<{0}>{1}</{0}>').of({"b": 1, "a": "<"})
    '<a>&lt;</a><b>1</b>'
    """

    def __init__(self, piece: str, leave: AbstractSet[str] = frozenset()) -> None:
        """``piece``: of one attribute, {0} is its name and {1} its value; ``leave``: the names to leave out."""
        self._piece, self._leave = piece, leave
        self._made: dict[tuple[str, ...], tuple[list[str], str]] = {}

    def of(self, attributes: dict[str, Any]) -> str:
        """The markup of some attributes; their values are escaped."""
        names, text = self._made.get(tuple(attributes)) or self._make(tuple(attributes))
        return text % tuple([escape(attributes[name]) for name in names])

    def _make(self, given: tuple[str, ...]) -> tuple[list[str], str]:
        names = sorted(name for name in given if name not in self._leave)
        text = "".join(self._piece.replace("%", "%%").format(name.replace("%", "%%"), "%s") for name in names)
        self._made[given] = names, text
        return names, text


def one_each(rows: Iterable[tuple[Any, dict[str, Any]]]) -> Iterator[tuple[str, Any]]:
    """Every name that attributes bear with one of its values; each name has one type of value in all rows."""
    for attributes in {tuple(attributes): attributes for _, attributes in rows}.values():
        yield from attributes.items()
