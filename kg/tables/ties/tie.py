"""One tie: two ends, a weight, the dates between which it is told, and the sentences that tell it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.model.table import Cell, Column, Table, Type
from kg.tables.evidence import EVIDENCE, first, sentence, told_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.facts import Evidence
    from kg.tables.index import Index

TIES: Final = (
    ("co_career", "同事：同时在同一省、地、机构、部门任职"),
    ("succession", "前后任"),
    ("superior", "上下级"),
    ("co_appearance", "共同出席"),
    ("co_signing", "联合发文、签约、合作"),
)
SCOPES: Final = (
    ("department", "同部门"),
    ("body", "同机构"),
    ("units", "机构首长与所属部门首长"),
    ("place", "同地"),
    ("province", "同省"),
    ("event", "同一活动"),
    ("document", "同一文件"),
    ("agreement", "签约"),
    ("cooperation", "合作"),
)
_COLUMNS: Final = (
    Column("tie", Type.TEXT, "The kind of tie.", "关系类型", TIES),
    Column("from_key", Type.TEXT, "Key of the one end; of a directed tie the predecessor or superior.", "甲方的键"),
    Column("from_name", Type.TEXT, "Its name.", "甲方"),
    Column("to_key", Type.TEXT, "Key of the other end.", "乙方的键"),
    Column("to_name", Type.TEXT, "Its name.", "乙方"),
    Column("directed", Type.WHOLE, "1: from leads to to; 0: the order is that of the keys.", "是否有向"),
    Column("weight", Type.NUMBER, "How strong: see the description of the table.", "权重"),
    Column("first_date", Type.TIME, "First date at which the tie is told.", "最早日期"),
    Column("last_date", Type.TIME, "Last date at which it is told.", "最晚日期"),
    Column("scope", Type.TEXT, "The closest that they share, or that joins them.", "范围", SCOPES),
    Column("months_department", Type.WHOLE, "co_career: months certainly together in one department.", "同部门月数"),
    Column("months_body", Type.WHOLE, "co_career: months certainly in one body, not one department.", "同机构月数"),
    Column("months_place", Type.WHOLE, "co_career: months certainly in one place, not one body.", "同地月数"),
    Column("months_province", Type.WHOLE, "co_career: months certainly in one province, not one place.", "同省月数"),
    Column("months_possible", Type.WHOLE, "co_career: months that may have been together besides.", "可能月数"),
    Column("through", Type.TEXT, "What joins them: names of posts, events or documents, with | between.", "经由"),
    *EVIDENCE,
    Column("other_article", Type.TEXT, "Where the second end is told, if elsewhere.", "另一方所引文章"),
    Column("other_begin", Type.WHOLE, "Where its sentence begins.", "另一方句子起点"),
    Column("other_end", Type.WHOLE, "Where it ends, exclusive.", "另一方句子终点"),
    Column("other_sentence", Type.TEXT, "That sentence.", "另一方原句"),
)
_ABOUT: Final = (
    "One row for each kind of tie between two persons or organs. Weight: co_career, months together, each times 4 in "
    "one department, 3 in one body, 2 in one place, 1 in one province; co_appearance, co_signing, occasions; others, 1 "
    "for each pair of posts."
)


@dataclass(frozen=True, slots=True)
class Tie:
    """``months``: of co_career: department, body, place, province, possible. ``other``: evidence of the second end."""

    kind: str
    source: str
    target: str
    directed: bool
    weight: float
    dates: tuple[str, ...]
    scope: str
    through: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    other: tuple[Evidence, ...] = ()
    months: tuple[int, ...] = field(default=())


def table(index: Index, ties: Iterable[Tie]) -> Table:
    """All ties as one table, by kind and ends."""
    order = [kind for kind, _ in TIES]
    rows = sorted(ties, key=lambda t: (order.index(t.kind), t.source, t.target, t.scope, t.through))
    chinese = "关系：两人或两机构的一种关系为一行"
    key = ("tie", "from_key", "to_key", "scope", "through")
    return Table("ties", _ABOUT, chinese, _COLUMNS, tuple(_row(index, tie) for tie in rows), key)


def _row(index: Index, tie: Tie) -> tuple[Cell, ...]:
    dates = [date for date in tie.dates if date]
    months = tie.months or (None,) * 5
    ends = (tie.source, index.name(tie.source), tie.target, index.name(tie.target))
    what = (int(tie.directed), float(tie.weight), min(dates, default=None), max(dates, default=None), tie.scope)
    return (
        tie.kind,
        *ends,
        *what,
        *months,
        " | ".join(tie.through),
        *told_in(index, tie.evidence),
        *_second(index, tie),
    )


def _second(index: Index, tie: Tie) -> tuple[Cell, ...]:
    stated = [why for why in tie.other if index.in_text(why)]
    if not stated:
        return (None, None, None, None)
    why = first(index, stated)
    return (f"article/{why.document}", why.span.start, why.span.end, sentence(index, why))
