"""All names of places that the tables know, and where they stand in a text.

A hit is a stretch that spells a known name; whether it means the place there is for the caller to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

LONGEST = 18
FULL, SHORT, TOWN, REGION = "full", "short", "town", "region"
_SIGNS = (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"))


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A known name in the text: its span, its spelling, and what it is a name of (full, short, town, region)."""

    span: Span
    name: str
    sort: str


@dataclass(frozen=True)
class Atlas:
    """The names of a lexicon."""

    lexicon: Lexicon

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Atlas:
        """The atlas of a lexicon, made once."""
        return Atlas(lexicon)

    @cached_property
    def sorts(self) -> dict[str, str]:
        """What every name is a name of; a full name of a division wins over a short one, that over the rest."""
        found = dict.fromkeys(self.regions, REGION)
        found.update(dict.fromkeys(self.lexicon.gazetteer.township_names(), TOWN))
        found.update(dict.fromkeys(self.signed, SHORT))
        found.update({n: SHORT if short else FULL for n, _, short in self.lexicon.gazetteer.names() if len(n) > 1})
        return found

    @cached_property
    def regions(self) -> dict[str, str]:
        """Name or alias of a region, river, mountain or country to its main name."""
        rows = self.lexicon.table("regions")
        return {n: row["name"] for row in rows for n in (row["name"], *row["aliases"].split(";")) if n}

    @cached_property
    def signed(self) -> dict[str, str]:
        """Short names with the one-character sign of their level, to the full name: 恩施州, 木垒县, 莫力达瓦旗."""
        found: dict[str, str] = {}
        for one in self.lexicon.gazetteer.divisions:
            for ending, sign in _SIGNS:
                if one.name.endswith(ending) and one.short:
                    found.setdefault(one.short + sign, one.name)
        return found

    @cached_property
    def _heads(self) -> dict[str, int]:
        """The longest name that opens with each pair of characters."""
        longest: dict[str, int] = {}
        for name in self.sorts:
            longest[name[:2]] = max(longest.get(name[:2], 0), len(name))
        return longest

    def hits(self, plain: str, spans: Iterable[Span]) -> Iterator[Hit]:
        """Every known name in the stretches, shorter ones inside longer ones too; by start, the longest first."""
        for span in spans:
            for start in range(span.start, span.end - 1):
                longest = self._heads.get(plain[start : start + 2], 0)
                for end in range(min(start + longest, span.end), start + 1, -1):
                    sort = self.sorts.get(plain[start:end])
                    if sort:
                        yield Hit(Span(start, end), plain[start:end], sort)
