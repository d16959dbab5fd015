"""A dataset holds what one machine writes of the same articles: every quad, every node, every edge, and no other."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from kg.dataset import build as building
from kg.dataset import chunks as cutting
from kg.dataset.build import write
from kg.dataset.manifest import Dataset
from kg.errors import InputError, OutputError, UsageError
from kg.export.lock import held
from kg.export.rdf.nquads import nquads
from kg.export.redact import BAR, without_text
from kg.export.report import counts
from kg.export.tables.parquet import parquet
from kg.ingest.read import Columns, Options
from kg.pipeline.build import build
from kg.query import ask, open_graph
from tests.conftest import ROOT
from tests.dataset.contents import files, quads, rows
from tests.dataset.texts import folder

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'zhengtu[cluster]'")
pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'zhengtu[cluster]'")


@pytest.fixture(name="many")
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small chunks and many buckets, so that everything is spread."""
    monkeypatch.setattr(building, "_A_BUCKET", 3)
    monkeypatch.setattr(cutting.chunks, "__defaults__", (800,))


def same(dataset: Path, graph: Graph) -> None:
    assert quads(dataset) == set(nquads(graph).decode().splitlines())
    whole = parquet(graph)
    for table in ("nodes", "edges"):
        assert rows(dataset, table) == _rows(whole[f"{table}.parquet"])


def _rows(data: bytes) -> list[dict[str, Any]]:
    from pyarrow import parquet as reader

    return sorted(reader.read_table(io.BytesIO(data)).to_pylist(), key=lambda row: str(row["id"]))


def counted(made: Dataset, graph: Graph) -> None:
    expected = counts(graph)
    told = {"skipped": len(made.skipped), "entities": sum(made.kinds.values()), **made.counts}
    assert {sort: told[sort] for sort in expected} == expected


@pytest.mark.usefixtures("many")
def test_many_parts_are_one_graph(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    made = write([source, ROOT / "seeds"], tmp_path / "out", jobs=2)
    graph = build([source, ROOT / "seeds"])
    same(tmp_path / "out", graph)
    counted(made, graph)
    assert made.skipped == graph.skipped
    assert len(made.files) > 30
    rules = {relation.evidence.rule for relation in graph.relations}
    assert "merge/part-of-by-name" in rules, "the texts must show what only several articles tell"
    assert any("isReplacedBy" in line for line in quads(tmp_path / "out"))


def test_one_part_is_the_same(tmp_path: Path) -> None:
    write([ROOT / "seeds"], tmp_path, jobs=1)
    same(tmp_path, build([ROOT / "seeds"]))


@pytest.mark.usefixtures("many")
def test_every_option_reaches_the_workers(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("k,words\na,我市召开全市教育工作会议，市长王建国讲话。\n", encoding="utf-8")
    options = Options(columns=Columns(text="words", id="k"))
    base = "https://example.org/kg/"
    write([source], tmp_path / "out", jobs=1, options=options, home="运城市", base=base, text=False)
    graph = without_text(build([source], options=options, home="运城市"))
    assert quads(tmp_path / "out") == set(nquads(graph, base).decode().splitlines())
    assert any(BAR in line for line in quads(tmp_path / "out"))
    assert [row["text"] for row in rows(tmp_path / "out", "articles")] == [""]


@pytest.mark.usefixtures("many")
def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    for name, jobs in (("one", 1), ("two", 2)):
        write([source], tmp_path / name, jobs=jobs)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_the_offsets_lead_into_the_kept_texts(tmp_path: Path) -> None:
    write([folder(tmp_path / "in")], tmp_path / "out", jobs=1)
    texts = {row["id"]: row["text"] for row in rows(tmp_path / "out", "articles") if row["text"]}
    assert len(texts) == 12, "those of the corpus; the others are files themselves"
    edges = [row for row in rows(tmp_path / "out", "edges") if row["document"] in texts]
    assert edges
    for row in edges:
        assert texts[row["document"]][row["begin_index"] : row["end_index"]] == row["evidence"]


def test_the_manifest_says_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    made = write([ROOT / "seeds", tmp_path / "bad.txt"], tmp_path / "out", jobs=1)
    told = json.loads((tmp_path / "out/manifest.json").read_text("utf-8"))
    assert set(told["files"]) == files(tmp_path / "out").keys() - {"manifest.json"}
    assert told["counts"]["articles"] == 5
    assert [skip["source"] for skip in told["skipped"]] == [str(tmp_path / "bad.txt")]
    assert told["entities"] == made.kinds


def test_a_later_build_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "out", jobs=1)
    (source / "corpus.csv").unlink()
    write([source], tmp_path / "out", jobs=1)
    same(tmp_path / "out", build([source]))


def test_it_can_be_asked(tmp_path: Path, seeds_turtle: Path) -> None:
    write([ROOT / "seeds"], tmp_path, jobs=1)
    question = "SELECT ?s ?p ?o { ?s ?p ?o }"
    assert set(ask(open_graph(tmp_path), question).rows) == set(ask(open_graph(seeds_turtle), question).rows)


def test_a_damaged_dataset_is_told(tmp_path: Path) -> None:
    write([ROOT / "seeds"], tmp_path, jobs=1)
    (part,) = (tmp_path / "quads").glob("closing-*")
    part.write_bytes(part.read_bytes()[:30])
    with pytest.raises(UsageError, match="closing-"):
        open_graph(tmp_path)
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UsageError, match="not what `kg build --engine` wrote"):
        open_graph(tmp_path)


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    with pytest.raises(InputError, match=r"none of the 1 inputs could be read.*bad\.txt"):
        write([tmp_path / "bad.txt"], tmp_path / "out", jobs=1)
    assert not (tmp_path / "out/manifest.json").exists()


