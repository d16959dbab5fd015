"""Quantities: every number of a stretch of text with its unit, in base units, with its bound.

886.4亿元 · 18万余条 · 近5000万人次 · 三成以上 · 四分之三 · 翻一番 · 第2位 · 15、22个百分点
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span
from kg.text.numerals import han, number
from kg.text.occurrences import holds_any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.units import Units

_BARE = frozenset("百千万亿")
_RANGE = frozenset("至到—~～-")
_SMALL = 10
_MEETINGS = ("全会", "全体", "会议", "党代", "代表", "常委", "常务")
_COMPOUND = frozenset({"多元", "多样", "多种", "多功", "多级", "多层", "多方", "多个", "多年"})


class Quantity(Struct, frozen=True, order=True, gc=False):
    """A number in the text. ``span`` holds its bound words too; ``form`` is ``count`` (a measure word whose noun may
    follow), ``measure``, ``time`` (a duration), ``share`` (%), ``times``, ``fold`` (翻番) or ``rank``.

    ``scope`` is the field of a rank (全省). ``listed``: it stands in one list with the quantity before it (15、22个).
    """

    span: Span
    value: float
    unit: str
    bound: str
    form: str
    scope: str = ""
    listed: bool = False


def quantities(plain: str, span: Span, units: Units) -> list[Quantity]:
    """The quantities of one sentence, in text order; none lies in another. In time linear in the sentence."""
    found = [*_main(plain, span, units), *_fractions(plain, span, units), *_ranks(plain, span, units)]
    out: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if not out or quantity.span.start >= out[-1].span.end or (quantity.listed and quantity.span == out[-1].span):
            out.append(quantity)
    return out


def _main(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    for match in units.main.finditer(plain, span.start, span.end):
        unit, kind = match["unit"] or "", units.kinds.get(match["base"] or "", "bare")
        start = match.start("num")
        bound, begin, end = _bound(plain, span, Span(start, match.end()), units)
        value = number(match["num"] + (match["scale"] or ""))
        if value is None or not _sound(plain, span, match, kind, begin, units):
            continue
        bound = "over" if match["more"] or match["much"] else bound
        form = _form(kind)
        if kind == "bare" and plain[match.end() : match.end() + 1] not in "，。；、）左以":
            unit, form = "人", "count"
        others = list(_others(match, unit, form, bound, units))
        yield from others
        yield Quantity(Span(start if others else begin, end), value, unit, bound, form, "", bool(others))


def _form(kind: str) -> str:
    if kind in {"share", "times", "time"}:
        return kind
    return "count" if kind in {"count", "rare"} else "measure"


def _bound(plain: str, span: Span, core: Span, units: Units) -> tuple[str, int, int]:
    """The bound words around a number: exact, over, under or approx, and where they begin and end."""
    begin, end, bound = core.start, core.end, "exact"
    low = units.rules["bound-before"].search(plain, max(span.start, begin - 4), begin)
    if low and not _is_word(plain, span, low.start(), core.start, units):
        begin, bound = low.start(), str(low.lastgroup)
    high = units.rules["bound-behind"].match(plain[end : min(span.end, end + 4)])
    if high and plain[end : end + 2] not in _COMPOUND:
        end += high.end()
        bound = str(high.lastgroup) if bound == "exact" else bound
    return bound, begin, end


def _is_word(plain: str, span: Span, at: int, start: int, units: Units) -> bool:
    """Whether a bound word is only the tail of another word (签约48个), or 上/过/破 before digits (会上15位)."""
    word = plain[at:start]
    if word in {"上", "过", "破"} and plain[start : start + 1] not in _BARE:
        return True
    return bool(units.rules["bound-word"].search(plain, max(span.start, at - 1), start)) and word != "突破"


def _sound(plain: str, span: Span, match: re.Match[str], kind: str, begin: int, units: Units) -> bool:
    """Whether a number with its unit is one, not the inside of a word, an ordinal, a code or a vague count."""
    start, unit = match.start("others"), match["unit"] or ""
    left = plain[start - 1 : start] if start > span.start else ""
    right = plain[match.end() : match.end() + 1] if match.end() < span.end else ""
    arabic = match["num"][0].isdecimal()
    if left and left in ("第.+×*/∶:_#-" if arabic else "第届数几好若"):
        return False
    if left.isascii() and left.isalpha() and kind not in {"money", "share"}:
        return False
    if right and (right in units.longer.get(unit, "") or (unit[-1:].isascii() and right.isascii() and right.isalpha())):
        return False
    if kind == "time" and not units.rules["time-before"].search(plain, max(span.start, begin - 12), begin):
        return False
    if kind == "bare":
        return arabic and (match["scale"] or "")[-1:] in {"万", "亿"}
    if unit == "度" and not match["scale"]:
        return False
    if unit == "次" and not arabic and plain.startswith(_MEETINGS, match.end()):
        return False
    return arabic or _sound_han(match, kind, begin)


def _sound_han(match: re.Match[str], kind: str, begin: int) -> bool:
    """A Chinese numeral counts from ten upwards; a bare 百/千/万 only with its bound (上百家, 千余名)."""
    if kind == "times":
        return True
    if kind in {"rare", "time"} or match["others"]:
        return False
    if match["num"][0] in _BARE and not (match["more"] or match["much"] or begin < match.start("num")):
        return False
    value = han(match["num"])
    return value is not None and (value >= _SMALL or bool(match["scale"]))


def _others(match: re.Match[str], unit: str, form: str, bound: str, units: Units) -> Iterator[Quantity]:
    """The numbers that stand before a number and share its unit: 15、22个百分点; 10至20万亩."""
    shift, first = match.start("others"), True
    for other in units.other.finditer(match["others"]):
        scale = other["scale"] or ("" if other["percent"] else match["scale"] or "")
        value = number(other["num"] + scale)
        if value is None or not (other["num"][0].isdecimal() or other["scale"]):
            continue
        own, shape = ("%", "share") if other["percent"] else (unit, form)
        yield Quantity(
            Span(shift + other.start("num"), shift + other.end() - 1), value, own, bound, shape, "", not first
        )
        first = False


def _fractions(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    """四分之三, 六成, 一半 and 翻番, as percent."""
    if not holds_any(plain, span, units.parts):
        return
    for match in units.fraction.finditer(plain, span.start, span.end):
        value = _percent(match)
        if value is not None:
            bound, begin, end = _bound(plain, span, Span(match.start(), match.end()), units)
            yield Quantity(Span(begin, end), value, "%", bound, "fold" if plain[match.start()] == "翻" else "share")


def _percent(match: re.Match[str]) -> float | None:
    if match["cent"]:
        return number(match["cent"])
    if match["den"]:
        whole, part = han(match["den"]), han(match["part"])
        return round(100 * part / whole, 1) if whole and part is not None else None
    if match["top"]:
        return round(100 * int(match["top"]) / int(match["bottom"]), 1) if int(match["bottom"]) else None
    if match["tenth"]:
        half = 5 if match["half"] == "半" else han(match["half"] or "") or 0
        return 10.0 * (number(match["tenth"]) or 0) + half
    return 50.0 if match["one"] else 100.0 * (2 ** (han(match["fold"] or "一") or 1) - 1)


def _ranks(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    """Ranks behind a verb of rank or a field: 居全国第2位, 全球第一, 居全省第3、第2、第5位, 居全省首位, 居全省前3位."""
    for match in units.rank.finditer(plain, span.start, span.end):
        before = units.rules["rank-before"].search(plain, max(span.start, match.start() - 22), match.start())
        after = plain[match.end() : match.end() + 1] if match.end() < span.end else ""
        whole = match.group()
        if before is None or not (whole[-1] in "位名" or after in {"", *"，。；、）的！"}):
            continue
        unit, scope = ("名" if whole[-1] == "名" else "位"), before["scope"] or before["near"] or ""
        bound = "under" if whole[0] == "前" else "exact"
        found = [number(place["num"]) for place in units.place.finditer(whole)] if whole != "首位" else [1.0]
        for at, value in enumerate(v for v in found if v is not None):
            yield Quantity(Span(before.start(), match.end()), value, unit, bound, "rank", scope, at > 0)
