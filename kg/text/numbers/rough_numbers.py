"""Numbers that are more than their digits: two side by side (两三, 四五十), ranges (10-15亿元), signs (负3.9%)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern
from kg.model import Span
from kg.text.numbers.quantity import Quantity
from kg.text.numerals import han

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_PAIR: Final = compiled(
    r"(?P<head>(?:[一二三四五六七八九]?[百千万])?[一二三四五六七八九]?十?)"
    r"(?P<pair>一两|两三|三五|一二|二三|三四|四五|五六|六七|七八|八九)(?P<scale>[十百千万亿]*)"
)
_COINS: Final = compiled(r"(?P<tenth>[一二三四五六七八九1-9])角(?:(?P<hundredth>[一二三四五六七八九1-9])分)?")
_DIGITS: Final = {char: at for at, char in enumerate("〇一二三四五六七八九")}
TO: Final = frozenset({"至", "到", "-", "—", "~", "～", "——", "--"})
_FROM: Final = ("从", "由", "自", "从原来的", "由原来的")
_OPEN: Final = ("不等", "之间")
_WIDEST: Final = 100  # times its lower end
_BURDENS: Final = "抱背肩担自欠胜"  # 背负30万元债务 has no sign


def side_by_side(text: str) -> tuple[int, int] | None:
    """The least and the most of two digits side by side, or ``None`` for a plain number.

    >>> [side_by_side(text) for text in ("两三", "四五十", "十七八", "二〇二三", "十二")]
    [(2, 3), (40, 50), (17, 18), None, None]
    """
    match = _PAIR.fullmatch(text)
    if match is None or (match["head"] and match["head"][-1] not in "十百千万"):
        return None
    head, scale = match["head"], match["scale"]
    if head.endswith("十") and scale:
        return None
    low, high = (han(f"{head}{digit}{scale}") for digit in match["pair"])
    return None if low is None or high is None or low >= high else (low, high)


def coins(plain: str, at: int) -> tuple[float, int]:
    """The 角 and 分 behind a sum in 元, in 元, and how many characters they take: 七角五分 → 0.75.

    >>> coins("七角五分", 0), coins("整", 0)
    ((0.75, 4), (0.0, 0))
    """
    match = _COINS.match(plain, at)
    if match is None:
        return 0.0, 0
    tenth, hundredth = (_digit(match[name]) for name in ("tenth", "hundredth"))
    return tenth / 10 + hundredth / 100, match.end() - match.start()


def small_change(plain: str, span: Span) -> Iterator[Quantity]:
    """Sums of 角 and 分 without 元, in 元: 每度电补助三角五分."""
    for match in pattern("figure", "small-change").finditer(plain, span.start, span.end):
        value, length = coins(plain, match.start())
        yield Quantity(Span(match.start(), match.start() + length), value, "元", "exact", "measure")


def _digit(text: str | None) -> int:
    return 0 if not text else _DIGITS[text] if text in _DIGITS else int(text)


def is_negative(plain: str, span: Span, at: int, fall: re.Pattern[str], *, share: bool) -> bool:
    """Whether a sign stands right before the number at an offset: 增长-4.1%, 负3.9%.

    A hyphen between a name and an amount (某项目-50万吨) is none: before what is no share stands what ``told`` finds.
    """
    sign, before = plain[at - 1 : at], plain[max(span.start, at - 6) : max(span.start, at - 1)]
    if at - 1 < span.start:
        return False
    if sign == "负":
        return not before.endswith(tuple(_BURDENS))
    if sign != "-" or (before[-1:].isascii() and before[-1:] not in {"", " ", "("}):
        return False
    return share or fall.search(before) is not None


def with_ranges(plain: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Quantities in text order, of which two that a mark of range joins are one: 20元至30元, 从3万到5万元不等.

    What goes from one value to another (由65.6%到76.5%) stays two.
    """
    items = list(found)
    joined = [_is_range(plain, one, other) for one, other in pairwise(items)]
    skip = False
    for at, item in enumerate(items):
        if skip:
            skip = False
        elif at < len(joined) and joined[at]:
            yield between(item, items[at + 1])
            skip = True
        else:
            yield item


def between(one: Quantity, other: Quantity) -> Quantity:
    """The range from one quantity to another as one quantity: its value is the middle."""
    low, high = sorted((one.value, other.value))
    return replace(
        other,
        span=Span(one.span.start, other.span.end),
        value=middle(low, high),
        bound="approx",
        listed=one.listed,
        lowest=low,
        highest=high,
    )


def may_span(low: float, high: float) -> bool:
    """Whether two values may be the ends of a range: they rise, and not from a code to a number (0551-62345678)."""
    return low < high and (low <= 0 or high <= _WIDEST * low)


def middle(low: float, high: float) -> float:
    """Half way between two values, without the dust of binary fractions."""
    return round((low + high) / 2, 6)


def is_open(plain: str, span: Span, start: int, end: int, join: str) -> bool:
    """Whether two numbers that a mark joins are the ends of a range, and not a change from one to the other."""
    if join.strip() not in TO:
        return False
    changes = join.strip() in {"到", "至"} and plain.endswith(_FROM, span.start, start)
    return not changes or plain.startswith(_OPEN, end)


def _is_range(plain: str, one: Quantity, other: Quantity) -> bool:
    alike = (one.unit, one.form, one.lowest, other.lowest) == (other.unit, other.form, None, None)
    if not alike or one.form == "rank" or one.bound != "exact" or not may_span(one.value, other.value):
        return False
    join = plain[one.span.end : other.span.start]
    return len(join) <= 2 and is_open(plain, Span(0, len(plain)), one.span.start, other.span.end, join)
