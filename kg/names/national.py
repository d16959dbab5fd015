"""What every reader knows: campaigns, programs and honours of the whole country, found by their names.

深化放管服改革 → “放管服”改革 · 再获长安杯 → 长安杯
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern
from kg.model import Span
from kg.text.keyword_search import KeywordSearch
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.keyword_search import BigramIndex
    from kg.text.tokens import Tokens

_GAP = "[一-鿿]{0,3}"  # what ~ in a wording stands for
_BODIES = pattern("organ-forms", "of-national")


@dataclass(frozen=True)
class National:
    """The names of the table ``national`` with their wordings, the longest first."""

    pattern: KeywordSearch
    known: dict[str, tuple[str, Kind]]
    gapped: tuple[tuple[re.Pattern[str], tuple[str, Kind]], ...] = ()

    @cached_property
    def names(self) -> frozenset[str]:
        """The main names of the wordings that leave out nothing."""
        return frozenset(name for name, _ in self.known.values())

    def of(self, wording: str) -> tuple[str, Kind] | None:
        """The name and kind of a wording, also of one that says more in between: 东北全面振兴 is 东北振兴."""
        rows = (row for pattern, row in self.gapped if pattern.fullmatch(wording))
        return self.known.get(wording) or next(rows, None)

    def find(self, bigrams: BigramIndex, tokens: Tokens, span: Span) -> Iterator[tuple[Span, str, Kind]]:
        """Every wording inside a span that stands between word edges, is no part of an organ's name, with its name."""
        for match in self.pattern.over(bigrams, span):
            whole = match.start() in tokens.edges and match.end() in tokens.edges
            if whole and not _BODIES.match(bigrams.text, match.end()) and (row := self.of(match[0])):
                yield Span(match.start(), match.end()), *row


@lru_cache(maxsize=4)
def national(lexicon: Lexicon) -> National:
    """The table of a lexicon, compiled once."""
    known: dict[str, tuple[str, Kind]] = {}
    gapped: dict[str, tuple[str, Kind]] = {}
    for row in lexicon.table("national"):
        for wording in [row["name"], *filter(None, row["aliases"].split(";"))]:
            rows = gapped if "~" in wording else known
            rows.setdefault(wording, (row["name"], Kind(row["kind"])))
    gaps = {wording.replace("~", _GAP): row for wording, row in gapped.items()}
    opening = (*known, *(wording.partition("~")[0] for wording in gapped))
    every = KeywordSearch(compiled("|".join((alternation(known), *gaps))), opening)
    return National(every, known, tuple((compiled(gap), row) for gap, row in gaps.items()))
