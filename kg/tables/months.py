"""Months as whole numbers (years × 12 + month − 1), and what a time at the precision of its words says of them.

A time is EDTF level 0 (``2021``, ``2021-11``, ``2021-11-09``) or a closed interval of two such (``2021/2022``).
``2018`` is any month of that year: what begins then has certainly begun in December, and possibly in January.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

_MONTHS = 12
_DAY = 10


class Bounds(NamedTuple):
    """The first and the last month that a time may be."""

    first: int
    last: int


def bounds(time: str) -> Bounds | None:
    """The months that a time covers; None where it is empty or no such time.

    >>> bounds("2018"), bounds("2018-03"), bounds("去年")
    (Bounds(first=24216, last=24227), Bounds(first=24218, last=24218), None)
    """
    first, _, last = time.partition("/")
    start, end = _one(first), _one(last or first)
    return Bounds(start.first, end.last) if start and end and start.first <= end.last else None


def month(number: int) -> str:
    """A month in ISO.

    >>> month(24218)
    '2018-03'
    """
    return f"{number // _MONTHS:04d}-{number % _MONTHS + 1:02d}"


def year(number: int) -> str:
    """The year of a month."""
    return f"{number // _MONTHS:04d}"


def days(earlier: str, later: str) -> int | None:
    """Days from one date to another; None unless both are known to the day.

    >>> days("2018-02-28", "2018-03-01"), days("2018-02", "2018-03-01")
    (1, None)
    """
    both = [_day(value) for value in (earlier, later)]
    return (both[1] - both[0]).days if both[0] and both[1] else None


def compatible(one: str, other: str) -> bool:
    """Whether two times may be the same at the precision of the coarser; a time that is not told agrees with any.

    >>> compatible("2018", "2018-03"), compatible("2018-03", "2018-04"), compatible("", "2018")
    (True, False, True)
    """
    return one.startswith(other) or other.startswith(one)


def _one(time: str) -> Bounds | None:
    parts = time.split("-")
    lengths = [len(part) for part in parts]
    if lengths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    start = int(parts[0]) * _MONTHS
    if len(parts) == 1:
        return Bounds(start, start + _MONTHS - 1)
    at = start + int(parts[1]) - 1
    return Bounds(at, at) if 1 <= int(parts[1]) <= _MONTHS else None


def _day(time: str) -> date | None:
    if len(time) != _DAY or _one(time) is None:
        return None
    year_, month_, day_ = (int(part) for part in time.split("-"))
    return date(year_, month_, day_) if 1 <= day_ <= monthrange(year_, month_)[1] else None
