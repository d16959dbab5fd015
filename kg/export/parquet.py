"""The network as two Parquet tables, nodes and edges. Needs the optional package ``pyarrow``. Lossless."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from kg.errors import OutputError
from kg.export.network import network

if TYPE_CHECKING:
    from kg.model.graph import Graph


def parquet(graph: Graph) -> dict[str, bytes]:
    """File names to bytes: nodes.parquet, edges.parquet. Raises ``OutputError`` where pyarrow is not installed."""
    net = network(graph)
    nodes = [{"id": node, **data} for node, data in net.nodes(data=True)]
    edges = [{"id": k, "source": s, "target": o, **data} for s, o, k, data in net.edges(keys=True, data=True)]
    return {"nodes.parquet": _table(nodes), "edges.parquet": _table(edges)}


def _table(rows: list[dict[str, Any]]) -> bytes:
    try:
        import pyarrow
        from pyarrow import parquet as files
    except ImportError as error:
        cure = "Install it with: pip install pyarrow"
        raise OutputError("parquet", "this export needs the package pyarrow, which is not installed", cure) from error
    out = io.BytesIO()
    files.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()
