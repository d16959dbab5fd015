"""Colours and shapes: every kind is told by both, and each stands out from the ground in both themes."""

from __future__ import annotations

import pytest

from kg.export.view.builder import read
from kg.vocab import Kind

LOOK = read("look.json")["kinds"]
GROUND = {"light": "#f7f5f0", "dark": "#12161c"}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_kind_has_its_own_shape_and_colours() -> None:
    assert set(LOOK) == {kind.value for kind in Kind}
    for part in ("shape", "light", "dark"):
        assert len({look[part] for look in LOOK.values()}) == len(LOOK)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", sorted(LOOK))
def test_a_kind_stands_out_from_the_ground(kind: str, theme: str) -> None:
    assert contrast(LOOK[kind][theme], GROUND[theme]) >= 3.0  # WCAG 1.4.11, graphical objects


def test_every_kind_has_a_look() -> None:
    """A new kind builds without one, drawn as ``other``; here it is asked for."""
    assert set(LOOK) == {kind.value for kind in Kind}
