"""Titles as the text states them beside a name, and the page on which they are looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kg.model import Mention, Span
from kg.names.titles import Grammar, grammar
from kg.text.tokens import tokens
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Pattern
    from kg.names.offices import Title
    from kg.text.annotated import AnnotatedDocument


class TitleOf(Struct, frozen=True, order=True, gc=False):
    """One post of one person as the text states it.

    ``organ``: the organ's surface, completed from the title before where the text leaves it out; for 省长 and 市长 the
    place's word. ``organ_span``: where the organ's own characters stand. ``span``: title and organ in the text.
    ``start``/``end``: ISO at the precision of the text, else "".
    """

    person: Mention
    title: str
    organ: str
    organ_span: Span | None
    span: Span
    status: str
    start: str
    end: str
    rule: str
    confidence: float


class Page:
    """One document with its persons, and the grammar of titles that trusts the organs and places already found."""

    def __init__(self, doc: AnnotatedDocument, mentions: Sequence[Mention]) -> None:
        self.doc, self.plain, self.blocks = doc, doc.plain, doc.spans
        self.persons = tuple(sorted(m for m in mentions if m.kind is Kind.PERSON))
        self.starts, self.ends = ([p.span.start for p in self.persons], [p.span.end for p in self.persons])
        self.grammar: Grammar = grammar(doc.lexicon)
        self.rules: dict[str, Pattern] = {rule.name: rule for rule in doc.lexicon.patterns("post")}
        self.known = _ends([m for m in mentions if m.kind in {Kind.ORGANIZATION, Kind.PLACE}])
        self._blocks = [block.start for block in self.blocks]

    def block(self, span: Span) -> Span:
        """The block that a span lies in, or the span itself where it lies in none."""
        at = bisect_right(self._blocks, span.start) - 1
        return self.blocks[at] if at >= 0 and self.blocks[at].holds(span) else span

    def named_in(self, region: Span) -> tuple[Mention, ...]:
        """The persons whose names begin in a stretch."""
        return self.persons[bisect_left(self.starts, region.start) : bisect_left(self.starts, region.end)]

    def last_end(self, before: int) -> int:
        """Where the last person named before an offset ends; 0 if there is none."""
        at = bisect_left(self.ends, before + 1) - 1
        return self.ends[at] if at >= 0 else 0

    def titles_in(self, region: Span) -> tuple[Title, ...]:
        """The titles that a stretch ends in; 候选人 and 职务 behind them say nothing of their own."""
        if self.plain.endswith("）", region.start, region.end):  # （副厅级）
            opening = self.plain.rfind("（", region.start, region.end)
            region = Span(region.start, opening) if opening > region.start else region
        if behind := self.rules["behind-title"].regex.search(self.plain, region.start, region.end):
            region = Span(region.start, behind.start())
        return self.grammar.parse(self.plain, region, self.doc.tokens, self.known)

    def owned(self, organ: Span, region: Span) -> tuple[Title, ...]:
        """The titles of a stretch that its organ does not stand right before: 教育局|王某|局长, 发改委|（…）|主任."""
        size = len(organ)
        text = self.plain[organ.start : organ.end] + self.plain[region.start : region.end]
        words = tokens(text, (Span(0, len(text)),))
        shift = region.start - size

        def back(span: Span) -> Span:
            start = span.start + (organ.start if span.start < size else shift)
            return Span(start, span.end + (organ.start if span.end <= size else shift))

        titles = self.grammar.parse(text, Span(0, len(text)), words, {size: 0})
        return tuple(
            replace(
                title,
                span=region,
                organ_span=back(title.organ_span) if title.organ_span and title.organ_span.start >= size else organ,
            )
            for title in titles
        )

    def organ_before(self, end: int) -> Span | None:
        """The organ or place that ends at an offset."""
        start = self.known.get(end, -1)
        return Span(start, end) if 0 <= start < end else None


def made(who: Mention, t: Title, rule: str, sure: float, start: str = "", end: str = "") -> TitleOf:
    """A title as the statement of one person's post."""
    return TitleOf(who, t.title, t.organ, t.organ_span, t.span, t.status, start, end, rule, sure)


def is_post(title: Title) -> bool:
    """Whether a title is an office: 教授 is one only with its university, 村民 and 记者 never."""
    return title.kind not in {"person", "rank", ""} or (title.kind == "rank" and bool(title.organ))


def _ends(bodies: Sequence[Mention]) -> dict[int, int]:
    """Where each found organ or place ends, to where it starts; of several that end together the longest."""
    known: dict[int, int] = {}
    for mention in bodies:
        known[mention.span.end] = min(mention.span.start, known.get(mention.span.end, mention.span.start))
    return known
