"""The divisions of China in time: names to codes, parents, and the one place that is meant where a name is shared."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon.division import RANK, Division, division_of, newest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


__all__ = ["Division", "Gazetteer"]

_LATE = 2015  # a division that stood until then may still be meant in a text without a date
_FAR = 4  # the tier of another province


class Gazetteer:
    """All divisions. Made by ``load``; indexes are built at their first use."""

    def __init__(
        self, divisions: tuple[Division, ...], towns: Callable[[], Iterable[dict[str, str]]] | None = None
    ) -> None:
        self.divisions = divisions
        self._towns = towns

    @classmethod
    def load(
        cls, rows: Iterable[dict[str, str]], towns: Callable[[], Iterable[dict[str, str]]] | None = None
    ) -> Gazetteer:
        """From the rows of ``places.tsv``; ``towns`` gives those of ``townships.tsv`` when they are first asked for."""
        return cls(tuple(division_of(row) for row in rows), towns)

    @cached_property
    def _by_code(self) -> dict[str, list[Division]]:
        index: dict[str, list[Division]] = {}
        for one in self.divisions:
            index.setdefault(one.code, []).append(one)
        for rows in index.values():
            rows.sort(key=newest_first)
        return index

    @cached_property
    def _by_name(self) -> dict[str, list[Division]]:
        index: dict[str, list[Division]] = {}
        for one in self.divisions:
            for name in {one.name, one.short} - {""}:
                index.setdefault(name, []).append(one)
        for rows in index.values():
            rows.sort(key=newest_first)
        return index

    @cached_property
    def _by_town(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for row in self._towns() if self._towns else ():
            for name in row["names"].split(";"):
                index.setdefault(name, []).append(row["parent"])
        return index

    def by_code(self, code: str, year: int | None = None) -> Division | None:
        """The division of a code: the one that stood in ``year`` if any did, else the newest; None if unknown."""
        rows = self._by_code.get(code, [])
        standing = [one for one in rows if year is not None and one.stood(year)]
        return next(iter(standing or rows), None)

    def today(self, one: Division) -> Division:
        """The same division under the name it bears today, where it was only renamed and kept its code (襄樊市 is
        襄阳市); else itself.
        """
        renamed = not one.current and one.successors == (one.code,)
        return (self.by_code(one.code) or one) if renamed else one

    def former(self, code: str) -> tuple[Division, ...]:
        """The rows under which the division of a code stood before it was renamed to what it is called today."""
        rows = self._by_code.get(code, [])
        return tuple(one for one in rows if self.today(one) != one)

    def named(self, name: str, year: int | None = None) -> tuple[Division, ...]:
        """Divisions of a full or short name, current first, then newest; with ``year`` only those that stood in it."""
        rows = self._by_name.get(name, [])
        return tuple(one for one in rows if year is None or one.stood(year, during=True))

    def parent(self, division: Division, year: int | None = None) -> Division | None:
        """What it belongs to, under its name of ``year``; None for a province."""
        return self.by_code(division.parent, year) if division.parent else None

    def chain(self, division: Division, year: int | None = None) -> tuple[Division, ...]:
        """Province, prefecture if any, and itself."""
        above = self.parent(division, year)
        return (*self.chain(above, year), division) if above else (division,)

    def within(self, code: str, ancestor: str) -> bool:
        """Whether ``code`` is ``ancestor`` or lies in it."""
        found = self.by_code(code)
        return code == ancestor or bool(found and any(one.code == ancestor for one in self.chain(found)))

    def ambiguous(self, name: str, year: int | None = None) -> tuple[Division, ...]:
        """The candidates of a name that ``resolve`` chooses from, or () where there is no more than one."""
        found = self._candidates(name, year)
        return found if len(found) > 1 else ()

    def common(self, name: str) -> bool:
        """Whether the name is an ordinary word too, so that it needs a parent beside it to be a place."""
        rows = self._by_name.get(name, [])
        return any(one.common == 2 if one.name == name else one.common == 1 for one in rows)

    def names(self) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """(name, codes, whether it is only ever a short name), for a matcher; in the order of the table."""
        for name, rows in self._by_name.items():
            codes = tuple(dict.fromkeys(one.code for one in rows))
            yield name, codes, all(one.name != name for one in rows)

    def resolve(self, name: str, near: Sequence[str] = (), year: int | None = None) -> Division | None:
        """The one division meant by a name, or None where that stays open: it never guesses.

        ``near`` are codes, the nearest first (neighbours in the sentence, then home). One of them itself wins, then
        what lies right under or over one, then the same prefecture, then the same province; on a tie the earlier
        code. A short name that stays shared goes to its only division of the highest level (吉林 is the province,
        承德 the city).
        """
        found = self._candidates(name, year)
        if year is None and near and (late := self._late(name, near)):
            return late
        province = next((one for one in found if one.level == "province"), None)
        if province or len(found) < 2:
            return province or next(iter(found), None)
        for tier in range(4):
            for code in near:
                hits = [one for one in found if self._tier(one, code, year) == tier]
                if hits:
                    return _highest(hits, name)
        return _highest(found, name)

    def _late(self, name: str, near: Sequence[str]) -> Division | None:
        """Of an undated text: a division gone of late that is named beside its city, where all current ones lie
        in other provinces (重庆市江北区 beside 宁波市江北区).
        """
        rows = [one for one in self._by_name.get(name, ()) if one.name == name]
        gone = [one for one in rows if not one.current and (one.spans[-1][1] or 0) >= _LATE]
        here = [one for one in gone for code in near[:1] if self._tier(one, code, None) < _FAR]
        local = any(one.current and self._tier(one, code, None) < _FAR for one in rows for code in near)
        return here[0] if len(here) == 1 and not local else None

    def townships(self, name: str) -> tuple[Division, ...]:
        """The counties that have a township, town or street of this name; () if none."""
        codes = self._by_town.get(name, ())
        return tuple(one for one in map(self.by_code, codes) if one)

    def township_names(self) -> Iterable[str]:
        """All names of townships, for a matcher."""
        return self._by_town.keys()

    def _candidates(self, name: str, year: int | None) -> tuple[Division, ...]:
        """Full names before short ones; standing at the year's end, else in its course, else current, else newest."""
        rows = self._by_name.get(name, [])
        full = [one for one in rows if one.name == name]
        rows = full or rows
        if year is not None:
            for during in (False, True):
                if standing := tuple(one for one in rows if one.stood(year, during=during)):
                    return standing
        if current := tuple(one for one in rows if one.current):
            return current
        newest = max((one.spans[-1][1] or 0 for one in rows), default=0)
        return tuple(one for one in rows if one.spans[-1][1] == newest)

    def _tier(self, one: Division, code: str, year: int | None) -> int:
        """How near it is to a code: 0 the same, 1 right under or over it, 2 same prefecture, 3 same province, 4 not."""
        other = self.by_code(code, year)
        if one.code == code:
            return 0
        if not other:
            return 4
        mine, theirs = ([x.code for x in self.chain(x, year)] for x in (one, other))
        if one.parent == code or one.code in theirs:
            return 1
        if len(mine) > 1 and len(theirs) > 1 and mine[1] == theirs[1]:
            return 2
        return 3 if mine[0] == theirs[0] else 4


def _highest(found: Sequence[Division], name: str) -> Division | None:
    """The only one, or for a short name the only one of the highest level; else None."""
    if len(found) > 1 and all(one.name != name for one in found):
        top = min(RANK[one.level] for one in found)
        found = [one for one in found if RANK[one.level] == top]
    return found[0] if len(found) == 1 else None
