"""``dates``: when a campaign, an event or a project was, began or ended, as sentences tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type
from kg.tables.evidence import EVIDENCE, told_in

if TYPE_CHECKING:
    from kg.tables.index import Index

_TERMS: Final = (("at", "时间"), ("began", "开始"), ("ended", "结束"))
_COLUMNS: Final = (
    Column("number", Type.WHOLE, "Number of the row.", "序号"),
    Column("key", Type.TEXT, "Key of what is dated.", "键"),
    Column("name", Type.TEXT, "Its name.", "名称"),
    Column("term", Type.TEXT, "What the time is of it.", "含义", _TERMS),
    Column("time", Type.TIME, "The time; empty where the article has no date to resolve it against.", "时间"),
    Column("words", Type.TEXT, "The words of the text.", "原文"),
)


def dates(index: Index) -> Table:
    """The table."""
    rows = []
    for number, one in enumerate(index.graph.moments, 1):
        what = (number, one.subject, index.name(one.subject), one.term, one.value or None, one.words)
        rows.append((*what, *told_in(index, [one.evidence])))
    columns = (*_COLUMNS, *EVIDENCE)
    return Table(
        "dates", "One row for each time that a sentence tells.", "时间：一条一行", columns, tuple(rows), ("number",)
    )
