"""The period that a number tells of: 上半年, 2023年, “十四五”时期, 到2025年."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.text.time_expressions import times

if TYPE_CHECKING:
    from kg.model import Span
    from kg.text.annotated import AnnotatedDocument
    from kg.text.time_expressions import Time

_AIMED = ("到", "至", "于", "力争", "前")
_COMPARED = ("比", "较", "是", "同", "与")


class Periods:
    """The periods of one article; the last one of a paragraph holds for the sentences behind it."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.plain = doc.plain
        self.times = [time for time in doc.layer(times) if self._tells(time)]
        self.starts = [time.span.start for time in self.times]

    def _tells(self, time: Time) -> bool:
        """Whether an expression is a period: no day, no bare month, no start of a year, and not compared with."""
        single = "/" not in time.value and len(time.value) in {len("2022-04"), len("2022-04-27")}
        words = self.plain[time.span.start : time.span.end]
        if single and not words.endswith(("份", "末", "底")):
            return False
        return not self.plain.endswith(_COMPARED, 0, time.span.start)

    def of(self, block: Span, sentence: Span, at: int) -> str:
        """The period of a number at an offset: EDTF where it resolves, else the words of the text, or "".

        What a sentence before it aims at (到2025年) does not hold on.
        """
        index = bisect_left(self.starts, at) - 1
        while index >= 0 and self.times[index].span.start >= block.start:
            span = self.times[index].span
            if span.start >= sentence.start or not self.plain.endswith(_AIMED, 0, span.start):
                return self.times[index].value or self.plain[span.start : span.end]
            index -= 1
        return ""
