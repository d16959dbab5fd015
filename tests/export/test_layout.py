"""Where nodes lie: apart from each other, communities together, the same every time."""

from __future__ import annotations

import math
import random

import pytest

from kg.export.network.islands import Circle, apart
from kg.export.network.layout import ROOM, layout


def cliques(count: int, size: int) -> list[tuple[int, int, float]]:
    """Groups in which all are joined, one link between each group and the next."""
    inner = [(g * size + a, g * size + b, 1.0) for g in range(count) for a in range(size) for b in range(a + 1, size)]
    return inner + [(g * size, (g + 1) * size, 1.0) for g in range(count - 1)]


@pytest.mark.parametrize(
    ("count", "links"), [(0, []), (1, []), (3, [(0, 1, 1.0)]), (7, [])], ids=["none", "one", "few", "loose"]
)
def test_small_and_loose_graphs_have_places(count: int, links: list[tuple[int, int, float]]) -> None:
    laid = layout(count, links)
    assert len(laid.places) == len(laid.groups) == count
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in laid.places)
    assert len(set(laid.places)) == count


def test_no_two_nodes_lie_on_each_other() -> None:
    places = layout(80, cliques(8, 10)).places
    nearest = min(math.dist(a, b) for at, a in enumerate(places) for b in places[:at])
    assert nearest > ROOM / 2


def test_what_belongs_together_lies_together() -> None:
    laid = layout(80, cliques(8, 10))
    assert len(set(laid.groups)) == 8
    middles = [tuple(sum(axis) / 10 for axis in zip(*laid.places[g * 10 : g * 10 + 10], strict=True)) for g in range(8)]
    for node, place in enumerate(laid.places):
        assert min(range(8), key=lambda g: math.dist(place, middles[g])) == node // 10


def test_the_same_again_and_nobody_elses_chance_is_touched() -> None:
    random.seed(5)
    before = random.getstate()
    first = layout(80, cliques(8, 10))
    assert random.getstate() == before
    assert layout(80, cliques(8, 10)) == first


def test_islands_do_not_overlap() -> None:
    moved = apart([Circle(at * 0.1, 0.0, 5.0 + at) for at in range(12)])
    for at, a in enumerate(moved):
        for b in moved[:at]:
            assert math.dist((a.x, a.y), (b.x, b.y)) >= (a.radius + b.radius) * 0.98
