"""``--no-text``: no file holds the words of an article or a quotation; offsets, lengths and hashes stay."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pyoxigraph as ox

import kg
from kg.cli import main
from kg.export.redact import BAR, without_text

if TYPE_CHECKING:
    from pathlib import Path

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SAID = "要把项目建设作为头号工程来抓，抓早抓实抓出成效"
TEXT = (
    "清河县召开重点项目建设推进大会\n2024-03-09 来源：清河日报\n"
    f"3月8日上午，清河县在会议中心召开大会。县委书记李建军在会上指出，“{SAID}。”全县一季度新开工项目32个。\n"
    "与会人员认真听取了发改部门关于下一步打算的详细汇报，大家纷纷表示深受鼓舞，一定不负众望。\n"
)
WORDS = (SAID, SAID[:9], "上午，清河县在会议中心", "与会人员认真听取了", "大家纷纷表示深受鼓舞")
FORMATS = "ntriples,trig,nquads,jsonld,rdfxml,cytoscape,csv,neo4j"


def built(folder: Path, *words: str) -> dict[str, bytes]:
    formats = FORMATS + (",parquet" if importlib.util.find_spec("pyarrow") else "")
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(folder / "a.md"), "-o", str(folder / "out"), "-q", "--to", formats, *words]) == 0
    out = folder / "out"
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for top in out.iterdir()
        if not top.name.startswith(".kg")
        for path in (top.rglob("*") if top.is_dir() else [top])
    }


def test_no_file_holds_the_words(tmp_path: Path) -> None:
    for name, data in built(tmp_path, "--no-text").items():
        if name.endswith(".parquet"):
            from pyarrow import BufferReader, parquet

            data = str(parquet.read_table(BufferReader(data)).to_pylist()).encode()
        for word in WORDS:
            assert word.encode() not in data, (name, word)
            assert word.encode("unicode_escape") not in data.lower(), (name, word)
            assert not name.startswith("texts/")


def test_the_words_are_there_without_it(tmp_path: Path) -> None:
    files = built(tmp_path)
    assert files["texts/a.txt"].decode() == TEXT
    for name in ("graph.ttl", "graph.html", "graph.json", "csv/quotations.csv", "neo4j/graph.cypher"):
        assert SAID.encode() in files[name], name


def test_offsets_lengths_names_and_hashes_stay(tmp_path: Path) -> None:
    plain, barred = (built(tmp_path, *words)["graph.nt"] for words in ((), ("--no-text",)))

    def lines(data: bytes) -> list[str]:
        gone = (f"<{NIF}anchorOf>", "#value>", "quotation-")
        return [line for line in data.decode().splitlines() if not any(word in line for word in gone)]

    assert lines(plain) == lines(barred)
    assert plain.count(b"sha256>") == barred.count(b"sha256>") == 1
    anchors = [
        (quad.subject.value, quad.object.value)
        for quad in ox.parse(input=barred, format=ox.RdfFormat.N_TRIPLES)
        if quad.predicate.value == f"{NIF}anchorOf"
    ]
    assert anchors
    for node, words in anchors:
        begin, end = map(int, node.rsplit("#char=", 1)[1].split(","))
        assert len(words) == end - begin
        assert set(words) <= {BAR, "\n"}


def test_from_python(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    graph = kg.build(tmp_path / "a.txt")
    assert isinstance(without_text(graph), kg.Graph)
    graph.write(tmp_path / "out", text=False)
    assert SAID.encode() not in (tmp_path / "out" / "graph.ttl").read_bytes()
    assert graph.query("SELECT * { ?s ?p ?o } LIMIT 1").rows


def test_answers_still_come(tmp_path: Path) -> None:
    built(tmp_path, "--no-text")
    for words in (["query", "posts"], ["explain", "李建军"], ["timeline", "李建军"], ["query", "says"]):
        assert main([words[0], str(tmp_path / "out"), words[1]]) == 0
