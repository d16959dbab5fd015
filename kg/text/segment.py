"""Words as a hint: one private segmenter, the only place that knows which program cuts Chinese into words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the plain text with its offsets in the document and its part-of-speech tag (ICTCLAS letters)."""

    start: int
    end: int
    word: str
    tag: str


@dataclass(frozen=True)
class Tokens:
    """The words of a document in text order; positions between blocks have none."""

    items: tuple[Token, ...]

    @cached_property
    def starts(self) -> list[int]:
        """The start offset of every word, for bisection."""
        return [token.start for token in self.items]

    @cached_property
    def edges(self) -> frozenset[int]:
        """Every offset at which a word starts or ends."""
        return frozenset(self.starts) | frozenset(token.end for token in self.items)

    def index(self, offset: int) -> int:
        """The index of the word that holds the character at an offset, or of the last one before it; -1 if none."""
        return bisect_right(self.starts, offset) - 1

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The words that start inside a span."""
        first = self.index(span.start)
        if first < 0 or self.items[first].start < span.start:
            first += 1
        last = self.index(span.end - 1) + 1
        return self.items[first:last]


def tokens(plain: str, spans: Iterable[Span], *, guess: bool = True) -> Tokens:
    """Cut the given stretches of a text into words, with the dictionary of jieba (rjieba, the same in Rust).

    Without ``guess`` only words of the dictionary are joined, and every other character stands alone.
    """
    import rjieba

    found: list[Token] = []
    for span in spans:
        offset = span.start
        for word, tag in rjieba.tag(plain[span.start : span.end], guess):
            found.append(Token(offset, offset + len(word), word, tag))
            offset += len(word)
    return Tokens(tuple(found))
