"""Words as a hint, cut by rjieba: this file and ``dictionary`` alone know which program it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Span


class Token(Struct, frozen=True, order=True, gc=False):
    """One word of the plain text with its offsets in the document and its part-of-speech tag (ICTCLAS letters).

    An article has thousands of them: a value that is made fast, and that the collector of cycles need not look at.
    """

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
        return frozenset([*self.starts, *[token.end for token in self.items]])

    def index(self, offset: int) -> int:
        """The index of the word that holds the character at an offset, or of the last one before it; -1 if none."""
        return bisect_right(self.starts, offset) - 1

    def starting(self, start: int, end: int) -> Iterator[Token]:
        """The words that start in ``[start, end)``, one by one, for those who rarely need more than the first."""
        at, items = bisect_left(self.starts, start), self.items
        while at < len(items) and items[at].start < end:
            yield items[at]
            at += 1

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The words that start inside a span."""
        starts = self.starts
        first = bisect_left(starts, span.start)
        return self.items[first : bisect_left(starts, span.end, first)]

    def alike(self, at: int) -> bool:
        """Whether the item ``at`` is an 、 between two words of one make: 形式主义、官僚主义."""
        row = self.items[max(0, at - 1) : at + 2]
        if len(row) < 3 or row[1].word != "、" or row[0].end != row[1].start:
            return False
        one, other = row[0].word, row[2].word
        return len(one) == len(other) > 3 and one[-2:] == other[-2:]


def tokens(plain: str, spans: Iterable[Span], *, guess: bool = True) -> Tokens:
    """Cut the given stretches of a text into words, with the dictionary of jieba (rjieba, the same in Rust).

    Without ``guess`` only words of the dictionary are joined, and every other character stands alone.
    """
    import rjieba

    found: list[Token] = []
    for span in spans:
        start = span.start
        for word, tag in rjieba.tag(plain[start : span.end], guess):
            end = start + len(word)
            found.append(Token(start, end, word, tag))
            start = end
    return Tokens(tuple(found))
