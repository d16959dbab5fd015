"""Asking a graph: own queries, shipped queries, every form of answer."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
import rdflib

from kg.errors import UsageError
from kg.query import ask, find, open_graph, shipped
from kg.query.formats import as_csv, as_json
from kg.query.guard import check
from kg.text.sparql import words

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

    from kg.query import Shipped


@pytest.fixture(scope="module")
def store(specimen_turtle: Path) -> ox.Store:
    return open_graph(specimen_turtle)


@pytest.fixture(scope="module")
def seeds(seeds_turtle: Path) -> ox.Store:
    return open_graph(seeds_turtle)


def test_two_lines_are_enough(store: ox.Store) -> None:
    answer = ask(
        store, "SELECT ?city { ?county zt:within ?place . ?place rdfs:label ?city FILTER(LANG(?city) = 'zh-hans') }"
    )
    assert answer.columns == ("city",)
    assert set(answer.rows) == {("某市",), ("某省",)}


FORMS = [
    ("numbers are numbers", "SELECT (1 AS ?a) (2.5 AS ?b) (true AS ?c) {}", ((1, 2.5, True),)),
    ("unbound is empty", "SELECT ?a ?b { VALUES (?a ?b) { (UNDEF 'x') } }", ((None, "x"),)),
    ("whole decimals are whole", "SELECT (99790000000.0 AS ?a) {}", ((99790000000,),)),
]


@pytest.mark.parametrize(("why", "query", "rows"), FORMS, ids=[row[0] for row in FORMS])
def test_cells(why: str, query: str, rows: tuple[tuple[object, ...], ...], store: ox.Store) -> None:
    assert ask(store, query).rows == rows


def test_ask_and_construct(store: ox.Store) -> None:
    assert ask(store, "ASK { ?s a zt:Person }").truth is True
    made = ask(store, "CONSTRUCT { ?s a zt:City } WHERE { ?s a zt:City }").turtle
    assert made
    assert len(rdflib.Graph().parse(data=made, format="turtle")) == 1


def test_formats(store: ox.Store) -> None:
    answer = ask(store, "SELECT ?a ?b { VALUES (?a ?b) { ('=1+1' 3) (UNDEF -1.5) } }")
    assert as_csv(answer) == "a,b\r\n'=1+1,3\r\n,-1.5\r\n"
    assert json.loads(as_json(answer)) == [{"a": "=1+1", "b": 3}, {"b": -1.5}]
    assert json.loads(as_json(ask(store, "SELECT * { ?s zt:no ?o }"))) == []
    assert as_csv(ask(store, "ASK {}")) == "answer\r\ntrue\r\n"


REFUSED = [
    ("an update", "INSERT DATA { <a:a> <a:b> 1 }", "INSERT would change the graph"),
    ("an update after prefixes", "PREFIX a: <a:>\nLOAD <a:b>", "line 2, column 1"),
    ("with", "WITH <a:b> DELETE { ?s ?p ?o } WHERE {}", "WITH would change"),
    ("service", "SELECT * {\n  service <a:b> { ?s ?p ?o }\n}", "line 2, column 3"),
    ("service silent, in a group", "ASK { { SERVICE SILENT ?x { } } }", "SERVICE"),
    ("nothing", "# only a comment", "there is no query"),
    ("empty", "", "there is no query"),
]


@pytest.mark.parametrize(("why", "query", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_refused(why: str, query: str, told: str, store: ox.Store) -> None:
    with pytest.raises(UsageError, match=told):
        ask(store, query)


ALLOWED = [
    ("in a string", "SELECT * { ?s ?p 'SERVICE' }"),
    ("in a long string", 'SELECT * { ?s ?p """a "SERVICE\n" b""" }'),
    ("with an escaped quote", "SELECT * { ?s ?p 'it\\' SERVICE' }"),
    ("in a comment", "SELECT * { ?s ?p ?o } # SERVICE"),
    ("a variable", "SELECT ?service { ?service ?p ?o }"),
    ("a prefixed name", "PREFIX service: <a:> SELECT * { ?s service:insert ?o }"),
    ("an IRI", "SELECT * { <a:SERVICE> ?p ?o }"),
    ("less than is no IRI", "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }"),
]


@pytest.mark.parametrize(("why", "query"), ALLOWED, ids=[row[0] for row in ALLOWED])
def test_what_only_looks_refused(why: str, query: str, store: ox.Store) -> None:
    check(query, "the query")
    ask(store, query)


def test_words_take_linear_time() -> None:
    assert list(words('"' * 50_000 + "\\" * 50_000 + "<" * 50_000)) == []


FILES = [
    ("not RDF", "a.ttl", b"<a> <b>", "line 1, column"),
    ("no triple", "a.ttl", b"# nothing", "no triple"),
    ("XML that is not", "a.rdf", b"<not><closed>", "no RDF"),
    ("binary", "a.ttl", bytes(range(256)), "no RDF"),
    ("JSON that is not JSON-LD", "a.json", b"[1, 2", "no RDF"),
]


@pytest.mark.parametrize(("why", "name", "data", "told"), FILES, ids=[row[0] for row in FILES])
def test_files_that_are_no_graph(why: str, name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=told):
        open_graph(tmp_path / name)


def test_a_folder_means_its_graph(specimen_turtle: Path) -> None:
    assert len(open_graph(specimen_turtle.parent)) == len(open_graph(specimen_turtle))


GIVEN = {
    "article": {"article": "001"},
    "evidence": {"from": "临汾市", "to": "山西省"},
    "person": {"person": "闫晨曦"},
    "place": {"city": "临汾市"},
    "together": {"name": "临汾市"},
}
OPEN = {"awards", "contradictions", "cooperation", "programs-shared"}
"""These may have no answer in five articles."""


def test_there_are_at_least_twenty() -> None:
    assert len(shipped()) >= 20


@pytest.mark.parametrize("query", shipped(), ids=lambda query: query.name)
def test_every_shipped_query_has_an_answer_in_the_seeds(query: Shipped, seeds: ox.Store) -> None:
    answer = ask(seeds, query.with_values(GIVEN.get(query.name, {})))
    assert len(set(answer.columns)) == len(answer.columns)
    assert answer.rows or query.name in OPEN


@pytest.mark.parametrize("query", shipped(), ids=lambda query: query.name)
def test_every_shipped_query_is_plain_sparql(query: Shipped) -> None:
    """As shipped, without our prefixes and parameters, another engine reads it too."""
    from rdflib.plugins.sparql import prepareQuery

    assert prepareQuery(query.text)


@pytest.mark.parametrize("query", shipped(), ids=lambda query: query.name)
def test_every_shipped_query_is_ordered(query: Shipped) -> None:
    assert "ORDER BY" in query.text


@pytest.mark.parametrize("query", [q for q in shipped() if q.parameters], ids=lambda query: query.name)
def test_parameters_narrow_the_answer_and_cannot_break_out(query: Shipped, seeds: ox.Store) -> None:
    nasty = {parameter.name: '" } INSERT { \\ \n没有这样的名称' for parameter in query.parameters}
    assert ask(seeds, query.with_values(nasty)).rows == ()


ANSWERS = [
    (
        "posts",
        {"person": "闫晨曦"},
        {"name": "闫晨曦", "title": "市委书记", "organ": "中共临汾市委员会", "attested": "2022-04-27"},
    ),
    ("posts", {"of": "中共临汾市委员会"}, {"name": "李云峰", "title": "市委副书记"}),
    ("articles", {}, {"id": "002", "date": "2018-11-02", "home": "宽城区"}),
    ("within", {"city": "山西省"}, {"place": "临汾市", "adcode": "141000"}),
    ("organs", {"city": "临汾市"}, {"organ": "中共临汾市委员会", "adcode": "141000"}),
    ("evidence", {"from": "临汾市", "to": "山西省"}, {"relation": "within", "rule": "link.background/gazetteer"}),
    ("colleagues", {"person": "闫晨曦"}, {"colleague": "李云峰", "organ": "中共临汾市委员会"}),
    ("says", {"speaker": "林武"}, {"article": "001"}),
    ("figures", {"indicator": "走访企业"}, {"value": 8704, "unit": "户次"}),
    ("campaign-family", {}, {"family": "解放思想大讨论"}),
    ("names", {"name": "临汾市"}, {"also": "Línfén Shì"}),
]


@pytest.mark.parametrize(("name", "values", "row"), ANSWERS, ids=[f"{row[0]} {row[1]}" for row in ANSWERS])
def test_answers_that_the_seeds_give(
    name: str, values: dict[str, str], row: dict[str, object], seeds: ox.Store
) -> None:
    answer = ask(seeds, find(name).with_values(values))
    rows = [dict(zip(answer.columns, cells, strict=True)) for cells in answer.rows]
    assert any(row.items() <= found.items() for found in rows), rows[:5]


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(UsageError, match="Do you mean campaigns"):
        find("campaign")


ENGINES = {
    "article": {"article": "001"},
    "evidence": {"from": "某市", "to": "𠮷县"},
    "person": {"person": "张三丰"},
    "place": {"city": "某市"},
    "together": {"name": "某市"},
}


@pytest.mark.parametrize("query", shipped(), ids=lambda query: query.name)
def test_another_engine_answers_alike(query: Shipped, store: ox.Store, specimen_turtle: Path) -> None:
    """rdflib shares no code with oxigraph."""
    text = query.with_values(ENGINES.get(query.name, {}))
    other = {tuple("" if cell is None else str(cell) for cell in row) for row in _other(specimen_turtle).query(text)}
    mine = {tuple("" if cell is None else str(cell) for cell in row) for row in ask(store, text).rows}
    assert {_even(row) for row in mine} == {_even(row) for row in other}


def _even(row: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers and language tags in one form, for engines write them differently."""
    return tuple(cell.lower().removesuffix(".0") for cell in row)


