"""The package in the hands of others: validators accept it, and every reader counts the same rows and keeps the Chinese."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from kg.formats import extra
from kg.vocab import BASE

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph

Counts = dict[str, int]


@pytest.fixture(scope="module")
def folder(seeds_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("package")
    for name, data in extra(seeds_graph, ["package"], BASE).items():
        path = place / name.removeprefix("package/")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return place


@pytest.fixture(scope="module")
def counts(folder: Path) -> Counts:
    found = {}
    for path in sorted((folder / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = sum(1 for _ in csv.reader(file)) - 1
    assert found["entities"] > 300
    return found


@pytest.mark.filterwarnings("default")
def test_frictionless_finds_it_valid(folder: Path, counts: Counts) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    found = {
        task.name.replace("-", "_"): task.stats.get("rows", 0) for task in report.tasks
    }  # none where a table is empty
    assert found == counts


@pytest.mark.filterwarnings("default")
def test_croissant_finds_it_valid_and_reads_it(folder: Path, counts: Counts) -> None:
    croissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed")
    dataset = croissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert not dataset.metadata.issues.errors
    rows = list(dataset.records("careers"))
    assert len(rows) == counts["careers"]
    assert {row["careers/adcode"] for row in rows} >= {141000, 220103}
    assert "林武".encode() in {row["careers/person"] for row in rows}


@pytest.mark.filterwarnings("default")
def test_duckdb_loads_it(folder: Path, counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    monkeypatch.chdir(folder)
    store = duckdb.connect()
    store.execute((folder / "load.sql").read_text(encoding="utf-8"))
    for name, rows in counts.items():
        assert store.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone() == (rows,)
        assert store.execute(f"SELECT COUNT(*) FROM read_csv('data/{name}.csv')").fetchone() == (rows,)  # guessing
    told = store.execute("SELECT adcode, article FROM careers WHERE person = '林武'").fetchone()
    assert told == ("140000", "article/001")


@pytest.mark.filterwarnings("default")
def test_polars_and_pandas_read_it(folder: Path, counts: Counts) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    types = {"string": "string", "integer": "Int64", "number": "float64"}
    for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        path, fields = folder / resource["path"], resource["schema"]["fields"]
        typed = pandas.read_csv(path, dtype={field["name"]: types[field["type"]] for field in fields})
        name = resource["name"].replace("-", "_")
        assert len(typed) == polars.read_csv(path).height == counts[name]
        if name == "careers":
            assert typed["person"].tolist() == polars.read_csv(path)["person"].to_list()
            assert set(typed["adcode"].dropna()) >= {"141000", "220103"}


def test_r_reads_it(folder: Path, counts: Counts) -> None:
    program = shutil.which("Rscript")
    if not program:
        pytest.skip("Rscript is not installed: apt-get install r-base-core")
    script = (
        'for (f in list.files("data", full.names = TRUE)) { d <- read.csv(f, encoding = "UTF-8", na.strings = ""); '
        'cat(sub(".csv", "", basename(f), fixed = TRUE), nrow(d), "\\n") }; '
        'd <- read.csv("data/careers.csv", colClasses = c(adcode = "character"), encoding = "UTF-8"); '
        'cat(enc2utf8(d$person[d$adcode == "140000"]))'
    )
    command = [program, "-e", script]
    told = subprocess.run(
        command, cwd=folder, capture_output=True, check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    )
    *lines, last = told.stdout.decode().splitlines()
    assert {name: int(rows) for name, rows in (line.split() for line in lines)} == counts
    assert "林武" in last


def test_libreoffice_reads_every_sheet(folder: Path, counts: Counts, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if not program:
        pytest.skip("soffice is not installed: apt-get install libreoffice-calc-nogui")
    words = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [program, "--headless", "--convert-to", words, "--outdir", str(tmp_path), str(folder / "tables.xlsx")]
    subprocess.run(
        command, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}, capture_output=True, check=True, timeout=240
    )
    for name, rows in counts.items():
        with (tmp_path / f"tables-{name}.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.DictReader(file))
        assert len(read) == rows
        if name == "careers":
            assert {row["adcode"] for row in read} >= {"140000", "141000", "220103"}
            assert "林武" in {row["person"] for row in read}
