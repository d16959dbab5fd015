"""Scoring: what counts, what does not, and what is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluate import evaluate, from_gold, from_graph
from kg.evaluate.facts import Facts, Holding, Link, Named, Number, Saying
from kg.query import open_graph

ROOT = Path(__file__).resolve().parent


def named(key: str, name: str, kind: str = "Place", *aliases: str, optional: bool = False) -> Named:
    return Named(key, frozenset({kind}), name, frozenset({name, *aliases}), optional)


def facts(*entities: Named, **layers: object) -> Facts:
    return Facts({entity.key: entity for entity in entities}, **layers)  # type: ignore[arg-type]


def score(gold: Facts, found: Facts, row: str) -> tuple[float, float, int]:
    told = evaluate({"1": gold}, {"1": found}).rows[row]
    return round(told.precision, 3), round(told.recall, 3), told.expected


ENTITIES = [
    ("the same", named("g", "平原县"), named("a", "平原县"), (1, 1, 1)),
    ("an alias is exact", named("g", "平原县", "Place", "平原"), named("a", "平原"), (1, 1, 1)),
    ("another kind is wrong", named("g", "平原县"), named("a", "平原县", "Organization"), (0, 0, 1)),
    (
        "a near name is wrong",
        named("g", "平原县机械集团公司", "Organization"),
        named("a", "平原县机械集团", "Organization"),
        (0, 0, 1),
    ),
    ("a pointing word is not resolved", named("g", "平原县", "Place", "全县"), named("a", "全县"), (0, 0, 1)),
    ("an optional one counts neither way", named("g", "平原县", optional=True), named("a", "平原县"), (0, 0, 0)),
    ("an optional one may be missing", named("g", "平原县", optional=True), named("a", "禹城市"), (0, 0, 0)),
]


@pytest.mark.parametrize(("why", "gold", "found", "expected"), ENTITIES, ids=[row[0] for row in ENTITIES])
def test_entities(why: str, gold: Named, found: Named, expected: tuple[float, float, int]) -> None:
    assert score(facts(gold), facts(found), "entity (name and kind)") == expected


GOLD = facts(named("x", "平原县"), named("y", "德州市"), named("z", "山东省"), named("f", "远县", optional=True))
FOUND = facts(named("a", "平原县"), named("b", "德州市"), named("c", "山东省"), named("d", "远县"))
CHAIN = [Link("within", "x", "y"), Link("within", "y", "z")]
LINKS = [
    ("right", [Link("within", "x", "y")], [Link("within", "a", "b")], (1, 1, 1)),
    ("reversed", [Link("within", "x", "y")], [Link("within", "b", "a")], (0, 0, 1)),
    ("symmetric both ways", [Link("cooperatesWith", "x", "y")], [Link("cooperatesWith", "b", "a")], (1, 1, 1)),
    ("a step over the middle is not wrong", CHAIN, [Link("within", "a", "c"), Link("within", "a", "b")], (1, 0.5, 2)),
    ("background is never against", [], [Link("within", "a", "c", True)], (0, 0, 0)),
    ("an end that is optional", [], [Link("within", "d", "b")], (0, 0, 0)),
    ("extra", [], [Link("locatedIn", "a", "b")], (0, 0, 0)),
]


@pytest.mark.parametrize(("why", "gold", "found", "expected"), LINKS, ids=[row[0] for row in LINKS])
def test_relations(why: str, gold: list[Link], found: list[Link], expected: tuple[float, float, int]) -> None:
    assert score(replace(GOLD, links=gold), replace(FOUND, links=found), "relation") == expected


def test_an_extra_relation_is_named() -> None:
    told = evaluate({"1": GOLD}, {"1": replace(FOUND, links=[Link("locatedIn", "a", "b")])}).misses
    assert [(m.what, m.part, m.first, m.second) for m in told] == [("extra", "locatedIn", "平原县", "德州市")]


def test_a_post_of_the_organ_or_its_area() -> None:
    people = named("p", "王建国", "Person"), named("o", "中共平原县委员会", "Organization"), named("l", "平原县")
    gold = facts(*people, links=[Link("jurisdiction", "o", "l")], holdings=[Holding("p", frozenset({"县委书记"}), "o")])
    for of, expected in (("o", (1, 1, 1)), ("l", (1, 1, 1)), ("", (0, 0, 1))):
        found = facts(*people, holdings=[Holding("p", frozenset({"县委书记"}), of)])
        assert score(gold, found, "post") == expected


FIGURES = [
    ("a like indicator", Number(("走访企业",), 8704, "户次"), Number(("走访企业(项目)",), 8704, "户次"), (1, 1, 1)),
    ("another value", Number(("走访企业",), 8704, "户次"), Number(("走访企业",), 8705, "户次"), (0, 0, 1)),
    ("another unit", Number(("走访企业",), 8704, "户次"), Number(("走访企业",), 8704, "家"), (0, 0, 1)),
    ("another indicator", Number(("走访企业",), 8704, "户"), Number(("收入",), 8704, "户"), (0, 0, 1)),
    ("a further wording", Number(("办结", "走访企业"), 8704, "户"), Number(("走访企业",), 8704, "户"), (1, 1, 1)),
]


@pytest.mark.parametrize(("why", "gold", "found", "expected"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figures(why: str, gold: Number, found: Number, expected: tuple[float, float, int]) -> None:
    assert score(Facts(numbers=[gold]), Facts(numbers=[found]), "figure") == expected


def test_statements_and_dates() -> None:
    who = named("p", "王建国", "Person")
    gold = facts(who, sayings=[Saying("p", "要把工作抓实")], date="2024-05-06")
    assert score(gold, facts(who, sayings=[Saying("p", "要把工作抓实抓好")], date="2024-05-06"), "statement") == (
        1,
        1,
        1,
    )
    assert score(gold, facts(who, date="2024-05"), "article date") == (0, 0, 1)
    assert score(gold, Facts(), "statement") == (0, 0, 1)


def test_a_graph_is_read_by_the_contract(specimen_turtle: Path) -> None:
    found = from_graph(open_graph(specimen_turtle))
    assert found.keys() == {"001", "b c"}
    first = found["001"]
    assert first.date == "2021-11-09"
    assert {held.titles for held in first.holdings} == {
        frozenset({"市长", "某市市长"}),
        frozenset({"市委书记", "某市委书记"}),
    }
    assert sorted(number.value for number in first.numbers) == [8704, 1250000000, 99790000000]
    assert len(first.sayings) == 1


def test_the_gold_files_of_the_tests_are_read() -> None:
    for path in sorted((ROOT / "passages").glob("*.gold.json")):
        document, gold = from_gold(path)
        assert document
        assert gold.entities
        assert evaluate({document: gold}, {document: gold}).rows["ALL FACTS"].f1 == 1


def test_what_is_no_gold_file(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text(json.dumps({"doc": "1"}), encoding="utf-8")
    with pytest.raises(UsageError, match="no gold file"):
        from_gold(tmp_path / "a.gold.json")
