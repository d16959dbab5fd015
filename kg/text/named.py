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
_TAKES = re.compile(r"(?:建立|健全|完善|推行|实施|落实|实行|推进|构建|深化|探索|开展)(?:了|起|以|覆盖[^，。]{2,6}的)?$")


def named(sheet: Sheet) -> tuple[Named, ...]:
    """Every campaign and program that the sheet names, and the nation's honours, in text order."""
    heads = Heads.of(sheet.lexicon)
    found = [Named(h.span, Kind.AWARD, h.name, h.rule, h.confidence) for h in honours(sheet)]
    found += _free(Marked(sheet, heads, signs_of(sheet.lexicon)).names(), found)
    inside = [n for n in found if n.kind in MINE or sheet.plain[n.span.start] == "“"]  # a prize may name its contest
    found += _free(_bare(sheet), inside)
    found += _free(_national(sheet), found)
    found += _free(_again(sheet, found), found)
    found += _free(_pointing(sheet, found), found)
    return tuple(sorted(found))


def _free(new: Iterable[Named], found: list[Named]) -> list[Named]:
    """Those of the new ones that touch none found before."""
    taken = [n.span for n in found]
    return [n for n in new if not any(t.meets(n.span) for t in taken)]


def _bare(sheet: Sheet) -> Iterator[Named]:
    """Heads without marks whose modifiers are specific: 党群服务中心提标行动."""
    for phrase in sheet.phrases:
        if phrase.kind in MINE and _specific(phrase) and _taken(sheet, phrase):
            name = sheet.plain[phrase.span.start : phrase.span.end]
            yield Named(phrase.span, phrase.kind, name, f"{phrase.use}-head", 0.7)


def _specific(phrase: Phrase) -> bool:
    """Whether enough stands before the head: 项目建设年 is a name, 实际行动 none."""
    return phrase.content >= _SPECIFIC or (phrase.content == _SPECIFIC - 1 and len(phrase.head) >= _SPECIFIC)


def _taken(sheet: Sheet, phrase: Phrase) -> bool:
    """Whether a head that wants it stands behind a verb that takes it: 建立…机制."""
    if phrase.use != "verb":
        return True
    before = sheet.plain[max(0, phrase.span.start - 12) : phrase.span.start]
    return phrase.content >= _VERBED and _TAKES.search(before) is not None


def _national(sheet: Sheet) -> Iterator[Named]:
    known = national(sheet.lexicon)
    for block in sheet.spans:
        for span, _, kind in known.find(sheet.plain, sheet.tokens, block):
            yield Named(span, kind, sheet.plain[span.start : span.end].strip("“”"), "national", 0.85)


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
        if phrase.kind is Kind.CAMPAIGN and not _specific(phrase) and phrase.use == "bare":
            word = phrase.head.removesuffix("活动")
            if word and any(name.endswith(word) for name in ends):
                start = phrase.span.end - len(phrase.head)
                name = sheet.plain[start : phrase.span.end]
                yield Named(Span(start, phrase.span.end), Kind.CAMPAIGN, name, "points", 0.7, points=True)
