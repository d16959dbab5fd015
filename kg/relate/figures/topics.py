"""What a paragraph has counted so far, and how numbers are named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from kg.relate.figures.indicators import Before


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
    told: Before
    end: int
    subjects: tuple[str, ...] = ()
    bare: bool = False
