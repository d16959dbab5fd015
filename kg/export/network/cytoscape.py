"""The network as Cytoscape JSON (``.cyjs``), for Cytoscape and cytoscape.js. Lossless."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.network.graph_to_network import network

if TYPE_CHECKING:
    from kg.model.graph import Graph


def cytoscape(graph: Graph) -> bytes:
    """The bytes of the file: ``elements`` with ``nodes`` and ``edges``, each with ``data``."""
    net = network(graph)
    nodes = [{"data": {"id": node, "name": data["label"], **data}} for node, data in net.nodes(data=True)]
    edges = [
        {"data": {"id": key, "source": source, "target": target, **data}}
        for source, target, key, data in net.edges(keys=True, data=True)
    ]
    whole = {"format_version": "1.0", "data": {"name": "zhengtu"}, "elements": {"nodes": nodes, "edges": edges}}
    return utf8(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
