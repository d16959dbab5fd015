"""A table as a pandas data frame, with the types of its columns. Needs the optional package ``pandas``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.model.table import Type

if TYPE_CHECKING:
    from kg.model.table import Table

_TYPES: Final[dict[Type, Any]] = {Type.TEXT: "string", Type.TIME: "string", Type.WHOLE: "Int64", Type.NUMBER: "float64"}


def frame(table: Table) -> Any:
    """A ``pandas.DataFrame``. Raises ``UsageError`` where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        cure = "Install it with: pip install 'zhengtu[pandas]'"
        raise UsageError("to_pandas", "this needs the package pandas, which is not installed", cure) from error
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    return pandas.DataFrame(
        {
            column.name: pandas.array(list(values), dtype=_TYPES[column.type])
            for column, values in zip(table.columns, columns, strict=True)
        }
    )
