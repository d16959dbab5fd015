"""A table as Parquet, with the types of its columns. Needs the optional package ``pyarrow``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.tables.parquet import table as parquet_table
from kg.model.table import Type

if TYPE_CHECKING:
    from kg.model.table import Table

_TYPES: Final = {Type.TEXT: str, Type.TIME: str, Type.WHOLE: int, Type.NUMBER: float}


def columnar(table: Table) -> bytes:
    """The bytes of ``NAME.parquet``. Raises ``OutputError`` where pyarrow is not installed."""
    return parquet_table(table.dicts(), {column.name: _TYPES[column.type] for column in table.columns})
