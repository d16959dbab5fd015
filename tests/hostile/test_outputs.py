"""What a build writes steers no terminal, turns no line and runs in no spreadsheet, whatever stood in the articles."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import InputError, UsageError, without_addresses
from kg.export.rdf.terms import check_base
from kg.export.tables.csv_tables import guard
from kg.export.view.escape import data
from kg.pipeline.article import fault

STEERS = "".join(map(chr, (0x202E, 0x2066, 0x200F, 0x61C, 0x9B, 0x7F, 0x1B, 0x07)))
TEXT = f"德州市委书记王建国指出，“=要抓落实{STEERS}。”德州市实施“{STEERS}清河”工程，完成投资3亿元。"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of an article full of them, with every format, and of files with such names."""
    top = tmp_path_factory.mktemp("steers")
    row = {"text": TEXT, "title": f"=1+1{STEERS}德州市召开会议", "source": f"@德州{STEERS}日报", "date": "2024-03-09"}
    (top / "in").mkdir()
    (top / "in" / "a\u202eb.jsonl").write_text(json.dumps(row), "utf-8")
    (top / "in" / "=x\u202e.txt").write_bytes(b"")
    assert main(["build", str(top / "in"), "-o", str(top / "out"), "--to", "csv,neo4j", "-q"]) == 0
    return top / "out"


def steering(text: str) -> set[str]:
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "R", "AL"}
    marks = {char for char in text if unicodedata.category(char) == "Cf" and unicodedata.bidirectional(char) in bidi}
    return (
        marks
        | {char for char in text if unicodedata.category(char) == "Cc" and char not in "\n\r\t"}
        | ({"\u061c"} & set(text))
    )


WRITTEN = ["report.md", "graph.html"]
TABLES = ["csv", "neo4j"]


@pytest.mark.parametrize("name", WRITTEN)
def test_no_file_for_people_steers(name: str, folder: Path) -> None:
    assert not steering((folder / name).read_text("utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_no_table_steers_or_runs(name: str, folder: Path) -> None:
    files = sorted((folder / name).iterdir())
    assert files
    for file in files:
        text = file.read_text("utf-8-sig")
        assert not steering(text), file
        for row in csv.reader(io.StringIO(text, newline="")) if file.suffix == ".csv" else ():
            assert not [
                cell for cell in row if cell[:1] in set("=+@＝＋＠") or (cell[:1] == "-" and not cell[1:2].isdigit())
            ]


def test_the_graph_itself_keeps_every_character(folder: Path) -> None:
    (kept,) = (folder / "texts").iterdir()
    assert STEERS in kept.read_text("utf-8")


@pytest.mark.parametrize("cell", ["=1", "\x01=1", "\u202e=1", "＝1", "\n=1", "@a", "+1", "-x", "\t=1"])
def test_no_cell_runs(cell: str) -> None:
    assert guard(cell).startswith("'")


def test_the_page_keeps_its_offsets() -> None:
    value = {"a\x01": [f"x{STEERS}y", ("\\u0001", "\\\\", None, 1.5)]}
    again = json.loads(data(value))
    assert again == {"a\ufffd": ["x" + "\ufffd" * len(STEERS) + "y", ["\\u0001", "\\\\", None, 1.5]]}


def test_no_message_holds_the_address_of_an_object() -> None:
    odd = f"cannot identify {object()!r}, nor {object!r}"
    assert "0x" not in fault("a.txt", ValueError(odd)).cause
    assert (
        InputError("a", odd, "b").cause == without_addresses(odd) == f"cannot identify <object object>, nor {object!r}"
    )
    assert without_addresses("at 0 x at 1") == "at 0 x at 1"


@pytest.mark.parametrize(
    "base",
    ["urn:example:", "mailto:a@b.cn", "data:,", "tag:a,2024:", "http://", "http:///", "x y://a/", "https://a.cn/?q=/"],
)
def test_a_base_without_a_hierarchy(base: str) -> None:
    with pytest.raises(UsageError, match="this is no base IRI"):
        check_base(base)


@pytest.mark.parametrize(
    ("home", "told"),
    [
        ("无此县", "there is no division"),
        ("999999", "there is no division"),
        ("朝阳区", "several divisions have this name"),
    ],
)
@pytest.mark.parametrize("engine", [[], ["--engine", "local"]])
def test_a_home_that_is_none(
    home: str, told: str, engine: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("全市召开会议。", "utf-8")
    words = ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--home", home, *engine]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert f"--home {home}: {told}" in said
    assert "code" in said
    assert not (tmp_path / "out" / "graph.ttl").exists()


@pytest.mark.parametrize("home", ["临汾", "临汾市", "141000", "吉林", "德城区"])
def test_a_home_that_is_one(home: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("全市召开会议。", "utf-8")
    assert main(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--home", home, "-q"]) == 0
