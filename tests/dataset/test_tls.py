"""A cluster behind certificates, set up as docs/scale.md says: who has one is let in, and nobody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.dataset.test_cluster import free_port
from tests.dataset.texts import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("distributed", reason="distributed is not installed: pip install 'zhengtu[cluster]'")
pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'zhengtu[cluster]'")
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
SCALE = (ROOT / "docs" / "scale.md").read_text("utf-8")


def certificates(place: Path) -> dict[str, str]:
    """The commands of the docs, run; the environment that they make."""
    lines = [line for line in SCALE.splitlines() if line.startswith("openssl ")]
    assert len(lines) == 3
    for line in lines:
        subprocess.run(line, shell=True, check=True, cwd=place, capture_output=True)
    made = {"DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "true"}
    made["DASK_DISTRIBUTED__COMM__TLS__CA_FILE"] = str(place / "ca.pem")
    for who in ("SCHEDULER", "WORKER", "CLIENT"):
        for what, end in (("CERT", "pem"), ("KEY", "key")):
            made[f"DASK_DISTRIBUTED__COMM__TLS__{who}__{what}"] = str(place / f"node.{end}")
    return made


@pytest.fixture(name="cluster")
def _cluster(tmp_path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    (tmp_path / "keys").mkdir()
    names = certificates(tmp_path / "keys")
    port = free_port()
    run = {"cwd": ROOT, "env": {**os.environ, **names}, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    host = ("--host", "127.0.0.1", "--no-dashboard")
    words = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--protocol", "tls", "--port", str(port), *host]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", f"tls://127.0.0.1:{port}", *host, "--nthreads", "1"]
    worker += ["--no-nanny", "--local-directory", str(tmp_path / "worker")]
    started = [subprocess.Popen(one, **run) for one in (words, worker)]  # type: ignore[call-overload]
    yield port, names
    for process in started:
        process.kill()
        process.wait()


def build(source: Path, out: Path, engine: str, names: dict[str, str]) -> tuple[int, str]:
    words = [sys.executable, "-m", "kg", "build", str(source), "--engine", engine, "-o", str(out)]
    run = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **names}, timeout=180)
    return run.returncode, run.stderr


def test_with_a_certificate_and_without(cluster: tuple[int, dict[str, str]], tmp_path: Path) -> None:
    port, names = cluster
    source = folder(tmp_path / "in")
    status, said = build(source, tmp_path / "out", f"tls://127.0.0.1:{port}", names)
    assert status == 0, said
    assert "Read 45 articles, skipped 1." in said
    for engine in (f"tls://127.0.0.1:{port}", f"dask://127.0.0.1:{port}"):
        status, said = build(source, tmp_path / "not", engine, {})
        assert status == 2, said
        assert "the scheduler does not answer" in said


def test_the_docs_warn() -> None:
    assert "**A Dask cluster runs what it is sent.**" in SCALE
    assert not [line for line in SCALE.splitlines() if line.startswith("dask ") and "--host" not in line]
