"""How Chinese is read aloud: a text is cut into known words from the left, the longest first, and each is read.

The same as ``lazy_pinyin`` of pypinyin, whose dictionaries the tables come from; that package needs a fifth of a
second to load them whole, and here only the words are unpacked that open as something in the text does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

_HANZI = re.compile(
    "([〇\ue815-\ue864\ufa18㐀-\u4dbf一-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a703-\U0002b73f"
    "\U0002b740-\U0002b81d\U0002b825-\U0002bf6e\U0002c029-\U0002ce93\U0002d016\U0002d11b-\U0002ebd9"
    "\U0002f80a-\U0002fa1f\U00030000-\U0003134a\U000300f7-\U00031288\U00030edd\U00030ede\U00031350-\U00032389]+)"
)


@dataclass(frozen=True, eq=False)
class Pinyin:
    """The readings of hanzi and words; made by ``of``."""

    lexicon: Lexicon

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Pinyin:
        """That of a lexicon, made once."""
        return Pinyin(lexicon)

    def spoken(self, text: str) -> list[str]:
        """One reading with its tone for every hanzi, and every other stretch as it stands.

        >>> from kg.lexicon import Lexicon
        >>> Pinyin.of(Lexicon()).spoken("重庆、长沙")
        ['chóng', 'qìng', '、', 'cháng', 'shā']
        """
        found: list[str] = []
        for at, piece in enumerate(_HANZI.split(text)):
            found += self._cut(piece) if at % 2 else [piece] if piece else []
        return found

    def readings(self, char: str) -> tuple[str, ...]:
        """All readings of a hanzi, with tones; () where none is known.

        >>> from kg.lexicon import Lexicon
        >>> Pinyin.of(Lexicon()).readings("长")
        ('zhǎng', 'cháng')
        """
        known = self._hanzi.get(char)
        return tuple(known.split(",")) if known else ()

    def _cut(self, hanzi: str) -> Iterator[str]:
        at = 0
        while at < len(hanzi):
            words, rest = self._words(hanzi[at]), hanzi[at:]
            longest = min(len(rest), self._longest[hanzi[at]])
            size = next((n for n in range(longest, 1, -1) if rest[:n] in words), 1)
            if size == 1 < len(rest) and any(word.startswith(rest) for word in words):
                size = len(rest)  # pypinyin looks no further where a word is begun and the text ends
            told = words.get(rest[:size])
            yield from told.split(",") if told else map(self._usual, rest[:size])
            at += size

    def _usual(self, char: str) -> str:
        return self._hanzi.get(char, char).split(",")[0]

    @cached_property
    def _hanzi(self) -> dict[str, str]:
        return {char: row["readings"] for row in self.lexicon.table("hanzi") for char in row["characters"]}

    @cached_property
    def _opened(self) -> dict[str, str]:
        return {row["opening"]: row["phrases"] for row in self.lexicon.table("phrases")}

    @cached_property
    def _unpacked(self) -> dict[str, dict[str, str]]:
        return {}

    @cached_property
    def _longest(self) -> dict[str, int]:
        """How long the longest word is that opens with a character, of those that are unpacked."""
        return {}

    def _words(self, char: str) -> dict[str, str]:
        """The words that open with a character, each with its readings, "" for the usual ones."""
        if char not in self._unpacked:
            rows = (rest.partition(":") for rest in self._opened.get(char, "").split(" ") if rest)
            self._unpacked[char] = {char + rest: told for rest, _, told in rows}
            self._longest[char] = max(map(len, self._unpacked[char]), default=1)
        return self._unpacked[char]
