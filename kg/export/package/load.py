"""``load.sql``: the tables into DuckDB with their types, for its reader of CSV guesses (001 would become 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.export.package.files import File

_TYPES: Final = {Type.TEXT: "VARCHAR", Type.TIME: "VARCHAR", Type.WHOLE: "BIGINT", Type.NUMBER: "DOUBLE"}


def load(files: Iterable[File]) -> bytes:
    """The bytes of the file; run it in the folder of the package: ``duckdb zhengtu.duckdb < load.sql``."""
    parts = ["-- In the folder of this package: duckdb zhengtu.duckdb < load.sql\n"]
    for file in files:
        if file.table is not None:
            columns = ",\n".join(f'  "{column.name}" {_TYPES[column.type]}' for column in file.table.columns)
            parts.append(f'\nCREATE TABLE "{file.table.name}" (\n{columns}\n);\n')
            parts.append(
                f"COPY \"{file.table.name}\" FROM '{file.path}' (FORMAT csv, HEADER, QUOTE '\"', ESCAPE '\"');\n"
            )
    return "".join(parts).encode()
