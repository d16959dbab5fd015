"""Several processes read what one reads: the same articles under the same ids, in the same order."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from kg.errors import UsageError
from kg.ingest.read import Options
from kg.lexicon import Lexicon
from kg.model import Reading, Skipped
from kg.pipeline import AUTO
from kg.pipeline.build import build
from kg.pipeline.parallel import processes, readings
from kg.pipeline.tasks import ReadConfig

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.ingest.formats.part import Part

LEXICON = Lexicon()
TEXT = "甘棠市委书记{name}到青羊县调研。\n他指出，要推动甘棠口岸智慧通关改造项目建设，完成投资{n}亿元。\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """Articles of which two ask for one id, one is broken, and three lie in a corpus."""
    for n, name in enumerate(["王建国", "李卫东", "张敏", "赵文华"]):
        (tmp_path / f"{n // 2}_{n}.txt").write_text(TEXT.format(name=name, n=n), encoding="utf-8")
    (tmp_path / "0_broken.txt").write_bytes(b"\x89PNG\r\n")
    rows = "".join(f'r{n},"{TEXT.format(name="陈晓东", n=n)}"\n' for n in range(3))
    (tmp_path / "corpus.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
    return tmp_path


def read(folder: Path, jobs: int, home: Sequence[str] = ()) -> list[Reading | Skipped]:
    return list(readings([folder], ReadConfig(Options(), tuple(home), LEXICON), jobs))


def test_two_processes_read_what_one_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.parallel._BATCH", 100)  # so that there are several batches
    alone, together = read(folder, 1), read(folder, 2)
    assert repr(alone) == repr(together)
    ids = [one.document.id for one in alone if isinstance(one, Reading)]
    assert ids == ["0", "0-2", "1", "1-2", "r0", "r1", "r2"]


def test_graphs_are_equal(folder: Path) -> None:
    assert build([folder], jobs=2) == build([folder])


def test_one_text_is_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(name="王建国", n=1), encoding="utf-8")
    monkeypatch.setattr("kg.pipeline.worker_pool.WorkerPool.made", lambda _: pytest.fail("no process is needed"))
    assert len(read(tmp_path, 2)) == 1


def test_a_killed_process_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(folder, 1)
    here = os.getpid()

    def fatal(
        part: Part, name: str, lexicon: Lexicon, home: Sequence[str], seconds: int, *_: object
    ) -> Reading | Skipped:
        if os.getpid() != here and name == "1":
            os.kill(os.getpid(), signal.SIGKILL)
        return attempt_text(part, name, lexicon, home, seconds)

    from kg.pipeline.article import attempt_text

    monkeypatch.setattr("kg.pipeline.parallel._BATCH", 100)
    monkeypatch.setattr("kg.pipeline.tasks.attempt_text", fatal)
    assert repr(read(folder, 2)) == repr(expected)


@pytest.mark.parametrize(("label", "jobs"), [("one is one", 1), ("three are three", 3)])
def test_number_of_processes(label: str, jobs: int) -> None:
    assert processes(jobs) == jobs, label


def test_none_means_all_cores() -> None:
    assert processes(0) >= 1


def test_less_than_none_is_refused() -> None:
    with pytest.raises(UsageError, match="jobs -2"):
        processes(-2)


def test_all_cores_where_there_are_dozens_of_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few texts are read by this process alone; of many the first dozens, and others read the rest: the same graph."""
    monkeypatch.setattr("kg.pipeline.parallel._DOZENS", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"平原县召开第{number}次会议。\n", encoding="utf-8")
    many = build([tmp_path], jobs=AUTO)
    assert many == build([tmp_path])
    monkeypatch.setattr("kg.pipeline.parallel._DOZENS", 5)
    monkeypatch.setattr("kg.pipeline.worker_pool.WorkerPool.made", lambda _: pytest.fail("no process is needed"))
    assert build([tmp_path], jobs=AUTO) == many
    assert (processes(AUTO, 5), processes(AUTO, 6)) == (1, processes(0))
