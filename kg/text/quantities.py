"""Quantities: every number of a stretch of text with its unit, in base units, with its bound.

997.9亿元 · 27万余条 · 近5000万人次 · 三成以上 · 四分之三 · 翻一番 · 第2位 · 15、22个百分点
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import Span
from kg.text.numerals import han, number

_HAN = "零〇一二两三四五六七八九十百千万亿"
_NUM = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|[{_HAN}]+)"
_SCALE = "万亿|百万|千万|十万|百亿|千亿|亿|万|百(?!分|货)|千(?!瓦|米|克|伏|卡|赫|帕|升|焦|字)"
_JOIN = r"[、和至到—~～\-]|以及|及|或"
_BARE = frozenset("十百千万亿")
_SMALL = 10
_VAGUE = frozenset("数几好若")
_RANKED = rf"[第前](?:\d+|[{_HAN}]+)(?:位|名)?"


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A number in the text. ``span`` holds its bound words too; ``form`` is ``count`` (a measure word whose noun may
    follow), ``measure``, ``share`` (%), ``times`` or ``rank``. ``scope`` is the field of a rank (全省).

    ``listed``: it stands in one list with the quantity before it (29.5%和32.4%); ``ranged``: as the end of a range.
    """

    span: Span
    value: float
    unit: str
    bound: str
    form: str
    scope: str = ""
    listed: bool = False
    ranged: bool = False


@dataclass(frozen=True)
class Units:
    """The table of units and the rules of bounds, compiled."""

    forms: dict[str, str]
    main: re.Pattern[str]
    fraction: re.Pattern[str]
    rank: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    ranked: re.Pattern[str]
    timed: re.Pattern[str]

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Units:
        """From the table ``units`` and the patterns ``figure``."""
        rules = {p.name: p.regex for p in lexicon.patterns("figure")}
        forms = {row["unit"]: row["kind"] for row in lexicon.table("units")}
        words = "|".join(re.escape(u) for u in sorted(forms, key=lambda u: (-len(u), u)))
        return Units(
            forms,
            re.compile(
                rf"(?P<others>(?:{_NUM}(?:{_SCALE})?(?:%|余|多)?(?:{_JOIN}))*)"
                rf"(?P<percent>百分之)?(?P<num>{_NUM})(?P<more>[余多])?(?P<scale>{_SCALE})?(?P<much>[余多])?"
                rf"(?:(?P<unit>{words})|(?P<none>(?=[，。；、）左以])))"
            ),
            re.compile(
                rf"(?P<den>[{_HAN}]+)分之(?P<part>[{_HAN}]+)"
                r"|(?P<tenth>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?"
                r"(?![为立功效果员本长就品熟交绩人立套像语因份都型片])"
                r"|(?<![另大小前后])(?P<one>一半|半数)(?!是|天|的路)"
                r"|翻(?:了)?(?P<fold>[一两三四])?番"
            ),
            re.compile(rf"{_RANKED}(?:[、和]{_RANKED})*|首位"),
            rules["bound-before"],
            rules["bound-behind"],
            rules["rank-before"],
            rules["time-before"],
        )


def quantities(plain: str, span: Span, units: Units) -> list[Quantity]:
    """The quantities of one sentence, in text order; none lies in another. In time linear in the sentence."""
    found = sorted(
        [*_main(plain, span, units), *_fractions(plain, span, units), *_ranks(plain, span, units)],
        key=lambda q: (q.span.start, -q.span.end),
    )
    out: list[Quantity] = []
    for quantity in found:
        if not out or quantity.span.start >= out[-1].span.end or (quantity.listed and quantity.span == out[-1].span):
            out.append(quantity)
    return out


