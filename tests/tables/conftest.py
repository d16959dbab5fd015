"""The made corpus, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.pipeline.build import build
from kg.tables.registry import made as tables_of
from tests.tables import made

if TYPE_CHECKING:
    from kg.model import Graph
    from kg.model.table import Cell, Table

Rows = list[dict[str, "Cell"]]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of the made articles."""
    return build([made.folder(tmp_path_factory.mktemp("made") / "texts")])


@pytest.fixture(scope="session")
def tables(corpus: Graph) -> dict[str, Table]:
    """All tables of it, by name."""
    return {table.name: table for table in tables_of(corpus)}
