"""Whether an item of an enumeration is a project, and by which rule: what is known of the item against its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of an enumeration as a whole."""

    listed: bool  # 等三个项目 stands behind it
    called: bool  # its last item is called 项目 or 工程
    done: bool  # it is built, or said to be in hand
    shared: str  # 水电站 of 白鹿、青羊水电站 or 等三座水电站
    many: bool
    proper: bool  # some item holds a proper name
    strong: bool  # some item holds a name that the tables know
    headed: bool  # some item ends in a head word
    all_headed: bool  # of several, every one does


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one item; ``use`` is that of its head word, "" where it ends in none."""

    use: str
    sort: bool  # its head is one that needs no other cue: 机场, 水电站
    proper: bool  # it holds a proper name
    strong: bool  # it holds one that the tables know, or a quotation
    placed: bool  # the same without the quotation
    named: bool  # it holds one that the segmenter knows
    invested: bool  # 投资三亿元的 stands before it
    staged: bool  # its 工程 is done to a work: 柳家水厂一期工程
    numbered: bool  # it is counted: 10家省级中心
    aim: bool  # it is what a place wants to be: 世界级产业基地
    slogan: bool  # “十大工程”
    area: bool  # it ends like a place or a firm
    quoted: bool  # it opens with a quotation
    loose: bool  # nothing stands before it, and the row goes on behind it
    last: bool  # the row ends with it
    told: bool  # 与丹国合作的 stands before it

    @property
    def thing(self) -> bool:
        """Whether its head is a thing that is built."""
        return self.use in {"build", "park"}


_Test = Callable[[Case, Row], bool]


def _listed(case: Case, row: Row) -> bool:
    known = case.proper or (row.many and row.proper and bool(case.use))
    return row.listed and known and bool(case.use or row.many or case.placed)


def _called(case: Case, row: Row) -> bool:
    among = row.many and row.strong and bool(case.proper or case.use)
    return row.called and (case.placed or among or (case.proper and case.staged))


def _done(case: Case, row: Row) -> bool:
    among = row.many and row.strong and (case.thing or case.use == "work")
    named = case.named and (case.thing or case.use == "stage")
    return row.done and bool(case.use) and (case.placed or named or among)


def _named(case: Case, row: Row) -> bool:
    stage = case.use == "stage" and case.strong and case.last and not row.many
    return (case.placed and case.use == "build") or stage


_FIRST: tuple[tuple[str, float, _Test], ...] = (
    ("invested", 0.95, lambda case, _: case.invested and bool(case.use or case.proper)),
    ("listed", 0.9, _listed),
    ("called", 0.9, _called),
    ("told", 0.7, lambda case, row: row.called and row.done and case.told),
    ("quoted", 0.55, lambda case, row: row.called and case.strong and not case.slogan),
)
_THEN: tuple[tuple[str, float, _Test], ...] = (
    ("done", 0.75, lambda case, row: case.use == "park" and _done(case, row)),
    ("done", 0.85, _done),
    ("done", 0.7, lambda case, row: row.done and row.headed and case.loose and case.placed and not case.area),
    ("done", 0.7, lambda case, row: row.done and case.sort),
    ("named", 0.6, _named),
    ("quoted", 0.55, lambda case, _: case.use == "park" and case.quoted and not case.slogan),
)


def verdict(case: Case, row: Row) -> tuple[str, float] | None:
    """The first rule that makes a project of an item, with its confidence; None if none does."""
    kind = case.numbered or (case.use == "park" and case.aim)
    for rule, confidence, holds in _FIRST if kind else _FIRST + _THEN:
        if holds(case, row):
            return rule, confidence
    return None
