"""Many words looked for in a text at once: only where two characters stand that one of them opens with.

A regular expression of many words tries nearly every character of a Chinese text, for some word opens with it. Where
each two characters of a text stand is told once (``Pairs``), and each expression is tried at a few of those places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kg.model import Span


class Sweep:
    """An expression whose every match opens with one of some words."""

    def __init__(self, regex: re.Pattern[str], words: Iterable[str]) -> None:
        words = frozenset(words)
        self.regex, self._match = regex, regex.match
        self.anywhere = not words or not all(words)  # where an empty word matches
        self.pairs = frozenset(word[:2] for word in words if len(word) > 1)
        self.single = frozenset(word for word in words if len(word) == 1)

    def over(self, pairs: Pairs, span: Span) -> Iterator[re.Match[str]]:
        """The matches in a stretch of a text, as ``finditer`` gives them."""
        if self.anywhere:
            yield from self.regex.finditer(pairs.text, span.start, span.end)
            return
        at = span.start
        for offset in pairs.places(self, span):
            if offset >= at and (match := self._match(pairs.text, offset, span.end)):
                yield match
                at = match.end()

    def every(self, pairs: Pairs, span: Span) -> Iterator[re.Match[str]]:
        """The first match at every offset of a stretch where one starts, also inside one that starts before it."""
        for offset in range(span.start, span.end) if self.anywhere else pairs.places(self, span):
            if match := self._match(pairs.text, offset, span.end):
                yield match

    def found(self, pairs: Pairs, span: Span) -> bool:
        """Whether a stretch holds a match."""
        return next(self.over(pairs, span), None) is not None


class Pairs:
    """Where any two characters stand in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for at, pair in enumerate(map(add, text, text[1:])):
            self._at[pair].append(at)
        self._at[text[-1:]].append(max(0, len(text) - 1))
        self._swept: dict[Sweep, list[int]] = {}

    def __contains__(self, pair: str) -> bool:
        """Whether two characters stand side by side anywhere."""
        return pair in self._at

    def places(self, sweep: Sweep, span: Span) -> list[int]:
        """The offsets in a stretch at which a match of an expression may start."""
        if sweep not in self._swept:
            single = (pair for pair in self._at if pair[:1] in sweep.single) if sweep.single else ()
            self._swept[sweep] = self.opening({*sweep.pairs & self._at.keys(), *single})
        every = self._swept[sweep]
        first = bisect_left(every, span.start)
        return every[first : bisect_left(every, span.end, first)]

    def opening(self, keys: Iterable[str]) -> list[int]:
        """The offsets of some pairs, in order."""
        return sorted(at for key in keys if key in self._at for at in self._at[key])
