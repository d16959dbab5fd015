"""When things happened: the day of a meeting, the beginning and end of a campaign, of a project's building.

于去年11月8日召开常委会会议 · 从2021年11月开始……大讨论 · 10月24日，某区召开动员会
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.model import Evidence, Moment, Span
from kg.text.time_expressions import times
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading
    from kg.text.annotated import AnnotatedDocument
    from kg.text.time_expressions import Time

_REACH = 45  # characters between a time and what it dates
_AFTER = 16  # characters behind a name in which its verb may stand
_BOTH = ("began", "ended")
_DAYS = frozenset({"day", "days", "day-han", "month", "months", "spot"})


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Moment]:
    """The moments that sentences tell of events, campaigns and projects."""
    dated = _Dated(doc, reading)
    for mention in reading.mentions:
        if mention.kind in {Kind.EVENT, Kind.CAMPAIGN, Kind.PROJECT}:
            yield from dated.of(mention)


class _Dated:
    """The times and cues of one document."""

    def __init__(self, doc: AnnotatedDocument, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.times = [time for time in doc.layer(times) if time.rule in _DAYS | {"year"}]
        self.ends = [time.span.end for time in self.times]
        self.events = sorted(m.span.end for m in reading.mentions if m.kind is Kind.EVENT)
        rows = doc.lexicon.table("timecues")
        self.cues = sorted(((r["word"], r["kind"], r["term"]) for r in rows), key=lambda row: -len(row[0]))

    def of(self, mention: Mention) -> Iterator[Moment]:
        """What the time right before a mention says of it."""
        sentence = self.doc.sentence(mention.span)
        time = self._before(mention, sentence)
        if time is None:
            return
        dating = ("at", 0.85) if mention.kind is Kind.EVENT else self._told(time, mention, sentence)
        if not dating or (mention.kind is Kind.EVENT and not self._free(time, mention)):
            return
        for term in _BOTH if dating[0] == "during" else (dating[0],):
            why = Evidence(self.reading.document.id, sentence, f"time-{term}", dating[1])
            value = {"began": time.value.split("/")[0], "ended": time.value.split("/")[-1]}.get(term, time.value)
            yield Moment(mention.entity, term, value, self.doc.document.surface(time.span), why)

    def _before(self, mention: Mention, sentence: Span) -> Time | None:
        at = bisect_right(self.ends, mention.span.start) - 1
        if at < 0:
            return None
        time = self.times[at]
        near = time.span.start >= sentence.start and mention.span.start - time.span.end <= _REACH
        fits = time.rule in _DAYS or mention.kind is not Kind.EVENT
        return time if near and fits else None

    def _free(self, time: Time, mention: Mention) -> bool:
        """Whether no other event stands between a time and this one."""
        return bisect_left(self.events, time.span.end) == bisect_left(self.events, mention.span.end)

    def _told(self, time: Time, mention: Mention, sentence: Span) -> tuple[str, float] | None:
        """Whether a cue between a time and a name, or right behind the name, says that it began or ended."""
        after = Span(mention.span.end, min(sentence.end, mention.span.end + _AFTER))
        between = self.doc.document.name(Span(time.span.end, mention.span.start))
        behind = self.doc.document.name(after).partition("，")[0]
        for words in (between, behind):
            for word, kind, term in self.cues:
                lasts = term != "during" or (words is between and "/" in time.value and time.rule in _DAYS)
                if kind == mention.kind and word in words and lasts:
                    return term, 0.8
        return None
