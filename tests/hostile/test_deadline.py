"""An article that holds its reader is given up, told and kept out; the rest goes on, with one process or several."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.ingest.read import Options
from kg.lexicon import Lexicon
from kg.model import Document, Reading
from kg.pipeline import article
from kg.pipeline.build import build
from kg.pipeline.deadline import TooSlowError, deadline
from kg.pipeline.fork import forks

GOOD = "清河县召开会议\n今天，清河县召开会议，研究部署防汛工作。"
BAD = "停不下来"
QUICK = Options(seconds=1)


def for_ever() -> None:
    while True:
        pass


def swallows() -> None:
    """Takes every ordinary exception for its own."""
    while True:
        try:  # noqa: SIM105
            for_ever()
        except Exception:
            pass


def backtracks() -> None:
    re.match(r"(a*)*b", "a" * 60)


HOLDS = [for_ever, swallows, backtracks]


@pytest.fixture(params=HOLDS, ids=lambda hold: hold.__name__)
def held(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that some articles hold."""
    read, hold = article.read, request.param

    def holding(document: Document, *rest: object) -> Reading:
        if BAD in document.text:
            hold()
        return read(document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(article, "read", holding)


def folder(tmp_path: Path) -> Path:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(BAD if number in {0, 3} else GOOD, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_rest_goes_on(jobs: int, tmp_path: Path) -> None:
    if jobs > 1 and not forks():  # a process that is not forked from this one has a reader that nothing holds
        pytest.skip("another test left a thread alive, so this process cannot be forked")
    graph = build([folder(tmp_path)], options=QUICK, jobs=jobs)
    assert [one.id for one in graph.articles] == ["1", "2", "4", "5"]
    told = [(Path(skip.source).name, skip.cause) for skip in graph.skipped]
    assert told == [(name, "reading it takes more than 1 s of processor time") for name in ("0.txt", "3.txt")]
    assert all("cut into pieces" in skip.cure for skip in graph.skipped)


@pytest.mark.usefixtures("held")
def test_a_dataset_goes_on_too(tmp_path: Path) -> None:
    from kg.dataset.build import write

    made = write([str(folder(tmp_path))], str(tmp_path / "out"), named="local", jobs=1, options=QUICK)
    assert made.counts["articles"] == 4
    assert [Path(skip.source).name for skip in made.skipped] == ["0.txt", "3.txt"]


@pytest.mark.parametrize("hold", [for_ever, swallows], ids=lambda hold: hold.__name__)
def test_in_another_thread(hold: Callable[[], None]) -> None:
    """Where no signal comes: tasks of a cluster run in threads."""
    ended: list[str] = []

    def read() -> None:
        try:
            with deadline(0.5):
                hold()
        except TooSlowError:
            ended.append("given up")
        for _ in range(100_000):  # nothing comes after it
            pass
        ended.append("went on")

    thread = threading.Thread(target=read)
    thread.start()
    thread.join(60)
    assert ended == ["given up", "went on"]


def test_nothing_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    for _ in range(100):
        with deadline(5):
            pass
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_waiting_is_no_work() -> None:
    """A machine that is busy with others does not make an article too slow."""
    with deadline(0.2):
        threading.Event().wait(1.0)


def test_longer_articles_have_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.ingest.read import from_text

    asked: list[float] = []
    monkeypatch.setattr(article, "deadline", lambda seconds: asked.append(seconds) or deadline(seconds))
    for length in (10, 25_000):
        article.attempt(from_text("\n" * length, "x"), Lexicon(), ())
    assert asked == [20, 22]


def test_a_fault_in_laying_out_a_text_stops_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> Document:
        raise ZeroDivisionError("made for this test")

    monkeypatch.delenv("KG_DEBUG", raising=False)
    monkeypatch.setattr(article, "document", fails)
    graph = build([folder(tmp_path)])
    assert len(graph.skipped) == 6
    assert "a fault of the program: ZeroDivisionError" in graph.skipped[0].cause


def test_a_profiler_can_be_set_after_a_bound_in_another_thread() -> None:
    """Python 3.11 hangs at the next call where the flag of an exception that was taken back is still set."""
    script = (
        "import sys, threading\n"
        "from kg.pipeline.deadline import deadline\n"
        "def bounded():\n"
        "    with deadline(5):\n"
        "        pass\n"
        "thread = threading.Thread(target=bounded)\n"
        "thread.start(); thread.join()\n"
        "sys.setprofile(lambda *_: None)\n"
        "bounded()\n"
        "print('went on')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.stdout == "went on\n", done.stderr
