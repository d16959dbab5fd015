"""A table as CSV: texts stand in quotes, numbers do not, what is not told is empty.

No id is a number in disguise (an article is ``article/001``, and stays so in readers that guess); codes of divisions
and years are: for them stands the schema beside the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.tables.csv_tables import guard

if TYPE_CHECKING:
    from kg.model.table import Cell, Table


def typed_csv(table: Table, *, mark: bool = True) -> bytes:
    """The bytes of ``NAME.csv``; with a ``mark`` (U+FEFF) at the beginning, without which Excel sees no Chinese."""
    lines = [",".join(table.header), *(",".join(map(_cell, row)) for row in table.rows)]
    return utf8(("\ufeff" if mark else "") + "".join(f"{line}\r\n" for line in lines))


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
