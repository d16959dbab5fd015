"""What many tests share: the graph of the five seeds, built once, its Turtle on the disk, and a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    import kg

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds_graph() -> kg.Graph:
    import kg

    return kg.build(ROOT / "seeds")


@pytest.fixture(scope="session")
def seeds_turtle(seeds_graph: kg.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.export.rdf.turtle import turtle

    path = tmp_path_factory.mktemp("seeds") / "graph.ttl"
    path.write_bytes(turtle(seeds_graph))
    return path


@pytest.fixture(scope="session")
def specimen_turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.export.rdf.turtle import turtle
    from tests.export.specimen import specimen

    path = tmp_path_factory.mktemp("specimen") / "graph.ttl"
    path.write_bytes(turtle(specimen()))
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One for the whole run; the tests that need it are skipped, and say why, where there is none."""
    from tests.view.browser import ARGUMENTS, chromium

    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
    if chromium() is None:
        pytest.skip("there is no Chromium here: apt-get install chromium, or name one in KG_CHROMIUM")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield found
        found.close()
