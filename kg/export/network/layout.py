"""Where every node of the view lies: communities as islands that do not overlap, each laid out by its own forces.

Positions are made when the page is made, by igraph with a fixed seed: the same graph gives the same picture.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.export.network.islands import Circle, apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
ROOM = 64.0
"""How far apart neighbours lie, in units of the picture; a node of middling size is 16 wide."""
_SEED = 20220427
_GOLDEN = math.pi * (3 - math.sqrt(5))
_SMALL = 4
_EFFORT = 60_000
_CROWD = 4000


@dataclass(frozen=True, slots=True)
class Layout:
    """A place and a community for every node, by its number. Communities are numbered by size, the largest first;
    where ``alone``, the last gathers what is joined to too little to be one.
    """

    places: tuple[Point, ...]
    groups: tuple[int, ...]
    alone: bool = False


def layout(count: int, links: Sequence[tuple[int, int, float]]) -> Layout:
    """The layout of nodes ``0…count-1`` joined by ``(source, target, weight)``; every pair at most once."""
    import igraph

    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        graph = igraph.Graph(n=count, edges=[link[:2] for link in links])
        graph.es["weight"] = [link[2] for link in links]
        groups, alone = _communities(graph)
        places = _islands(graph, groups)
    finally:
        igraph.set_random_number_generator(random)
    return Layout(tuple((round(x, 1), round(y, 1)) for x, y in places), groups, alone)


def _communities(graph: Any) -> tuple[tuple[int, ...], bool]:
    """Louvain communities; those of one to three nodes are one common group, the last; whether there is one."""
    found = graph.community_multilevel(weights="weight").membership if graph.vcount() else []
    members: dict[int, list[int]] = defaultdict(list)
    for node, group in enumerate(found):
        members[group].append(node)
    large = sorted((nodes for nodes in members.values() if len(nodes) >= _SMALL), key=lambda n: (-len(n), n[0]))
    number = {node: at for at, nodes in enumerate(large) for node in nodes}
    return tuple(number.get(node, len(large)) for node in range(graph.vcount())), len(number) < graph.vcount()


def _islands(graph: Any, groups: tuple[int, ...]) -> list[Point]:
    members: dict[int, list[int]] = defaultdict(list)
    for node, group in enumerate(groups):
        members[group].append(node)
    order = sorted(members)
    centres = dict(zip(order, _centres(graph, groups, [len(members[group]) for group in order]), strict=True))
    places: list[Point] = [(0.0, 0.0)] * graph.vcount()
    for group in order:
        for node, (x, y) in zip(members[group], _inside(graph.induced_subgraph(members[group])), strict=True):
            places[node] = (centres[group].x + x, centres[group].y + y)
    return _loosened(places) if len(places) <= _CROWD else places


def _loosened(places: list[Point]) -> list[Point]:
    """No two nodes on top of each other; the first, which matter most, need the most room."""
    nodes = [Circle(x, y, 0.34 * ROOM if at > 40 else 0.5 * ROOM) for at, (x, y) in enumerate(places)]
    return [(node.x, node.y) for node in apart(nodes, gap=0.0, rounds=30, pull=1.0)]


def _centres(graph: Any, groups: tuple[int, ...], sizes: list[int]) -> list[Circle]:
    """Islands that are much linked lie near each other; none overlaps another."""
    import igraph

    between: dict[tuple[int, int], float] = defaultdict(float)
    for edge in graph.es:
        a, b = sorted((groups[edge.source], groups[edge.target]))
        if a != b:
            between[a, b] += edge["weight"]
    pairs = sorted(between)
    meta = igraph.Graph(n=len(sizes), edges=pairs)
    start = [[*_spiral(at, 1.0)] for at in range(len(sizes))]
    if len(sizes) > 2:
        weights = [math.sqrt(between[pair]) for pair in pairs]
        start = meta.layout_fruchterman_reingold(weights=weights or None, seed=start, niter=500).coords
    radii = [_radius(size) for size in sizes]
    spread = max((math.hypot(x, y) for x, y in start), default=1.0) or 1.0
    scale = math.sqrt(sum(r * r for r in radii)) / spread
    return apart([Circle(x * scale, y * scale, r) for (x, y), r in zip(start, radii, strict=True)])


def _radius(size: int) -> float:
    return ROOM * (0.62 * math.sqrt(size) + 0.5)


def _inside(part: Any) -> Iterator[Point]:
    """Places within one island, around its middle."""
    count = part.vcount()
    if count < _SMALL or not part.ecount():
        yield from (_spiral(at, 0.55 * ROOM) for at in range(count))
        return
    seed = [[*_spiral(at, 1.0)] for at in range(count)]
    rounds = max(60, min(500, _EFFORT // count))
    coords = part.layout_fruchterman_reingold(weights="weight", seed=seed, niter=rounds).coords
    yield from _evened([(x, y) for x, y in coords], _radius(count) - 0.4 * ROOM)


def _evened(coords: list[Point], radius: float) -> list[Point]:
    """The same picture spread over a disc: each node keeps its direction, and nearly its distance from the middle.

    Forces alone leave the middle crowded and the rim empty; a node's rank by distance says how far out it has room.
    """
    x0, y0 = (sum(axis) / len(coords) for axis in zip(*coords, strict=True))
    polar = [(math.hypot(x - x0, y - y0), math.atan2(y - y0, x - x0)) for x, y in coords]
    order = sorted(range(len(coords)), key=lambda at: (polar[at][0], at))
    far = polar[order[int(len(order) * 0.95)]][0] or 1.0
    made: list[Point] = [(0.0, 0.0)] * len(coords)
    for rank, at in enumerate(order):
        away, angle = polar[at]
        reach = radius * (0.65 * math.sqrt((rank + 0.5) / len(order)) + 0.35 * min(away / far, 1.0))
        made[at] = (reach * math.cos(angle), reach * math.sin(angle))
    return made


def _spiral(at: int, step: float) -> Point:
    """The place of the n-th seed of a sunflower: even, round, and the same every time."""
    away = step * math.sqrt(at + 0.5)
    return away * math.cos(at * _GOLDEN), away * math.sin(at * _GOLDEN)
