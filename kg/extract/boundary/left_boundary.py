"""How far a name reaches to the left of its head word.

推动甘棠口岸智慧通关改造 reaches back to 甘棠; 召开全县“双招双引”动员大会 to 全县.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern
from kg.names.place_names import FULL, PlaceNames

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Token

_LONGEST = 45
_JOINTS = frozenset("±·—－-–/×+＋~～&〔〕")
_OPEN = {"）": "（", "〕": "〔", ")": "("}
_AREA = re.compile("[一-鿿]{2,6}(?<!高)新区")
_STAGES = "一二三四五六首"
_WITHIN = frozenset({"build", "manner", "act"})  # 深入推进农业转移座谈会
_VERBS = frozenset({"build", "meet", "make"})
_COUNT = pattern("name-edges", "counts-before")


@dataclass(frozen=True)
class Reach:
    """Walks left from head words through one document, word by word, to where their names start."""

    doc: AnnotatedDocument
    roles: dict[str, str]
    place_names: PlaceNames

    @staticmethod
    @lru_cache(maxsize=2)
    def over(doc: AnnotatedDocument) -> Reach:
        """The walk over a document, with the words of the table ``bounds``; kept for those who walk over it next."""
        return Reach(doc, _roles(doc.lexicon), PlaceNames.of(doc.lexicon))

    @cached_property
    def _jumps(self) -> dict[int, int]:
        """End of a quoted stretch → its start."""
        plain = self.doc.plain
        names = [
            q.span for q in self.doc.quotes if plain[q.inner.end - 1] not in "。！？，；" and len(q.span) < _LONGEST
        ]
        return {span.end: span.start for span in names}

    def left(
        self, head: int, floor: int = 0, joints: str = "", sure: int = 0, *, first: bool = True, free: bool = False
    ) -> tuple[int, str]:
        """Where the name starts whose head word stands at ``head``, and the word that stopped the walk ("" = a mark).

        Never before ``floor``. Words in ``joints`` (暨, 与) and the word before each are walked over, as are the
        ``sure`` words right before ``head``. ``first``: whether words of manner (成功) stop it too. ``free``:
        whether 全市 may open the name and verbs of building stand in it.
        """
        tokens, plain = self.doc.tokens, self.doc.plain
        start, at, word = head, tokens.index(head - 1), ""
        while at >= 0 and start > floor and head - start < _LONGEST:
            token = tokens.items[at]
            if token.end < start:
                break
            if (jump := self._jump(plain, start)) is not None:
                start, at, sure = jump, tokens.index(jump - 1), 0
                continue
            if sure <= 0 and self._halts(at):
                joined = token.word in joints or (start < head and plain[start] in joints)
                joined = joined or (plain[start : start + 1] in _STAGES and plain.startswith("期", start + 1))
                joined = joined or self._within(at, floor, first=first)
                joined = joined or tokens.alike(at)
                if not joined and not (free and self._role(token) in _WITHIN):
                    start += self._split(token, start)
                    word = self._word(at)
                    break
            start, at, sure = max(token.start, floor), at - 1, sure - 1
        return self._trimmed(start, head, word, first=first, free=free), word

    def _halts(self, at: int) -> bool:
        """Whether a word stops the walk: it is a bound of the table, and no exception holds."""
        token = self.doc.tokens.items[at]
        key = token.word, token.tag
        if key not in self._halting:
            self._halting[key] = self._stops(token)
        return self._halting[key]

    @cached_property
    def _halting(self) -> dict[tuple[str, str], bool]:
        return {}

    @cached_property
    def _quotes(self) -> list[int]:
        return [q.span.start for q in self.doc.quotes]

    def quoted(self, at: int) -> bool:
        """Whether an offset lies inside a quotation, its marks left out."""
        last = bisect_left(self._quotes, at) - 1
        return any(q.span.start < at < q.span.end - 1 for q in self.doc.quotes[max(0, last - 1) : last + 1])

    def _within(self, at: int, floor: int, *, first: bool) -> bool:
        """Whether a word of manner stands inside a name: 齐州石化全面技改, but not 全面启动."""
        token, before = self.doc.tokens.items[at], self.doc.tokens.items[max(0, at - 1)]
        if self.role(token.word) != "manner":
            return False
        return not first or (token.start > floor and before.end == token.start and not self._halts(max(0, at - 1)))

    def _jump(self, plain: str, end: int) -> int | None:
        if end in self._jumps:
            return self._jumps[end]
        if mark := _OPEN.get(plain[end - 1]):
            at = plain.rfind(mark, max(0, end - 20), end)
            return at if at >= 0 else None
        return None

    def _stops(self, token: Token) -> bool:
        if token.word in _JOINTS:
            return False
        if token.tag == "x" and not token.word.isalnum():
            return True
        return self._role(token) not in {"", "lead"}

    def _role(self, token: Token) -> str:
        """The role of a word, or of the verb that a longer word ends in (深入开展)."""
        role = self.roles.get(token.word, "")
        if not role and len(token.word) > 3:
            role = self.roles.get(token.word[-2:], "")
            return role if role in _VERBS else ""
        return role

    def _split(self, token: Token, start: int) -> int:
        """What to add to an offset where the segmenter joined 了 and 解放 (制定了解放思想…): -1 there, else 0."""
        joined = token.word == "了解" and start == token.end and self.doc.plain.startswith("放", start)
        return -1 if joined else 0

    def _word(self, at: int) -> str:
        """The word that stopped the walk: 开展 of 深入开展, the verb before 了; "" for a mark."""
        token, before = self.doc.tokens.items[at], self.doc.tokens.items[max(0, at - 1)]
        if token.word in {"了", "了解"} and before.end == token.start:
            token = before
        if token.word in self.roles:
            return token.word
        return token.word[-2:] if token.word[-2:] in self.roles else ""

    def _trimmed(self, start: int, head: int, word: str, *, first: bool, free: bool) -> int:
        """Cut what no name opens with: 一批, 首条, 5个, a joint, all but the last of several places."""
        plain = self.doc.plain
        for token in self.doc.tokens.starting(start, head):
            start = token.start
            role = self._role(token)
            lead = role == "lead" and not (free and token.word[0] == "全")
            lead = lead or (role == "manner" and first and not word) or (free and role in _WITHIN and not word)
            if not lead and token.word not in _JOINTS:
                break
        else:
            start = head
        if plain.startswith("（", start) and (end := plain.find("）", start, head)) > 0:
            start = end + 1
        match = _COUNT.match(plain, start, head)
        start = match.end() if match and match.end() < head else start
        return self._last_place(start, head)

    def _last_place(self, start: int, head: int) -> int:
        """Where the last of the full place names starts that open a stretch one after another (临江市新河县…)."""
        first = self._place(start, head)
        while first and (second := self._place(first, head)):
            start, first = first, second
        return start

    def _place(self, start: int, head: int) -> int:
        """Where the full name of a division ends that starts here; 0 if none does."""
        plain, last = self.doc.plain, min(start + 11, head - 2)
        if plain.find("新区", start, last) < 0:
            last = min(last, start + self.place_names.longest(plain, start))
        for end in range(last, start + 1, -1):
            if self.place_names.name_types.get(plain[start:end]) == FULL or _AREA.fullmatch(plain, start, end):
                return end
        return 0

    def role(self, word: str) -> str:
        """The role of a word in the table ``bounds``; "" if it has none."""
        return self.roles.get(word, "")


@lru_cache(maxsize=4)
def _roles(lexicon: Lexicon) -> dict[str, str]:
    return {row["word"]: row["role"] for row in lexicon.table("bounds")}
