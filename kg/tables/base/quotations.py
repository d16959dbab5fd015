"""``quotations``: who is quoted or reported as saying what, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type
from kg.tables.evidence import EVIDENCE, told_in

if TYPE_CHECKING:
    from kg.tables.index import Index

_COLUMNS: Final = (
    Column("number", Type.WHOLE, "Number of the row.", "序号"),
    Column("speaker_key", Type.TEXT, "Key of the speaker.", "发言者的键"),
    Column("speaker", Type.TEXT, "Name of the speaker.", "发言者"),
    Column("words", Type.TEXT, "The words.", "言论"),
    Column("said_at_key", Type.TEXT, "Key of the event where it was said.", "场合的键"),
    Column("said_at", Type.TEXT, "Its name.", "场合"),
)


def quotations(index: Index) -> Table:
    """The table."""
    rows = []
    for number, one in enumerate(index.graph.quotes, 1):
        where = (one.said_at or None, index.name(one.said_at) or None)
        who = (number, one.speaker, index.name(one.speaker), " ".join(one.text.split()))
        rows.append((*who, *where, *told_in(index, [one.evidence])))
    columns = (*_COLUMNS, *EVIDENCE)
    return Table("quotations", "One row for each quotation.", "言论：一条一行", columns, tuple(rows), ("number",))