def test_a_wrong_column_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,甲\n", encoding="utf-8")
    with pytest.raises(UsageError, match="there is no column words"):
        write([tmp_path / "a.csv"], tmp_path / "out", jobs=1, options=Options(columns=Columns(text="words")))


def test_odd_names_are_one_graph(tmp_path: Path) -> None:
    source = tmp_path / "in put #1 50%"
    source.mkdir()
    for name in (b"gazetteer.txt", b"s\xff.txt", b"s\xfe.txt", b"a b*[1]?#.txt", "五一.txt".encode()):
        (source / os.fsdecode(name)).write_text("运城市委书记王建国到平陆县调研。\n", encoding="utf-8")
    made = write([source], tmp_path / "out * [1] ?::x", jobs=1)
    assert made.counts["articles"] == 5
    same(tmp_path / "out * [1] ?::x", build([source]))


def test_files_of_others_stay(tmp_path: Path) -> None:
    mine = [tmp_path / "out" / name for name in ("articles/001.md", "quads/things-mine.nq.gz", "_work/thesis.doc")]
    for path in mine:
        path.parent.mkdir(parents=True)
        path.write_text("甲", encoding="utf-8")
    write([ROOT / "seeds"], tmp_path / "out", jobs=1)
    write([ROOT / "seeds"], tmp_path / "out", jobs=1)
    assert all(path.read_text("utf-8") == "甲" for path in mine)


def test_inputs_are_not_written_beside(tmp_path: Path) -> None:
    source = folder(tmp_path / "articles")
    before = files(source)
    with pytest.raises(UsageError, match="beside what is to be read"):
        write([source], tmp_path, jobs=1)
    assert files(source) == before


def test_an_ordinary_build_and_a_dataset_are_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="an ordinary build is in this folder"):
        write([ROOT / "seeds"], tmp_path, jobs=1)
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="an ordinary build and a dataset"):
        open_graph(tmp_path)


def test_a_build_that_fails_leaves_the_earlier_dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write([ROOT / "seeds"], tmp_path / "out", jobs=1)
    before = files(tmp_path / "out")
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    with pytest.raises(InputError):
        write([tmp_path / "bad.txt"], tmp_path / "out", jobs=1)
    assert before.items() <= files(tmp_path / "out").items()
    with monkeypatch.context() as patched:
        patched.setattr(building, "publish", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            write([folder(tmp_path / "in")], tmp_path / "out", jobs=1)
    assert before.items() <= files(tmp_path / "out").items()
    write([ROOT / "seeds"], tmp_path / "out", jobs=1)
    assert files(tmp_path / "out") == before


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_two_builds_do_not_write_into_one_folder(tmp_path: Path) -> None:
    (tmp_path / ".kg").mkdir()
    with held(tmp_path / ".kg/lock"), pytest.raises(OutputError, match="another build"):
        write([ROOT / "seeds"], tmp_path, jobs=1)
