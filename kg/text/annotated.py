"""One article laid out for reading: its words, its quoted stretches, its named phrases, each made once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kg.model import Document, Role, Span
from kg.text.keyword_search import BigramIndex
from kg.text.quotation_marks import Quoted, quoted
from kg.text.tokens import Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.lexicon import Lexicon

Layer = TypeVar("Layer")
READ = frozenset({Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.CAPTION, Role.BYLINE})


class Dropped(NamedTuple):
    """A stretch that was not taken for something of a kind (Project, Figure, a relation of the home), and why."""

    span: Span
    kind: str
    why: str


@dataclass(frozen=True)
class AnnotatedDocument:
    """What every extractor is handed: the document, the lexicon, and the layers that they share."""

    document: Document
    lexicon: Lexicon

    def __hash__(self) -> int:
        # Annotated documents are keys of caches.
        return hash(self.document)

    @cached_property
    def plain(self) -> str:
        """The plain text of the document."""
        return self.document.plain

    @cached_property
    def bigrams(self) -> BigramIndex:
        """Where any two characters stand, for those who look for many words."""
        return BigramIndex(self.plain)

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

    @property
    def year(self) -> int | None:
        """The year the article was published in, if it says so."""
        date = self.document.masthead.date
        return int(date[:4]) if date else None

    def layer(self, make: Callable[[AnnotatedDocument], Layer]) -> Layer:
        """What a function finds in this document, made at its first use and kept: ``doc.layer(times)``.

        Layers of higher rooms are asked for in this way, so that this file need not know them.
        """
        if make not in self._layers:
            self._layers[make] = make(self)
        found: Layer = self._layers[make]
        return found

    @cached_property
    def _layers(self) -> dict[Callable[[AnnotatedDocument], Any], Any]:
        return {}

    @cached_property
    def dropped(self) -> list[Dropped]:
        """What has been dropped so far; only ``kg trace`` asks."""
        return []

    def drop(self, span: Span, kind: str, why: str) -> None:
        """Note that a stretch might have been something of a kind and is not, and why."""
        self.dropped.append(Dropped(span, kind, why))

    def sentence(self, span: Span) -> Span:
        """The sentence that a span starts in, or the span itself where it stands in none."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self.document.sentences[at].end > span.start:
            return self.document.sentences[at]
        return span

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.document.sentences]
