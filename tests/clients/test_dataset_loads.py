"""The parts of a dataset in the stores of other hands: together they hold the quads of the whole, each once."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.dataset.build import write
from kg.export.rdf.nquads import nquads
from kg.pipeline.build import build
from tests.clients.conftest import ask_jena
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'zhengtu[cluster]'")
    folder = tmp_path_factory.mktemp("dataset")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kg.dataset.chunks.chunks.__defaults__", (5_000,))
        patched.setattr("kg.dataset.build._A_BUCKET", 2)
        write([ROOT / "seeds"], folder, jobs=1)
    return sorted((folder / "quads").iterdir())


@pytest.fixture(scope="module")
def count() -> int:
    return nquads(build([ROOT / "seeds"])).count(b" .\n")


def test_oxigraph_loads_them_in_bulk(parts: list[Path], count: int, tmp_path: Path) -> None:
    store = ox.Store(str(tmp_path / "store"))
    for part in parts:
        store.bulk_load(gzip.decompress(part.read_bytes()), format=ox.RdfFormat.N_QUADS)
    assert len(store) == count


def test_jena_loads_them_as_they_are(parts: list[Path], count: int) -> None:
    assert ask_jena({"load": [str(part) for part in parts]})["load"] == [count, []]
