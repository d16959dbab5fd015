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


def apart(one: str, other: str) -> bool:
    """Whether two times of EDTF cannot be one: 2024-03-05 and 2024-04; what is open may be any.

    >>> apart("2024-03-05", "2024-03"), apart("2024-09-08/2024-09-10", "2024-09-09"), apart("2024-03-05", "2024-03-06")
    (False, False, True)
    """
    if not one or not other:
        return False
    (a, _, b), (c, _, d) = one.partition("/"), other.partition("/")
    return (b or a) + "~" < c or (d or c) + "~" < a
