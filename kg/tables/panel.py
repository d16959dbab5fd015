"""``career_years`` and ``career_months``: official × year or month × post, as far as the texts carry.

A period is ``certain`` where the post was certainly held in some part of it, ``possible`` where the precision of the
words allows it (2018 as a month of 2018) and between two articles that attest it where no begin and no end is told. A
spell without an end reaches as far as the last article that attests it, and no further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Cell, Column, Table, Type
from kg.tables.careers import PLACE, placed
from kg.tables.evidence import EVIDENCE, told_in
from kg.tables.months import bounds, month, year
from kg.tables.spells import spells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.tables.index import Index
    from kg.tables.spells import Spell

_HELD: Final = (
    ("certain", "确定"),
    ("possible", "可能"),
)
_BASIS: Final = (
    ("told", "文中载明起止"),
    ("attested", "文章当时称其在任"),
    ("between", "介于已知的时点之间"),
)


def career_years(index: Index) -> Table:
    """One row for each official, year and post."""
    return _panel(index, "year", "年份", year)


def career_months(index: Index) -> Table:
    """One row for each official, month and post."""
    return _panel(index, "month", "月份", month)


def known(spell: Spell) -> dict[int, tuple[bool, str]]:
    """Each month in which a spell may have been held: whether it certainly was, and how that is known.

    >>> from kg.model import Evidence, Span
    >>> from kg.tables.spells import Spell
    >>> why = Evidence("1", Span(0, 1), "r", 1.0)
    >>> sorted(known(Spell("p", "t", "o", "2018-11", "2019-01", ("former",), (), "", (why,), why)).values())
    [(True, 'told'), (True, 'told'), (True, 'told')]
    """
    if spell.proposed:
        return {}
    start, end = bounds(spell.start), bounds(spell.end)
    seen = [found for found in map(bounds, spell.attested) if found]
    points = [b for b in (start, end, *seen) if b]
    if not points:
        return {}
    sure: dict[int, tuple[bool, str]] = {}
    low = start or min(points)
    high = end or max(points, key=lambda b: b.last)
    for at in range(low.first, high.last + 1):
        inside = bool(start or end) and low.last <= at <= high.first
        how = "told" if start and end else "between"
        sure[at] = inside, how
    for point in seen:
        if point.first == point.last:
            sure[point.first] = True, "told" if start and end else "attested"
    return sure


def _panel(index: Index, unit: str, chinese: str, period_of: Callable[[int], str]) -> Table:
    about = f"A {unit} in which the post was held, or may have been."
    columns = (
        Column("person_key", Type.TEXT, "Key of the person: who is who.", "人物的键"),
        Column("person", Type.TEXT, "Name of the person.", "姓名"),
        Column(unit, Type.TIME, about, chinese),
        Column("spell", Type.WHOLE, "Number of the spell in the table careers.", "履历序号"),
        Column("post", Type.TEXT, "Title of the post, without its organ.", "职务"),
        *PLACE,
        Column("held", Type.TEXT, "Whether the texts make it certain.", "是否确定", _HELD),
        Column("basis", Type.TEXT, "How it is known.", "依据", _BASIS),
        *EVIDENCE,
    )
    rows = tuple(_rows(index, period_of))
    english = f"One row for each official, {unit} and post."
    return Table(f"career_{unit}s", english, f"任职面板：一人一职一{chinese[0]}为一行", columns, rows, _key(unit))


def _key(unit: str) -> tuple[str, ...]:
    return ("person_key", unit, "spell")


def _rows(index: Index, period_of: Callable[[int], str]) -> Iterator[tuple[Cell, ...]]:
    numbers = dict[str, int]()
    for spell in spells(index):
        numbers[spell.person] = number = numbers.get(spell.person, 0) + 1
        periods: dict[str, tuple[bool, str]] = {}
        for at, (sure, how) in sorted(known(spell).items()):
            before = periods.get(period_of(at))
            periods[period_of(at)] = _better(before, (sure, how)) if before else (sure, how)
        periods = _whole(spell, period_of, periods)
        common = placed(index, spell.of), told_in(index, spell.evidence, spell.main)
        for period, (sure, how) in sorted(periods.items()):
            held = "certain" if sure else "possible"
            who = (spell.person, index.name(spell.person), period, number, spell.title)
            yield (*who, *common[0], held, how, *common[1])


def _better(one: tuple[bool, str], other: tuple[bool, str]) -> tuple[bool, str]:
    """Of what two months say of their year the surer; what an article attests before what lies between."""
    return max((one, other), key=lambda found: (found[0], found[1] == "told", found[1] == "attested"))


def _whole(
    spell: Spell, period_of: Callable[[int], str], periods: dict[str, tuple[bool, str]]
) -> dict[str, tuple[bool, str]]:
    """A begin, an end or an attestation that lies wholly in one period makes that period certain."""
    times = [(spell.start, "told"), (spell.end, "told"), *((day, "attested") for day in spell.attested)]
    for time, how in times:
        found = bounds(time)
        if found and not spell.proposed and period_of(found.first) == period_of(found.last):
            period = period_of(found.first)
            periods[period] = _better(periods[period], (True, how)) if period in periods else (True, how)
    return periods
