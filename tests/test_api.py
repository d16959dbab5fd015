"""The same from Python: build, networkx, rdflib, SPARQL, files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import kg
from kg.errors import UsageError
from kg.export.page import page

ROOT = Path(__file__).resolve().parent.parent
TEXT = "某报讯\n平原县县委书记王建国在会上指出，“要把工作抓实。”\n"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    folder = tmp_path_factory.mktemp("api")
    (folder / "1.txt").write_text(TEXT, encoding="utf-8")
    (folder / "2.txt").write_bytes(b"")
    return kg.build(folder)


def test_one_path_or_several(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert kg.build(path) == kg.build(str(path)) == kg.build([path])


def test_what_could_not_be_read_is_told(graph: kg.Graph) -> None:
    assert [Path(skip.source).name for skip in graph.skipped] == ["2.txt"]
    assert [article.id for article in graph.articles] == ["1"]


def test_networkx_and_rdflib(graph: kg.Graph) -> None:
    net = graph.to_networkx()
    assert net.is_directed()
    assert net.is_multigraph()
    assert "王建国" in {label for _, label in net.nodes(data="label")}
    found = graph.to_rdf().query("SELECT ?t { ?post <https://w3id.org/zhengtu/ontology#title> ?t }")
    assert [str(row[0]) for row in found] == ["县委书记"]


def test_sparql_without_a_file(graph: kg.Graph) -> None:
    assert graph.query("SELECT ?t { ?post zt:title ?t }").rows == (("县委书记",),)
    with pytest.raises(UsageError, match="line 1"):
        graph.query("SELECT ?t {")


def test_write(graph: kg.Graph, tmp_path: Path) -> None:
    graph.write(tmp_path / "out", base="https://example.org/kg/")
    assert "<https://example.org/kg/article/1>" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_progress_names_every_source(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    seen: list[str] = []
    kg.build(tmp_path, progress=seen.append)
    assert [Path(name).name for name in seen] == ["1.txt", "2.txt"]


def test_a_missing_path() -> None:
    with pytest.raises(kg.UsageError, match="there is no such file or folder"):
        kg.build("no/such/place")


def test_a_short_repr(graph: kg.Graph) -> None:
    told = repr(graph)
    assert told.startswith("<kg.Graph: 1 articles, ")
    assert "1 skipped" in told
    assert len(told) < 200
    assert repr(kg.Graph()) == "<kg.Graph: empty>"


def test_what_is_skipped_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"")
    with caplog.at_level("INFO", logger="kg"):
        kg.build(tmp_path)
    levels = {record.levelname: record.getMessage() for record in caplog.records if record.name == "kg"}
    assert "2.txt" in levels["WARNING"]
    assert levels["INFO"].startswith("built <kg.Graph: 1 articles")


def test_tables_and_pyvis(graph: kg.Graph) -> None:
    table = graph.table("careers")
    assert [(row["person"], row["post"]) for row in table.dicts()] == [("王建国", "县委书记")]
    with pytest.raises(UsageError, match="there is no table of this name"):
        graph.table("spouses")
    net = graph.to_pyvis()
    assert {node["label"] for node in net.nodes} == {entity.name for entity in graph.entities}


def test_without_pyvis(graph: kg.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyvis.network", None)
    with pytest.raises(UsageError, match=r"pip install 'zhengtu\[pyvis\]'"):
        graph.to_pyvis()
    assert b"<!DOCTYPE html>" in page(graph)


@pytest.mark.filterwarnings("default")
def test_pandas(graph: kg.Graph) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed: pip install 'zhengtu[pandas]'")
    frame = graph.to_pandas("careers")
    assert frame["person"].tolist() == ["王建国"]
    assert str(frame["adcode"].dtype).startswith("str")
    assert str(frame["begin"].dtype) == "Int64"
    assert frame["begin_date"].isna().all()
    assert list(graph.to_pandas()) == list(graph.table("entities").header)
    assert isinstance(kg.Graph().to_pandas("ties"), pandas.DataFrame)  # without rows


def test_without_pandas(graph: kg.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(UsageError, match="needs the package pandas"):
        graph.to_pandas("careers")
