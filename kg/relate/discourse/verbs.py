"""Verbs that say what somebody does with a campaign, a meeting, a document or an honour, by their roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Span


@dataclass(frozen=True)
class Verbs:
    """The verbs of the lexicon by their role (hold, issue, join …), and what they govern in a clause."""

    roles: dict[str, frozenset[str]]

    @cached_property
    def any(self) -> re.Pattern[str]:
        """Any of them."""
        return re.compile(alternation(self.roles))

    def last(self, plain: str, span: Span) -> frozenset[str]:
        """The roles of the last verb in a stretch of text."""
        words = [match.group() for match in self.any.finditer(plain, span.start, span.end)]
        return self.roles[words[-1]] if words else frozenset()


@lru_cache(maxsize=4)
def verbs(lexicon: Lexicon) -> Verbs:
    """The verbs of one lexicon."""
    roles: dict[str, set[str]] = {}
    for row in lexicon.table("actverbs"):
        roles.setdefault(row["word"], set()).add(row["role"])
    return Verbs({word: frozenset(found) for word, found in roles.items()})
