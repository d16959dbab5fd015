"""The data that reading a page needs, by name: patterns of furniture, masthead, layout and credits, and surnames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Lexicon, Pattern

ROLES = ("author", "editor", "reviewer", "proofreader", "photographer", "designer", "producer")
"""The roles that a credit may have; each is a pattern of ``credits.toml`` too."""


@dataclass(frozen=True)
class Rules:
    """Patterns by file and name. Made once for a lexicon and handed on."""

    lexicon: Lexicon

    @cached_property
    def furniture(self) -> tuple[Pattern, ...]:
        """Whole lines that belong to the page."""
        return self.lexicon.patterns("furniture")

    @cached_property
    def _named(self) -> dict[str, Pattern]:
        return _named(self.lexicon)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Chinese surnames, single and compound."""
        return _surnames(self.lexicon)

    def of(self, name: str) -> re.Pattern[str]:
        """The pattern of a name. Raises ``KeyError`` where no file has it."""
        return self._named[name].regex

    def over(self, name: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of the pattern of a name in a stretch, which is searched only where it may hold one."""
        found = self._named[name]
        return found.regex.finditer(text, start, end) if found.may(text, start, end) else iter(())

    def within(self, name: str, text: str) -> bool:
        """Whether a line holds a match of the pattern of a name."""
        return self._named[name].within(text)


@lru_cache(maxsize=4)
def _named(lexicon: Lexicon) -> dict[str, Pattern]:
    files = ("furniture", "masthead", "layout", "credits")
    return {p.name: p for name in files for p in lexicon.patterns(name)}


@lru_cache(maxsize=4)
def _surnames(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["surname"] for row in lexicon.table("surnames"))
