"""Head words and stop words: what the last word of a name says of its kind, and where the name starts.

行动 says campaign, 工作法 program; 开展 stands before a name, 全市 is cut when it opens one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.keyword_search import KeywordSearch
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon
    from kg.text.keyword_search import BigramIndex


@dataclass(frozen=True)
class Heads:
    """The head words and stop words of the lexicon, compiled."""

    kinds: dict[str, tuple[Kind, str, bool]]
    roles: dict[str, str]

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Heads:
        """From the tables ``heads`` and ``stops``."""
        kinds = {r["head"]: (Kind(r["kind"]), r["use"], r["weak"] == "1") for r in lexicon.table("heads")}
        return Heads(kinds, {r["word"]: r["role"] for r in lexicon.table("stops")})

    def role(self, word: str) -> str | None:
        """The role of a stop word, or of the stop verb that a longer word ends in (深入开展 ends in 开展)."""
        role = self.roles.get(word)
        if role is None and len(word) >= 4 and self.roles.get(word[-2:]) == "verb":
            return "verb"
        return role

    @cached_property
    def _words(self) -> KeywordSearch:
        return KeywordSearch.of(self.kinds)

    def all(self, bigrams: BigramIndex) -> Iterator[tuple[str, int]]:
        """Every head word of a text, as ``scan`` finds them."""
        return self._opened(self._words.over(bigrams, Span(0, len(bigrams.text))))

    def scan(self, plain: str, at: int, stop: int) -> Iterator[tuple[str, int]]:
        """Every head word of a stretch with where it starts, the longest at each place, then on behind it.

        A head that opens another (行动 in 行动方案) comes first, for it names what the other is about.
        """
        return self._opened(self._words.regex.finditer(plain, at, stop))

    def _opened(self, matches: Iterable[re.Match[str]]) -> Iterator[tuple[str, int]]:
        for match in matches:
            word = match[0]
            part = next((word[:n] for n in range(len(word) - 1, 1, -1) if word[:n] in self.kinds), "")
            if part and self.kinds[part][0] is not self.kinds[word][0]:
                yield part, match.start()
            yield word, match.start()
