"""Circles moved apart until none overlaps, keeping near where they were; the same for the nodes inside them."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle that a group of nodes fills in the picture: its centre and radius."""

    x: float
    y: float
    radius: float


def apart(circles: Sequence[Circle], gap: float = 24.0, rounds: int = 120, pull: float = 0.985) -> list[Circle]:
    """The circles in their order, pushed apart pair by pair; drawn to the middle as long as there is room.

    >>> [round(c.x) for c in apart([Circle(0, 0, 10), Circle(1, 0, 10)], gap=0)]
    [-10, 10]
    """
    xs, ys, radii = [c.x for c in circles], [c.y for c in circles], [c.radius for c in circles]
    cell, drawn = 2 * max(radii, default=1.0) + gap, rounds * 2 // 3
    for turn in range(rounds):
        if turn < drawn:
            xs, ys = [x * pull for x in xs], [y * pull for y in ys]
        moved = False
        for a, b in _close(xs, ys, cell):
            need = radii[a] + radii[b] + gap
            dx, dy = xs[b] - xs[a] or 0.01 * (b - a), ys[b] - ys[a]
            if not (-need < dx < need and -need < dy < need):  # most pairs; the root is not needed for them
                continue
            away = math.hypot(dx, dy)
            if away < need:
                moved = True
                share = radii[b] ** 2 / (radii[a] ** 2 + radii[b] ** 2)
                push = (need - away) / away
                xs[a], ys[a] = xs[a] - dx * push * share, ys[a] - dy * push * share
                xs[b], ys[b] = xs[b] + dx * push * (1 - share), ys[b] + dy * push * (1 - share)
        if not moved and (turn >= drawn or pull == 1.0):
            break  # and the turns that are left would move nothing either
    return [Circle(x, y, radius) for x, y, radius in zip(xs, ys, radii, strict=True)]


def _close(xs: list[float], ys: list[float], cell: float) -> Iterator[tuple[int, int]]:
    """Pairs that may touch, by a grid whose cells are as wide as two of the widest circles."""
    grid: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
        column, row = int(x // cell), int(y // cell)
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                for other in grid.get((i, j), ()):
                    yield other, at
        grid[column, row].append(at)
