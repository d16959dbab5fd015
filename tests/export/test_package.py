"""``--to package``: every file says the same of the others, the schemas fit the rows, and a description is checked."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.export.package.about import about
from kg.export.tables.excel import excel
from kg.export.tables.typed_csv import typed_csv
from kg.formats import Deposit, extra
from kg.model.table import Column, Table, Type
from kg.vocab import BASE

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph

DESCRIBED = """\
title = "两县干部履历"
description = "履历与关系。"
license = "https://creativecommons.org/licenses/by/4.0/"
published = "2026-12-01"
version = "1.0"
url = "https://doi.org/10.5281/zenodo.1"
keywords = ["elites"]
[[creators]]
name = "王小明"
orcid = "https://orcid.org/0000-0002-1825-0097"
affiliation = "某大学"
"""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("about") / "package.toml"
    path.write_text(DESCRIBED, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def files(seeds_graph: Graph, described: Path) -> dict[str, bytes]:
    made = extra(seeds_graph, ["package"], BASE, Deposit(described))
    return {name.removeprefix("package/"): data for name, data in made.items()}


def test_the_checksums_are_those_of_all_files(files: dict[str, bytes]) -> None:
    told = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())  # type: ignore[misc]
    assert told == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}


def test_the_schemas_fit_the_rows(files: dict[str, bytes]) -> None:
    """Every cell is of the type, every coded cell one of the codes, every key unique, every count right."""
    package = json.loads(files["datapackage.json"])
    assert len(package["resources"]) >= 11
    for resource in package["resources"]:
        data = files[resource["path"]]
        assert (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}") == (resource["bytes"], resource["hash"])
        reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
        rows = list(reader)
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert reader.fieldnames == list(fields)
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(rows)
        for row in rows:
            for name, value in row.items():
                _fits(fields[name], value)


def _fits(field: dict[str, Any], value: str) -> None:
    if value and field["type"] == "integer":
        int(value)
    if value and field["type"] == "number":
        float(value)
    codes = field.get("constraints", {}).get("enum")
    assert not (value and codes) or value in map(str, codes), (field["name"], value)


def test_the_crate_and_the_croissant_name_every_file(files: dict[str, bytes]) -> None:
    crate = {node["@id"]: node for node in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    parts = {part["@id"] for part in crate["./"]["hasPart"]}
    assert parts == files.keys() - {"SHA256SUMS", "ro-crate-metadata.json"}
    for part in parts:
        assert crate[part]["sha256"] == hashlib.sha256(files[part]).hexdigest()
    assert crate["./"]["author"] == [{"@id": "https://orcid.org/0000-0002-1825-0097"}]
    croissant = json.loads(files["croissant.json"])
    assert {one["contentUrl"] for one in croissant["distribution"]} == {
        name for name in parts if name.startswith("data/")
    }
    fields = {field["name"]: field["dataType"] for one in croissant["recordSet"] for field in one["field"]}
    assert (fields["careers/adcode"], fields["observations/value"]) == ("sc:Integer", "sc:Float")


def test_the_catalogue_counts_the_graph(files: dict[str, bytes]) -> None:
    store = ox.Store()
    store.load(files["void.ttl"], format=ox.RdfFormat.TURTLE)
    graph = ox.Store()
    graph.load(files["graph.ttl"], format=ox.RdfFormat.TURTLE)
    query = """PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
      SELECT ?n (COUNT(?d) AS ?files) { ?s void:triples ?n ; dcat:distribution ?d FILTER(ISIRI(?s)) ?s a dcat:Dataset } GROUP BY ?n"""
    rows = list(store.query(query))
    assert len(rows) == 1
    assert int(rows[0]["n"].value) == len(graph)
    assert int(rows[0]["files"].value) == len(files) - 3  # not itself, nor the crate, nor the checksums
    parts = "PREFIX void: <http://rdfs.org/ns/void#> SELECT (SUM(?n) AS ?all) { ?p void:property ?q ; void:triples ?n }"
    assert int(list(store.query(parts))[0]["all"].value) == len(graph)  # noqa: RUF015


def test_the_codebook_tells_every_column_and_what_is_weak(files: dict[str, bytes]) -> None:
    told = files["codebook.md"].decode()
    for resource in json.loads(files["datapackage.json"])["resources"]:
        assert f"## {resource['name'].replace('-', '_')}\n" in told
        for field in resource["schema"]["fields"]:
            assert f"| {field['name'].replace('_', chr(92) + '_')} |" in told
    assert "relation undertakes" in told
    assert "`acting` 代理" in told


def test_how_to_cite(files: dict[str, bytes]) -> None:
    digest = hashlib.sha256(files["graph.ttl"]).hexdigest()
    line = f"王小明 (2026). 两县干部履历. Data set, version 1.0, build {digest[:12]}, made with Zhengtu"
    assert line in files["README.md"].decode()
    assert line in json.loads(files["croissant.json"])["citeAs"]
    told = files["CITATION.cff"].decode()
    assert 'orcid: "https://orcid.org/0000-0002-1825-0097"' in told
    assert digest in told


def test_without_a_description_nothing_is_invented(seeds_graph: Graph) -> None:
    files = extra(seeds_graph, ["package"], BASE)
    crate = {node["@id"]: node for node in json.loads(files["package/ro-crate-metadata.json"])["@graph"]}
    assert crate["./"]["datePublished"] == "2022-04-27"  # of the newest article
    assert "has named no licence" in crate[crate["./"]["license"]["@id"]]["description"]
    assert "author" not in crate["./"]
    assert "licenses" not in json.loads(files["package/datapackage.json"])


def test_the_same_twice(seeds_graph: Graph, described: Path, files: dict[str, bytes]) -> None:
    again = extra(seeds_graph, ["package"], BASE, Deposit(described))
    assert {name.removeprefix("package/"): data for name, data in again.items()} == files


WRONG = [
    ("no TOML", "title = ", "the description cannot be read"),
    ("an unknown field", 'colour = "red"', "has no field colour"),
    ("no text", "title = 3", "title is no text"),
    ("a creator without a name", '[[creators]]\norcid = "x"', "a creator has a name"),
]


@pytest.mark.parametrize(("why", "text", "told"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_description(why: str, text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        about(tmp_path / "a.toml", {"title": "", "description": "", "published": "", "program": ""})


HOSTILE = Table(
    "t",
    "",
    "",
    (Column("a", Type.TEXT, "", ""), Column("b", Type.WHOLE, "", "")),
    (("=1+1", 1), ('"引号",', None), ("001", -2), ("a\x01b\u2028<&", 3)),
)


def test_what_a_spreadsheet_would_run_or_break_on() -> None:
    lines = typed_csv(HOSTILE, mark=False).decode().splitlines(keepends=False)
    rows = list(csv.reader(io.StringIO(typed_csv(HOSTILE).decode("utf-8-sig"), newline="")))
    assert lines[1] == '"\'=1+1",1'
    assert rows[2] == ['"引号",', ""]
    assert rows[3] == ["001", "-2"]
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    sheet = openpyxl.load_workbook(io.BytesIO(excel([HOSTILE])))["t"]
    assert [[cell.value for cell in row] for row in sheet][1:4] == [["=1+1", 1], ['"引号",', None], ["001", -2]]
    assert sheet["A2"].data_type in {"s", "inlineStr"}
