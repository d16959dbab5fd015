"""Named campaigns and programs: every phrase judged once, so that none is read as both.

“五大定位” → program · “争先、进位、崛起”解放思想大讨论 → campaign · 党群服务中心提标行动 → campaign
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.phrases import Heads, Phrase
from kg.text.quotes import Quoted
from kg.text.signs import Signs, Verdict, signs_of
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.text.sheet import Sheet

_MINE = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})
_CLAUSE = "，。；：！？\n“”《》…—"
_BACK, _AHEAD, _LONGEST = 26, 18, 45
_CHAIN = re.compile(r"[^，。；：！？\n“”《》]{0,12}[、和与及]|[、]?")


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
    """What follows a quote: the head word found there, its kind, where it ends."""

    end: int
    head: str
    kind: Kind | None
    weak: bool


def named(sheet: Sheet) -> tuple[Named, ...]:
    """Every campaign and program that the sheet names, in text order, without two on the same span."""
    heads, signs = Heads.of(sheet.lexicon), signs_of(sheet.lexicon)
    found = list(_quoted(sheet, heads, signs))
    found += _bare(sheet, found)
    found += _again(sheet, found)
    best: dict[Span, Named] = {}
    for one in sorted(found, key=lambda n: (n.span, -n.confidence, n.kind, n.name)):
        best.setdefault(one.span, one)
    return tuple(best.values())


def _quoted(sheet: Sheet, heads: Heads, signs: Signs) -> Iterator[Named]:
    context, last = "", 0
    for group in _groups(sheet):
        start, tail = group[0].span.start, group[-1].span.end
        if not (last and _CHAIN.fullmatch(sheet.plain[last:start])):
            context = _clause(sheet.plain, start)
        last = tail
        end = _tail(sheet, tail, heads)
        after = sheet.plain[tail : tail + _AHEAD].partition("\n")[0]
        for quote in group:
            inside = sheet.plain[quote.inner.start : quote.inner.end]
            verdict = _judge(signs, heads, context, inside, after, end)
            if verdict.holds:
                yield _name(sheet, quote, end, verdict, len(group) > 1, heads)


def _groups(sheet: Sheet) -> Iterator[list[Quoted]]:
    """Quotes that stand side by side are one group and share what follows."""
    group: list[Quoted] = []
    for quote in sheet.quotes:
        if quote.mark == "《" or len(quote.inner) > _LONGEST:
            continue
        if group and sheet.plain[group[-1].span.end : quote.span.start] in {"", "、", "和", "与", "及"}:
            group.append(quote)
            continue
        if group:
            yield group
        group = [quote]
    if group:
        yield group


def _clause(plain: str, start: int) -> str:
    """The clause up to an offset: back to the last mark, at most ``_BACK`` characters."""
    text = plain[max(0, start - _BACK) : start]
    cut = max((text.rfind(mark) for mark in _CLAUSE), default=-1)
    return text[cut + 1 :]


def _tail(sheet: Sheet, at: int, heads: Heads) -> _Tail:
    """The head word after a quote: the last one of the nouns that follow, 等 and a number let through."""
    stop = at
    for token in sheet.tokens.inside(Span(at, min(len(sheet.plain), at + _AHEAD))):
        if token.start != stop or token.tag[0] in "pcuywx" and token.word != "等":
            break
        if heads.role(token.word) in {"verb", "link"} and token.word not in heads.kinds:
            break
        stop = token.end
    return _last_head(sheet.plain, at, stop, heads)


def _last_head(plain: str, at: int, stop: int, heads: Heads) -> _Tail:
    found, other = _Tail(at, "", None, False), False
    for match in heads.run.finditer(plain, at, stop):
        for end in range(match.end(), match.start(), -1):
            head = next((plain[i:end] for i in range(match.start(), end) if plain[i:end] in heads.kinds), "")
            if not head:
                continue
            kind, _, weak = heads.kinds[head]
            if kind in _MINE and (found.kind not in _MINE or not weak or found.weak):
                found = _Tail(end, head, kind, weak)
                break
            other = other or kind not in _MINE
    return replace(found, kind=None) if other and found.weak else found


def _judge(signs: Signs, heads: Heads, before: str, inside: str, after: str, tail: _Tail) -> Verdict:
    read = signs.read(before, inside, after)
    if tail.kind in _MINE:
        read.append("weak-head" if tail.weak else "head")
    kind = tail.kind if tail.kind in _MINE and not tail.weak else None
    verdict = signs.judge(read, kind)
    return replace(verdict, kind=Kind.CAMPAIGN) if {"in-period", "in-fight"} & set(read) else verdict


def _name(sheet: Sheet, quote: Quoted, tail: _Tail, verdict: Verdict, shared: bool, heads: Heads) -> Named:
    inside = sheet.plain[quote.inner.start : quote.inner.end]
    sure = min(0.95, 0.5 + verdict.weight / 12)
    own = not tail.head or shared or sheet.plain[quote.span.end] == "等"
    if own or {"in-period", "in-fight"} & {verdict.rule}:
        return Named(quote.span, verdict.kind, inside, verdict.rule, sure)
    span = Span(quote.span.start, tail.end)
    return Named(span, verdict.kind, sheet.plain[span.start : span.end], verdict.rule, sure)


def _bare(sheet: Sheet, found: list[Named]) -> Iterator[Named]:
    taken = [n.span for n in found]
    for phrase in sheet.phrases:
        if phrase.shape != "bare" or phrase.kind not in _MINE or any(t.meets(phrase.span) for t in taken):
            continue
        yield _plain(sheet, phrase)


def _plain(sheet: Sheet, phrase: Phrase) -> Named:
    name = sheet.plain[phrase.span.start : phrase.span.end]
    assert phrase.kind is not None
    return Named(phrase.span, phrase.kind, name, "bare-head", 0.7)


def _again(sheet: Sheet, found: list[Named]) -> Iterator[Named]:
    """Further occurrences of a name found once, with or without its marks."""
    taken = sorted(n.span for n in found)
    for one in {n.name.strip("“”"): n for n in reversed(found) if len(n.name) >= 4}.values():
        at = sheet.plain.find(one.name)
        while at >= 0:
            span = Span(at, at + len(one.name))
            if not any(t.meets(span) for t in taken):
                yield replace(one, span=span, rule="again")
            at = sheet.plain.find(one.name, span.end)
