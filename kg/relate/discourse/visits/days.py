"""Days and months told beside a visit, and whether two of them can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.text.time_expressions import times

if TYPE_CHECKING:
    from kg.relate.discourse.scene import Scene
    from kg.text.time_expressions import Time

_DAYS = frozenset({"day", "days", "day-han", "spot", "month", "months"})


def days_in(scene: Scene, start: int, end: int) -> list[Time]:
    """The days and months told in a stretch of text."""
    told = scene.doc.layer(times)
    return [t for t in told if start <= t.span.start and t.span.end <= end and t.rule in _DAYS]


def day_in(scene: Scene, start: int, end: int) -> str:
    """The last day told in a stretch of text, as ``told_day`` has it, else ""."""
    days = days_in(scene, start, end)
    return told_day(days[-1].value, scene.plain[days[-1].span.start : days[-1].span.end]) if days else ""


def told_day(value: str, words: str) -> str:
    """The day of an expression for comparing within one article: its value, else month and day in a year 0000.

    >>> told_day("", "11月6日"), told_day("2024-11-06", "11月6日"), told_day("", "近日")
    ('0000-11-06', '2024-11-06', '')
    """
    month, _, rest = words.partition("月")
    day = rest.partition("日")[0]
    month = month[-2:] if month[-2:].isdecimal() else month[-1:]
    one = month.isdecimal() and day.isdecimal() and len(rest) <= len(day) + 1  # 6日至8日 is no day
    known = one and not value
    return f"0000-{int(month):02}-{int(day):02}" if known else value


def apart(one: str, other: str) -> bool:
    """Whether two times of EDTF cannot be one: 2024-03-05 and 2024-04; what is open may be any.

    >>> apart("2024-03-05", "2024-03"), apart("2024-09-08/2024-09-10", "2024-09-09"), apart("2024-03-05", "2024-03-06")
    (False, False, True)
    """
    if not one or not other:
        return False
    (a, _, b), (c, _, d) = one.partition("/"), other.partition("/")
    return (b or a) + "~" < c or (d or c) + "~" < a
