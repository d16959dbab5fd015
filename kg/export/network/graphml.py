"""The network as GraphML: every node and edge with all attributes; no control characters, which XML forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.markup import escape
from kg.export.network.filled import Filled, one_each
from kg.export.network.graph_to_network import network

if TYPE_CHECKING:
    from kg.model.graph import Graph

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_TYPES = {str: "string", int: "long", float: "double"}


def graphml(graph: Graph) -> bytes:
    """The bytes of ``graph.graphml``."""
    return write_graphml(network(graph)).encode()


def write_graphml(net: Any) -> str:
    """GraphML of a network whose attributes each have one type."""
    node_data, edge_data = Filled('<data key="n_{0}">{1}</data>'), Filled('<data key="e_{0}">{1}</data>')
    lines = [_HEAD, *_keys("node", net.nodes(data=True)), *_keys("edge", ((s, d) for s, _, d in net.edges(data=True)))]
    lines.append('<graph edgedefault="directed">\n')
    for node, attributes in net.nodes(data=True):
        lines.append(f'<node id="{escape(node)}">{node_data.of(attributes)}</node>\n')
    for source, target, key, attributes in net.edges(keys=True, data=True):
        ends = f'source="{escape(source)}" target="{escape(target)}"'
        lines.append(f'<edge id="{escape(key)}" {ends}>{edge_data.of(attributes)}</edge>\n')
    return "".join([*lines, "</graph>\n</graphml>\n"])


def _keys(domain: str, rows: Any) -> list[str]:
    types = {name: _TYPES[type(value)] for name, value in one_each(rows)}
    made = '<key id="{0}_{1}" for="{2}" attr.name="{1}" attr.type="{3}"/>\n'
    return [made.format(domain[0], name, domain, kind) for name, kind in sorted(types.items())]
