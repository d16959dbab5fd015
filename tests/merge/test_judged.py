"""Decisions of the ledger: any order gives the same graph, contradictions are told, undoing restores."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.ledger import append, load
from kg.merge.judged import apply_decisions
from kg.model import Graph
from kg.model.agreement import agreed
from kg.model.decision import Decision, Judgement
from kg.vocab import Kind, Predicate

_spec = importlib.util.spec_from_file_location("specimen", Path(__file__).parents[1] / "export" / "specimen.py")
assert _spec is not None
assert _spec.loader is not None
_specimen = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_specimen)
GRAPH: Graph = agreed(_specimen.specimen())
KEYS = [entity.key for entity in GRAPH.entities]
CITY, COUNTY, PERSON, PROGRAM = _specimen.CITY, _specimen.COUNTY, _specimen.PERSON, _specimen.PROGRAM

PAIRS = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] != pair[1])
DECISIONS = st.one_of(
    st.builds(lambda j, p: Decision(j, *p), st.sampled_from([Judgement.SAME, Judgement.DIFFERENT]), PAIRS),
    st.builds(lambda a, v: Decision(Judgement.RENAME, a, "", v), st.sampled_from(KEYS), st.sampled_from(["甲", "乙"])),
    st.builds(lambda a, v: Decision(Judgement.RETYPE, a, "", v), st.sampled_from(KEYS), st.sampled_from(list(Kind))),
    st.builds(lambda a: Decision(Judgement.HIDE, a), st.sampled_from(KEYS)),
    st.builds(
        lambda a, b: Decision(Judgement.SPLIT, a, f"{a}-{b}", "001"), st.sampled_from(KEYS), st.sampled_from("12")
    ),
)


@given(st.lists(DECISIONS, max_size=6), st.randoms())
def test_the_order_of_decisions_does_not_matter(decisions: list[Decision], random: object) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert apply_decisions(GRAPH, decisions) == apply_decisions(GRAPH, shuffled)


@given(st.lists(DECISIONS, max_size=6))
def test_every_key_that_a_fact_names_is_an_entity(decisions: list[Decision]) -> None:
    graph = apply_decisions(GRAPH, decisions).graph
    keys = {entity.key for entity in graph.entities} | {""}
    named = {k for r in graph.relations for k in (r.subject, r.object)} | {
        k for p in graph.posts for k in (p.person, p.of)
    }
    named |= {f.subject for f in graph.figures} | {q.speaker for q in graph.quotes}
    named |= {m.entity for article in graph.articles for m in article.mentions}
    assert named <= keys


@given(st.lists(DECISIONS, max_size=6))
def test_saying_it_twice_says_no_more(decisions: list[Decision]) -> None:
    assert apply_decisions(GRAPH, decisions) == apply_decisions(GRAPH, decisions * 2)


@given(st.lists(DECISIONS, max_size=6))
def test_decisions_on_what_is_not_there_wait(decisions: list[Decision]) -> None:
    absent = [replace(d, a=f"{d.a}-gone") for d in decisions]
    assert apply_decisions(GRAPH, absent) == apply_decisions(GRAPH, [])


def test_a_split_gives_what_one_article_tells_to_the_new_key() -> None:
    new = f"{PERSON}-2"
    graph = apply_decisions(GRAPH, [Decision(Judgement.SPLIT, PERSON, new, "001")]).graph
    assert {p.person for p in graph.posts if p.evidence.document == "001"} & {PERSON, new} == {new}
    (old, made) = [e for e in graph.entities if e.key in {PERSON, new}]
    assert (made.name, made.aliases) == (old.name, old.aliases)


def test_two_splits_that_clash_are_told_and_neither_is_applied() -> None:
    rows = [Decision(Judgement.SPLIT, PERSON, f"{PERSON}-{n}", "001") for n in (2, 3)]
    found = apply_decisions(GRAPH, rows)
    assert found.graph == GRAPH
    assert "against" in found.problems[0]


def test_a_split_into_what_is_there_is_told() -> None:
    found = apply_decisions(GRAPH, [Decision(Judgement.SPLIT, CITY, COUNTY, "001")])
    assert found.graph == GRAPH
    assert "an entity already" in found.problems[0]


def test_other_decisions_may_speak_of_what_a_split_has_made() -> None:
    new = f"{PERSON}-2"
    rows = [Decision(Judgement.RENAME, new, "", "另一人"), Decision(Judgement.SPLIT, PERSON, new, "001")]
    assert "另一人" in {e.name for e in apply_decisions(GRAPH, rows).graph.entities}


def test_no_decision_changes_nothing() -> None:
    assert apply_decisions(GRAPH, []).graph == GRAPH


def test_same_makes_one_node_with_both_names_and_all_facts() -> None:
    graph = apply_decisions(GRAPH, [Decision(Judgement.SAME, COUNTY, CITY)]).graph
    kept = min(CITY, COUNTY)
    assert {entity.key for entity in graph.entities} == set(KEYS) - {max(CITY, COUNTY)}
    assert any(r.subject == kept and r.predicate is Predicate.IMPLEMENTS for r in graph.relations)
    assert not any(r.subject == r.object for r in graph.relations)


def test_a_contradiction_is_told_and_nothing_of_it_applied() -> None:
    rows = [Decision(Judgement.SAME, CITY, COUNTY), Decision(Judgement.DIFFERENT, COUNTY, CITY)]
    found = apply_decisions(GRAPH, rows)
    assert found.graph == GRAPH
    assert "none of the group is merged" in found.problems[0]


def test_hiding_takes_the_facts_along() -> None:
    graph = apply_decisions(GRAPH, [Decision(Judgement.HIDE, PERSON)]).graph
    assert not [held for held in graph.posts if held.person == PERSON]
    assert not [m for article in graph.articles for m in article.mentions if m.entity == PERSON]


def test_a_new_name_keeps_the_old_one_as_an_alias() -> None:
    graph = apply_decisions(GRAPH, [Decision(Judgement.RENAME, PROGRAM, "", "新名战略")]).graph
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
        ("[[decision]]\njudgement = 'rename'\na = 'x'", "rename, retype and split need a value"),
        ("[[decision]]\njudgement = 'retype'\na = 'x'\nvalue = 'Thing'", "no kind of entity"),
        ("[[decision]]\njudgement = 'split'\na = 'person/x'\nb = 'person/y'", "split need a value"),
        (
            "[[decision]]\njudgement = 'split'\na = 'person/x'\nb = 'place/y'\nvalue = '1'",
            "split makes another kind of thing",
        ),
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
