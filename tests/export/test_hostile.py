"""Nothing from an article can break or steer what is written: nasty strings through every export and back."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib

from kg.commands.console.terminal import harmless
from kg.export.network.cytoscape import cytoscape
from kg.export.network.gexf import gexf
from kg.export.network.graphml import graphml
from kg.export.network.nodelink import nodelink
from kg.export.page import page
from kg.export.rdf.jsonld import jsonld
from kg.export.rdf.nquads import nquads
from kg.export.rdf.ntriples import ntriples
from kg.export.rdf.rdfxml import rdfxml
from kg.export.rdf.trig import trig
from kg.export.rdf.turtle import turtle
from kg.export.report import report
from kg.export.tables.csv_tables import csv_tables
from kg.export.tables.neo4j import neo4j
from kg.export.texts import texts
from kg.model import Article, Document, Entity, Evidence, Figure, Graph, Masthead, Post, Quote, Relation, Skipped, Span
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from pathlib import Path

NASTY = (
    '"',
    "\\",
    '\\" . <http://evil> <http://evil> "',
    '""" ; zt:evil """',
    "line\nbreak\r\nand\rmore\u2028\u2029\x85\x0b\x0c",
    "tab\tand nul\x00 and \x01\x1f\x7f\x9f",
    "\x1b[31m\x1b]0;title\x07\x9b31m",
    "\u202eright to left\u2066\u200f",
    "<script>alert(1)</script>&lt;&amp;<![CDATA[x]]>]]>",
    "</script><!--<script>",
    '=HYPERLINK("http://evil","x")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "＝1+1",
    "'; MATCH (n) DETACH DELETE n; //",
    "\\'}) DETACH DELETE n //",
    "`) REMOVE",
    "${x} {{7*7}} {% x %} %s %n $(id) `id`",
    "../../etc/passwd",
    "CON",
    "a" * 3000,
    "\U0001f600𠮷\U0010ffff",
    "\ufffe\uffff\ufdd0",
    "\ue000\u0301\u200b",
    "\ud800 lone \udfff",
    "<http://a b>",
    "http://a/\u00a0{}|^`",
    "|a|b| [x](javascript:alert(1)) # `",
    "",
)


def nasty() -> Graph:
    """Every nasty string as a name, alias, title, source, post, indicator, unit, quotation, rule and cause."""
    text = "。".join(NASTY) + "。"
    whole = Span(0, len(text))
    why = Evidence("x/../1 2", whole, 'rule"<', 0.5)
    head = Masthead(title=NASTY[4] + NASTY[8], date="2021-11-09")
    document = Document("x/../1 2", NASTY[6] + ".txt", text, text, (), (whole,), head, extracted=True)
    entities = [
        Entity(f"event/{n}", Kind.EVENT, name or "-", ((name + "x", "zh-Hans"),)) for n, name in enumerate(NASTY)
    ]
    entities += [Entity("person/p", Kind.PERSON, NASTY[0]), Entity("organization/o", Kind.ORGANIZATION, NASTY[10])]
    return Graph(
        articles=(Article(document, "", "organization/o", ("person/p",), ()),),
        entities=tuple(sorted(entities)),
        relations=tuple(
            sorted(Relation("person/p", Predicate.PARTICIPATES_IN, f"event/{n}", why) for n in range(len(NASTY)))
        ),
        posts=tuple(sorted(Post("person/p", name or "-", "organization/o", "attested", why) for name in NASTY)),
        figures=tuple(sorted(Figure(name, 1.5, name, "exact", "", "", why, name) for name in NASTY)),
        quotes=(Quote("person/p", whole, text, why),),
        skipped=tuple(Skipped(name, name, name) for name in NASTY),
    )


GRAPH = nasty()
RDF = [
    (turtle, ox.RdfFormat.TURTLE),
    (ntriples, ox.RdfFormat.N_TRIPLES),
    (trig, ox.RdfFormat.TRIG),
    (nquads, ox.RdfFormat.N_QUADS),
    (jsonld, ox.RdfFormat.JSON_LD),
]


def joined(made: Any) -> bytes:
    return bytes(made) if isinstance(made, bytes) else b"".join(made)


def writable(value: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", value)


@pytest.mark.parametrize(("write", "form"), RDF, ids=[write.__name__ for write, _ in RDF])
def test_rdf_gives_every_string_back(write: Any, form: ox.RdfFormat) -> None:
    quads = list(ox.parse(io.BytesIO(joined(write(GRAPH))), format=form))
    values = {quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
    assert {writable(name) for name in NASTY if name} <= values
    assert not any("evil" in quad.predicate.value for quad in quads)
    nodes = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    assert all(node.startswith("https://w3id.org/zhengtu/kg/") for node in nodes)


def test_a_second_reader_agrees() -> None:
    graph = rdflib.Graph().parse(data=joined(turtle(GRAPH)), format="turtle")
    assert len(graph) == len(list(ox.parse(io.BytesIO(joined(ntriples(GRAPH))), format=ox.RdfFormat.N_TRIPLES)))


ALLOWED = re.compile("[\x09\x0a\x0d\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


@pytest.mark.parametrize("write", [graphml, gexf, rdfxml], ids=lambda write: write.__name__)
def test_xml_parses_and_holds_every_string(write: Any) -> None:
    data = joined(write(GRAPH))
    told = {text for node in ElementTree.fromstring(data).iter() for text in (node.text, *node.attrib.values()) if text}
    for name in NASTY:
        kept = "".join(char for char in name if ALLOWED.fullmatch(char))
        assert not kept or kept in told or writable(name) in told, repr(name)


@pytest.mark.parametrize("write", [nodelink, cytoscape], ids=lambda write: write.__name__)
def test_json_parses(write: Any) -> None:
    said = json.dumps(json.loads(joined(write(GRAPH))), ensure_ascii=False)
    assert "𠮷" in said
    joined(write(GRAPH)).decode("utf-8")


def test_no_cell_of_a_table_is_a_formula() -> None:
    for name, data in csv_tables(GRAPH).items():
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1, name
        for row in rows[1:]:
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or re.fullmatch(r"-?\d+(\.\d+)?", cell)
                assert "\0" not in cell


def test_cypher_has_one_statement_a_line_and_closed_strings() -> None:
    script = neo4j(GRAPH)["graph.cypher"].decode()
    literal = re.compile(r"'(?:[^'\\]|\\.)*'")
    for line in script.splitlines():
        bare = literal.sub("", line)
        assert "'" not in bare
        assert "DELETE" not in bare
        assert bare.endswith(";")
        assert bare.count(";") == 1
    assert len(script.splitlines()) == script.count(";\n")


def test_the_page_has_no_script_of_theirs() -> None:
    html = joined(page(GRAPH)).decode()
    assert "<script>alert(1)" not in html
    assert html.count("<script") == html.count("</script>")


def test_the_report_is_plain_markdown() -> None:
    told = joined(report(GRAPH)).decode()
    assert "<script" not in told
    assert "\x1b" not in told
    assert not re.search(r"(?<!\\)\](?=\()", told)
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in rows)


def test_kept_texts_stay_in_their_folder() -> None:
    article = GRAPH.articles[0]
    ids = ["../up", "/abs", "a/b", "CON", "con.x", "A", "a", "长" * 200, "x\x00y", ".", "..", "", "b c"]
    graph = replace(
        GRAPH, articles=tuple(replace(article, document=replace(article.document, id=name)) for name in ids)
    )
    names = list(texts(graph))
    assert len({name.casefold() for name in names}) == len(ids)
    for name in names:
        folder, _, file = name.partition("/")
        assert folder == "texts"
        assert re.fullmatch(r"[\w.+·-]+\.txt", file)
        assert not file.startswith(".")
        assert len(file.encode()) < 200
        assert file.split(".")[0].casefold() not in {"con", "nul"}


@pytest.mark.parametrize("name", NASTY)
def test_the_terminal_is_not_steered(name: str) -> None:
    said = harmless(name)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ud800-\udfff]", said)


def test_nasty_files_through_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names and contents of files, through the whole build, in both ways of speaking."""
    from kg.cli import main

    folder = tmp_path / "in"
    folder.mkdir()
    for n, name in enumerate(
        ["\x1b[31m红.txt", "行\n二.txt", "=1+1.txt", "<b>&\"'.txt", "-rf.txt", "\u202etxt.exe.txt"]
    ):
        (folder / name).write_text(
            f"清河县召开大会{n}。\n" + writable("\n".join(NASTY)).replace("\0", ""), encoding="utf-8"
        )
        (folder / f"空{name}").write_bytes(b"")
    with contextlib.suppress(OSError, UnicodeEncodeError):  # some file systems take no such name
        (folder / "坏\udcff.txt").write_text("清河县召开大会。", encoding="utf-8")
    for form in ("text", "json"):
        status = main(["--log-format", form, "build", str(folder), "-o", str(tmp_path / "out"), "--to", "csv,neo4j"])
        said = capsys.readouterr().err
        assert status == 0, said
        assert "\x1b" not in said
        assert "\u202e" not in said
        if form == "json":
            assert all(json.loads(line) for line in said.splitlines())
    ox.Store().load(path=str(tmp_path / "out" / "graph.ttl"), format=ox.RdfFormat.TURTLE)
