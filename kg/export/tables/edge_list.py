"""A table of edges as GraphML: nodes are its ends, every other column an attribute of its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.export.network.graphml import write_graphml
from kg.model.table import Type

if TYPE_CHECKING:
    from kg.model.table import Cell, Column, Table

_ENDS: Final = ("from_key", "from_name", "to_key", "to_name")
_EMPTY: Final[dict[Type, str | int | float]] = {Type.TEXT: "", Type.TIME: "", Type.WHOLE: 0, Type.NUMBER: 0.0}


def edge_graph(table: Table) -> Any:
    """A ``networkx.MultiDiGraph``. Raises ``UsageError`` for a table that is no list of edges."""
    import networkx as nx

    if not set(_ENDS) <= set(table.header):
        raise UsageError(table.name, "this table is no list of edges", "Take ties or citations")
    made = nx.MultiDiGraph()
    rows = table.dicts()
    for row in rows:
        for key, name in (("from_key", "from_name"), ("to_key", "to_name")):
            made.add_node(row[key], label=str(row[name]), kind=str(row[key]).partition("/")[0])
    for number, row in enumerate(rows, 1):
        told = {column.name: _told(column, row[column.name]) for column in table.columns if column.name not in _ENDS}
        made.add_edge(row["from_key"], row["to_key"], key=f"{table.name}-{number}", **told)
    return made


def edge_graphml(table: Table) -> bytes:
    """The bytes of ``NAME.graphml``; what is not told is empty or 0, for an attribute has one type throughout."""
    return write_graphml(edge_graph(table)).encode()


def _told(column: Column, value: Cell) -> str | int | float:
    return _EMPTY[column.type] if value is None else value
