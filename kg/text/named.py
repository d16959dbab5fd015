"""Named campaigns, programs and honours of the nation: every phrase judged once, so that none is read as two kinds.

“五大定位” → program · “争先、进位、崛起”解放思想大讨论 → campaign · 党群服务中心提标行动 → campaign
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.honours import honours
from kg.text.marked import MINE, Marked, Named
from kg.text.national import national
from kg.text.phrases import Heads, Phrase
from kg.text.signs import signs_of
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.text.sheet import Sheet

__all__ = ["Named", "named"]

_SPECIFIC, _VERBED = 3, 6  # characters of specific content that a bare head needs; behind a verb only
_ABOUT = frozenset({"方案", "意见", "实施方案", "纲要", "工作", "要求", "成果", "任务", "办法", "经验"})
_LEVELS = frozenset("省市县区州盟旗镇乡")
_PLAN = re.compile(r"的?(?:实施|工作|行动|总体|任务分工|整改)?(?:方案|实施意见)|整改|的通知|》")
_TAKES = re.compile(r"(?:建立|健全|完善|推行|实施|落实|实行|推进|构建|深化|探索|开展)(?:了|起|以|覆盖[^，。]{2,6}的)?$")


def named(sheet: Sheet) -> tuple[Named, ...]:
    """Every campaign and program that the sheet names, and the nation's honours, in text order."""
    heads = Heads.of(sheet.lexicon)
    found = [Named(h.span, Kind.AWARD, h.name, h.rule, h.confidence) for h in honours(sheet)]
    found += _free(Marked(sheet, heads, signs_of(sheet.lexicon)).names(), found)
    inside = [n for n in found if n.kind in MINE or sheet.plain[n.span.start] == "“"]  # a prize may name its contest
    found += _free(_longest([*_bare(sheet), *_national(sheet), *_goals(sheet)]), inside)
    found += _free(_again(sheet, found), found)
    found += _free(_pointing(sheet, found), found)
    return tuple(sorted(found))


def _free(new: Iterable[Named], found: list[Named]) -> list[Named]:
    """Those of the new ones that touch none found before."""
    taken = [n.span for n in found]
    return [n for n in new if not any(t.meets(n.span) for t in taken)]


def _longest(new: list[Named]) -> Iterator[Named]:
    """Of those that touch each other the longest: 乡村振兴产业提升行动, not 乡村振兴."""
    kept: list[Named] = []
    for one in sorted(new, key=lambda n: (-len(n.span), n.rule != "national", n)):
        if not any(k.span.meets(one.span) for k in kept):
            kept.append(one)
            yield one


def _bare(sheet: Sheet) -> Iterator[Named]:
    """Heads without marks whose modifiers are specific: 党群服务中心提标行动."""
    for phrase in sheet.phrases:
        if phrase.kind in MINE and _specific(phrase) and _taken(sheet, phrase):
            span = Span(_past_place(sheet, phrase), phrase.span.end)
            if not _titled(sheet, span):
                yield Named(span, phrase.kind, sheet.plain[span.start : span.end], f"{phrase.use}-head", 0.7)


def _specific(phrase: Phrase) -> bool:
    """Whether enough stands before the head: 项目建设年 is a name, 实际行动 none."""
    return phrase.content >= _SPECIFIC or (phrase.content == _SPECIFIC - 1 and len(phrase.head) >= _SPECIFIC)


def _taken(sheet: Sheet, phrase: Phrase) -> bool:
    """Whether a head that wants it stands behind a verb that takes it (建立…机制), and no noun goes on behind it."""
    if phrase.kind is Kind.PROGRAM and _goes_on(sheet, phrase.span.end):
        return False
    if phrase.use != "verb":
        return True
    before = sheet.plain[max(0, phrase.span.start - 12) : phrase.span.start]
    return phrase.content >= _VERBED and _TAKES.search(before) is not None


def _past_place(sheet: Sheet, phrase: Phrase) -> int:
    """Where a campaign's name starts behind the place that runs it: 商洛市 | 解放思想大讨论."""
    plain, start, gazetteer = sheet.plain, phrase.span.start, sheet.lexicon.gazetteer
    for end in range(min(start + 8, phrase.span.end - len(phrase.head) - 3), start + 1, -1):
        word = plain[start:end]
        if phrase.kind is Kind.CAMPAIGN and word[-1] in _LEVELS and gazetteer.named(word):
            return end
    return start


def _titled(sheet: Sheet, span: Span) -> bool:
    """Whether a phrase stands in a title that is no plan of it: 《…行动合作框架》 names a paper only."""
    title = next((q for q in sheet.quotes if q.mark == "《" and q.span.holds(span)), None)
    return title is not None and not _PLAN.match(sheet.plain, span.end, title.span.end)


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether a noun continues the compound: …战略支点 names no strategy, …改革方案 names a reform."""
    token = sheet.tokens.items[max(0, sheet.tokens.index(end))]
    return token.start == end and token.tag[0] in "n" and token.word not in _ABOUT


def _national(sheet: Sheet) -> Iterator[Named]:
    known = national(sheet.lexicon)
    for block in sheet.spans:
        for span, _, kind in known.find(sheet.plain, sheet.tokens, block):
            yield Named(span, kind, sheet.plain[span.start : span.end].strip("“”"), "national", 0.85)


def _goals(sheet: Sheet) -> Iterator[Named]:
    """What a place sets out to become, and 平安…建设: the patterns of ``program.toml``."""
    rules = {rule.name: rule for rule in sheet.lexicon.patterns("program")}
    for block in sheet.spans:
        for name in ("goal", "brand"):
            for match in rules[name].regex.finditer(sheet.plain, block.start, block.end):
                span = Span(*match.span("name"))
                place = match.groupdict().get("place")
                if span.start in sheet.tokens.edges and (not place or sheet.lexicon.gazetteer.named(place)):
                    yield Named(span, Kind.PROGRAM, sheet.plain[span.start : span.end], name, rules[name].confidence)


def _again(sheet: Sheet, found: list[Named]) -> Iterator[Named]:
    """Further occurrences of a name found once: in marks without a sign of their own, or without marks."""
    first = {n.name.strip("“”"): n for n in reversed(found) if not n.points and n.kind in MINE}
    for quote in sheet.quotes:
        one = first.get(sheet.plain[quote.inner.start : quote.inner.end])
        if one:
            yield replace(one, span=quote.span, rule="again")
    for name, one in first.items():
        if len(name) >= 4:
            for block in sheet.spans:
                for match in re.finditer(re.escape(name), sheet.plain[block.start : block.end]):
                    span = Span(block.start + match.start(), block.start + match.end())
                    yield replace(one, span=span, rule="again")


def _pointing(sheet: Sheet, found: list[Named]) -> Iterator[Named]:
    """A head without content that points at a campaign of the article: 大讨论, 大讨论活动."""
    ends = tuple({n.name.removesuffix("活动") for n in found if n.kind is Kind.CAMPAIGN})
    for phrase in sheet.phrases:
        if phrase.kind is Kind.CAMPAIGN and phrase.use == "bare" and len(phrase.span) == len(phrase.head) > 2:
            if phrase.head.removesuffix("活动").endswith(ends) or any(e.endswith(phrase.head.removesuffix("活动")) for e in ends):
                yield Named(phrase.span, Kind.CAMPAIGN, phrase.head, "points", 0.7, points=True)
