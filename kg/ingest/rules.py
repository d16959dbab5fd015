"""The data that reading a page needs, by name: patterns of furniture, masthead, layout and credits, and surnames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon

ROLES = ("author", "editor", "reviewer", "proofreader", "photographer", "designer", "producer")
"""The roles that a credit may have; each is a pattern of ``credits.toml`` too."""


@dataclass(frozen=True)
class Rules:
    """Patterns by file and name. Made once for a lexicon and handed on."""

    lexicon: Lexicon

    @cached_property
    def furniture(self) -> tuple[re.Pattern[str], ...]:
        """Whole lines that belong to the page."""
        return tuple(p.regex for p in self.lexicon.patterns("furniture"))

    @cached_property
    def _named(self) -> dict[str, re.Pattern[str]]:
        files = ("furniture", "masthead", "layout", "credits")
        return {p.name: p.regex for name in files for p in self.lexicon.patterns(name)}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Chinese surnames, single and compound."""
        return frozenset(row["surname"] for row in self.lexicon.table("surnames"))

    def of(self, name: str) -> re.Pattern[str]:
        """The pattern of a name. Raises ``KeyError`` where no file has it."""
        return self._named[name]
