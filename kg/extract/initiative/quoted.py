"""Names in marks: which quoted phrases name a campaign or a program, and how far the name reaches behind the marks.

“好、差、评”电话回访长效机制 · “虫草采集”“无废高原”两项专项行动 · 以“六比六看”为抓手
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.initiative.after_quote import AHEAD, MINE, Tails
from kg.extract.initiative.evidence_weights import ENOUGH
from kg.model import Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.boundary.head_words import Heads
    from kg.extract.initiative.after_quote import Tail
    from kg.extract.initiative.evidence_weights import Signs, Verdict
    from kg.text.annotated import AnnotatedDocument
    from kg.text.quotation_marks import Quoted
    from kg.text.tokens import Token

_SIDE = frozenset("、和与及")
_CLAUSE = "，。；：！？\n“”《》…—‘’"
_BACK, _LONGEST, _TINY = 26, 45, 3
_CHAIN = re.compile(r"[^，。；：！？\n“”《》]{0,12}[、和与及][^，。；：！？\n“”《》、]{0,4}|")
_PLANNED = frozenset({"in-digits", "in-plus", "in-tail", "in-articles", "head", "weak-head"})
_MOOD = frozenset({"after-mood"})
_DOUBTS = _MOOD | {"figure", "in-talk"}  # which a head like 大讨论 outweighs
_TALK = "报告会"
_LACK = "in-lack"  # a shortcoming in marks is no plan
_SELF = frozenset({"in-period", "in-fight"})


class Named(Struct, frozen=True, order=True, gc=False):
    """A name in the text: its span with the marks that belong to it, and the name without outer marks."""

    span: Span
    kind: Kind
    name: str
    rule: str
    confidence: float
    points: bool = False


@dataclass(frozen=True)
class Marked:
    """Finds campaigns, programs and awards in quotation marks, in one document, by signs that are weighed."""

    doc: AnnotatedDocument
    heads: Heads
    signs: Signs
    known: dict[str, tuple[str, Kind]]  # the nation's names: what they are is settled

    def names(self) -> Iterator[Named]:
        """Every quoted phrase that is a name, in text order."""
        context, last = "", 0
        for group in self._groups():
            start, end = group[0].span.start, group[-1].span.end
            if start < last or not last or not _CHAIN.fullmatch(self.doc.plain, last, start):
                context = self._clause(start)
            last, tail = max(last, end), Tails(self.doc, self.heads).behind(end)
            yield from self._judged(group, context, tail)

    def _judged(self, group: list[Quoted], context: str, tail: Tail) -> Iterator[Named]:
        """The names of one group; beside a sure name a phrase needs less: “链长制”“专班制”协同发力."""
        end = group[-1].span.end
        after = self.doc.plain[end : end + AHEAD].partition("\n")[0]
        read = [self._read(context, quote, after, tail) for quote in group]
        sure = any(self._verdict(signs, tail).holds for signs in read)
        for quote, signs in zip(group, read, strict=True):
            beside = ["beside"] if sure and len(group) > 1 and "figure" not in signs else []
            verdict = self._settled(quote, tail, self._verdict([*signs, *beside], tail))
            if verdict.holds:
                named = self._name(quote, tail, verdict, _SELF & set(signs), shared=len(group) > 1)
                if not self.doc.plain.startswith(_TALK, named.span.end):  # “…”宣讲|报告会 is one meeting
                    yield named
            else:
                why = f"its signs weigh {verdict.weight:g} of {ENOUGH:g}: {' '.join(signs) or 'none'}"
                self.doc.drop(quote.span, verdict.kind.value, why)

    def _groups(self) -> Iterator[list[Quoted]]:
        """Quotes that stand side by side are one group and share what follows."""
        group: list[Quoted] = []
        for quote in self.doc.quotes:
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
        return apart == 0 or (apart == 1 and self.doc.plain[one.span.end] in _SIDE)

    def _clause(self, start: int) -> str:
        """The clause up to an offset: back to the last mark."""
        text = self.doc.plain[max(0, start - _BACK) : start]
        return text[max(text.rfind(mark) for mark in _CLAUSE) + 1 :]

    def _settled(self, quote: Quoted, tail: Tail, verdict: Verdict) -> Verdict:
        """What the whole nation knows needs no sign: “一带一路”, “三严三实”."""
        _, kind = self.known.get(self.doc.document.name(quote.inner), ("", None))
        if kind is None or kind not in MINE or (tail.mine and not tail.weak and tail.use != "loose"):
            return verdict
        return replace(verdict, kind=kind, weight=max(verdict.weight, ENOUGH))

    def _read(self, before: str, quote: Quoted, after: str, tail: Tail) -> list[str]:
        inside = self.doc.plain[quote.inner.start : quote.inner.end]
        read = self.signs.read(before, inside, after)
        if _LACK in read and self.doc.plain.count(inside) > 1:
            read.remove(_LACK)  # what the text comes back to is its own term
        if tail.mine and tail.weak:
            return [*read, "weak-head"]
        if tail.mine:  # 思想大解放大讨论: a head that says what it is outweighs the noun before it
            generic = tail.use == "bare" or tail.end - quote.span.end > len(tail.head)  # “手拉手”互助活动
            sure = tail.kind is Kind.CAMPAIGN and generic
            return [*(sign for sign in read if sign not in (_DOUBTS if sure else _MOOD)), "head"]
        return [*read, "other-head"] if tail.kind else read

    def _verdict(self, read: list[str], tail: Tail) -> Verdict:
        verdict = self.signs.judge(read, tail.kind if tail.mine and tail.use != "loose" and not tail.weak else None)
        launched = "before-launch" in read and not _PLANNED & set(read)
        return replace(verdict, kind=Kind.CAMPAIGN) if launched or _SELF & set(read) else verdict

    def _name(self, quote: Quoted, tail: Tail, verdict: Verdict, own: frozenset[str], *, shared: bool) -> Named:
        sure = round(min(0.95, 0.5 + verdict.weight / 12), 2)
        span = self._reach(quote, tail, own, shared=shared)
        start = self._left(quote) if span.end > quote.span.end else quote.span.start
        if own and len(quote.inner) <= _TINY and (whole := self._thing(quote.span.start)) < quote.span.start:
            start, span = whole, Span(whole, quote.span.end)
        if span == quote.span:
            return Named(span, verdict.kind, self.doc.plain[quote.inner.start : quote.inner.end], verdict.rule, sure)
        return Named(Span(start, span.end), verdict.kind, self.doc.plain[start : span.end], verdict.rule, sure)

    def _reach(self, quote: Quoted, tail: Tail, own: frozenset[str], *, shared: bool) -> Span:
        """How far the name goes: the marks alone, or with what follows up to its head."""
        whole = own and not (tail.mine and tail.use == "bare")  # “作风建设年”活动, but “…促攻坚”解放思想大讨论
        if shared or whole or self.doc.plain.startswith("等", quote.span.end):
            return quote.span
        behind = self.doc.plain[quote.span.end : quote.span.end + AHEAD]
        if listed := self.signs.listed.match(behind):
            return Span(quote.span.start, quote.span.end + listed.end())
        loose = tail.use == "loose" or tail.weak
        if not tail.mine or (loose and len(quote.inner) > _TINY):
            return quote.span
        return Span(quote.span.start, tail.end)

    def _thing(self, at: int) -> int:
        """What is looked back at: 中央环保督察“回头看”, 专项整治“回头看”; the nouns before a short drive in marks."""
        nouns: list[Token] = []
        marks, index = at, self.doc.tokens.index(at - 1)
        while index >= 0 and (token := self.doc.tokens.items[index]).end == at and token.tag[0] in "nvj":
            if self.heads.role(token.word) in {"verb", "link", "edge", "work"}:
                break
            nouns.append(token)
            at, index = token.start, index - 1
        while nouns and nouns[-1].tag == "v":  # the verb of the sentence: 整改 | 中央环保督察
            nouns.pop()
        return nouns[-1].start if nouns else marks

    def _left(self, quote: Quoted) -> int:
        """What before the marks belongs to the name: 第二届“…”, and before a short word its river or road."""
        ordinal = self.signs.ordinal.search(self.doc.plain, max(0, quote.span.start - 6), quote.span.start)
        if ordinal and not ordinal[0].endswith("批"):
            return ordinal.start()
        at = self.doc.tokens.index(quote.span.start - 1)
        token = self.doc.tokens.items[at] if at >= 0 and len(quote.inner) <= _TINY else None
        if not token or token.end != quote.span.start or token.tag != "ns" or len(token.word) > 3:
            return quote.span.start
        return quote.span.start if self.doc.lexicon.gazetteer.named(token.word) else token.start
