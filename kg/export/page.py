"""``graph.html``: the page that people open first. One file, no request, every word of an article as data.

The environment of the template is ours, so that everything is escaped and nothing is loaded from elsewhere.
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

    drawn = builder(graph)
    environment = Environment(loader=DictLoader({_NAME: assets.template()}), autoescape=True, undefined=StrictUndefined)
    made = environment.get_template(_NAME).render(
        columns=Markup(data(payload(graph, drawn.nodes, drawn.edges, base, geo))),
        style=Markup(assets.style()),
        script=Markup(assets.script()),
        policy=assets.policy(),
    )
    return made.encode()
