"""Names in marks: which quoted phrases name a campaign or a program, and how far the name reaches behind the marks.

“好、差、评”电话回访长效机制 · “虫草采集”“无废高原”两项专项行动 · 以“六比六看”为抓手
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.phrases import Heads
from kg.text.quotes import Quoted
from kg.text.signs import Signs, Verdict
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.text.sheet import Sheet

MINE = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})
_SIDE = frozenset({"", "、", "和", "与", "及"})
_CLAUSE = "，。；：！？\n“”《》…—‘’"
_BACK, _AHEAD, _LONGEST = 26, 20, 45
_CHAIN = re.compile(r"[^，。；：！？\n“”《》]{0,12}[、和与及][^，。；：！？\n“”《》、]{0,4}|")
_SELF = frozenset({"in-period", "in-fight"})


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A campaign or program in the text: its span with the marks that belong to it, and its name without outer marks."""

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

    def names(self) -> Iterator[Named]:
        """Every quoted phrase that is a name, in text order."""
        context, last = "", 0
        for group in self._groups():
            start, end = group[0].span.start, group[-1].span.end
            if not last or not _CHAIN.fullmatch(self.sheet.plain, last, start):
                context = self._clause(start)
            last, tail = end, self._tail(end)
            after = self.sheet.plain[end : end + _AHEAD].partition("\n")[0]
            for quote in group:
                read = self._read(context, quote, after, tail)
                verdict = self._verdict(read, tail)
                if verdict.holds:
                    yield self._name(quote, tail, verdict, _SELF & set(read), shared=len(group) > 1)

    def _groups(self) -> Iterator[list[Quoted]]:
        """Quotes that stand side by side are one group and share what follows."""
        group: list[Quoted] = []
        for quote in self.sheet.quotes:
            if quote.mark == "《" or not 1 < len(quote.inner) <= _LONGEST:
                continue
            if group and self.sheet.plain[group[-1].span.end : quote.span.start] in _SIDE:
                group.append(quote)
                continue
            if group:
                yield group
            group = [quote]
        if group:
            yield group

    def _clause(self, start: int) -> str:
        """The clause up to an offset: back to the last mark."""
        text = self.sheet.plain[max(0, start - _BACK) : start]
        return text[max(text.rfind(mark) for mark in _CLAUSE) + 1 :]

    def _tail(self, at: int) -> _Tail:
        """The head word after a quote: the last one of the nouns that follow, 等 and a number let through."""
        stop = at
        for token in self.sheet.tokens.inside(Span(at, min(len(self.sheet.plain), at + _AHEAD))):
            if token.start != stop or (token.tag[0] in "pcuywx" and token.word != "等"):
                break
            if self.heads.role(token.word) in {"verb", "link"} and token.word not in self.heads.kinds:
                break
            stop = token.end
        return self._last_head(at, stop)

    def _last_head(self, at: int, stop: int) -> _Tail:
        """The last strong head of ours; where only weak ones stand and a head of another kind follows, none."""
        found, other = _Tail(at), False
        for head, end in self._heads(at, stop):
            kind, use, weak = self.heads.kinds[head]
            if kind not in MINE:
                other = True
            elif not found.mine or not weak or found.weak:
                found = _Tail(end, head, kind, use, weak or use == "loose")
        return _Tail(at) if other and found.weak else found

    def _heads(self, at: int, stop: int) -> Iterator[tuple[str, int]]:
        """Every head word in a stretch with its end, longest match first, overlapping starts left out."""
        plain, kinds = self.sheet.plain, self.heads.kinds
        while at < stop:
            head = next((plain[at:e] for e in range(min(stop, at + 8), at, -1) if plain[at:e] in kinds), "")
            if head and kinds[head][0] not in MINE:  # 行动方案 holds 行动, which names the campaign
                part = next((head[:n] for n in range(len(head) - 1, 1, -1) if head[:n] in kinds), "")
                if part:
                    yield part, at + len(part)
            if head:
                yield head, at + len(head)
            at += len(head) or 1

    def _read(self, before: str, quote: Quoted, after: str, tail: _Tail) -> list[str]:
        inside = self.sheet.plain[quote.inner.start : quote.inner.end]
        read = self.signs.read(before, inside, after)
        return [*read, "weak-head" if tail.weak else "head"] if tail.mine else read

    def _verdict(self, read: list[str], tail: _Tail) -> Verdict:
        verdict = self.signs.judge(read, tail.kind if tail.mine and tail.use != "loose" and not tail.weak else None)
        return replace(verdict, kind=Kind.CAMPAIGN) if _SELF & set(read) else verdict

    def _name(self, quote: Quoted, tail: _Tail, verdict: Verdict, own: set[str], *, shared: bool) -> Named:
        sure = round(min(0.95, 0.5 + verdict.weight / 12), 2)
        plain = self.sheet.plain
        short = len(quote.inner) <= 3 and not shared
        loose = not tail.mine or own or shared or plain[quote.span.end] == "等" or (tail.weak and not short)
        if loose:
            return Named(quote.span, verdict.kind, plain[quote.inner.start : quote.inner.end], verdict.rule, sure)
        start = self._left(quote) if len(quote.inner) <= 3 else quote.span.start
        span = Span(start, tail.end)
        return Named(span, verdict.kind, plain[span.start : span.end], verdict.rule, sure)

    def _left(self, quote: Quoted) -> int:
        """A short quoted word needs the noun before it: 黄河“几字弯”攻坚战."""
        at = self.sheet.tokens.index(quote.span.start - 1)
        token = self.sheet.tokens.items[at] if at >= 0 else None
        if token and token.end == quote.span.start and token.tag == "ns" and len(token.word) <= 3:
            return token.start
        return quote.span.start
