"""A table as CSV that readers do not guess wrong: texts stand in quotes, numbers do not, what is not told is empty.

Polars takes a quoted value for text whatever it looks like, and LibreOffice can be told to; that and the schema beside
the file keep 001 from becoming 1. UTF-8 with a mark, as spreadsheets need it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.csv_tables import guard
from kg.export.markup import utf8

if TYPE_CHECKING:
    from kg.model.table import Cell, Table


def typed_csv(table: Table) -> bytes:
    """The bytes of ``NAME.csv``."""
    lines = [",".join(table.header), *(",".join(map(_cell, row)) for row in table.rows)]
    return utf8("\ufeff" + "".join(f"{line}\r\n" for line in lines))


def _cell(value: Cell) -> str:
    """One cell.

    >>> _cell("001"), _cell(1), _cell(0.5), _cell(None)
    ('"001"', '1', '0.5', '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return repr(value)
    doubled = guard(value).replace('"', '""')
    return f'"{doubled}"'
