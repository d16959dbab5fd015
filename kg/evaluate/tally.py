"""Hits, extras and misses, and what they make: precision, recall, F1."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Label = tuple[str, str]
"""A layer (``entity``, ``relation``, ``post`` …) and a part of it (a kind, a predicate, or ``all``)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``expected`` is how many the gold answer has."""

    precision: float
    recall: float
    f1: float
    expected: int


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """Something missed, or something extra, told in words."""

    document: str
    what: str
    part: str
    first: str
    second: str = ""


@dataclass(slots=True)
class Tally:
    """Counts by label, and every miss and extra by name."""

    hit: Counter[Label] = field(default_factory=Counter)
    extra: Counter[Label] = field(default_factory=Counter)
    missed: Counter[Label] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    document: str = ""

    def row(self, labels: Iterable[Label]) -> Row:
        """The scores of some labels together."""
        labels = list(labels)
        hit, extra, missed = (sum(c[label] for label in labels) for c in (self.hit, self.extra, self.missed))
        precision, recall = hit / (hit + extra or 1), hit / (hit + missed or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        return Row(precision, recall, f1, hit + missed)

    def labels(self) -> set[Label]:
        """All labels that occur."""
        return {*self.hit, *self.extra, *self.missed}

    def add_extra(self, layer: str, part: str, first: str, second: str = "") -> None:
        """One more that the gold answer does not have."""
        self.extra[layer, part] += 1
        self.misses.append(Miss(self.document, "extra", part if part != "all" else layer, first, second))

    def add_missed(self, layer: str, part: str, first: str, second: str = "") -> None:
        """One more that the graph does not have."""
        self.missed[layer, part] += 1
        self.misses.append(Miss(self.document, "missed", part if part != "all" else layer, first, second))
