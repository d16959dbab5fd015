"""Names of bodies by their head word: companies, schools, hospitals, teams. Finds the left edge of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.atlas import FULL, LANDMARK, REGION, SHORT, TOWN
from kg.text.names import alternation
from kg.text.organs import Organs
from kg.text.roll import Roll
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.segment import Token
    from kg.text.sheet import Sheet

_LONGEST = 30
_QUOTED = 20
_OPENERS = ("国家", "中国", "中央", "联合国", "中共", "政协")
_LEVELS = frozenset("省市县区州盟旗") | {"自治区", "自治州"}
_STRIP = "由与及被把"
_TEAMS = ("宣讲团", "领导小组", "工作组", "督导组", "指导组", "宣讲队")
_JOINT = ("实验室", "研究院", "研究中心", "研究所", "领导小组", "领导小组办公室")


@dataclass(frozen=True, slots=True, order=True)
class Body:
    """A named body: its span, its head word, how its name opens (place, level, quote, body, word)."""

    span: Span
    head: str
    opens: str


@dataclass(frozen=True)
class Words:
    """Heads and words of the lexicon, compiled."""

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

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any head word, the longest first."""
        return re.compile(alternation(self.heads))

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """A stretch that ends in the head word of a body."""
        return re.compile(alternation(h for h, (_, use, _) in self.heads.items() if use in {"own", "place"}) + r"\Z")


_BESIDE = re.compile("(?:、|和|与)?(?P<core>管委会|管理委员会|管委)(?!员)")
_PLACES = frozenset({FULL, SHORT, TOWN, REGION, LANDMARK})
_GROUPS = frozenset({"group", "team"})
_MEASURES = frozenset("个家所支座批条类种")


