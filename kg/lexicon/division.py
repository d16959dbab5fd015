"""One division of China under one name: its code, level, parent and the years in which it stood."""

from __future__ import annotations

from dataclasses import dataclass

RANK = {"province": 0, "prefecture": 1, "county": 2}
FOREVER = 9999


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division under one of its names and the years in which it had it. ``parent`` is a code or "".

    ``spans`` are (first, last) years, ``last`` None while it stands.
    ``common``: 1 = its short name is an ordinary word too, 2 = its full name is: such a name needs a parent beside it.
    """

    code: str
    name: str
    short: str
    level: str
    parent: str
    spans: tuple[tuple[int, int | None], ...]
    successors: tuple[str, ...]
    common: int = 0

    @property
    def current(self) -> bool:
        """Whether it still stands."""
        return self.spans[-1][1] is None

    def stood(self, year: int, *, during: bool = False) -> bool:
        """Whether it stood at the end of the year, or with ``during`` at some time in it (also the year it ended)."""
        return any(first <= year <= (FOREVER if last is None else last + during) for first, last in self.spans)


def newest_first(one: Division) -> tuple[int, int, str, str]:
    """Sort key: current first, then by last year, then by level and code."""
    return -(one.spans[-1][1] or FOREVER), RANK[one.level], one.code, one.name


def division_of(row: dict[str, str]) -> Division:
    """One row of ``places.tsv``."""
    spans = []
    for span in row["spans"].split(","):
        first, _, last = span.partition("-")
        spans.append((int(first), int(last) if last else None))
    after = tuple(row["successors"].split(";")) if row["successors"] else ()
    common = int(row["common"] or 0)
    return Division(row["code"], row["name"], row["short"], row["level"], row["parent"], tuple(spans), after, common)
