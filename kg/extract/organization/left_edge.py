"""The left edge of a body's name: from its head word over modifiers to the place, quote or word that it opens with."""

from __future__ import annotations

from kg.extract.organization.left_step import OPENERS, Steps
from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.organization_words import GROUPS

_LONGEST = 30
_DASHES = frozenset("—－-")  # before a name in apposition
_TEAMS = role_words("bodywords", "team")
_LEGAL = ("合作社", "集团", *role_words("bodywords", "form"))
_JOINT = role_words("bodywords", "joint")
_BRANCHES = role_words("bodywords", "branch")
_ZONES = ("支援", "援助", "验区", "新区", "发区", "片区")


class Edges(Steps):
    """Says where the names of bodies begin, in one document, from their head words leftwards."""

    def left(self, block: int, head: int, word: str = "") -> tuple[int, str]:
        """Where the modifiers before offset ``head`` start, and how they open."""
        at, opens, anchored = head, "word", False
        while at > block and head - at <= _LONGEST:
            step, how = self._further(block, at, head, word)
            if step == at:
                break
            at, opens, anchored = step, how or opens, anchored or how in {"place", "body"}
            if how == "level" and word in _TEAMS and at in self.campaigns and self.campaigns[at] >= block:
                at = self.campaigns[at]
            if how in {"level", "cut"} or (how == "quote" and not self._owned(block, at)):
                break
            firm = word.endswith(_LEGAL) and at > block and self._item(block, at)
            if how == "place" and not (self._opener(block, at) or firm or self._goes_on(block, at)):
                break
        if opens in {"place", "level", "quote"}:
            return at, opens
        start = self._trimmed(at, head, word)
        placed = any(
            self.organs.chain(self.plain, start, start + n) == start for n in range(2, min(8, head - start) + 1)
        )
        return start, "place" if placed else opens if opens == "body" or not anchored else "body"

    def _further(self, block: int, at: int, head: int, word: str) -> tuple[int, str]:
        """A step, or what the head word allows where a step is not free."""
        step, how = self.step(block, at)
        if step < at:
            return step, how
        if word.endswith(_LEGAL) and at == head and self._item(block, at):
            return self.tokens.items[self.tokens.index(at - 1)].start, "word"
        if word.endswith(_LEGAL) and at < head:
            step, how = self._lawful(block, at)
        if step == at and self.words.heads.get(word, ("", "", ()))[1] == "group":
            step, how = self._worked(block, at)
        if step == at and at < head and word.endswith(_JOINT):
            step, how = self._joined(block, at)
        return step, how

    def _joined(self, block: int, at: int) -> tuple[int, str]:
        """生态安全与可持续发展实验室: 与 and 和 join two nouns of one name."""
        if self.plain[at - 1] not in "与和" or self.words.tail.search(self.plain, block, at - 1):
            return at, ""
        step, how = self.step(block, at - 1)
        return (step, how) if step < at - 1 and how == "word" else (at, "")

    def _worked(self, block: int, at: int) -> tuple[int, str]:
        """防灭火|指挥部: in the name of a group a verb of its work may stand."""
        token = self.tokens.items[self.tokens.index(at - 1)]
        works = token.tag[0] in "vnd" and token.word not in self.words.stops and token.word.isalpha()
        return (token.start, "word") if works and token.start >= block and token.end == at else (at, "")

    def _lawful(self, block: int, at: int) -> tuple[int, str]:
        """甘肃前进牧业有限公司: in a legal name a word of any kind may stand right after the place."""
        start = at
        for _ in range(3):
            token = self.tokens.items[self.tokens.index(start - 1)]
            if (
                token.start <= block
                or not token.word.isalnum()
                or (len(token.word) > 1 and token.word in self.words.stops)
                or token.tag[0] in "pcu"
            ):
                break
            start = token.start
            if self.organs.chain(self.plain, block, start) < start:
                return start, "word"
        return at, ""

    def _owned(self, block: int, at: int) -> bool:
        """Whether a place, a level word or an organ stands right before an offset."""
        return at > block and self.step(block, at)[1] in {"place", "level"}

    def _opener(self, block: int, at: int) -> bool:
        """Whether 中央, 国家 and the like were stepped over and a place stands before (三亚|中央商务区管理局)."""
        return self.plain.startswith(OPENERS, at) and self._owned(block, at)

    def _item(self, block: int, at: int) -> bool:
        """Whether the one word before an offset opens an item of a list: 、兴发|集团, 、东风|南充汽车有限公司."""
        token = self.tokens.items[self.tokens.index(at - 1)]
        if token.start < block or token.end != at or token.word in self.words.stops | self.words.roles["edge"]:
            return False
        opens = token.start == block or not self.plain[token.start - 1].isalnum()
        return opens and len(token.word) > 1 and token.word.isalpha() and token.tag[0] in "nvjaibzs"

    def _goes_on(self, block: int, at: int) -> bool:
        """After a place: go on left only over the head of a body, a dash or a dot (国家电投集团|贵州金元公司)."""
        before = self.plain[at - 1 : at] if at > block else ""
        if before == "·" and self.plain.endswith(self.plain[at : at + 2], block, at - 1):
            return False  # 甘肃·|甘肃日报
        branch = self.plain.endswith(_BRANCHES + _ZONES, max(block, at - 4), at)
        return before in {"—", "·", "-", "”", "）"} or branch or self.ends_body(block, at)

    def _trimmed(self, start: int, head: int, word: str) -> int:
        """Cut words that may not open a name."""
        if self.tokens.items[self.tokens.index(start)].start != start:
            return start
        for token in self.tokens.inside(Span(start, head)):
            roles = self.words.roles
            if token.word in roles["edge"] - {"中国"} or token.tag[0] in "cudp" or token.word in _DASHES:
                continue
            if token.word not in roles["opening"] or self.words.heads.get(word, ("", "", ()))[1] in GROUPS:
                return token.start
        return head
