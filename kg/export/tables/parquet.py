"""The network as two Parquet tables, nodes and edges. Needs the optional package ``pyarrow``. Lossless."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from kg.errors import OutputError
from kg.export.network.graph_to_network import network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model.graph import Article, Graph

_NODE_TEXTS: Final = ("id", "label", "label_en", "kind", "classes", "adcode", "aliases")
_EDGE_TEXTS: Final = ("id", "source", "target", "relation", "label", "label_en", "evidence", "document", "file")
_EDGE_TIMES: Final = ("date", "role", "status", "start", "end")
NODES: Final[Mapping[str, type]] = {**dict.fromkeys(_NODE_TEXTS, str), "mentions": int, "articles": int}
"""The columns of the nodes, with the type of their values."""
EDGES: Final[Mapping[str, type]] = {
    **dict.fromkeys((*_EDGE_TEXTS, *_EDGE_TIMES), str),
    "begin_index": int,
    "end_index": int,
    "rule": str,
    "confidence": float,
}
"""The columns of the edges."""

ARTICLES: Final[Mapping[str, type]] = {
    **dict.fromkeys(("id", "source", "title", "date", "publisher", "home", "encoding", "sha256"), str),
    "characters": int,
    "text": str,
}
"""The columns of the articles: what each says of itself, and its text where that stands nowhere else."""


def parquet(graph: Graph) -> dict[str, bytes]:
    """File names to bytes: nodes.parquet, edges.parquet. Raises ``OutputError`` where pyarrow is not installed."""
    net = network(graph)
    nodes = [{"id": node, **data} for node, data in net.nodes(data=True)]
    edges = [{"id": k, "source": s, "target": o, **data} for s, o, k, data in net.edges(keys=True, data=True)]
    return {"nodes.parquet": table(nodes, NODES), "edges.parquet": table(edges, EDGES)}


def table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, type]) -> bytes:
    """One Parquet file, which may have no rows. Raises ``OutputError`` where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet as files
    except ImportError as error:
        cure = "Install it with: pip install pyarrow"
        raise OutputError("parquet", "this export needs the package pyarrow, which is not installed", cure) from error
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
    out = io.BytesIO()
    files.write_table(pyarrow.Table.from_pylist(list(rows), schema), out)
    return out.getvalue()


def articles(graph: Graph) -> list[dict[str, Any]]:
    """The rows of the articles, in their order."""
    return [_article(article) for article in graph.articles]


def _article(article: Article) -> dict[str, Any]:
    document = article.document
    return {
        "id": document.id,
        "source": document.source,
        "title": document.masthead.title or "",
        "date": document.masthead.date or "",
        "publisher": article.publisher,
        "home": article.home,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "characters": len(document.text),
        "text": document.text if document.extracted else "",
    }
