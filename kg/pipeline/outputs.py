"""The files that a build writes, made from its graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.pipeline.fork import together
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model import Graph

NAMES = ("graph.ttl", "graph.html", "graph.graphml", "graph.gexf", "graph.json", "report.md", "review.json")


def outputs(graph: Graph, base: str = BASE, jobs: int = 1, geo: dict[str, Any] | None = None) -> dict[str, bytes]:
    """The files of a build by name, made by so many processes; ``geo``: polygons for the map of the view.

    Raises ``UsageError`` for a bad base IRI.
    """
    from kg.export.rdf.terms import check_base

    check_base(base)
    works = (
        lambda: _page(graph, base, geo),
        lambda: _turtle(graph, base),
        lambda: _networks(graph),
        lambda: _tables(graph),
    )
    made = {name: data for files in together(works, jobs) for name, data in files.items()}
    return {**{name: made[name] for name in NAMES}, **made}


def _page(graph: Graph, base: str, geo: dict[str, Any] | None) -> dict[str, bytes]:
    from kg.export.page import page

    return {"graph.html": page(graph, base, geo)}


def _turtle(graph: Graph, base: str) -> dict[str, bytes]:
    from kg.export.rdf.turtle import turtle

    return {"graph.ttl": turtle(graph, base)}


def _networks(graph: Graph) -> dict[str, bytes]:
    from kg.export.network.gexf import write_gexf
    from kg.export.network.graph_to_network import network
    from kg.export.network.graphml import write_graphml
    from kg.export.network.nodelink import write_nodelink

    net = network(graph)
    made = {"graph.graphml": write_graphml(net), "graph.gexf": write_gexf(net)}
    return {**{name: text.encode() for name, text in made.items()}, "graph.json": write_nodelink(net)}


def _tables(graph: Graph) -> dict[str, bytes]:
    from kg.export.report import report
    from kg.export.review import review
    from kg.export.texts import texts
    from kg.merge.suggest import suggestions

    return {"report.md": report(graph), "review.json": review(graph, suggestions(graph)), **texts(graph)}
