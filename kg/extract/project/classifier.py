"""Whether an item of an enumeration is a project, and by which rule: what is known of the item against its row.

Every rule asks for a head word, for 投资三亿元的 before the item or 等三个项目 behind its row: clauses without any of
these are not even taken apart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.project.features import AskedCase as Case
    from kg.extract.project.features import AskedRow as Row


_Test = Callable[["Case", "Row"], bool]
_THINGS = frozenset({"build", "park"})  # heads that are things which are built


def _listed(case: Case, row: Row) -> bool:
    if not row.listed:
        return False
    known = case.proper or (row.many and row.proper and bool(case.use))
    return known and bool(case.use or row.many or case.placed)


def _called(case: Case, row: Row) -> bool:
    if not row.called:
        return False
    among = row.many and row.strong and bool(case.proper or case.use)
    return case.placed or among or (case.proper and case.staged)


def _done(case: Case, row: Row) -> bool:
    if not row.done or not case.use:
        return False
    thing = case.use in _THINGS
    among = (thing or case.use == "work") and row.many and row.strong
    return case.placed or among or ((thing or case.use == "stage") and case.named)


def _named(case: Case, row: Row) -> bool:
    stage = case.use == "stage" and case.last and not row.many and case.strong
    return (case.use == "build" and case.placed) or stage


_FIRST: tuple[tuple[str, float, _Test], ...] = (
    ("invested", 0.95, lambda case, _: case.invested and bool(case.use or case.proper)),
    ("listed", 0.9, _listed),
    ("called", 0.9, _called),
    ("told", 0.7, lambda case, row: row.called and row.done and case.stated),
    ("lies", 0.8, lambda _, row: row.called and row.lies),
    ("quoted", 0.55, lambda case, row: row.called and case.strong and not case.slogan),
)
_THEN: tuple[tuple[str, float, _Test], ...] = (
    ("done", 0.75, lambda case, row: case.use == "park" and _done(case, row)),
    ("done", 0.85, _done),
    ("done", 0.7, lambda case, row: row.done and row.headed and case.loose and case.placed and not case.area),
    ("done", 0.7, lambda case, row: row.done and case.generic),
    ("named", 0.6, _named),
    ("quoted", 0.55, lambda case, _: case.use == "park" and case.quoted and not case.slogan),
)


def verdict(case: Case, row: Row) -> tuple[str, float] | None:
    """The first rule that makes a project of an item, with its confidence; None if none does."""
    for rules in (_FIRST, _THEN):
        found = next(((rule, confidence) for rule, confidence, holds in rules if holds(case, row)), None)
        if found:
            return None if rules is _THEN and _sort(case) else found
    return None


def _sort(case: Case) -> bool:
    """Whether it is said to be one of a kind (一处、一批), or to become one, and is no single project."""
    return case.numbered or (case.use == "park" and case.aim)
