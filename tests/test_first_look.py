"""What a user sees first of a graph at the terminal and in a notebook: short, headed, found by pinyin, asked in groups."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import kg
from kg.cli import main
from kg.errors import UsageError
from kg.explain import explain
from kg.export.review import Pair, Side, questions
from kg.query import open_graph
from kg.query.sound import read_so

if TYPE_CHECKING:
    from pathlib import Path


def test_a_bare_graph_is_a_line_and_in_a_notebook_a_small_table(seeds_graph: kg.Graph) -> None:
    line = repr(seeds_graph)
    assert line.startswith("<kg.Graph: 5 articles, ")
    assert len(line) < 200
    table = seeds_graph._repr_html_()
    assert table.count("<tr>") <= 18
    assert len(table) < 2000
    assert "人物 Person" in table


@pytest.mark.parametrize("name", ["linfen", "Linfen Shi", "línfén shì", "LINFENSHI"])
def test_explain_takes_pinyin(name: str, seeds_turtle: Path) -> None:
    assert explain(open_graph(seeds_turtle), name)[0].name == "临汾市"


@pytest.mark.parametrize("name", ["li", "xyzzy", "lin"])
def test_what_is_no_reading_is_not_found(name: str, seeds_turtle: Path) -> None:
    with pytest.raises(UsageError):
        explain(open_graph(seeds_turtle), name)


def test_a_whole_reading_goes_before_a_beginning() -> None:
    names = [("a", "东山市"), ("b", "东山市政府"), ("c", "西山")]
    assert read_so(names, "dongshanshi") == {"a"}
    assert read_so(names, "dongshan") == {"a", "b"}
    assert read_so(names, "ong") == set()


def test_the_timeline_heads_with_the_name(seeds_turtle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(seeds_turtle), "临汾市"]) == 0
    assert capsys.readouterr().out.split("\n")[0].startswith("临汾市  https://")


def pair(a: str, b: str, score: float, articles: tuple[str, ...] = ()) -> Pair:
    name = a.rsplit("-", 1)[-1]
    return Pair(score, ["same name"], Side(a, name, []), Side(b, b.rsplit("-", 1)[-1], []), list(articles))


RUNS = [pair("campaign/110000-除雪", f"campaign/{code}0000-除雪", 0.45) for code in (12, 13, 14)]
PAIRS = [
    pair("person/甲-王二", "person/乙-王二", 0.9),
    *RUNS,
    pair("person/甲-李四", "person/乙-李五", 0.8),
    pair("person/甲-王二", "person/甲-王二", 0.95, ("a",)),
]


def test_questions_are_grouped_by_what_one_answer_settles_and_the_widest_come_first() -> None:
    groups = questions(PAIRS)
    assert groups[0] == RUNS
    assert [len(group) for group in groups] == [3, 1, 1, 1]
    assert [group[0].score for group in groups[1:]] == [0.95, 0.9, 0.8]


def reviewed(
    folder: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch, pairs: list[Pair] = PAIRS
) -> tuple[list[str], list[str]]:
    """What was asked, and the pairs of the ledger with their judgements."""
    import dataclasses

    (folder / "review.json").write_text(json.dumps([dataclasses.asdict(one) for one in pairs]), encoding="utf-8")
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return answers.pop(0) if answers else "q"

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ledger = folder / "ledger.toml"
    assert main(["review", str(folder), "--ledger", str(ledger), "--author", "测试"]) == 0
    from kg.ledger import load

    return asked, [f"{one.judgement} {one.b}" for one in load(ledger)] if ledger.exists() else []


def test_one_answer_settles_a_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, written = reviewed(tmp_path, ["?", "d", "各办各的", "q"], monkeypatch)
    assert sorted(written) == sorted(f"different {one.b.key}" for one in RUNS)
    said = capsys.readouterr().out
    assert "1/4  除雪: 4 of one name, 3 pairs. One answer settles them all." in said
    assert "Every answer is a line of the ledger" in said
    assert all("[?]" in prompt for prompt in asked if "Why" not in prompt)


def test_a_group_can_be_gone_through_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, written = reviewed(tmp_path, ["o", "s", "一回事", "n", "d", "两回事", "q"], monkeypatch)
    assert sorted(written) == ["different campaign/140000-除雪", "same campaign/120000-除雪"]
