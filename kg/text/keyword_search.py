"""Many words looked for in a text at once: only where two characters stand that one of them opens with.

A regular expression of many words tries nearly every character of a Chinese text, for some word opens with it. Where
each two characters of a text stand is found once (``BigramIndex``); each expression is tried at a few of those places.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import add
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.text.occurrences import starts

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from kg.model import Span


class KeywordSearch:
    """An expression whose every match opens with one of some words."""

    def __init__(self, regex: re.Pattern[str], words: Iterable[str]) -> None:
        words = frozenset(words)
        self.regex, self._match = regex, regex.match
        self.anywhere = not words or not all(words)  # where an empty word matches
        self.bigrams = frozenset(word[:2] for word in words if len(word) > 1)
        self.single = frozenset(word for word in words if len(word) == 1)

    @staticmethod
    def of(words: Iterable[str]) -> KeywordSearch:
        """Any of some words, the longest at each place."""
        words = tuple(words)
        return KeywordSearch(compiled(alternation(words)), words)

    def over(self, bigrams: BigramIndex, span: Span) -> Iterator[re.Match[str]]:
        """The matches in a stretch of a text, as ``finditer`` gives them."""
        if self.anywhere:
            yield from self.regex.finditer(bigrams.text, span.start, span.end)
            return
        at = span.start
        for offset in bigrams.places(self, span):
            if offset >= at and (match := self._match(bigrams.text, offset, span.end)):
                yield match
                at = match.end()

    def every(self, bigrams: BigramIndex, span: Span) -> Iterator[re.Match[str]]:
        """The first match at every offset of a stretch where one starts, also inside one that starts before it."""
        for offset in range(span.start, span.end) if self.anywhere else bigrams.places(self, span):
            if match := self._match(bigrams.text, offset, span.end):
                yield match

    def found(self, bigrams: BigramIndex, span: Span) -> bool:
        """Whether a stretch holds a match."""
        return next(self.over(bigrams, span), None) is not None


class BigramIndex:
    """Where any two characters stand in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Where each pair stands last, and where the pair at each offset stands before: no list for each of thousands.
        self._last: dict[str, int] = {}
        self._before: list[int] = []
        last, known, before = self._last, self._last.get, self._before.append
        for at, pair in enumerate(map(add, text, text[1:])):
            before(known(pair, -1))
            last[pair] = at
        self._all = frozenset(self._last)
        self._swept: dict[KeywordSearch, list[int]] = {}

    def __contains__(self, pair: str) -> bool:
        """Whether two characters stand side by side anywhere."""
        return pair in self._all

    def places(self, sweep: KeywordSearch, span: Span) -> list[int]:
        """The offsets in a stretch at which a match of an expression may start."""
        if sweep not in self._swept:
            alone = {at for char in sweep.single for at in starts(self.text, char)}
            paired = self.opening(sweep.bigrams)
            self._swept[sweep] = sorted(alone.union(paired)) if alone else paired
        return within(self._swept[sweep], span)

    def opening(self, keys: AbstractSet[str]) -> list[int]:
        """The offsets of some pairs, in order."""
        found: list[int] = []
        for pair in self._all.intersection(keys):
            at = self._last[pair]
            while at >= 0:
                found.append(at)
                at = self._before[at]
        return sorted(found)


def within(offsets: list[int], span: Span) -> list[int]:
    """Those of ordered offsets that lie in a stretch."""
    first = bisect_left(offsets, span.start)
    return offsets[first : bisect_left(offsets, span.end, first)]
