"""Head words of bodies and the words inside and beside their names: the tables ``bodies`` and ``bodywords``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.text.keyword_search import KeywordSearch

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon

GROUPS = frozenset({"group", "team"})
"""Uses of heads that are leading groups and teams."""


@dataclass(frozen=True)
class Words:
    """The head words of bodies (公司, 大学) and the words about them by role, of one lexicon, ready for search."""

    heads: dict[str, tuple[str, str, tuple[str, ...]]]
    roles: dict[str, frozenset[str]]
    stops: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Words:
        """From the tables ``bodies``, ``bodywords`` and ``stops``."""
        heads = {
            row["head"]: (row["class"], row["use"], tuple(w for w in row["but"].split(";") if w))
            for row in lexicon.table("bodies")
        }
        words = lexicon.table("bodywords")
        roles = {r: frozenset(w["word"] for w in words if w["role"] == r) for r in sorted({w["role"] for w in words})}
        stops = frozenset(r["word"] for r in lexicon.table("stops") if r["role"] == "verb")
        return Words(heads, roles, stops)

    @staticmethod
    @lru_cache(maxsize=4)
    def cues(lexicon: Lexicon) -> re.Pattern[str]:
        """Any word that stands near names of companies (签约, 董事长)."""
        return compiled(alternation(Words.of(lexicon).roles["cue"]))

    @cached_property
    def pattern(self) -> KeywordSearch:
        """Any head word, the longest first."""
        return KeywordSearch.of(self.heads)

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """A stretch that ends in the head word of a body."""
        return compiled(alternation(h for h, (_, use, _) in self.heads.items() if use in {"own", "place"}) + r"\Z")
