"""Quantities: every number of a stretch of text with its unit, in base units, with its bound.

886.4亿元 · 18万余条 · 近5000万人次 · 三成以上 · 四分之三 · 翻一番 · 第2位 · 15、22个百分点
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.text.numbers.quantity import Quantity
from kg.text.numbers.rough_numbers import (
    TO,
    between,
    coins,
    is_negative,
    is_open,
    may_span,
    middle,
    side_by_side,
    small_change,
    with_ranges,
)
from kg.text.numbers.shares_and_ranks import bounds, fractions, ranks
from kg.text.numerals import han, number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.units import Units

_BARE = frozenset("百千万亿")
_SMALL = 10
_MEETINGS = role_words("figurewords", "sitting")


def quantities(plain: str, span: Span, units: Units) -> list[Quantity]:
    """The quantities of one sentence, in text order; none lies in another. In time linear in the sentence."""
    found = [*_main(plain, span, units), *fractions(plain, span, units), *ranks(plain, span, units)]
    found += small_change(plain, span)
    out: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if not out or quantity.span.start >= out[-1].span.end or (quantity.listed and quantity.span == out[-1].span):
            out.append(quantity)
    return list(with_ranges(plain, out))


def _main(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    for match in units.main.finditer(plain, span.start, span.end):
        kind = units.kinds.get(match["base"] or "", "bare")
        start = match.start("num")
        bound, begin, end = bounds(plain, span, Span(start, match.end()), units)
        minus = is_negative(plain, span, match.start("others"), units.rules["signed"], share=kind == "share")
        pair = side_by_side(match["num"])
        value = number(match["num"] + (match["scale"] or ""))
        if value is None or not _sound(plain, span, match, kind, begin, units, signed=minus or pair is not None):
            continue
        unit, form, more, length = _unit(plain, match, kind)
        bound = "over" if match["more"] or match["much"] else bound
        sign = -1 if minus and match.start("others") == start else 1
        item = Quantity(Span(begin - (sign < 0), end + length), round(sign * (value + more), 9), unit, bound, form)
        others = list(_others(match, item, units, minus=minus))
        yield from _listed(plain, span, match, others, _paired(item, pair, match["scale"] or ""))


def _unit(plain: str, match: re.Match[str], kind: str) -> tuple[str, str, float, int]:
    """The unit and form of a number, and the 角 and 分 behind it with their length."""
    if kind == "bare" and plain[match.end() : match.end() + 1] not in "，。；、）左以":
        return "人", "count", 0.0, 0
    more, length = coins(plain, match.end()) if match["unit"] == "元" and not match["scale"] else (0.0, 0)
    return match["unit"] or "", _form(kind), more, length


def _paired(item: Quantity, pair: tuple[int, int] | None, scale: str) -> Quantity:
    """A quantity whose number is two digits side by side, as the range that it means: 两三个, 四五十户."""
    if pair is None:
        return item
    low, high = (number(f"{end}{scale}") or 0.0 for end in pair)
    return Quantity(item.span, middle(low, high), item.unit, "approx", item.form, "", False, low, high)


def _listed(
    plain: str, span: Span, match: re.Match[str], others: list[tuple[Quantity, str]], last: Quantity
) -> Iterator[Quantity]:
    """The quantities of a match; the last two of them are a range where such a mark stands between them."""
    if not others:
        yield last
        return
    before, join = others[-1]
    ranged = (before.unit, before.form) == (last.unit, last.form) and may_span(before.value, last.value)
    last = Quantity(Span(match.start("num"), last.span.end), last.value, last.unit, last.bound, last.form, "", True)
    if ranged and is_open(plain, span, before.span.start, match.end(), join):
        yield from (other for other, _ in others[:-1])
        yield between(before, last)
    else:
        yield from (other for other, _ in others)
        yield last


def _form(kind: str) -> str:
    if kind in {"share", "times", "time"}:
        return kind
    return "count" if kind in {"count", "rare"} else "measure"


def _sound(plain: str, span: Span, match: re.Match[str], kind: str, begin: int, units: Units, *, signed: bool) -> bool:
    """Whether a number with its unit is one, not the inside of a word, an ordinal, a code or a vague count.

    ``signed``: a sign stands before it, or it is two digits side by side, which makes small numerals sound too.
    """
    start, unit = match.start("others"), match["unit"] or ""
    left = plain[start - 1 : start] if start > span.start else ""
    right = plain[match.end() : match.end() + 1] if match.end() < span.end else ""
    arabic = match["num"][0].isdecimal()
    if left and left in ("第.+×*/∶:_#-" if arabic else "第届数几好若") and not (left == "-" and signed):
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
    if not arabic and (signed or coins(plain, match.end())[1]):
        return kind != "time"
    return arabic or _sound_han(match, kind, begin)


def _sound_han(match: re.Match[str], kind: str, begin: int) -> bool:
    """A Chinese numeral counts from ten upwards; a bare 百/千/万 only with its bound (上百家, 千余名)."""
    if kind == "times":
        return True
    if kind in {"rare", "time"} or (match["others"] and not _spelled_range(match)):
        return False
    if match["num"][0] in _BARE and not (match["more"] or match["much"] or begin < match.start("num")):
        return False
    value = han(match["num"])
    return value is not None and (value >= _SMALL or bool(match["scale"]))


def _spelled_range(match: re.Match[str]) -> bool:
    """Whether a range of Chinese numerals from ten upwards ends with the number: 四十至|六十."""
    others = match["others"]
    low, high = han(others[:-1]) if others[-1:] in TO else None, han(match["num"])
    return low is not None and high is not None and _SMALL <= low < high


def _others(match: re.Match[str], last: Quantity, units: Units, *, minus: bool) -> Iterator[tuple[Quantity, str]]:
    """The numbers that stand before a number and share its unit, and what joins each to the next: 15、22个百分点;
    10至20万亩. ``minus``: a sign stands before the first.
    """
    shift, first, scale = match.start("others"), True, match["scale"] or ""
    for other in units.other.finditer(match["others"]):
        value = number(other["num"] + (other["scale"] or ("" if other["percent"] else scale)))
        spelled = other["num"][0].isdecimal() or other["scale"] or _spelled_range(match)
        if value is None or not spelled:
            continue
        if scale and value > last.value and not other["percent"] and not other["scale"]:
            value = number(other["num"]) or value  # 5000-1万人
        unit, form = ("%", "share") if other["percent"] else (last.unit, last.form)
        span = Span(shift + other.start("num") - (first and minus), shift + other.start("join"))
        yield Quantity(span, -value if first and minus else value, unit, last.bound, form, "", not first), other["join"]
        first = False