@cache
def _other(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path)


TAGGED = [
    'SELECT ?l { ?s rdfs:label ?l FILTER(LANG(?l) = "zh-Hans") }',
    "SELECT ?l { ?s rdfs:label ?l FILTER('zh-Hans' = lang(?l)) }",
    'SELECT ?l { ?s rdfs:label ?l FILTER(LANG(?l) IN ("en", "zh-Hans")) }',
    'SELECT ?l { ?s rdfs:label ?l FILTER(LANG(?l) NOT IN ("EN")) }',
    'SELECT ?l { ?s rdfs:label ?l FILTER(LANG(?l) != "zh-Hant" && ?l != "zh-Hans") }',
    'SELECT ?l { ?s rdfs:label ?l FILTER(LCASE(LANG(?l)) = "zh-hans") }',
]


@pytest.mark.parametrize("query", TAGGED)
def test_language_tags_are_found_as_rdflib_finds_them(query: str, specimen_turtle: Path) -> None:
    import rdflib

    from kg.query import ask, open_graph

    theirs = rdflib.Graph().parse(specimen_turtle).query(query.replace('"EN"', '"en"'))
    found = sorted(str(row[0]) for row in ask(open_graph(specimen_turtle), query).rows)
    assert found == sorted(str(row[0]) for row in theirs)  # type: ignore[index]
    assert found


def test_only_tags_that_are_compared_are_written_small() -> None:
    from kg.text.sparql import lower_tags

    for query in (
        'SELECT * { ?s ?p "zh-Hans" } # LANG(?l) = "zh-Hans"',
        'SELECT * { ?s ?p ?l FILTER(?l = "LANG(?l) = zh-Hans") }',
    ):
        assert lower_tags(query) == (query, ())


def test_an_empty_answer_says_which_tags_there_are(specimen_turtle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kg.cli import main

    assert main(["query", str(specimen_turtle), 'SELECT ?l { ?s rdfs:label ?l FILTER(LANG(?l) = "zh-CN") }']) == 0
    assert "0 rows: no text has the language tag zh-cn; there are: " in capsys.readouterr().err
