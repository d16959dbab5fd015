"""Names in marks: which quoted phrases name a campaign or a program, and how far the name reaches behind the marks.

“好、差、评”电话回访长效机制 · “虫草采集”“无废高原”两项专项行动 · 以“六比六看”为抓手
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.signs import ENOUGH
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.phrases import Heads
    from kg.text.quotes import Quoted
    from kg.text.sheet import Sheet
    from kg.text.signs import Signs, Verdict

MINE = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})
_SIDE = frozenset("、和与及")
_CLAUSE = "，。；：！？\n“”《》…—‘’"
_BACK, _AHEAD, _LONGEST, _TINY = 26, 20, 45, 3
_CHAIN = re.compile(r"[^，。；：！？\n“”《》]{0,12}[、和与及][^，。；：！？\n“”《》、]{0,4}|")
_PLANNED = frozenset({"in-digits", "in-plus", "in-tail", "in-articles", "head", "weak-head"})
_SELF = frozenset({"in-period", "in-fight"})


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name in the text: its span with the marks that belong to it, and the name without outer marks."""

    span: Span
    kind: Kind
    name: str
    rule: str
    confidence: float
    points: bool = False


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a quote: the head word found there, its kind and use, and where it ends."""

    end: int
    head: str = ""
    kind: Kind | None = None
    use: str = ""
    weak: bool = False

    @property
    def mine(self) -> bool:
        return self.kind in MINE


@dataclass(frozen=True)
class Marked:
    """The reader of one sheet."""

    sheet: Sheet
    heads: Heads
    signs: Signs
    known: dict[str, tuple[str, Kind]]  # the nation's names: what they are is settled

    def names(self) -> Iterator[Named]:
        """Every quoted phrase that is a name, in text order."""
        context, last = "", 0
        for group in self._groups():
            start, end = group[0].span.start, group[-1].span.end
            if start < last or not last or not _CHAIN.fullmatch(self.sheet.plain, last, start):
                context = self._clause(start)
            last, tail = max(last, end), self._tail(end)
            yield from self._judged(group, context, tail)

    def _judged(self, group: list[Quoted], context: str, tail: _Tail) -> Iterator[Named]:
        """The names of one group; beside a sure name a phrase needs less: “链长制”“专班制”协同发力."""
        end = group[-1].span.end
        after = self.sheet.plain[end : end + _AHEAD].partition("\n")[0]
        read = [self._read(context, quote, after, tail) for quote in group]
        sure = any(self._verdict(signs, tail).holds for signs in read)
        for quote, signs in zip(group, read, strict=True):
            beside = ["beside"] if sure and len(group) > 1 and "figure" not in signs else []
            verdict = self._settled(quote, tail, self._verdict([*signs, *beside], tail))
            if verdict.holds:
                yield self._name(quote, tail, verdict, _SELF & set(signs), shared=len(group) > 1)

    def _groups(self) -> Iterator[list[Quoted]]:
        """Quotes that stand side by side are one group and share what follows."""
        group: list[Quoted] = []
        for quote in self.sheet.quotes:
            if quote.mark == "《" or not 1 < len(quote.inner) <= _LONGEST:
                continue
            if group and self._beside(group[-1], quote):
                group.append(quote)
                continue
            if group:
                yield group
            group = [quote]
        if group:
            yield group

    def _beside(self, one: Quoted, other: Quoted) -> bool:
        apart = other.span.start - one.span.end
        return apart == 0 or (apart == 1 and self.sheet.plain[one.span.end] in _SIDE)

    def _clause(self, start: int) -> str:
        """The clause up to an offset: back to the last mark."""
        text = self.sheet.plain[max(0, start - _BACK) : start]
        return text[max(text.rfind(mark) for mark in _CLAUSE) + 1 :]

    def _tail(self, at: int) -> _Tail:
        """The head word after a quote: the last strong one of the nouns that follow, 等 and a number let through."""
        plain, stop, heads = self.sheet.plain, at, list(self.heads.scan(self.sheet.plain, at, at + _AHEAD))
        covered = {i for head, start in heads for i in range(start, start + len(head))}
        for token in self.sheet.tokens.inside(Span(at, min(len(plain), at + _AHEAD))):
            if token.start != stop or (token.tag[0] in "pcuywx" and (token.word != "等" or stop > at)):
                break
            if self._breaks(token.word, stop == at) and token.start not in covered:
                break
            stop = token.end
        edges = self.sheet.tokens.edges
        whole = [(h, s) for h, s in heads if s + len(h) <= stop and (len(h) > 2 or s + len(h) in edges)]
        return self._last_head(at, whole)

    def _breaks(self, word: str, first: bool) -> bool:
        return self.heads.role(word) in {"verb", "link", "work"} and not (first and word == "等")

    def _last_head(self, at: int, heads: list[tuple[str, int]]) -> _Tail:
        """The last strong head of ours, unless a head of another kind stands last of all and ours says little."""
        found, last = _Tail(at), None
        for head, start in heads:
            kind, use, weak = self.heads.kinds[head]
            last = kind
            if kind in MINE and (not found.mine or not (weak or use == "loose")):
                found = _Tail(start + len(head), head, kind, use, weak)
        other = last is not None and last not in MINE
        if other and (found.weak or found.kind is not Kind.CAMPAIGN):
            return _Tail(at, kind=last)
        return found

    def _settled(self, quote: Quoted, tail: _Tail, verdict: Verdict) -> Verdict:
        """What the whole nation knows needs no sign: “一带一路”, “三严三实”."""
        _, kind = self.known.get(self.sheet.document.name(quote.inner), ("", None))
        if kind is None or kind not in MINE or (tail.mine and not tail.weak and tail.use != "loose"):
            return verdict
        return replace(verdict, kind=kind, weight=max(verdict.weight, ENOUGH))

    def _read(self, before: str, quote: Quoted, after: str, tail: _Tail) -> list[str]:
        inside = self.sheet.plain[quote.inner.start : quote.inner.end]
        read = self.signs.read(before, inside, after)
        if tail.mine and tail.weak:
            return [*read, "weak-head"]
        if tail.mine:  # 思想大解放大讨论: a head that says what it is outweighs the noun before it
            return [*(sign for sign in read if sign != "after-mood"), "head"]
        return [*read, "other-head"] if tail.kind else read

    def _verdict(self, read: list[str], tail: _Tail) -> Verdict:
        verdict = self.signs.judge(read, tail.kind if tail.mine and tail.use != "loose" and not tail.weak else None)
        launched = "before-launch" in read and not _PLANNED & set(read)
        return replace(verdict, kind=Kind.CAMPAIGN) if launched or _SELF & set(read) else verdict

    def _name(self, quote: Quoted, tail: _Tail, verdict: Verdict, own: frozenset[str], *, shared: bool) -> Named:
        sure = round(min(0.95, 0.5 + verdict.weight / 12), 2)
        span = self._reach(quote, tail, own, shared=shared)
        start = self._left(quote) if span.end > quote.span.end else quote.span.start
        if own and len(quote.inner) <= _TINY and (whole := self._thing(quote.span.start)) < quote.span.start:
            start, span = whole, Span(whole, quote.span.end)
        if span == quote.span:
            return Named(span, verdict.kind, self.sheet.plain[quote.inner.start : quote.inner.end], verdict.rule, sure)
        return Named(Span(start, span.end), verdict.kind, self.sheet.plain[start : span.end], verdict.rule, sure)

    def _reach(self, quote: Quoted, tail: _Tail, own: frozenset[str], *, shared: bool) -> Span:
        """How far the name goes: the marks alone, or with what follows up to its head."""
        if shared or own or self.sheet.plain.startswith("等", quote.span.end):
            return quote.span
        behind = self.sheet.plain[quote.span.end : quote.span.end + _AHEAD]
        if listed := self.signs.listed.match(behind):
            return Span(quote.span.start, quote.span.end + listed.end())
        loose = tail.use == "loose" or tail.weak
        if not tail.mine or (loose and len(quote.inner) > _TINY):
            return quote.span
        return Span(quote.span.start, tail.end)

    def _thing(self, at: int) -> int:
        """What is looked back at: 中央环保督察“回头看”, 专项整治“回头看”; the nouns before a short drive in marks."""
        index = self.sheet.tokens.index(at - 1)
        while index >= 0 and (token := self.sheet.tokens.items[index]).end == at and token.tag[0] in "nvj":
            if self.heads.role(token.word) in {"verb", "link", "edge", "work"}:
                break
            at, index = token.start, index - 1
        return at

    def _left(self, quote: Quoted) -> int:
        """What before the marks belongs to the name: 第二届“…”, and before a short word its river or road."""
        if ordinal := self.signs.ordinal.search(self.sheet.plain, max(0, quote.span.start - 6), quote.span.start):
            return ordinal.start()
        at = self.sheet.tokens.index(quote.span.start - 1)
        token = self.sheet.tokens.items[at] if at >= 0 and len(quote.inner) <= _TINY else None
        if not token or token.end != quote.span.start or token.tag != "ns" or len(token.word) > 3:
            return quote.span.start
        return quote.span.start if self.sheet.lexicon.gazetteer.named(token.word) else token.start
