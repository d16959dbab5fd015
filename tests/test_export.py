"""``kg export``: its words, its files, its refusals."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from kg.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def test_files_of_one_or_more_formats(
    specimen_turtle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["export", str(specimen_turtle), "--to", "ntriples,csv", "--to", "gexf", "-o", str(tmp_path / "x")]) == 0
    )
    assert {path.name for path in (tmp_path / "x").iterdir()} == {".kg", "graph.nt", "graph.gexf", "csv"}
    assert "graph.nt" in capsys.readouterr().err


def test_the_folder_of_a_build_will_do(specimen_turtle: Path, tmp_path: Path) -> None:
    assert main(["export", str(specimen_turtle.parent), "--to", "csv", "-q", "-o", str(tmp_path)]) == 0
    with (tmp_path / "csv" / "careers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["person", "post", "organ", "place", "level", "from", "to", "status", "source"]
    mayor = next(row for row in rows if row["post"] == "市长")
    assert (mayor["person"], mayor["place"], mayor["level"]) == ("张三丰", "某市", "Prefecture")
    assert (mayor["from"], mayor["to"], mayor["status"]) == ("2016-05", "2018", "former")
    assert mayor["source"].startswith("001_某报.txt#char=")


def test_one_file_can_be_printed(specimen_turtle: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(specimen_turtle), "--to", "turtle", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == specimen_turtle.read_bytes()


REFUSED = [
    ("an unknown export", ["--to", "docx"], "no export of this name"),
    ("several files to print", ["--to", "csv", "-o", "-"], "5 files to print"),
    ("over the graph itself", ["--to", "csv", "-o", "HERE"], "the graph itself lies there"),
]


@pytest.mark.parametrize(("why", "words", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refusals(
    why: str, words: list[str], told: str, specimen_turtle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = [word.replace("HERE", str(specimen_turtle.parent)) for word in words]
    assert main(["export", str(specimen_turtle), *here]) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "no such place", "--to", "csv"]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_a_dataset_becomes_an_ordinary_build_under_a_ledger(tmp_path: Path) -> None:
    """Report, questions, view and tables of a dataset; a ledger is applied on the way."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'zhengtu[cluster]'")
    texts = tmp_path / "texts"
    texts.mkdir()
    body = "于都县县长沈若川出席会议。\n"
    (texts / "1_a.txt").write_text(f"于都县召开会议\n\n2022年3月15日 来源：赣南日报\n\n{body}", encoding="utf-8")
    whole, parts, made = (str(tmp_path / name) for name in ("whole", "parts", "made"))
    assert main(["build", str(texts), "-o", whole, "-q"]) == 0
    assert main(["build", str(texts), "-o", parts, "--engine", "local", "-q"]) == 0
    assert main(["export", parts, "--to", "build,tables", "-o", made, "-q"]) == 0
    for name in ("graph.ttl", "graph.graphml", "review.json"):
        assert (tmp_path / "made" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert "Read 1 articles" in (tmp_path / "made" / "report.md").read_text(encoding="utf-8")
    assert (tmp_path / "made" / "graph.html").stat().st_size > 10_000
    assert "沈若川" in (tmp_path / "made" / "tables" / "careers.csv").read_text(encoding="utf-8-sig")
    ledger = tmp_path / "ledger.toml"
    what = 'what = { person = "person/360731-沈若川", title = "县长", of = "place/360731-于都县" }'
    fact = f'[[fact]]\nverdict = "retract"\nlayer = "post"\narticle = "1"\nsentence = "{body.strip()}"\n{what}\n'
    ledger.write_text(fact, encoding="utf-8")
    words = ["export", parts, "--to", "turtle,tables", "--ledger", str(ledger), "-o", str(tmp_path / "decided"), "-q"]
    assert main(words) == 0
    assert "zt:Tenure" not in (tmp_path / "decided" / "graph.ttl").read_text(encoding="utf-8")
    assert "沈若川" not in (tmp_path / "decided" / "tables" / "careers.csv").read_text(encoding="utf-8-sig")


def test_no_reader_takes_an_article_for_a_number(specimen_turtle: Path, tmp_path: Path) -> None:
    assert main(["export", str(specimen_turtle), "--to", "csv", "-q", "-o", str(tmp_path)]) == 0
    with (tmp_path / "csv" / "edges.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["document"] for row in csv.DictReader(file)} == {"article/001", "gazetteer", ""}
