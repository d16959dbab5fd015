"""Phrases that end in a head word without marks: the word that says what it is, and the modifiers that make it a name.

解放思想推动高质量发展大讨论 · 党群服务中心提标行动 · 周例会制度 · 农村公路两侧环境整治
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kg.extract.boundary.head_words import Heads
from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.division_levels import signs
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument
    from kg.text.keyword_search import BigramIndex
    from kg.text.tokens import Token, Tokens

__all__ = ["Heads", "Phrase", "phrases"]

_PUN = 3  # a single character in its marks
_SEASONS = role_words("namewords", "season")
_LONGEST = 32  # characters of modifiers before a head
_JOINTS = frozenset({"和", "与", "及"})
_ATTRIBUTES = frozenset({"突出"})
_SECOND = frozenset({"提升", "优化"})
_PLACES = re.compile(rf".+[{signs('township')}]$")


class Phrase(Struct, frozen=True, order=True, gc=False):
    """A candidate: its span, the kind and text of its head word, and whether anything specific stands before it.

    ``use`` is how the lexicon lets the head be used (``bare`` = alone, ``verb`` = behind a verb that takes it).
    """

    span: Span
    kind: Kind
    head: str
    use: str
    content: int


def phrases(doc: AnnotatedDocument) -> tuple[Phrase, ...]:
    """Every head word outside of marks with its modifiers, in text order; ``content`` is 0 where it has none."""
    marks = {q.span.end: q.span for q in doc.quotes if q.mark == "“"}
    return tuple(_Walk(doc.plain, doc.tokens, Heads.of(doc.lexicon), marks).phrases(doc.bigrams))


def _longer(one: Phrase | None, other: Phrase) -> Phrase:
    """Of two with one start the longer (人居环境整治 … 百日攻坚战); 项目建设年活动 stays what 项目建设年 makes it."""
    if one and one.kind is other.kind and one.use == "bare" and other.use == "verb":
        return replace(one, span=other.span)
    return one if one and one.use == "bare" and other.use == "verb" else other


@dataclass(frozen=True)
class _Walk:
    plain: str
    tokens: Tokens
    heads: Heads
    marks: dict[int, Span]

    def phrases(self, bigrams: BigramIndex) -> Iterator[Phrase]:
        found: dict[tuple[int, Kind], Phrase] = {}
        for head, at in self.heads.all(bigrams):
            phrase = self._phrase(head, at)
            if phrase and not self._inside(at):
                key = phrase.span.start, phrase.kind
                found[key] = _longer(found.get(key), phrase)
        yield from found.values()

    def _phrase(self, head: str, at: int) -> Phrase | None:
        kind, use, _ = self.heads.kinds[head]
        if use not in {"bare", "verb"} or at + len(head) not in self.tokens.edges:
            return None
        if (first := self.tokens.index(at)) < 0 or self.tokens.items[first].end <= at:
            return None
        start = self._left(at, kind)
        content = self._content(Span(start, at)) if start < at else 0
        return Phrase(Span(start, at + len(head)), kind, head, use, content)

    def _inside(self, at: int) -> bool:
        """Whether an offset lies inside marks."""
        i = bisect_right(self._opens, at) - 1
        return i >= 0 and at < self._closes[i]

    @cached_property
    def _opens(self) -> list[int]:
        return sorted(q.start for q in self.marks.values())

    @cached_property
    def _closes(self) -> list[int]:
        return [q.end for q in sorted(self.marks.values())]

    def _left(self, head: int, kind: Kind) -> int:
        """Where the modifiers of a head word start, walking left word by word; ``head`` if it has none."""
        at = self.tokens.index(head)
        start = min(head, self.tokens.items[at].start)
        at -= 1
        while at >= 0 and head - self.tokens.items[at].start <= _LONGEST:
            token = self.tokens.items[at]
            if token.end != start:
                break
            if token.word == "”" and token.end in self.marks:
                mark = self.marks[token.end]
                if len(mark) > _PUN:
                    return mark.start
                start, at = mark.start, self.tokens.index(mark.start) - 1  # 百名“英”才行动: the marks are a pun's
                continue
            if self.heads.role(token.word) == "opener":
                return token.start
            beside = start == head and self.heads.role(token.word) == "link"  # 素养促进 | 行动
            beside = beside or (len(self.marks.get(token.start, ())) == _PUN and token.tag[0] not in "xuc")
            within = beside or self.tokens.alike(at) or self._links(at, kind) or self._joins(at)
            if self._stops(token) and not within:
                break
            start, at = token.start, at - 1
        return self._trim(start, head)

    def _role(self, token: Token, word: str = "") -> str | None:
        """The role of a word; of a longer one by its last two characters only where it may be a verb."""
        word = word or token.word
        if token.tag == "vn" and self.heads.roles.get(word) in {"work", "link"}:
            return None  # 检查, 服务 as nouns
        led = self.heads.roles.get(word[:2]) == "edge"  # 全面推行
        return self.heads.role(word) if led or token.tag[0] in "vil" else self.heads.roles.get(word)

    def _stops(self, token: Token) -> bool:
        if token.word in _ATTRIBUTES and self.plain.startswith("问题", token.end):
            return False  # 养老服务|突出|问题专项整治
        role = self._role(token)
        return role in {"verb", "link", "work"} or (role is None and token.tag[0] in "wxpcuyedr")

    def _links(self, at: int, kind: Kind) -> bool:
        """解放思想推动…大讨论: a linking verb may stand inside a campaign's name, with content right before it."""
        token, before = self.tokens.items[at], self.tokens.items[at - 1]
        if kind is not Kind.CAMPAIGN or self.heads.role(token.word) != "link" or at == 0 or before.end != token.start:
            return False
        content = before.tag[0] in "ivnl" and before.tag != "ns" and self.heads.role(before.word) is None
        return content and len(before.word) > 2

    def _joins(self, at: int) -> bool:
        """容错激励和关爱保护机制: 和 joins two modifiers of one head, unless what stands before it has its own."""
        token, before = self.tokens.items[at], self.tokens.items[at - 1]
        if token.word == "的":
            return before.word == "党"  # 党的二十大精神宣讲活动
        if token.word not in _JOINTS or at == 0 or before.end != token.start or self._stops(before):
            return False
        return not any(self.plain[: before.end].endswith(w) for w in self._heads_ending(before))

    def _heads_ending(self, token: Token) -> list[str]:
        return [token.word[i:] for i in range(len(token.word)) if token.word[i:] in self.heads.kinds]

    def _trim(self, start: int, head: int) -> int:
        """Cut what may not open a name: fillers of the sentence, bare numbers, the name of the place that runs it."""
        for token in self.tokens.inside(Span(start, head)):
            if self._opens_name(token, head):
                return token.start
        return head

    def _opens_name(self, token: Token, head: int) -> bool:
        role = self._role(token)
        if self.heads.roles.get(self.plain[token.start : token.start + 3]) == "whole":
            return True
        if role in {"edge", "verb", "link", "work"} or token.word in _JOINTS or (role is None and self._when(token)):
            return False
        if role == "act" and self._paired(token):
            return False
        if role == "act" or (role is None and token.tag == "v"):  # the verb of the sentence, unless another governs it
            return self._governed(token.start) or (role is None and self.plain.startswith("“", token.end))
        return not (_PLACES.match(token.word) and token.end < head and len(token.word) <= 8)

    def _when(self, token: Token) -> bool:
        """Whether a word says when or how: no name opens with one, but a season may."""
        return token.tag[0] == "d" or (token.tag[0] == "t" and not token.word.endswith(("季", *_SEASONS)))

    def _paired(self, token: Token) -> bool:
        """Whether a verb is the second of a pair: 巩固|提升."""
        before = self.tokens.items[max(0, self.tokens.index(token.start - 1))]
        return before.end == token.start and before.tag == token.tag == "v" and token.word in _SECOND

    def _governed(self, at: int) -> bool:
        before = self.tokens.items[max(0, self.tokens.index(at - 1))]
        takes = (before.tag[0] in "vian" or before.word == "的") and self.heads.role(before.word) in {
            "verb",
            "act",
            "edge",
            "work",
        }
        return before.end == at and takes

    def _content(self, span: Span) -> int:
        """How many characters of the modifiers say something specific: not fillers such as 重点, 产业, 民生."""
        words = [t for t in self.tokens.inside(span) if t.tag[0] not in "wxqcpu"]
        clipped = [(t, self.plain[t.start : min(t.end, span.end)]) for t in words]
        return sum(len(word) for token, word in clipped if self._role(token, word) is None)
