"""How far a name reaches to the left of its head word, and whether a stretch holds anything only a name has.

推动甘棠口岸智慧通关改造 reaches back to 甘棠; 召开全县“双招双引”动员大会 to 全县; 河流整治工程 holds nothing proper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.text.segment import Token
    from kg.text.sheet import Sheet

_LONGEST = 45
_JOINTS = frozenset("·—－-–/×+＋~～&〔〕")
_OPEN = {"）": "（", "〕": "〔", ")": "("}
_SIGN = re.compile(
    r"[A-Za-z]|\d+(?:\.\d+)?(?:万|亿)?(?:千瓦|兆瓦|千伏|吨|立方米|平方米|公里|米|头|台|套|吉瓦|公顷|亩)|第\d"
)
_TIME = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚)?")
_PROPER = frozenset({"ns", "nrt", "nz", "nt", "nrfg"})


@dataclass(frozen=True)
class Reach:
    """The walk to the left over one sheet."""

    sheet: Sheet
    roles: dict[str, str]

    @staticmethod
    def over(sheet: Sheet) -> Reach:
        """The walk over a sheet, with the words of the table ``bounds``."""
        return Reach(sheet, _roles(sheet.lexicon))

    @cached_property
    def _jumps(self) -> dict[int, int]:
        """End of a quoted stretch → its start."""
        return {q.span.end: q.span.start for q in self.sheet.quotes}

    def left(self, head: int, floor: int = 0, joints: str = "") -> tuple[int, str]:
        """Where the name starts whose head word stands at ``head``, and the word that stopped the walk ("" = a mark).

        Never before ``floor``. Words in ``joints`` (暨, 与) are walked over.
        """
        tokens, plain = self.sheet.tokens, self.sheet.plain
        start, at, word = head, tokens.index(head - 1), ""
        while at >= 0 and start > floor and head - start < _LONGEST:
            token = tokens.items[at]
            if token.end < start:
                break
            if (jump := self._jump(plain, start)) is not None:
                start, at = jump, tokens.index(jump - 1)
                continue
            if self._stops(token, joints):
                word = token.word
                break
            start, at = max(token.start, floor), at - 1
        return self._trimmed(start, head), word

    def _jump(self, plain: str, end: int) -> int | None:
        if end in self._jumps:
            return self._jumps[end]
        if mark := _OPEN.get(plain[end - 1]):
            at = plain.rfind(mark, max(0, end - 20), end)
            return at if at >= 0 else None
        return None

    def _stops(self, token: Token, joints: str) -> bool:
        if token.word in joints or token.word in _JOINTS:
            return False
        if token.tag == "x" and not token.word.isalnum():
            return True
        role = self.roles.get(token.word)
        return (role is not None and role != "lead") or token.tag in {"uj", "ul", "uz", "p", "c"}

    def _trimmed(self, start: int, head: int) -> int:
        """Cut what no name opens with: 一批, 首条, a joint, a date."""
        for token in self.sheet.tokens.inside(Span(start, head)):
            if self.roles.get(token.word) != "lead" and token.word not in _JOINTS:
                return token.start
        return start

    def role(self, word: str) -> str:
        """The role of a word in the table ``bounds``; "" if it has none."""
        return self.roles.get(word, "")

    def proper(self, span: Span) -> bool:
        """Whether a stretch holds a quotation, a capacity, letters, a place or a word no dictionary has."""
        text = self.sheet.plain[span.start : span.end]
        if "“" in text or _SIGN.search(text):
            return True
        tokens = self.sheet.tokens.inside(span)
        if any(t.tag in _PROPER or (len(t.word) > 1 and t.word.isalpha() and not _known(t.word)) for t in tokens):
            return True
        gazetteer = self.sheet.lexicon.gazetteer
        return any(gazetteer.named(t.word) and not gazetteer.common(t.word) for t in tokens if len(t.word) > 1)


@lru_cache(maxsize=4)
def _roles(lexicon: Lexicon) -> dict[str, str]:
    return {row["word"]: row["role"] for row in lexicon.table("bounds")}


@lru_cache(maxsize=65536)
def _known(word: str) -> bool:
    """Whether the segmenter's dictionary has the word."""
    import rjieba

    return len(rjieba.cut(word, False)) == 1
