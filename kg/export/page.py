"""``graph.html``: the page that people open first. One file, no request, every word of an article as data.

pyvis builds the network and renders the page; the template environment is ours, so that everything is escaped and
nothing is loaded from elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.view import assets
from kg.export.view.builder import builder
from kg.export.view.escape import data
from kg.export.view.payload import payload
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph

_NAME = "page.html"


def page(graph: Graph, base: str = BASE, geo: dict[str, Any] | None = None) -> bytes:
    """The bytes of ``graph.html``, UTF-8. The same graph gives the same bytes.

    ``geo``: polygons for its map (``kg.export.view.geo.read_geo``); without them provinces are tiles.
    """
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    def columns(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Markup:
        return Markup(data(payload(graph, nodes, edges, base, geo)))

    net = builder(graph)
    net.templateEnv = Environment(
        loader=DictLoader({_NAME: assets.template()}), autoescape=True, undefined=StrictUndefined
    )
    net.templateEnv.globals.update(
        columns=columns,
        style=Markup(assets.style()),
        script=Markup(assets.script()),
        policy=assets.policy(),
    )
    net.path = _NAME
    return str(net.generate_html(_NAME)).encode()
