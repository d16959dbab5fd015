"""The period that a number tells of: 上半年, 2023年, “十四五”时期, 到2025年."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.text.times import times

if TYPE_CHECKING:
    from kg.model import Span
    from kg.text.sheet import Sheet
    from kg.text.times import Time

_DAY = len("2022-04-27")
_COMPARED = ("比", "较", "是", "同", "与")


class Periods:
    """The periods of one article; the last one of a paragraph holds for the sentences behind it."""

    def __init__(self, sheet: Sheet) -> None:
        self.plain = sheet.plain
        self.times = [time for time in times(sheet) if self._tells(time)]
        self.starts = [time.span.start for time in self.times]

    def _tells(self, time: Time) -> bool:
        """Whether an expression is a period, not a day and not what is compared with (比2020年)."""
        day = len(time.value) == _DAY and "/" not in time.value
        return not day and not self.plain.endswith(_COMPARED, 0, time.span.start)

    def of(self, block: Span, at: int) -> str:
        """The period of a number at an offset: EDTF where it resolves, else the words of the text, or ""."""
        index = bisect_left(self.starts, at) - 1
        if index < 0 or self.times[index].span.start < block.start:
            return ""
        time = self.times[index]
        return time.value or self.plain[time.span.start : time.span.end]
