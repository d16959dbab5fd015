"""Things told once and named by number: strings, and spans of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model.facts import Evidence


class Names:
    """Strings by number, in the order they were first asked for.

    >>> names = Names()
    >>> names["甲"], names["乙"], names["甲"], list(names)
    (0, 1, 0, ['甲', '乙'])
    """

    def __init__(self, first: Iterable[str] = ()) -> None:
        self._numbers = {name: at for at, name in enumerate(first)}

    def __getitem__(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers))

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)


class Spans:
    """Spans of articles by number; what no article tells (the gazetteer) is -1."""

    def __init__(self, docs: dict[str, int]) -> None:
        self._docs = docs
        self._numbers: dict[tuple[int, int, int], int] = {}

    def __getitem__(self, why: Evidence) -> int:
        if why.document not in self._docs:
            return -1
        place = (self._docs[why.document], why.span.start, len(why.span))
        return self._numbers.setdefault(place, len(self._numbers))

    def columns(self) -> dict[str, list[int]]:
        """``doc``, ``at`` and ``length`` of every span, in order."""
        doc, at, length = zip(*self._numbers, strict=True) if self._numbers else ((), (), ())
        return {"doc": list(doc), "at": list(at), "length": list(length)}
