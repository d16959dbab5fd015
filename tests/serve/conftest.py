"""A server over the specimen, asked without a network; its workers are real processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

    from kg.serve.pool import Pool


@pytest.fixture(scope="session")
def pool(specimen_turtle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    pytest.importorskip("starlette")
    from kg.serve.pool import Pool

    with Pool(specimen_turtle, workers=1, seconds=600.0, stores=tmp_path_factory.mktemp("stores")) as made:
        made.start()
        yield made


@pytest.fixture(scope="session")
def client(pool: Pool, specimen_turtle: Path) -> TestClient:
    pytest.importorskip("httpx2")
    from starlette.testclient import TestClient

    from kg.serve.app import application

    app = application(pool, specimen_turtle.parent, ("127.0.0.1",))
    return TestClient(app, base_url="http://127.0.0.1", headers={"Accept": "*/*"})
