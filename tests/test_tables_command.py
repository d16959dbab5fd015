"""``kg tables``: from a graph and from texts, printed and written, and its refusals."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from kg.cli import main
from kg.tables.registry import TABLES
from tests.tables import made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.folder(tmp_path_factory.mktemp("made") / "texts")


@pytest.fixture(scope="module")
def built(texts: Path) -> Path:
    assert main(["build", str(texts), "-o", str(texts.parent / "out"), "-q"]) == 0
    return texts.parent / "out"


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_graph_and_its_texts_give_the_same_tables(texts: Path, built: Path, tmp_path: Path) -> None:
    for source, name in ((texts, "texts"), (built, "graph")):
        assert main(["tables", str(source), "-o", str(tmp_path / name), "-q"]) == 0
    for name in TABLES:
        one, two = ((tmp_path / folder / f"{name}.csv").read_bytes() for folder in ("texts", "graph"))
        assert one == two, name
        assert one.count(b"\r\n") > (name in {"careers", "ties", "diffusion", "entities", "relations"})


def test_every_format_holds_the_same_rows(built: Path, tmp_path: Path) -> None:
    words = [
        "tables",
        str(built),
        "careers",
        "ties",
        "--to",
        "csv,xlsx,parquet,json,graphml",
        "-o",
        str(tmp_path),
        "-q",
    ]
    assert main(words) == 0
    told = rows((tmp_path / "careers.csv").read_bytes())
    kept = json.loads((tmp_path / "careers.json").read_text(encoding="utf-8"))
    assert [row["person"] for row in told] == [row["person"] for row in kept]
    assert told[0]["adcode"] == kept[0]["adcode"]
    parquet = pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "careers.parquet").to_pylist()
    assert parquet == kept
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    lines = [["".join(cell.itertext()) for cell in row] for row in sheet.iter() if row.tag.endswith("}row")]
    assert len(lines) == len(kept) + 1
    assert [line[2] for line in lines[1:]] == [row["person"] for row in kept]
    net = (tmp_path / "ties.graphml").read_text(encoding="utf-8")
    assert net.count("<edge ") == len(rows((tmp_path / "ties.csv").read_bytes()))


def test_rows_are_printed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", str(built), "careers", "--rows", "2"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("careers: 25 rows.")
    assert "… 23 more" in told
    assert "person=易水生" in told


def test_one_table_to_standard_output(built: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["tables", str(built), "diffusion", "-o", "-"]) == 0
    assert "解放思想大讨论".encode() in capfdbinary.readouterr().out


def test_a_word_needs_the_texts(texts: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", str(texts), "--word", "干部作风"]) == 0
    assert "theme=干部作风" in capsys.readouterr().out
    assert main(["tables", str(built), "--word", "干部作风"]) == 2
    assert "a written graph does not hold the texts" in capsys.readouterr().err


def test_the_list_tells_every_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", "--list"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n{name}\n" in f"\n{told}" for name in TABLES)
    assert "right_censored (whole): 1: no text tells when it ended." in told


REFUSED = [
    ("an unknown table", ["spouses"], "there is no table of this name"),
    ("an unknown format", ["careers", "--to", "stata"], "no export of this name"),
    ("two tables into one pipe", ["careers", "ties", "-o", "-"], "2 files to print"),
    ("no list of edges", ["careers", "--to", "graphml", "-o", "-"], "is a list of edges"),
]


@pytest.mark.parametrize(("why", "words", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refusals(why: str, words: list[str], told: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", str(built), *words]) == 2
    assert told in capsys.readouterr().err


def test_two_runs_give_the_same_bytes(texts: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert main(["tables", str(texts), "ties", "--to", "xlsx,graphml", "-o", str(tmp_path / name), "-q"]) == 0
    for file in ("tables.xlsx", "ties.graphml"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
