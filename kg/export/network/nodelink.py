"""The network as node-link JSON, as ``networkx.node_link_graph(data, edges="edges")`` reads it. Lossless."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.export.markup import utf8
from kg.export.network.graph_to_network import network

if TYPE_CHECKING:
    from kg.model.graph import Graph


def nodelink(graph: Graph) -> bytes:
    """The bytes of ``graph.json``: UTF-8, Chinese as it is, one node or edge a line."""
    return write_nodelink(network(graph))


def write_nodelink(net: Any) -> bytes:
    """The same of a network."""
    nodes = ",\n".join(_line({"id": node, **data}) for node, data in net.nodes(data=True))
    edges = ",\n".join(
        _line({**data, "source": source, "target": target, "key": key})
        for source, target, key, data in net.edges(keys=True, data=True)
    )
    head = '{"directed": true, "multigraph": true, "graph": {},\n'
    return utf8(f'{head}"nodes": [\n{nodes}\n],\n"edges": [\n{edges}\n]}}\n')


_line = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
