"""``Graph`` to what is drawn: nodes with place, shape and colour, edges with what they say, in the form of vis-network.

A pyvis ``Network`` of the same is made for those who ask for one. The page needs none: pyvis brings IPython and what
that needs, 60 MB for one class.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.export.network.layout import layout
from kg.export.view.importance import importance, size
from kg.export.view.links import BROADER, links
from kg.vocab import Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.view.links import Link
    from kg.model.graph import Graph

_OPTIONS = {"physics": {"enabled": False}, "edges": {"smooth": False}}
_FAMILY, _TIE, _MOST, _WITHIN = 3.0, 0.5, 4.0, 6.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Nodes and edges as vis-network takes them."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


def network(graph: Graph) -> Any:
    """A ``pyvis.network.Network`` of what is drawn. Raises ``UsageError`` where pyvis is not installed.

    Its lists are filled directly: ``add_node`` and ``add_edge`` search them, and take minutes on a large graph.
    """
    try:
        from pyvis.network import Network
    except ImportError as error:
        raise UsageError("to_pyvis", "the package pyvis is not installed", "pip install 'zhengtu[pyvis]'") from error
    drawn = builder(graph)
    net = Network(directed=True, width="100%", height="100%")
    net.nodes, net.edges = drawn.nodes, drawn.edges
    net.set_options(json.dumps(_OPTIONS))
    return net


def builder(graph: Graph) -> Drawn:
    """What is drawn: the most important node first, edges sorted; all words plain text."""
    joined = links(graph)
    weights = importance(graph, joined)
    entities = sorted(graph.entities, key=lambda entity: (-weights[entity.key], entity.key))
    number = {entity.key: at for at, entity in enumerate(entities)}
    laid = layout(len(entities), [*_pairs(joined, number), *_ties(graph, joined, number)])
    nodes = [
        {
            "id": entity.key,
            "label": entity.name,
            "group": entity.kind.value,
            "x": x,
            "y": y,
            "size": size(weights[entity.key]),
            "community": community,
            "alone": laid.alone,
            **look(entity.kind.value),
        }
        for entity, (x, y), community in zip(entities, laid.places, laid.groups, strict=True)
    ]
    return Drawn(nodes, [_edge(link) for link in joined if link.source in number and link.target in number])


@cache
def look(kind: str) -> dict[str, str]:
    """How vis-network draws a kind."""
    drawn = drawn_as(kind)
    return {"shape": drawn["vis"], "color": drawn["light"]}


def drawn_as(kind: str) -> dict[str, str]:
    """The row of ``look.json`` for a kind; a kind that has none yet is drawn as ``other``."""
    looks: dict[str, dict[str, str]] = read("look.json")["kinds"]
    return looks.get(kind) or read("look.json")["other"]


@cache
def read(name: str) -> Any:
    """A JSON file of this folder."""
    return json.loads(files("kg.export.view").joinpath(name).read_text("utf-8"))


def _edge(link: Link) -> dict[str, Any]:
    return {
        "from": link.source,
        "to": link.target,
        "label": link.title or link.predicate,
        "predicate": link.predicate,
        "arrows": "to",
        "link": link,
    }


def _ties(graph: Graph, joined: Sequence[Link], number: dict[str, int]) -> list[tuple[int, int, float]]:
    """For the picture only: what no relation joins lies near the home of the first article that names it."""
    loose = set(number) - {end for link in joined for end in (link.source, link.target) if link.source != link.target}
    homes: dict[str, str] = {}
    for article in graph.articles:
        for mention in article.mentions if article.home in number else ():
            homes.setdefault(mention.entity, article.home)
    return [(number[key], number[homes[key]], _TIE) for key in sorted(loose & set(homes)) if key != homes[key]]


def _pairs(joined: Sequence[Link], number: dict[str, int]) -> list[tuple[int, int, float]]:
    """Every pair of joined nodes once; what is said more often draws closer, a family draws its campaigns, and a place
    what lies within it most of all.
    """
    weights: dict[tuple[int, int], float] = {}
    for link in joined:
        a, b = sorted((number[link.source], number[link.target]))
        if a != b:
            drawn = weights.get((a, b), 0.0) + (_FAMILY if link.predicate == BROADER else 1.0)
            weights[a, b] = min(drawn, _MOST)
    for link in joined:
        if link.predicate == Predicate.WITHIN.value and link.source != link.target:
            a, b = sorted((number[link.source], number[link.target]))
            weights[a, b] = _WITHIN
    return [(a, b, weight) for (a, b), weight in sorted(weights.items())]