class Bodies:
    """The bodies of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.plain, self.tokens = sheet, sheet.plain, sheet.tokens
        self.words, self.organs = Words.of(sheet.lexicon), Organs.of(sheet.lexicon)
        self.closing = {q.span.end: q for q in sheet.quotes if q.mark == "“"}
        self.campaigns = {p.span.end: p.span.start for p in sheet.phrases if p.kind is Kind.CAMPAIGN}

    def read(self, span: Span) -> Iterator[Body]:
        """Every body named in a block."""
        for match in self.words.pattern.finditer(self.plain, span.start, span.end):
            start = self._head(match.start(), match.end())
            if any(self.plain[match.end() - n : match.end()] in self.words.roles["word"] for n in (2, 3, 4)):
                continue
            if match.group()[-1] == "会" and self.plain.startswith("议", match.end()):
                continue
            _, use, but = self.words.heads[self.plain[start : match.end()]]
            if use == "none" or self.plain.startswith(but or ("\0",), match.end()):
                continue
            body = self._body(Span(span.start, match.end()), start, use)
            if body:
                yield body

    def beside(self, body: Body, block: Span) -> tuple[Span, str] | None:
        """管委会 right after the 党工委 of a zone: its span and its name with the zone's."""
        match = _BESIDE.match(self.plain, body.span.end, block.end) if body.head.endswith("工委") else None
        if match is None:
            return None
        zone = self.plain[body.span.start : body.span.end - len(body.head)]
        return Span(match.start("core"), match.end()), f"{zone}管委会"

    def _head(self, start: int, end: int) -> int:
        """Where the head starts: at a word's edge if one of its tails does (电|子公司 is 公司)."""
        tails = [at for at in range(start, end - 1) if self.plain[at:end] in self.words.heads]
        return next((at for at in tails if at in self.tokens.edges), start)

    def _body(self, block: Span, head: int, use: str) -> Body | None:
        word = self.plain[head : block.end]
        quote = self.closing.get(block.end + 1)
        if quote and quote.span.start >= block.start and self._whole(quote.inner):
            return Body(quote.span, word, "quote")
        if use == "inner":
            return None
        start, opens = self.left(block.start, head, word)
        if start == head or not self._named(Span(start, head), opens, use, word):
            return None
        return Body(Span(start, block.end), word, opens)

    def _whole(self, inner: Span) -> bool:
        """Whether a quoted stretch is one name: “某某与某某联合实验室”."""
        if self.plain[inner.start] in "0123456789一二三四五六七八九十两双多" or len(inner) < 4:
            return False
        words = self.tokens.inside(inner)
        if len(inner) > _QUOTED or not words or words[0].word in self.words.stops:
            return False
        return all(t.word == "与" or (t.tag[0] not in "urypw" and (t.tag != "x" or t.word in "·-—（）")) for t in words)

    def _named(self, span: Span, opens: str, use: str, head: str) -> bool:
        """Whether the words before a head make it a name."""
        roles, modifiers = self.words.roles, self.plain[span.start : span.end]
        words = [t.word[: span.end - t.start] for t in self.tokens.inside(span)] or [modifiers]
        if self._counted(span.start) or modifiers.endswith(("党工委", "工委")):
            return False
        if use not in _GROUPS and (words[-1] in roles["never"] or modifiers in roles["never"]):
            return False
        if use == "sub":
            return any(self._ends_body(span.start, at) for at in range(span.start + 2, span.end))
        if use == "quote":
            return "“" in modifiers
        if use == "place" and opens not in {"place", "level", "quote", "body"}:
            return False
        specific = any(w not in roles["generic"] and w not in _OPENERS and len(w) > 1 for w in words)
        if opens == "level":
            return specific or use == "team" or self.words.heads[head][0] == "Hospital"
        if opens == "place" and not modifiers.startswith(_OPENERS):
            return head not in {"公司", "集团"} or len(words) > 1 or len(span) > 3
        return specific or (opens == "word" and len(words) > 1 and all(len(w) == 1 for w in words))

    def _ends_body(self, left: int, at: int) -> bool:
        """Whether a body's head or a known organization ends at an offset."""
        known = Roll.of(self.sheet.lexicon).rows
        return bool(self.words.tail.search(self.plain, max(left, at - 10), at)) or any(
            self.plain[start:at] in known for start in range(max(left, at - 8), at - 1)
        )

    def _counted(self, start: int) -> bool:
        """Whether a number and a measure word stand before: 9个重点实验室 names none of them."""
        before = self.tokens.items[max(0, self.tokens.index(start - 1) - 1) : self.tokens.index(start - 1) + 1]
        if not before or before[-1].end != start or start == 0:
            return False
        last = before[-1]
        return (last.word in _MEASURES and len(before) > 1 and before[0].tag[0] == "m") or (
            last.tag[0] == "m" and last.word[-1] in "个家所支名批座"
        )

    def left(self, block: int, head: int, word: str = "") -> tuple[int, str]:
        """Where the modifiers before offset ``head`` start, and how they open."""
        at, opens = head, "word"
        while at > block and head - at <= _LONGEST:
            step, how = self._step(block, at)
            if step == at and at < head and word.endswith(_JOINT):
                step, how = self._joined(block, at)
            if step == at:
                break
            at, opens = step, how or opens
            if how == "level" and word in _TEAMS and at in self.campaigns and self.campaigns[at] >= block:
                at = self.campaigns[at]
            if how in {"level", "cut"} or (how == "quote" and not self._owned(block, at)):
                break
            if how == "place" and not self._goes_on(block, at) and not self._opener(block, at):
                break
        return (at if opens in {"place", "level", "quote"} else self._trimmed(at, head, word)), opens

    def _joined(self, block: int, at: int) -> tuple[int, str]:
        """生态安全与可持续发展实验室: 与 and 和 join two nouns of one name."""
        if self.plain[at - 1] not in "与和" or self.words.tail.search(self.plain, block, at - 1):
            return at, ""
        step, how = self._step(block, at - 1)
        return (step, how) if step < at - 1 and how == "word" else (at, "")

    def _owned(self, block: int, at: int) -> bool:
        """Whether a place, a level word or an organ stands right before an offset."""
        return at > block and self._step(block, at)[1] in {"place", "level"}

    def _opener(self, block: int, at: int) -> bool:
        """Whether 中央, 国家 and the like were stepped over and a place stands before (三亚|中央商务区管理局)."""
        return self.plain.startswith(_OPENERS, at) and self._owned(block, at)

    def _goes_on(self, block: int, at: int) -> bool:
        """After a place: go on left only over the head of a body, a dash or a dot (国家电投集团|贵州金元公司)."""
        before = self.plain[at - 1 : at] if at > block else ""
        return before in {"—", "·", "-", "”", "）"} or self._ends_body(block, at)

    def _step(self, block: int, at: int) -> tuple[int, str]:
        """One step to the left from ``at``: the new offset and what was stepped over."""
        quote = self.closing.get(at)
        if quote and quote.span.start >= block and len(quote.span) <= _QUOTED and self._plain(quote.inner):
            return quote.span.start, "quote"
        if at in self.campaigns and self.campaigns[at] >= block:
            return self.campaigns[at], "quote"
        place = self.organs.chain(self.plain, block, at, _PLACES)
        if place < at and (place in self.tokens.edges or at - place > 2):
            return place, "place"
        if self.plain[at - 1] == "）":
            opening = self.plain.rfind("（", max(block, at - 10), at)
            return (opening, "") if opening > block else (at, "")
        token = self.tokens.items[self.tokens.index(at - 1)]
        return self._over(block, at, token)

    def _plain(self, inner: Span) -> bool:
        """Whether a quoted stretch has no mark of a sentence in it."""
        return not any(mark in self.plain[inner.start : inner.end] for mark in "，。！？；：")

    def _over(self, block: int, at: int, token: Token) -> tuple[int, str]:
        start = max(token.start, block)
        word = self.plain[start:at]
        if word in _LEVELS or (word[-1] in "委府局厅办" and self._organ(block, at)):
            return (self._organ(block, at) or start), "level"
        if word in {"·", "—", "-"} and self.plain[start - 1].isalnum():
            return start, ""
        if self._stops(token, word, start):
            return at, ""
        if word[0] in _STRIP and len(word) > 1 and token.tag[0] in "njzx":
            return start + 1, "cut"
        if word.startswith(_OPENERS) and not self.plain.startswith("特色", start + 2):
            return start, "place"
        return start, "body" if self.words.tail.search(word) else "word"

    def _organ(self, block: int, at: int) -> int:
        """Where the organ that ends at ``at`` starts (市委, 临汾市政府), else 0."""
        for read in self.organs.read(self.plain, Span(max(block, at - 24), at)):
            if read.span.end == at:
                return read.span.start
        return 0

    def _stops(self, token: Token, word: str, start: int) -> bool:
        roles = self.words.roles
        if word in roles["inside"] or (token.tag == "c" and self._lone(start)):
            return False
        if word in self.words.stops or token.word in self.words.stops:
            return True
        if token.tag[0] == "m":
            return not word.startswith("第")
        return token.tag[0] in "pcuyedrxwqft" or (token.tag == "v" and len(word) > 1)

    def _lone(self, at: int) -> bool:
        """骏和公司: 和 after a lone character at the start of a clause is part of a name."""
        before = self.tokens.items[self.tokens.index(at - 1)]
        return (
            self.plain[at] == "和"
            and before.end == at
            and before.end - before.start == 1
            and before.tag[0] == "n"
            and not self.plain[before.start - 1 : before.start].isalnum()
        )

    def _trimmed(self, start: int, head: int, word: str) -> int:
        """Cut words that may not open a name."""
        if self.tokens.items[self.tokens.index(start)].start != start:
            return start
        for token in self.tokens.inside(Span(start, head)):
            roles = self.words.roles
            if token.word in roles["edge"] - {"中国"} or token.tag[0] in "cudp":
                continue
            if token.word not in roles["opening"] or self.words.heads.get(word, ("", "", ()))[1] in _GROUPS:
                return token.start
        return head