def _main(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    for match in units.main.finditer(plain, span.start, span.end):
        unit = match["unit"] or ""
        form = units.forms.get(unit, "bare")
        start = match.start("percent") if match["percent"] else match.start("num")
        text = match["num"] + (match["scale"] or "")
        bound, begin, end = _bound(plain, span, start, match.end(), units)
        if match["more"] or match["much"]:
            bound = "over"
        if not _sound(plain, span, match, form, begin, units):
            continue
        value = number(text)
        if match["percent"]:
            unit, form = "%", "share"
        if value is None:
            continue
        form = form if form in {"share", "times"} else "count" if form in {"count", "rare"} else "measure"
        before = _listed(match, text, unit, form, bound, begin, end) if match["others"] else []
        if before is None:
            continue
        yield from before
        joined = bool(before)
        ranged = joined and match["others"][-1] in "至到—~～-"
        yield Quantity(Span(start if joined else begin, end), value, unit, bound, form, "", joined, ranged)


def _bound(plain: str, span: Span, start: int, end: int, units: Units) -> tuple[str, int, int]:
    """The bound words around a number: exact, over, under or approx, and where they begin and end."""
    begin, bound = start, "exact"
    low = units.before.search(plain, max(span.start, start - 4), start)
    if low and not _is_word(plain, low.start(), start):
        begin, bound = low.start(), str(low.lastgroup)
    high = units.behind.match(plain[end : min(span.end, end + 4)])
    if high and plain[end : end + 2] not in {"多元", "多样", "多种", "多功", "多级", "多层", "多方", "多个"}:
        end += high.end()
        bound = str(high.lastgroup) if bound == "exact" else bound
    return bound, begin, end


_INSIDE = {"约": "节签预条合简制违履契邀集公特解", "近": "最附临靠远亲", "超": "赶反高"}


def _is_word(plain: str, at: int, start: int) -> bool:
    """Whether a bound word is only the tail of another word (签约48个), or 上/过/破 before digits (会上15位)."""
    word = plain[at:start]
    if word in {"上", "过", "破"}:
        return plain[start : start + 1] not in _BARE or plain[at - 1 : at] in {"以", "网", "线", "通", "超", "突"}
    return plain[at - 1 : at] in set(_INSIDE.get(word[:1], "")) if at else False


_NOT_BEHIND = {
    "人": "大民才均工机格文物为生行",
    "元": "旦素首年件宵",
    "个": "月方维层角阶环字体人性",
    "条": "线例件块",
    "件": "件",
    "次": "元数序生",
    "位": "置于居列",
    "家": "庭长",
    "场": "景地所合馆",
    "项": "目",
    "户": "籍型外",
    "种": "植子业养类",
    "类": "似",
    "本": "科地土级",
    "台": "账湾阶风",
    "只": "有要能",
    "张": "家",
    "篇": "章",
    "所": "有在以",
    "处": "理于置长",
    "例": "如外",
    "口": "岸",
    "枝": "",
    "里": "面",
    "度": "假",
}


def _sound(plain: str, span: Span, match: re.Match[str], form: str, begin: int, units: Units) -> bool:
    """Whether a number with its unit is one, not the inside of a word, an ordinal, a code or a vague count."""
    start = match.start("others")
    before = plain[start - 1 : start] if start > span.start else ""
    after = plain[match.end() : match.end() + 1] if match.end() < span.end else ""
    if before and (before in "第届.+×*/∶:_#-" or before in _VAGUE):
        return False
    if before.isascii() and before.isalpha() and form not in {"money", "share"}:
        return False
    if after and after in _NOT_BEHIND.get(match["unit"] or "", ""):
        return False
    if (match["unit"] or "").isascii() and after.isascii() and after.isalpha():
        return False
    arabic = match["num"][0].isdecimal()
    scaled = bool(match["scale"]) or (not arabic and match["num"][-1] in "万亿")
    if form == "bare":
        return arabic and bool(match["scale"]) and match["scale"][-1] in "万亿"
    if form == "time" and not units.timed.search(plain, max(span.start, begin - 12), begin):
        return False
    if match["unit"] == "度" and not scaled:
        return False
    return arabic or _sound_han(match, form, begin)


def _sound_han(match: re.Match[str], form: str, begin: int) -> bool:
    """A Chinese numeral counts from ten upwards; a bare 百/千/万 only with its bound (上百家, 千余名)."""
    if match["percent"] or form == "times":
        return True
    if form in {"rare", "time"} or match["others"]:
        return False
    if match["num"][0] in _BARE - {"十"} and not (match["more"] or match["much"] or begin < match.start("num")):
        return False
    value = han(match["num"])
    return value is not None and (value >= _SMALL or bool(match["scale"]))


_OTHER = re.compile(rf"(?P<num>{_NUM})(?P<scale>{_SCALE})?(?P<percent>%)?(?:余|多)?(?:{_JOIN})")


def _listed(
    match: re.Match[str], text: str, unit: str, form: str, bound: str, begin: int, end: int
) -> list[Quantity] | None:
    """The numbers that stand before a number and share its unit: 15、22个百分点. ``None`` where one is no number."""
    out = []
    for at, other in enumerate(_OTHER.finditer(match["others"])):
        scale = other["scale"] or ("" if other["percent"] else match["scale"] or "")
        value = number(other["num"] + scale)
        if value is None or (not other["num"][0].isdecimal() and not other["scale"]):
            return None
        first = match.start("others") + other.start("num")
        last = match.start("others") + other.end() - 1
        own, shape = ("%", "share") if other["percent"] else (unit, form)
        ranged = at > 0 and match["others"][other.start() - 1] in "至到—~～-"
        out.append(Quantity(Span(first, last), value, own, bound, shape, "", at > 0, ranged))
    return out


def _fractions(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    """四分之三, 六成, 一半 and 翻番, as percent."""
    for match in units.fraction.finditer(plain, span.start, span.end):
        value = _percent(match)
        if value is None:
            continue
        bound, begin, end = _bound(plain, span, match.start(), match.end(), units)
        form = "fold" if match.group().startswith("翻") else "share"
        yield Quantity(Span(begin, end), value, "%", bound, form)


def _percent(match: re.Match[str]) -> float | None:
    if match["den"]:
        whole, part = han(match["den"]), han(match["part"])
        return round(100 * part / whole, 1) if whole and part is not None and match["den"] != "百" else None
    if match["tenth"]:
        half = match["half"] or ""
        return 10.0 * (han(match["tenth"]) or 0) + (5 if half == "半" else (han(half) or 0 if half else 0))
    if match["one"]:
        return 50.0
    return 100.0 * (2 ** (han(match["fold"] or "一") or 1) - 1)


_PLACE = re.compile(rf"(?P<num>\d+|[{_HAN}]+)(?P<unit>位|名)?")


def _ranks(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    """Ranks behind a verb of rank or a field: 均居全国第2位, 全球第一, 分别居全省第3、第2、第5位, 位居全省首位."""
    for match in units.rank.finditer(plain, span.start, span.end):
        before = units.ranked.search(plain, max(span.start, match.start() - 22), match.start())
        after = plain[match.end() : match.end() + 1] if match.end() < span.end else ""
        whole = match.group()
        if before is None or not (whole[-1] in "位名" or after in {"", *"，。；、）的！"}):
            continue
        unit = "名" if whole.endswith("名") else "位"
        scope = before["scope"] or before["near"] or ""
        if whole == "首位":
            yield Quantity(Span(before.start(), match.end()), 1.0, unit, "exact", "rank", scope)
            continue
        for at, place in enumerate(_PLACE.finditer(whole)):
            value = number(place["num"])
            if value is not None:
                bound = "under" if whole[0] == "前" else "exact"
                yield Quantity(Span(before.start(), match.end()), value, unit, bound, "rank", scope, at > 0)
