"""``kg review`` at a terminal: an answer goes into the ledger, the next build applies it, a deleted line undoes it."""

from __future__ import annotations

import json
import os
import pty
import sys
from pathlib import Path
from subprocess import Popen

import pytest

from kg.ledger import load
from kg.model import Graph
from kg.pipeline.build import build
from kg.pipeline.outputs import outputs

ROOT = Path(__file__).resolve().parents[2]
PROVINCE = "山东省消息\n\n2022年4月27日\n\n山东省委书记王建国在济南市讲话，山东省上下响应。\n"
CITY = "德州市消息\n\n2022年4月28日\n\n王建国来到德州市车间，王建国说，要抓落实。德州市上下响应，全市落实。\n"
KEYS = "person/370000-王建国", "person/371400-王建国"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(PROVINCE, encoding="utf-8")
    (tmp_path / "texts" / "b.txt").write_text(CITY, encoding="utf-8")
    return tmp_path


def built(folder: Path) -> Graph:
    """A build under the ledger that lies in the folder, with its review file."""
    ledger = folder / "ledger.toml"
    graph = build([folder / "texts"], ledger=ledger if ledger.exists() else None)
    (folder / "output").mkdir(exist_ok=True)
    (folder / "output" / "review.json").write_bytes(outputs(graph)["review.json"])
    return graph


def reviewed(folder: Path, answers: str) -> tuple[int, str]:
    """The status and the output of ``kg review`` in a pseudo-terminal into which the answers are typed."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "kg", "review", "output", "--author", "测试"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Popen(command, cwd=folder, stdin=slave, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        os.write(master, answers.encode())
        said = b""
        while True:
            try:
                more = os.read(master, 4096)
            except OSError:  # Linux says so that the other end is closed
                break
            if not more:
                break
            said += more
        process.wait(timeout=60)
    os.close(master)
    return process.returncode, said.decode(errors="replace")


def persons(graph: Graph) -> set[str]:
    return {entity.key for entity in graph.entities} & set(KEYS)


def test_an_answer_is_written_applied_and_undone(folder: Path) -> None:
    first = built(folder)
    assert persons(first) == set(KEYS)
    status, said = reviewed(folder, "s\n同一人\nq\n")
    assert (status, "王建国" in said) == (0, True)
    (decision,) = load(folder / "ledger.toml")
    assert (decision.judgement, decision.a, decision.b) == ("same", *KEYS)
    assert (decision.reason, decision.author, len(decision.date)) == ("同一人", "测试", 10)

    second = built(folder)
    assert persons(second) == {KEYS[0]}
    assert {m.entity for a in second.articles for m in a.mentions if a.surface(m.span) == "王建国"} == {KEYS[0]}
    assert not json.loads((folder / "output" / "review.json").read_text(encoding="utf-8"))

    (folder / "ledger.toml").write_text("", encoding="utf-8")
    assert built(folder) == first


def test_what_was_decided_is_not_asked_again(folder: Path) -> None:
    built(folder)
    assert reviewed(folder, "d\n两个人\n")[0] == 0
    (decision,) = load(folder / "ledger.toml")
    assert decision.judgement == "different"
    assert persons(built(folder)) == set(KEYS)
    assert "No pair is left" in reviewed(folder, "")[1]


def test_next_and_quit_write_nothing(folder: Path) -> None:
    built(folder)
    assert reviewed(folder, "x\nn\n")[0] == 0
    assert reviewed(folder, "q\n")[0] == 0
    assert not (folder / "ledger.toml").exists()


def test_a_decision_outlives_a_change_of_the_text_around_it(folder: Path) -> None:
    built(folder)
    assert reviewed(folder, "s\n同一人\n")[0] == 0
    path = folder / "texts" / "b.txt"
    path.write_text(
        CITY.replace("德州市消息", "德州市消息：现场") + "市委作出部署。平原县参加活动。\n", encoding="utf-8"
    )
    assert persons(built(folder)) == {KEYS[0]}


def test_a_split_is_offered_where_waves_are_years_apart(folder: Path) -> None:
    for name, year in (("a", 2018), ("b", 2022)):
        text = f"德州市消息\n\n{year}年4月27日\n\n德州市开展解放思想大讨论，全市行动起来。\n"
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    graph = built(folder)
    run = "campaign/371400-解放思想大讨论"
    assert run in {entity.key for entity in graph.entities}
    assert "one entity now" in reviewed(folder, "d\n两轮\n")[1]
    (decision,) = load(folder / "ledger.toml")
    assert (decision.judgement, decision.b, decision.value) == ("split", f"{run}-2022", "b")
    waves = {e.key: e.broader for e in built(folder).entities if e.key.startswith(run)}
    assert waves == {run: "campaign/解放思想大讨论", f"{run}-2022": "campaign/解放思想大讨论"}
