"""What a paragraph has counted so far, and how numbers are named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Figure
    from kg.relate.figures.indicators import Before

_AND = ("、", "和", "及", "与")


@dataclass
class Topic:
    """What a paragraph has counted so far, the last one last, with units; ``fresh``: in this sentence too.

    ``parts``: the indicators with the subjects of the numbers told last, where each was told by its subject alone
    (其中青岛市…亿元、济南市…亿元); ``whole``: what the parts behind 其中 are parts of.
    """

    bases: list[tuple[str, str]] = field(default_factory=list)
    fresh: bool = False
    parts: list[tuple[str, str]] = field(default_factory=list)
    whole: str = ""

    def last(self, count: int) -> list[str]:
        """The last so many indicators, or none where fewer were named."""
        found = list(dict.fromkeys(name for name, _ in reversed(self.bases[-12:])))[:count]
        return found[::-1] if len(found) == count else []

    def add(self, name: str, unit: str) -> None:
        """Remember an indicator."""
        self.bases.append((name, unit))
        self.fresh = True

    def part_of(self, words: str) -> str:
        """What the number behind some words is a part of: 常住人口94.9万人，|其中|城镇人口…、农村人口…"""
        words = words.lstrip("，；（ ")
        if words.startswith("其中"):
            self.whole = "".join(self.last(1))
        elif words[:1] not in _AND:
            self.whole = ""
        return self.whole

    def remember(self, figures: Sequence[Figure], known: Named | None) -> None:
        """Numbers told by their subjects alone are remembered for what is told of each of them next."""
        if known is not None and known.bare:
            self.parts += [(figure.indicator, figure.subject) for figure in figures]
        elif known is None or not known.subjects:
            self.parts.clear()

    @property
    def unit(self) -> str:
        """The unit of the last figure."""
        return self.bases[-1][1] if self.bases else ""


class Named(Struct, frozen=True, gc=False):
    """The indicators of a list of numbers (one number may have several: 均居第一), the rule that found them, the words
    before the numbers, and where the words behind them that belong to the indicator end. ``subjects``: whose the
    numbers are, where those before have said so; ``bare``: nothing but whose they are stands before them.
    """

    names: tuple[str, ...]
    rule: str
    lead: Before
    end: int
    subjects: tuple[str, ...] = ()
    bare: bool = False
