"""Signs: what speaks for a quoted phrase being the name of a campaign or a program, weighed one by one.

深入聚焦 + “五大定位” → before-aim, in-count → a program. 犹如一面 + “镜子” → a figure of speech.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon, Pattern

ENOUGH = 2.0  # the sum of weights from which a phrase is a name


@dataclass(frozen=True)
class Verdict:
    """How much speaks for a name, of which kind, and the sign that weighs most."""

    weight: float
    kind: Kind
    rule: str

    @property
    def holds(self) -> bool:
        """Whether it is a name."""
        return self.weight >= ENOUGH


@dataclass(frozen=True)
class Signs:
    """The patterns of ``phrase.toml``, the weights of ``signs.tsv`` and the figures of speech."""

    patterns: tuple[Pattern, ...]
    weights: dict[str, tuple[str, float]]
    figures: frozenset[str]

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """What a list in marks adds up to: …三大板块, …五色文章."""
        return next(p.regex for p in self.patterns if p.name == "after-listed")

    @cached_property
    def ordinal(self) -> re.Pattern[str]:
        """An ordinal that opens a name before its marks: 第二届."""
        return next(p.regex for p in self.patterns if p.name == "before-ordinal")

    def read(self, before: str, inside: str, after: str) -> list[str]:
        """The names of all signs that hold of a phrase between the clause before it and what follows it."""
        where = {"in": inside, "before": before, "after": after}
        found = [p.name for p in self.patterns if p.holds(where[p.name.partition("-")[0]])]
        return [*found, "figure"] if inside in self.figures else found

    def judge(self, signs: list[str], head: Kind | None) -> Verdict:
        """Weigh signs; a head word that says its kind decides the kind."""
        total = sum(self.weights[s][1] for s in signs)
        campaign = sum(self.weights[s][1] for s in signs if self.weights[s][0] == "Campaign")
        program = sum(self.weights[s][1] for s in signs if self.weights[s][0] == "Program")
        kind = head or (Kind.CAMPAIGN if campaign > program else Kind.PROGRAM)
        rule = max(signs, key=lambda s: (self.weights[s][1], s), default="none")
        return Verdict(total, kind, rule)


@lru_cache(maxsize=4)
def signs_of(lexicon: Lexicon) -> Signs:
    """The signs of a lexicon, loaded once."""
    weights = {r["sign"]: (r["kind"], float(r["weight"])) for r in lexicon.table("signs")}
    figures = frozenset(r["word"] for r in lexicon.table("figures"))
    return Signs(lexicon.patterns("phrase"), weights, figures)
