"""Ventures: names without marks whose left edge the grammar of the phrase tells.

实施|农村饮水巩固提升工程 · 实施|绿色转型行动、|节能降碳增效行动 · ，|商办楼宇更新提升行动|全面启动
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.boundary.head_words import Heads
from kg.extract.initiative.quoted import Named
from kg.model import Span
from kg.text.keyword_search import KeywordSearch
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Token

_LONGEST = 26  # characters before the head
_BEFORE = 40  # characters in which the verb is looked for
# What a character of a word of a role says; of a verb half, else all.
_WORTH = {"filler": 0.4, "edge": 0.0, "whole": 0.0}
_JOINTS = frozenset({"和", "与", "及"})
_OUT = frozenset("wxur")  # marks, particles, pronouns
_CONFIDENCE = {"venture-object": 0.65, "venture-row": 0.65, "venture-subject": 0.6, "venture-means": 0.6}


class Head(Struct, frozen=True, gc=False):
    """A row of the table ``ventures``."""

    word: str
    kind: Kind
    need: float
    verbs: str
    alone: bool


@dataclass(frozen=True)
class Ventures:
    """Finds the ventures of one document: a head word of the table with the noun phrase before it."""

    doc: AnnotatedDocument

    def names(self) -> Iterator[Named]:
        """Every venture, in text order: objects of their verbs, members of their rows, subjects, means."""
        table, search = _table(self.doc.lexicon)
        rows: dict[int, Head] = {}  # where a name ends that the next of a row may stand behind
        for block in self.doc.spans:
            for match in search.every(self.doc.bigrams, block):
                head, end = table[match[0]], match.end()
                if end not in self.doc.tokens.edges or not self.rules["ends"].match(self.doc.plain[end : end + 6]):
                    self.doc.drop(Span(match.start(), end), head.kind.value, "the words behind its head go on with it")
                    continue
                span = Span(self._start(match.start(), block.start, build=True), end)
                if "“" in self.doc.plain[span.start : end]:
                    continue  # judged where marks are
                rule = self._rule(head, span.start, end, block, rows)
                if not rule:
                    self.doc.drop(span, head.kind.value, "no verb or row takes it, and it is not said to go on")
                elif not self._specific(span.start, match.start(), head):
                    self.doc.drop(span, head.kind.value, "the words before its head say nothing specific")
                else:
                    rows[end] = head
                    yield Named(span, head.kind, self.doc.document.name(span), rule, _CONFIDENCE[rule])

    @cached_property
    def rules(self) -> dict[str, re.Pattern[str]]:
        """The patterns of ``venture.toml``."""
        return {p.name: p.regex for p in self.doc.lexicon.patterns("venture")}

    def _start(self, head: int, floor: int, *, build: bool) -> int:
        """Where the noun phrase of a head starts: behind a mark, a particle, or the verb that takes it."""
        tokens, at = self.doc.tokens, self.doc.tokens.index(head)
        start = min(head, tokens.items[at].start) if at >= 0 else head
        at = tokens.index(start - 1) if start > floor else -1
        while at >= 0 and head - start <= _LONGEST:
            token = tokens.items[at]
            abroad = token.word == "对" and self.doc.plain.startswith("外", start)  # 对|外贸易
            if token.end != start or token.start < floor or (self._breaks(at) and not abroad):
                break
            start, at = token.start, at - 1
        return self._trimmed(start, head, build=build)

    def _breaks(self, at: int) -> bool:
        token = self.doc.tokens.items[at]
        if token.word in _JOINTS:
            return self.doc.tokens.items[at - 1].word.endswith(self._words) if at else True
        if token.tag[0] in _OUT or self.rules["breaks"].match(token.word):
            return True
        return self._takes(token)

    def _takes(self, token: Token) -> bool:
        """Whether a word is the verb that takes the name, or ends in it: 深入实施."""
        return token.tag[0] != "n" and self.rules["takes"].match(token.word) is not None

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(_table(self.doc.lexicon)[0])

    def _trimmed(self, start: int, head: int, *, build: bool) -> int:
        """Without what no name opens with: 全市, a count, a joint; 建设 and 创新 before what is set up."""
        roles = Heads.of(self.doc.lexicon).roles
        for token in self.doc.tokens.starting(start, head):
            role = roles.get(token.word)
            counts = token.tag[0] == "q" or (token.tag[0] == "m" and token.word.isdigit())
            if not (role == "edge" or counts or token.word in _JOINTS):
                made = self.rules["made"].match(self.doc.plain, token.start, head) if build else None
                return made.end() if made else token.start
        return head

    def _rule(self, head: Head, start: int, end: int, block: Span, rows: dict[int, Head]) -> str:
        """By which frame a phrase is named; "" where by none."""
        before = self.doc.plain[max(block.start, start - _BEFORE) : start]
        if joint := self.rules["row"].search(before):
            other = rows.get(start - len(joint[0]))
            return "venture-row" if other and (other.verbs, other.kind) == (head.verbs, head.kind) else ""
        for verbs in ("start", "build"):
            if head.verbs in {verbs, "any"} and self.rules[f"behind-{verbs}"].search(before):
                return "venture-object"
        if not head.alone:
            return ""
        if self.rules["behind-by"].search(before):
            return "venture-means"
        goes = self.rules["goes"].match(self.doc.plain, end, block.end)
        return "venture-subject" if goes and self.rules["opens"].search(before) else ""

    def _specific(self, start: int, head: int, row: Head) -> bool:
        """Whether the words before a head say enough that is not said of any: a verb counts half."""
        if not start < head or self.rules["empty"].match(self.doc.plain[start:head]):
            return False
        roles, total = Heads.of(self.doc.lexicon).roles, 0.0
        for token in self.doc.tokens.inside(Span(start, head)):
            role, size = roles.get(token.word), min(token.end, head) - token.start
            if token.tag[0] not in "mqwx":
                total += size * (1.0 if role is None else _WORTH.get(role, 0.5))
        return total >= row.need


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> tuple[dict[str, Head], KeywordSearch]:
    """The heads of a lexicon and the search for them, made once."""
    rows = lexicon.table("ventures")
    heads = {r["head"]: Head(r["head"], Kind(r["kind"]), float(r["need"]), r["verbs"], r["alone"] == "1") for r in rows}
    return heads, KeywordSearch.of(heads)
