"""Whether a number reports or targets: by the words of its sentence, and by the heading that it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Span
    from kg.relate.figures.indicators import Rules

_HEADING = 45


class Aims:
    """Reads one article from top to bottom; what a heading or a list has announced (预期目标是：…；…；) holds on."""

    def __init__(self, plain: str, rules: Rules) -> None:
        self.plain, self.rules = plain, rules
        self.planned = self.listed = False

    def paragraph(self, block: Span) -> None:
        """A new paragraph, which may be a heading: 二、2026年重点工作."""
        self.listed = False
        if len(block) > _HEADING:
            return
        if self.rules.of["review"].search(self.plain, block.start, block.end):
            self.planned = False
        elif self.rules.of["plan"].search(self.plain, block.start, block.end):
            self.planned = True

    def of(self, sentence: Span) -> int:
        """The offset from which the numbers of a sentence are targets: its end where none is."""
        stated = self.rules.of["target"].search(self.plain, sentence.start, sentence.end)
        start = sentence.end if stated is None else stated.start()
        start = sentence.start if self.listed or self.planned else start
        goes_on = self.plain[sentence.end - 1 : sentence.end] == "；"
        self.listed = goes_on and (self.listed or stated is not None)
        return start
