"""Expressions of time, at the precision of their words, resolved against the article's date or left open.

去年11月8日 in an article of 2022 is ``2021-11-08``; 上半年 of an article without a date stays ``""``. Values are EDTF:
a day, a month, a year, or two of them with ``/`` between. Nothing is guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.lexicon.regex import compiled
from kg.lexicon.shipped import table
from kg.model import Role, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument

    _Hit = tuple[int, int, re.Match[str]]  # where a rule matches, which one, and the match

_SHIFT, _DAYS = (
    {row["word"]: int(row["shift"]) for row in table("timewords") if row["unit"] == unit} for unit in ("year", "day")
)
_BEFORE = frozenset({"上年", "上年度", "上一年", "上一年度"})  # the year before the one that is spoken of
_STATED = compiled("(?:19|20)[0-9]{2}(?=年)")
_QUARTERS = {f"{lead}{name}季度": (3 * at + 1, 3 * at + 3) for at, name in enumerate("一二三四") for lead in ("", "第")}
_PARTS = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9)} | _QUARTERS
_PLANS = {
    f"{name}五": f"{2001 + 5 * at}/{2005 + 5 * at}"
    for at, name in enumerate(("十", "十一", "十二", "十三", "十四", "十五"))
}
_HAN = {char: at for at, char in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


class Time(Struct, frozen=True, order=True, gc=False):
    """One expression: its span, its EDTF value ("" where it stays open), and the rule that read it."""

    span: Span
    value: str
    rule: str


def times(doc: AnnotatedDocument) -> tuple[Time, ...]:
    """Every expression of time in the blocks that carry the story, in text order, without overlaps."""
    reader = _Reader(doc.document.masthead.date or "", stated_year(doc.document.masthead.title or ""))
    headings = {block.span for block in doc.document.blocks if block.role is Role.HEADING}
    rules, starts = doc.lexicon.patterns("time"), [span.start for span in doc.spans]
    hits: defaultdict[int, list[_Hit]] = defaultdict(list)
    for order, rule in enumerate(rules):
        for match in rule.over(doc.plain, doc.spans):
            hits[bisect_right(starts, match.start())].append((match.start(), order, match))
    found: list[Time] = []
    for block in sorted(hits):
        span = doc.spans[block - 1]
        reader.under(doc.plain[span.start : span.end] if span in headings else "")
        found += reader.read(hits[block], rules)
    return tuple(found)


def stated_year(title: str) -> int | None:
    """The year that a title or heading speaks of, where it is one alone: 2021年国民经济和社会发展统计公报.

    >>> stated_year("某县2021年统计公报"), stated_year("2025年预算执行情况和2026年预算草案")
    (2021, None)
    """
    years = {int(year) for year in _STATED.findall(title)}
    return years.pop() if len(years) == 1 else None


class _Reader:
    """Resolves expressions one after the other: a year that one names holds for those after it in the same block, that
    of a heading for the blocks under it, that of the title for the whole article.
    """

    def __init__(self, published: str, titled: int | None) -> None:
        self.published, self.titled = published, titled
        self.now = int(published[:4]) if published else None
        self.year: int | None = None

    def under(self, heading: str) -> None:
        """What stands under a heading speaks of the heading's year, if it names one."""
        self.titled = stated_year(heading) or self.titled

    def read(self, hits: list[_Hit], rules: tuple[Pattern, ...]) -> Iterator[Time]:
        """The expressions of one block. Of several that overlap the first counts, of equal starts the first rule."""
        self.year, end = None, 0
        for start, order, match in sorted(hits, key=lambda hit: hit[:2]):
            if start >= end:
                end = match.end()
                yield Time(Span(start, end), self._value(match), rules[order].name)

    def _value(self, match: re.Match[str]) -> str:
        parts = {name: text for name, text in match.groupdict().items() if text}
        if "plan" in parts:
            return _PLANS[parts["plan"]]
        if "spot" in parts:
            return self._spot(parts["spot"])
        if "loose" in parts:
            return ""
        if "back" in parts:
            return self._back(parts["back"])
        year = self._year(parts.get("year", ""), edge="edge" in parts)
        if year is None:
            return ""
        if "until" in parts:
            return f"{year}/{parts['until'][:4]}"
        if "first" in parts:
            return f"{year}-01/{year}-{_number(parts['first'].replace('两', '二')):02}"
        if "since" in parts:
            return f"{year}-01/{self.published}" if self.published else ""
        if "part" in parts:
            first, last = _PARTS[parts["part"]]
            return f"{year}-{first:02}/{year}-{last:02}"
        if "edge" in parts:
            if parts["edge"] in {"年末", "末"}:  # what statistics tell of the end of a year they tell of the year
                return str(year)
            return f"{year}-{'01' if parts['edge'] in {'年初', '岁首', '初'} else '12'}"
        return self._dated(year, parts) if "month" in parts else str(year)

    def _year(self, word: str, *, edge: bool) -> int | None:
        """The year that a word names, or the one that holds here; an explicit one is remembered. In an article without
        a date the end of last year (``edge``) is that of the year before the one spoken of.
        """
        if not word:
            return self.year or self.titled or self.now
        if word in _BEFORE or (edge and self.now is None and _SHIFT.get(word) == -1):
            base = self.year or self.titled or self.now
            return None if base is None else base - 1
        if word in _SHIFT:
            found = None if self.now is None else self.now + _SHIFT[word]
        elif word[0].isdigit() or word[0] in _HAN:
            digits = "".join(str(_HAN.get(char, char)) for char in word[:4])
            found = int(digits) if digits.isdigit() else None
        else:  # 同年, 当年
            found = self.year
        self.year = found or self.year
        return found

    def _spot(self, word: str) -> str:
        if len(self.published) != len("2022-04-27"):
            return self.published if _DAYS[word] == 0 else ""
        return (date.fromisoformat(self.published) + timedelta(days=_DAYS[word])).isoformat()

    def _back(self, word: str) -> str:
        """A quarter or month counted back from the article's day: 上一季度 of March 2022 ends in December 2021."""
        if len(self.published) < len("2022-04"):
            return ""
        months = 12 * int(self.published[:4]) + int(self.published[5:7]) - 1
        if "月" in word:
            year, month = divmod(months - ("上" in word), 12)
            return f"{year}-{month + 1:02}"
        year, quarter = divmod(months // 3 - ("上" in word), 4)
        return f"{year}-{3 * quarter + 1:02}/{year}-{3 * quarter + 3:02}"

    def _dated(self, year: int, parts: dict[str, str]) -> str:
        """A day, a month, or a range of them, which may go over New Year; "" where no calendar has it."""
        month, day = _number(parts["month"]), _number(parts.get("day", ""))
        month2, day2 = _number(parts.get("month2", "")), _number(parts.get("day2", ""))
        later = year + (0 < month2 < month)
        if "year2" in parts:
            later = int(parts["year2"][:4]) if parts["year2"][0].isdigit() else year + 1
        elif later > year and "year" not in parts and _iso(year, month, day) > (self.published or "9"):
            year, later = year - 1, year  # 12月28日至1月3日 told in January
        first = _iso(year, month, day)
        last = _iso(later, month2 or month, day2) if month2 or day2 else ""
        if not first or ((month2 or day2) and not last):
            return ""
        return f"{first}/{last}" if last else first


def _iso(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return ""
    if not day:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else ""


def _number(text: str) -> int:
    """Digits, or Chinese numerals up to 31."""
    if not text or text.isdecimal():
        return int(text or 0)
    tens, ten, ones = text.partition("十")
    return (_HAN.get(tens, 1) * 10 if ten else _HAN.get(tens, 0)) + _HAN.get(ones, 0)
