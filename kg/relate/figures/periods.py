"""The period that a number tells of: 上半年, 2023年, “十四五”时期, 到2025年."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.model import Role, Span
from kg.text.time_expressions import stated_year, times

if TYPE_CHECKING:
    from kg.relate.figures.indicators import Rules
    from kg.text.annotated import AnnotatedDocument
    from kg.text.time_expressions import Time

_FROM = 20  # characters before a number in which 从 or 由 may stand
_AIMED = ("到", "至", "于", "力争", "前")
_COMPARED = ("比", "较", "是", "同", "与")


class Periods:
    """The periods of one article; the last one of a paragraph holds for the sentences behind it, and where there is
    none, the year of the heading above, or of the title of a paper that tells of one year (统计公报, 年鉴).
    """

    def __init__(self, doc: AnnotatedDocument, rules: Rules) -> None:
        self.plain, self.rules = doc.plain, rules
        self.sentences = [sentence.start for sentence in doc.document.sentences]
        self.ends = [sentence.end for sentence in doc.document.sentences]
        self.times = [time for time in doc.layer(times) if self._tells(time)]
        self.starts = [time.span.start for time in self.times]
        self.headings, self.years = self._sections(doc)
        self.earlier: Span | None = None

    def _sections(self, doc: AnnotatedDocument) -> tuple[list[int], list[str]]:
        """Where sections begin, and the year that each speaks of: that of its heading, else that of the title."""
        title = doc.document.masthead.title or ""
        year = stated_year(title) if self.rules.of["yearbook"].search(title) else None
        starts, years = [0], [str(year or "")]
        for block in doc.document.blocks:
            found = stated_year(self.plain[block.span.start : block.span.end]) if block.role is Role.HEADING else None
            if found:
                starts.append(block.span.start)
                years.append(str(found))
        return starts, years

    def _tells(self, time: Time) -> bool:
        """Whether an expression is a period: no day, no bare month, no start of a year, no days of a visit or meeting,
        and not compared with.
        """
        single = "/" not in time.value and len(time.value) in {len("2022-04"), len("2022-04-27")}
        words = self.plain[time.span.start : time.span.end]
        if single and time.rule != "back" and not words.endswith(("份", "末", "底")):
            return False
        if time.rule == "days" and self._of_an_event(time.span):
            return False
        return not self.plain.endswith(_COMPARED, 0, time.span.start)

    def _of_an_event(self, span: Span) -> bool:
        """Whether the sentence of some days tells of a visit or a meeting: 1月19日至21日，省长到某市考察."""
        at = bisect_right(self.sentences, span.start) - 1
        end = self.ends[at] if at >= 0 else span.end
        return self.rules.of["visited"].search(self.plain, span.end, max(span.end, end)) is not None

    def of(self, block: Span, sentence: Span, group: Span) -> str:
        """The period of a list of numbers: EDTF where it resolves, else the words of the text, or "".

        What a sentence before it aims at (到2025年) does not hold on. What something rose from (由2014年的32个增至48个)
        is of the time that stands beside it alone, and that time is of nothing else.
        """
        since = self._rises_from(sentence, group)
        index = bisect_left(self.starts, group.start) - 1
        while index >= 0 and self.times[index].span.start >= (block.start if since is None else since):
            time = self.times[index]
            if since is None and self.earlier is not None and self.earlier.start <= time.span.start < self.earlier.end:
                index -= 1
                continue
            if time.span.start >= sentence.start or not self._is_past(time):
                return time.value or self.plain[time.span.start : time.span.end]
            index -= 1
        return self.years[bisect_right(self.headings, group.start) - 1] if since is None else ""

    def _rises_from(self, sentence: Span, group: Span) -> int | None:
        """Where the words begin that say from which value something rose or fell, if the numbers are that value."""
        start = max(sentence.start, group.start - _FROM)
        words = self.rules.of["from-value"].search(self.plain, start, group.start)
        if words is None or not self.rules.of["to-value"].match(self.plain, group.end, sentence.end):
            return None
        self.earlier = Span(words.start(), group.start)
        return words.start()

    def _is_past(self, time: Time) -> bool:
        """Whether an expression of an earlier sentence holds no longer: what it aimed at, and days of a few."""
        return time.rule == "days" or self.plain.endswith(_AIMED, 0, time.span.start)
