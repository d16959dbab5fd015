"""Quotations: who is quoted, or reported, as saying which words.

Direct speech stands in quote marks behind or before its speaker; reported speech runs from the verb's comma
to the end of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Evidence, Mention, Quote, Reading, Span
from kg.relate.quotes.speakers import Speakers
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument
    from kg.text.quotation_marks import Quoted

_SPEAKERS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.EVENT})
_SHORT = 8
_TITLES = 36  # characters of titles between a closed quotation and its speaker
_JOINTS = frozenset({"", "、", "和", "，", "；"})


class QuoteOf(Struct, frozen=True, order=True, gc=False):
    """Words said: the speaker's mention, the span of the words without their marks, the sentence that tells it."""

    speaker: Mention
    span: Span
    evidence_span: Span
    rule: str
    confidence: float


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Quote]:
    """What persons, organs and meetings of a reading are quoted or reported as saying."""
    for found in quotes(doc, [m for m in reading.mentions if m.kind in _SPEAKERS]):
        evidence = Evidence(reading.document.id, found.evidence_span, found.rule, found.confidence)
        yield Quote(found.speaker.entity, found.span, reading.document.surface(found.span), evidence)


def quotes(doc: AnnotatedDocument, speakers: Sequence[Mention]) -> tuple[QuoteOf, ...]:
    """The quotations of a document by the speakers given (persons, organs, meetings), in text order."""
    reader = _Quotes(doc, tuple(sorted(speakers)))
    found: list[QuoteOf] = []
    for quote in sorted(reader.read(), key=lambda q: (-q.confidence, q.span)):
        if not any(quote.span.meets(other.span) for other in found):
            found.append(quote)
    return tuple(sorted(found, key=lambda q: q.span))


class _Quotes:
    """The speech of one document under reading."""

    def __init__(self, doc: AnnotatedDocument, speakers: tuple[Mention, ...]) -> None:
        self.plain, self.blocks = doc.plain, doc.spans
        self.marked = {q.span.start: q for q in doc.quotes if q.mark == "“"}
        self.opens = sorted(self.marked)
        self.rules: dict[str, Pattern] = {rule.name: rule for rule in doc.lexicon.patterns("quote")}
        self.speakers = Speakers(doc, speakers, self.rules)

    def read(self) -> Iterator[QuoteOf]:
        """Every stretch of speech whose speaker is known."""
        yield from self._direct()
        yield from self._reported("reported")
        yield from self._reported("reported-bare")
        yield from self._behind()
        yield from self._learned()

    def _direct(self) -> Iterator[QuoteOf]:
        rule = self.rules["direct"]
        for match in rule.over(self.plain, self.blocks):
            first = self.marked.get(match.end())
            speaker = self.speakers.of(match.start("verb"), match["verb"]) if first else None
            if first is None or speaker is None:
                continue
            if not self._whole(first):
                end = self.speakers.sentence(match.start()).end
                yield self._of(speaker, Span(match.end(), end), match.start(), "reported", rule.confidence - 0.1)
                continue
            for quote in self._run(first):
                yield self._of(speaker, quote.inner, match.start(), "direct", rule.confidence)

    def _whole(self, quote: Quoted) -> bool:
        """Whether a quotation is speech, not a catchword that opens reported speech."""
        follow = self.plain[quote.span.end : quote.span.end + 1]
        ends = self.plain[quote.inner.end - 1] in "。！？，；…"
        return ends or (len(quote.inner) >= _SHORT and (not follow or not follow.isalnum() or follow in "“既为这道充"))

    def _run(self, quote: Quoted) -> Iterator[Quoted]:
        """A quotation and those that follow it without a word between."""
        yield quote
        at = bisect_right(self.opens, quote.span.start)
        while at < len(self.opens):
            other = self.marked[self.opens[at]]
            between = self.plain[quote.span.end : other.span.start]
            if between not in _JOINTS or len(other.inner) < _SHORT:
                return
            yield other
            quote, at = other, at + 1

    def _reported(self, name: str) -> Iterator[QuoteOf]:
        rule = self.rules[name]
        for match in rule.over(self.plain, self.blocks):
            if self.plain[match.start("said")] == "“" and match.start("said") in self.marked:
                continue
            if self.speakers.inside(match.start()):
                continue
            if name == "reported-bare" and not self.speakers.opens(match.start()):
                continue
            speaker = self.speakers.of(match.start("verb"), match["verb"])
            if speaker is None:
                continue
            end = self.speakers.sentence(match.start()).end if name == "reported" else match.end()
            yield self._of(
                speaker, Span(match.start("said"), max(end, match.end())), match.start(), name, rule.confidence
            )

    def _behind(self) -> Iterator[QuoteOf]:
        """“…。”村民甲说。 The speaker stands right behind the closing mark, with a title at most between."""
        rule = self.rules["after"]
        for start in self.opens:
            quote = self.marked[start]
            said: tuple[Mention, re.Match[str]] | None = None
            for speaker in self._following(quote) if len(quote.inner) >= _SHORT else ():
                match = rule.regex.match(self.plain, speaker.span.end)
                # Of an organ and its official before the verb the official speaks: 某院|副院长李某感慨地说.
                if match and (said is None or speaker.span.end <= said[1].start("verb")):
                    said = speaker, match
            if said:
                yield self._of(said[0], quote.inner, said[1].start(), "after", rule.confidence)

    def _learned(self) -> Iterator[QuoteOf]:
        """记者从甲局获悉，…; 据甲局介绍，…: the words are those of the organ or person named."""
        for rule in (self.rules["learned"], self.rules["according-to"], self.rules["shows"]):
            for match in rule.over(self.plain, self.blocks):
                source = Span(match.start("source"), match.end("source"))
                named = [m for m in self.speakers.within(source) if m.kind is not Kind.EVENT]
                if named and self._ends(named[-1], source):
                    said = Span(match.start("said"), match.end("said"))
                    yield self._of(named[-1], said, match.start(), rule.name, rule.confidence)

    def _ends(self, speaker: Mention, source: Span) -> bool:
        """Whether a stretch ends with a speaker, a day or an unnamed person of it behind."""
        rest = "".join(c for c in self.plain[speaker.span.end : source.end] if not c.isdecimal()).strip("日月 ")
        return not rest or bool(self.rules["unnamed"].regex.fullmatch(rest))

    def _following(self, quote: Quoted) -> Iterator[Mention]:
        """Speakers named right behind a closed quotation, with titles at most between."""
        at = bisect_left(self.speakers.all, quote.span.end, key=lambda m: m.span.start)
        for speaker in self.speakers.all[at : at + 5]:
            between = self.plain[quote.span.end : speaker.span.start]
            if len(between) > _TITLES or any(mark in between for mark in "。；！？\n：“"):
                return
            if speaker.kind is Kind.PERSON or not between:
                yield speaker

    def _of(self, speaker: Mention, span: Span, at: int, rule: str, confidence: float) -> QuoteOf:
        end = span.end
        while end > span.start and self.plain[end - 1] in "。；，\n 　”" and not self._closing(span.start, end):
            end -= 1
        return QuoteOf(speaker, Span(span.start, end), self.speakers.sentence(at), rule, confidence)

    def _closing(self, start: int, end: int) -> bool:
        """Whether the last character closes a quotation that was opened inside the words."""
        return self.plain[end - 1] == "”" and "“" in self.plain[start:end]
