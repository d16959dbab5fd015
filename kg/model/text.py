"""The text of one article, as read: spans, blocks, masthead, document.

All offsets are Unicode code points of the decoded source, newlines as read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch ``[start, end)`` of a document's text, in code points.

    No dataclass like the rest, for it is made hundreds of times in every paragraph, and twenty times as fast.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one (or is equal to it)."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Role(StrEnum):
    """What a line of an article is there for."""

    TITLE = "title"
    META = "meta"
    BYLINE = "byline"
    FURNITURE = "furniture"
    CAPTION = "caption"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One line of the source with its role. Blocks do not overlap and stand in text order; blank lines have none."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A name that the masthead or a byline gives, with where it stands and what it is (``author``, ``editor``, ...)."""

    span: Span
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the article says of itself. Nothing is guessed: what the text does not give is ``None``.

    ``title``: in Simplified Chinese, the lines of a broken title joined by a space. ``date``: ISO at the precision
    of the text (``2022-04-27``, ``2022-04`` or ``2022``). ``publisher``: in Simplified Chinese.
    ``credits``: authors, reporters, editors and other named makers of the article, persons or organs.
    """

    title: str | None = None
    title_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    publisher: Word | None = None
    credits: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read from its source: text, layout, masthead and sentences; nothing of what it says.

    ``text`` is the decoded source to the letter. ``plain`` has the same length, character by character: Simplified
    Chinese, full-width punctuation (``，：；（）！？“”‘’``), half-width letters and digits; all matching is done on it.
    ``sentences`` are spans that lie inside one block each, in text order, the closing mark included.
    ``encoding`` is how the bytes were decoded; ``sha256`` is of the source bytes. ``extracted``: the text stands
    nowhere as it is here (it comes from a page, a Word file, a row of a corpus), so that a build must keep it.
    ``whole``: the text with the characters that nobody sees (U+200B, soft hyphens), where ``text`` is read without
    them; a reading has the whole text and its offsets.
    """

    id: str
    source: str
    text: str
    plain: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    masthead: Masthead = Masthead()
    encoding: str = "utf-8"
    sha256: str = ""
    extracted: bool = False
    whole: str = ""

    def __hash__(self) -> int:
        # Documents are keys of caches: their texts and thousands of spans are not to be hashed each time.
        return hash(self.id)

    def surface(self, span: Span) -> str:
        """The characters of the source under a span."""
        return self.text[span.start : span.end]

    def name(self, span: Span) -> str:
        """The same characters in Simplified Chinese with Chinese punctuation."""
        return self.plain[span.start : span.end]
