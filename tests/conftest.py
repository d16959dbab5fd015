"""What many tests share: the graph of the five seeds, built once, and its Turtle on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import kg

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds_graph() -> kg.Graph:
    import kg

    return kg.build(ROOT / "seeds")


@pytest.fixture(scope="session")
def seeds_turtle(seeds_graph: kg.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.export.turtle import turtle

    path = tmp_path_factory.mktemp("seeds") / "graph.ttl"
    path.write_bytes(turtle(seeds_graph))
    return path


@pytest.fixture(scope="session")
def specimen_turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.export.turtle import turtle
    from tests.export.specimen import specimen

    path = tmp_path_factory.mktemp("specimen") / "graph.ttl"
    path.write_bytes(turtle(specimen()))
    return path
