"""The steps of one theme from place to place: waves, who was first, and along which line it came."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.tables.months import bounds, days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.tables.diffusion.adoption import Adoption
    from kg.tables.index import Index

DIRECTIONS: Final = (
    ("first", "最先（含并列）"),
    ("down", "自上而下：上级地方在先"),
    ("up", "自下而上：下级地方在先"),
    ("across", "横向：先行者非其上下级"),
)
_GAP: Final = 2
"""Years without a word of it that end a wave, as in ``kg.merge.waves``."""
_YEAR: Final = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One place in one wave: all that is told of it, the first first; what it came after; "" and None: not known."""

    place: str
    wave: int | None
    date: str
    dated: bool
    last: str
    adoptions: tuple[Adoption, ...]
    position: int | None = None
    days: int | None = None
    direction: str = ""
    after: str = ""


def spread(index: Index, adoptions: list[Adoption]) -> tuple[Step, ...]:
    """The steps of one theme, wave by wave in time; those without a date at the end, in no wave."""
    starts = _waves({int(one.date[:_YEAR]) for one in adoptions if bounds(one.date)})
    groups: dict[tuple[int | None, str], list[Adoption]] = defaultdict(list)
    for one in adoptions:
        year = int(one.date[:_YEAR]) if bounds(one.date) else None
        wave = max(start for start in starts if start <= year) if year is not None else None
        groups[wave, one.place].append(one)
    waves: dict[int | None, list[Step]] = defaultdict(list)
    for (wave, place), those in groups.items():
        waves[wave].append(_step(wave, place, those))
    order = sorted(waves, key=lambda wave: (wave is None, wave or 0))
    return tuple(step for wave in order for step in _ordered(index, wave, waves[wave]))


def _waves(years: set[int]) -> list[int]:
    """The first years of the waves."""
    return [year for year in sorted(years) if not any(year - gap in years for gap in range(1, _GAP))]


def _step(wave: int | None, place: str, adoptions: list[Adoption]) -> Step:
    those = sorted(adoptions, key=lambda one: (_begin(one.date), not one.stated, one.evidence))
    ends = max((one.date for one in those), key=lambda date: (*(bounds(date) or (0, 0))[1:], date), default="")
    return Step(place, wave, those[0].date, those[0].stated, ends, tuple(those))


def _begin(date: str) -> str:
    """Sorts times by the first day that they may be, a coarser time behind the days of its first month's first."""
    return f"{date}-00-00"[:10] if date else "9"


def _ordered(index: Index, wave: int | None, steps: Iterable[Step]) -> list[Step]:
    rows = sorted(steps, key=lambda step: (_begin(step.date), step.place))
    if wave is None:
        return rows
    dates = [row.date for row in rows]
    return [_placed(index, row, rows, dates) for row in rows]


def _placed(index: Index, step: Step, rows: list[Step], dates: list[str]) -> Step:
    """The same step with its position, the days since the first, and what it came after."""
    earlier = [row for row in rows if _before(row.date, step.date)]
    position = 1 + len(earlier)
    direction, after = _line(index, step.place, earlier)
    return replace(step, position=position, days=days(dates[0], step.date), direction=direction, after=after)


def _before(one: str, other: str) -> bool:
    """Whether a time lies certainly before another: in months, or in days where both are known to the day."""
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return False
    between = days(one[:10], other[:10])
    return between > 0 if between is not None else first.last < second.first


def _line(index: Index, place: str, earlier: list[Step]) -> tuple[str, str]:
    """Down from the nearest place above that was earlier, else up from the last one inside it, else across."""
    if not earlier:
        return "first", ""
    places = [row.place for row in earlier]
    above = next((up for up in index.up(place) if up in places), "")
    if above:
        return "down", above
    inside = [one for one in places if place in index.up(one)]
    return ("up", inside[-1]) if inside else ("across", places[-1])
