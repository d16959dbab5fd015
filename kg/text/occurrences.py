"""Every occurrence of a word in a text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLOCK = 64


def everywhere(text: str, word: str) -> Iterator[Span]:
    """The stretches that spell a word, none overlapping another."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + len(word))


def holds_any(text: str, span: Span, words: Iterable[str]) -> bool:
    """Whether a stretch holds one of some words."""
    return any(text.find(word, span.start, span.end) >= 0 for word in words)


def starts(text: str, word: str) -> Iterator[int]:
    """Where a word starts, also inside another occurrence of it."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


class Stretches:
    """Stretches of a text by blocks, to be asked for what they meet."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._blocks: dict[int, list[Span]] = {}
        for span in spans:
            for block in range(span.start // _BLOCK, span.end // _BLOCK + 1):
                self._blocks.setdefault(block, []).append(span)

    def meeting(self, span: Span) -> list[Span]:
        """Those that share a character with a stretch."""
        blocks = range(span.start // _BLOCK, span.end // _BLOCK + 1)
        return [one for block in blocks for one in self._blocks.get(block, ()) if one.meets(span)]


class Words:
    """Where any of some words stands in a text, to be asked of many stretches of it.

    Each group is one of which a stretch may hold any word; an empty group is of something that needs none.
    """

    def __init__(self, text: str, *groups: Iterable[str]) -> None:
        rows = [frozenset(group) for group in groups]
        self._none = not all(rows)
        words = frozenset().union(*rows)
        self._found = sorted((at, at + len(word)) for word in words for at in starts(text, word))
        self._starts = [start for start, _ in self._found]

    def inside(self, start: int, end: int) -> bool:
        """Whether a stretch holds one of them."""
        at = bisect_left(self._starts, start)
        while at < len(self._starts) and self._starts[at] < end:
            if self._found[at][1] <= end:
                return True
            at += 1
        return self._none
