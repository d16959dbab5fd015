"""The network for Neo4j: CSV for ``neo4j-admin database import`` and the same as a Cypher script. Line breaks in cells
become spaces (parallel readers stop at them), control characters are left out, and what a spreadsheet would run has an
apostrophe in front; otherwise lossless for the network.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from kg.export.markup import clean, utf8
from kg.export.network.graph_to_network import network
from kg.export.tables.csv_tables import guard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.graph import Graph

_TYPES = {str: "", int: ":long", float: ":double"}
_BREAKS = {ord(char): " " for char in "\r\n\u2028\u2029\x0b\x0c\x85"} | {0: None}
_QUOTED = {ord("\\"): "\\\\", ord("'"): "\\'"}


def neo4j(graph: Graph) -> dict[str, bytes]:
    """File names to bytes: nodes.csv, relationships.csv (import headers) and graph.cypher."""
    net = network(graph)
    nodes = list(net.nodes(data=True))
    edges = list(net.edges(keys=True, data=True))
    return {
        "nodes.csv": _nodes(nodes),
        "relationships.csv": _relationships(edges),
        "graph.cypher": utf8("".join([*_create_nodes(nodes), *_create_edges(edges)])),
    }


def _nodes(nodes: list[Any]) -> bytes:
    names = sorted(nodes[0][1]) if nodes else []
    header = ["key:ID", *(name + _TYPES[type(nodes[0][1][name])] for name in names), ":LABEL"]
    return _csv(header, ([node, *(data[n] for n in names), _labels(data)] for node, data in nodes))


def _relationships(edges: list[Any]) -> bytes:
    names = sorted(edges[0][3]) if edges else []
    header = [":START_ID", ":END_ID", "key", *(name + _TYPES[type(edges[0][3][name])] for name in names), ":TYPE"]
    return _csv(header, ([s, o, key, *(data[n] for n in names), data["relation"]] for s, o, key, data in edges))


def _csv(header: list[str], rows: Iterable[list[Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[guard(_flat(cell)) for cell in row] for row in rows])
    return utf8(out.getvalue())


def _flat(cell: Any) -> Any:
    return clean(cell.translate(_BREAKS)) if isinstance(cell, str) else cell


def _labels(data: dict[str, Any]) -> str:
    base = ["Post"] if data["kind"] == "Post" else ["Entity", data["kind"]]
    return ";".join([*base, *data["classes"].split()])


def _create_nodes(nodes: list[Any]) -> list[str]:
    made = ["CREATE CONSTRAINT zhengtu_key IF NOT EXISTS FOR (n:Node) REQUIRE n.key IS UNIQUE;\n"]
    for node, data in nodes:
        labels = ":".join(["Node", *_labels(data).split(";")])
        made.append(f"CREATE (:{labels} {{{_map({'key': node, **data})}}});\n")
    return made


def _create_edges(edges: list[Any]) -> list[str]:
    return [
        f"MATCH (a:Node {{key: {_value(source)}}}), (b:Node {{key: {_value(target)}}}) "
        f"CREATE (a)-[:{data['relation']} {{{_map({'key': key, **data})}}}]->(b);\n"
        for source, target, key, data in edges
    ]


def _map(data: dict[str, Any]) -> str:
    return ", ".join(f"{name}: {_value(value)}" for name, value in data.items())


def _value(value: Any) -> str:
    return f"'{_flat(value).translate(_QUOTED)}'" if isinstance(value, str) else repr(value)
