"""One article laid out for reading: its words, its quoted stretches, its named phrases, each made once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Document, Role, Span
from kg.text.named import Named, named
from kg.text.phrases import Heads, Phrase, phrases
from kg.text.quotes import Quoted, quoted
from kg.text.segment import Tokens, tokens
from kg.text.sweep import Pairs
from kg.text.times import Time, times

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

READ = frozenset({Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.CAPTION, Role.BYLINE})


@dataclass(frozen=True)
class Sheet:
    """What every extractor is handed: the document, the lexicon, and the layers that they share."""

    document: Document
    lexicon: Lexicon

    def __hash__(self) -> int:
        # Sheets are keys of caches.
        return hash(self.document)

    @cached_property
    def plain(self) -> str:
        """The plain text of the document."""
        return self.document.plain

    @cached_property
    def pairs(self) -> Pairs:
        """Where any two characters stand, for those who look for many words."""
        return Pairs(self.plain)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The blocks that carry the story: no furniture, no masthead; the whole text where it is not laid out."""
        if not self.document.blocks:
            return (Span(0, len(self.plain)),)
        return tuple(block.span for block in self.document.blocks if block.role in READ)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of those blocks."""
        return tokens(self.plain, self.spans)

    @cached_property
    def quotes(self) -> tuple[Quoted, ...]:
        """Everything in “…” and 《…》 in those blocks."""
        return quoted(self.plain, self.spans)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Phrases that end in a head word or hold a quoted name."""
        return phrases(self.pairs, self.tokens, self.quotes, Heads.of(self.lexicon))

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every named campaign and program, each judged once."""
        return named(self)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Every expression of time."""
        return times(self)

    def sentence(self, span: Span) -> Span:
        """The sentence that a span starts in, or the span itself where it stands in none."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self.document.sentences[at].end > span.start:
            return self.document.sentences[at]
        return span

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.document.sentences]
