"""Pieces of work give the same whoever does them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.pipeline.fork import together

HERE = os.getpid()
SEED = next((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))


def killed() -> int:
    """Ends the process that it was given to; done here, it gives a number."""
    if os.getpid() != HERE:
        os._exit(9)
    return 7


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
def test_in_their_order_whoever_does_them(jobs: int) -> None:
    works = [lambda n=n: n * n for n in range(5)]
    assert together(works, jobs) == [0, 1, 4, 9, 16]
    assert together([], jobs) == []


@pytest.mark.skipif(sys.platform != "linux", reason="no fork here")
def test_others_do_all_but_the_first() -> None:
    """In a process of its own, where no test before has left a thread."""
    code = "import os\nfrom kg.pipeline.fork import together\nprint(os.getpid(), *together([os.getpid] * 3, 2))"
    here, first, *others = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert first == here
    assert here not in others


def test_several_processes_write_what_one_writes(tmp_path: Path) -> None:
    written = []
    for jobs in ("1", "3"):
        call = [sys.executable, "-m", "kg", "build", str(SEED), "-q", "--jobs", jobs, "-o", str(tmp_path / jobs)]
        subprocess.run(call, check=True)
        written.append(
            [(path.name, path.read_bytes()) for path in sorted((tmp_path / jobs).iterdir()) if path.is_file()]
        )
    assert len(written[0]) >= 7
    assert written[0] == written[1]


def test_beside_a_thread_all_is_done_here() -> None:
    wait = threading.Event()
    thread = threading.Thread(target=wait.wait)
    thread.start()
    try:
        assert together([os.getpid] * 2, 2) == [HERE, HERE]
    finally:
        wait.set()
        thread.join()


def test_what_a_killed_process_had_is_done_here() -> None:
    assert together([lambda: 1, killed, lambda: 3], 2) == [1, 7, 3]


def test_an_error_is_told_as_it_was() -> None:
    def wrong() -> int:
        raise UsageError("it", "it is wrong", "Mend it")

    for jobs in (1, 2):
        with pytest.raises(UsageError, match=r"it: it is wrong\. Mend it\."):
            together([lambda: 1, wrong], jobs)
