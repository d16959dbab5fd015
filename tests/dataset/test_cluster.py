"""A real cluster on this machine: a scheduler and workers, each a process of its own, of which one is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kg.dataset.build import write
from tests.conftest import ROOT
from tests.dataset.contents import files
from tests.dataset.texts import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed", reason="distributed is not installed: pip install 'zhengtu[cluster]'")
pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'zhengtu[cluster]'")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(log: Path, *words: str) -> subprocess.Popen[bytes]:
    with log.open("ab") as out:
        call = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
        return subprocess.Popen(call, stdout=out, stderr=out, cwd=ROOT)


class Cluster:
    """A scheduler and its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        address = ("--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        self.scheduler = start(folder / "scheduler.log", "dask_scheduler", *address)
        self.workers = [self.worker(n) for n in range(2)]

    @property
    def url(self) -> str:
        return f"127.0.0.1:{self.port}"

    def worker(self, number: int) -> subprocess.Popen[bytes]:
        """A process with one thread; no nanny, so that who is killed stays dead."""
        words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder / str(number)))
        return start(self.folder / f"worker{number}.log", "dask_worker", f"tcp://{self.url}", *words)

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(name="cluster")
def _cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    yield made
    made.stop()


def build(cluster: Cluster, source: Path, out: Path) -> subprocess.Popen[str]:
    """``kg build --engine``, in chunks so small that every worker has several."""
    code = (
        "import sys; from kg.dataset import build, chunks; chunks.chunks.__defaults__ = (400,); build._A_BUCKET = 4; "
    )
    code += "from kg.cli import main; sys.exit(main(sys.argv[1:]))"
    words = ["build", str(source), "--engine", f"dask://{cluster.url}", "-o", str(out)]
    return subprocess.Popen([sys.executable, "-c", code, *words], stderr=subprocess.PIPE, text=True, cwd=ROOT)


def test_a_cluster_writes_what_one_machine_writes(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "in")
    process = build(cluster, source, tmp_path / "out")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert "Read 45 articles, skipped 1." in said
    expected(source, tmp_path / "local", monkeypatch)
    assert files(tmp_path / "out") == files(tmp_path / "local")


def test_a_killed_worker_loses_nothing(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder(tmp_path / "in")
    process = build(cluster, source, tmp_path / "out")
    kept = tmp_path / "out/.kg/work/readings"
    deadline = time.monotonic() + 60
    while not (kept.is_dir() and any(kept.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert any(kept.iterdir()), "the build must be under way"
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    expected(source, tmp_path / "local", monkeypatch)
    assert files(tmp_path / "out") == files(tmp_path / "local")


def test_a_cluster_without_workers_is_told(cluster: Cluster, tmp_path: Path) -> None:
    for worker in cluster.workers:
        worker.kill()
    code = "import sys; from kg.dataset.engines import cluster; cluster._PATIENCE = 3; from kg.cli import main; "
    code += "sys.exit(main(sys.argv[1:]))"
    words = ["build", "seeds", "--engine", f"dask://{cluster.url}", "-o", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 2
    assert "no worker came within 3 seconds" in done.stderr or "does not answer" in done.stderr
    assert "Traceback" not in done.stderr


def expected(source: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.dataset.chunks.chunks.__defaults__", (400,))
    monkeypatch.setattr("kg.dataset.build._A_BUCKET", 4)
    write([source], out, jobs=1)
