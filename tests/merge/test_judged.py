"""Decisions of the ledger: any order gives the same graph, contradictions are told, undoing restores."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.ledger import append, load
from kg.merge.judged import judged
from kg.model import Graph
from kg.model.decision import Decision, Judgement
from kg.vocab import Kind, Predicate

_spec = importlib.util.spec_from_file_location("specimen", Path(__file__).parents[1] / "export" / "specimen.py")
assert _spec is not None
assert _spec.loader is not None
_specimen = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_specimen)
GRAPH: Graph = _specimen.specimen()
KEYS = [entity.key for entity in GRAPH.entities]
CITY, COUNTY, PERSON, PROGRAM = _specimen.CITY, _specimen.COUNTY, _specimen.PERSON, _specimen.PROGRAM

PAIRS = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] != pair[1])
DECISIONS = st.one_of(
    st.builds(lambda j, p: Decision(j, *p), st.sampled_from([Judgement.SAME, Judgement.DIFFERENT]), PAIRS),
    st.builds(lambda a, v: Decision(Judgement.RENAME, a, "", v), st.sampled_from(KEYS), st.sampled_from(["甲", "乙"])),
    st.builds(lambda a, v: Decision(Judgement.RETYPE, a, "", v), st.sampled_from(KEYS), st.sampled_from(list(Kind))),
    st.builds(lambda a: Decision(Judgement.HIDE, a), st.sampled_from(KEYS)),
)


@given(st.lists(DECISIONS, max_size=6), st.randoms())
def test_the_order_of_decisions_does_not_matter(decisions: list[Decision], random: object) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert judged(GRAPH, decisions) == judged(GRAPH, shuffled)


@given(st.lists(DECISIONS, max_size=6))
def test_every_key_that_a_fact_names_is_an_entity(decisions: list[Decision]) -> None:
    graph = judged(GRAPH, decisions).graph
    keys = {entity.key for entity in graph.entities} | {""}
    named = {k for r in graph.relations for k in (r.subject, r.object)} | {
        k for p in graph.posts for k in (p.person, p.of)
    }
    named |= {f.subject for f in graph.figures} | {q.speaker for q in graph.quotes}
    named |= {m.entity for article in graph.articles for m in article.mentions}
    assert named <= keys


def test_no_decision_changes_nothing() -> None:
    assert judged(GRAPH, []).graph == GRAPH


def test_same_makes_one_node_with_both_names_and_all_facts() -> None:
    graph = judged(GRAPH, [Decision(Judgement.SAME, COUNTY, CITY)]).graph
    kept = min(CITY, COUNTY)
    assert {entity.key for entity in graph.entities} == set(KEYS) - {max(CITY, COUNTY)}
    assert any(r.subject == kept and r.predicate is Predicate.IMPLEMENTS for r in graph.relations)
    assert not any(r.subject == r.object for r in graph.relations)


def test_a_contradiction_is_told_and_nothing_of_it_applied() -> None:
    rows = [Decision(Judgement.SAME, CITY, COUNTY), Decision(Judgement.DIFFERENT, COUNTY, CITY)]
    found = judged(GRAPH, rows)
    assert found.graph == GRAPH
    assert "none of the group is merged" in found.problems[0]


def test_hiding_takes_the_facts_along() -> None:
    graph = judged(GRAPH, [Decision(Judgement.HIDE, PERSON)]).graph
    assert not [held for held in graph.posts if held.person == PERSON]
    assert not [m for article in graph.articles for m in article.mentions if m.entity == PERSON]


def test_a_new_name_keeps_the_old_one_as_an_alias() -> None:
    graph = judged(GRAPH, [Decision(Judgement.RENAME, PROGRAM, "", "新名战略")]).graph
    (program,) = [entity for entity in graph.entities if entity.key == PROGRAM]
    assert program.name == "新名战略"
    assert ("某战略", "zh-Hans") in program.aliases


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "ledger.toml"
    rows = [
        Decision(Judgement.SAME, "person/甲", "person/乙", "", '理由 "引号" \\ \n 换行\x7f', "王", "2026-11-24"),
        Decision(Judgement.HIDE, "place/丙"),
    ]
    append(path, rows[:1])
    append(path, rows[1:])
    assert load(path) == tuple(rows)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[decision]]\njudgement = 'maybe'\na = 'x'", "is no judgement"),
        ("[[decision]]\njudgement = 'same'\na = 'x'", "does not name the right entities"),
        ("[[decision]]\njudgement = 'rename'\na = 'x'", "rename and retype need a value"),
        ("[[decision]]\njudgement = 'retype'\na = 'x'\nvalue = 'Thing'", "no kind of entity"),
        ("[[decision]]\njudgement = 'hide'\na = 'x'\nwhy = 'y'", "no decision has a field why"),
        ("[[decision]]\njudgement = 'hide'\na = 1", "every field of a decision is a string"),
        ("decision = [", "cannot be read"),
        ("x = 1", "nothing else"),
    ],
)
def test_a_broken_ledger_is_told_with_place_and_cure(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "ledger.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        load(path)
