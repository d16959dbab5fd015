"""The day of an article, as its masthead writes it, in ISO at the precision of the words."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from kg.ingest.rules import Rules

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


def date_in(text: str, at: int, rules: Rules) -> tuple[str, Span] | None:
    """The first date of a line and its span; ``at`` is the line's offset. Impossible dates are none.

    >>> from kg.ingest.rules import Rules
    >>> from kg.lexicon import Lexicon
    >>> date_in("2022年04月27日15：14 |", 0, Rules(Lexicon()))
    ('2022-04-27', Span(start=0, end=11))
    >>> date_in("二〇二六年一月二十七日", 0, Rules(Lexicon()))[0]
    '2026-01-27'
    """
    for name in ("date-day", "date-han", "date-digits", "date-month"):
        match = rules.of(name).search(text)
        if match:
            parts = match.groupdict()
            iso = _iso(_number(parts["year"]), _number(parts["month"]), _number(parts.get("day") or ""))
            return (iso, Span(at + match.start(), at + match.end())) if iso else None
    return None


def _iso(year: int, month: int, day: int) -> str:
    if not (1900 <= year <= 2099 and 1 <= month <= 12):
        return ""
    if not day:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else ""


def _number(text: str) -> int:
    if not text or text.isdecimal():
        return int(text or 0)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.get(tens, 99) if tens else 1) * 10 + (_DIGITS.get(ones, 99) if ones else 0)
    value = 0
    for char in text:
        value = value * 10 + _DIGITS.get(char, 99)
    return value
