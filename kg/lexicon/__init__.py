"""Loaders of data: tables of facts about the world, and patterns. Nothing here knows what an article is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from kg.lexicon.patterns import Pattern, load_patterns
from kg.lexicon.shipped import HOUSE, named, patterns, table
from kg.lexicon.tables import load_table

if TYPE_CHECKING:
    from pathlib import Path

    from kg.lexicon.gazetteer import Gazetteer

__all__ = ["Lexicon", "Pattern", "standard"]


@dataclass(frozen=True)
class Lexicon:
    """The tables and patterns of a folder of data. Made once, handed to every stage; each loads at its first use."""

    folder: Path = HOUSE
    _tables: dict[str, tuple[dict[str, str], ...]] = field(default_factory=dict, repr=False, compare=False)
    _patterns: dict[str, tuple[Pattern, ...]] = field(default_factory=dict, repr=False, compare=False)
    _rules: dict[tuple[str, str], Pattern] = field(default_factory=dict, repr=False, compare=False)

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type[Lexicon], tuple[Path]]:
        return Lexicon, (self.folder,)  # another process loads its own

    @cached_property
    def _hash(self) -> int:
        """Kept, for a lexicon is the key of everything that is compiled from it."""
        return hash(self.folder)

    def table(self, name: str) -> tuple[dict[str, str], ...]:
        """The rows of ``NAME.tsv``."""
        if name not in self._tables:
            shipped = self.folder == HOUSE
            self._tables[name] = table(name) if shipped else load_table(self.folder / f"{name}.tsv")
        return self._tables[name]

    def patterns(self, name: str) -> tuple[Pattern, ...]:
        """The patterns of ``patterns/NAME.toml``."""
        if name not in self._patterns:
            path = self.folder / "patterns" / f"{name}.toml"
            self._patterns[name] = patterns(name) if self.folder == HOUSE else load_patterns(path)
        return self._patterns[name]

    def rule(self, name: str, rule: str) -> Pattern:
        """The pattern of one name in ``patterns/NAME.toml``. Raises ``LexiconError`` where there is none."""
        if (name, rule) not in self._rules:
            self._rules[name, rule] = named(self.patterns(name), rule, self.folder / "patterns" / f"{name}.toml")
        return self._rules[name, rule]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The divisions of China, in time."""
        from kg.lexicon.gazetteer import Gazetteer

        return Gazetteer.load(self.table("places"), lambda: self.table("townships"))


@cache
def standard() -> Lexicon:
    """The program's own, one for the whole process: what one text has loaded the next one finds."""
    return Lexicon()
