"""Decisions on facts: affirmed, retracted, corrected by their sentence; they outlive a rebuild and tell when they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import UsageError
from kg.fact_ledger import append_facts, load_facts
from kg.ledger import load
from kg.model.fact_decision import FactDecision, FactLayer, Verdict
from kg.pipeline.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph

SENTENCE = "3月15日，信丰县委书记钟月明主持召开信丰县项目建设推进会，县长范如松出席会议。"
SECOND = "上半年，信丰县完成投资120亿元。"
PERSON, PLACE = "person/360722-范如松", "place/360722-信丰县"
POST = (("of", PLACE), ("person", PERSON), ("title", "县长"))
EVENT = "event/360722-信丰县项目建设推进会"
THERE = (("object", EVENT), ("predicate", "participatesIn"), ("subject", PERSON))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    text = f"信丰县召开推进会\n\n2022年3月15日 来源：赣南日报\n\n{SENTENCE}\n{SECOND}\n"
    (folder / "n1_a.txt").write_text(text, encoding="utf-8")
    return folder


def built(texts: Path, *decisions: FactDecision) -> Graph:
    ledger = texts.parent / "ledger.toml"
    ledger.unlink(missing_ok=True)
    append_facts(ledger, decisions)
    assert load_facts(ledger) == decisions
    assert load(ledger) == ()
    return build([texts], ledger=ledger)


def posts(graph: Graph) -> set[tuple[str, str, str, str, str]]:
    return {(p.person, p.title, p.status, p.evidence.rule, f"{p.start}/{p.end}") for p in graph.posts}


def test_what_is_affirmed_is_certain(texts: Path) -> None:
    before = next(p for p in build([texts]).posts if p.person == PERSON)
    assert before.evidence.confidence < 1
    graph = built(texts, FactDecision(Verdict.AFFIRM, FactLayer.POST, "n1", SENTENCE, POST))
    after = next(p for p in graph.posts if p.person == PERSON)
    assert (after.evidence.rule, after.evidence.confidence, after.evidence.span) == (
        "ledger",
        1.0,
        before.evidence.span,
    )
    assert len(graph.posts) == len(build([texts]).posts)
    assert not graph.skipped


def test_what_is_retracted_is_gone(texts: Path) -> None:
    graph = built(
        texts,
        FactDecision(Verdict.RETRACT, FactLayer.POST, "n1", SENTENCE, POST),
        FactDecision(Verdict.RETRACT, FactLayer.RELATION, "n1", SENTENCE, THERE),
    )
    assert not [p for p in graph.posts if p.person == PERSON]
    assert not [r for r in graph.relations if r.subject == PERSON]
    assert [p for p in graph.posts if p.person != PERSON]


def test_a_correction_of_status_and_spell(texts: Path) -> None:
    now = (("start", "2021-06"), ("status", "acting"), ("title", "副县长"))
    graph = built(texts, FactDecision(Verdict.CORRECT, FactLayer.POST, "n1", SENTENCE, POST, now))
    mine = {row for row in posts(graph) if row[0] == PERSON}
    assert mine == {(PERSON, "副县长", "acting", "ledger", "2021-06/")}


def test_a_correction_of_a_figure(texts: Path) -> None:
    old = next(f for f in build([texts]).figures if f.value == 12_000_000_000)
    what = (("indicator", old.indicator), ("subject", old.subject), ("unit", old.unit), ("value", repr(old.value)))
    now = (("indicator", "固定资产投资"), ("value", "1.2e10"))
    graph = built(texts, FactDecision(Verdict.CORRECT, FactLayer.FIGURE, "n1", SECOND, what, now))
    assert [(f.indicator, f.value, f.evidence.rule) for f in graph.figures] == [("固定资产投资", 1.2e10, "ledger")]


def test_what_the_reader_missed_can_be_added(texts: Path) -> None:
    what = (("of", PLACE), ("person", "person/360722-钟月明"), ("title", "县人大常委会主任"))
    graph = built(texts, FactDecision(Verdict.AFFIRM, FactLayer.POST, "n1", SENTENCE, what))
    added = next(p for p in graph.posts if p.title == "县人大常委会主任")
    assert graph.articles[0].surface(added.evidence.span) == SENTENCE


def test_a_mention_is_moved_to_another_entity(texts: Path) -> None:
    what = (("entity", PERSON), ("words", "范如松"))
    now = (("entity", "person/360722-钟月明"),)
    graph = built(texts, FactDecision(Verdict.CORRECT, FactLayer.MENTION, "n1", SENTENCE, what, now))
    moved = [m for m in graph.articles[0].mentions if graph.articles[0].surface(m.span) == "范如松"]
    assert [(m.entity, m.rule) for m in moved] == [("person/360722-钟月明", "ledger")]
    gone = built(texts, FactDecision(Verdict.RETRACT, FactLayer.MENTION, "n1", SENTENCE, what))
    assert not [m for m in gone.articles[0].mentions if m.entity == PERSON]


def test_it_outlives_an_edit_of_the_rest_of_the_article(texts: Path) -> None:
    decision = FactDecision(Verdict.RETRACT, FactLayer.POST, "n1", SENTENCE, POST)
    path = texts / "n1_a.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("信丰县召开推进会\n", "信丰县召开推进会\n\n各镇参加。\n"),
        encoding="utf-8",
    )
    assert not [p for p in built(texts, decision).posts if p.person == PERSON]


STALE = [
    ("its sentence", FactDecision(Verdict.RETRACT, FactLayer.POST, "n1", "没有这句话。", POST), "its sentence is gone"),
    ("no such entity", FactDecision(Verdict.CORRECT, FactLayer.POST, "n1", SENTENCE, POST, (("of", "place/没有"),)), "has no place/没有"),
    ("no such words", FactDecision(Verdict.RETRACT, FactLayer.MENTION, "n1", SENTENCE, (("entity", PERSON), ("words", "无此"))), "not in the sentence"),
    ("kinds that it never joins", FactDecision(Verdict.AFFIRM, FactLayer.RELATION, "n1", SENTENCE,
     (("object", PERSON), ("predicate", "within"), ("subject", PLACE))), "does not join"),
    ("no number", FactDecision(Verdict.AFFIRM, FactLayer.FIGURE, "n1", SECOND,
     (("indicator", "x"), ("subject", PLACE), ("unit", ""), ("value", "many"))), "could not convert"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "decision", "told"), STALE, ids=[row[0] for row in STALE])
def test_what_cannot_be_applied_is_told(why: str, decision: FactDecision, told: str, texts: Path) -> None:
    graph = built(texts, decision)
    assert [skip.cause for skip in graph.skipped if told in skip.cause]
    assert posts(graph) == posts(build([texts]))


def test_an_article_of_another_build_waits_in_silence(texts: Path) -> None:
    assert not built(texts, FactDecision(Verdict.RETRACT, FactLayer.POST, "n9", SENTENCE, POST)).skipped


WRONG = [
    ('verdict = "perhaps"\nlayer = "post"', "not known here"),
    ('verdict = "affirm"\nlayer = "post"', "where the fact is told"),
    ('verdict = "affirm"\nlayer = "post"\narticle = "1"\nsentence = "s"\nwhat = { person = "p" }', "does not tell its title"),
    ('verdict = "affirm"\nlayer = "post"\narticle = "1"\nsentence = "s"\nwhat = { colour = "p" }', "has no field colour"),
    ('verdict = "correct"\nlayer = "mention"\narticle = "1"\nsentence = "s"\nwhat = { words = "p", entity = "e" }', "has no now"),
    ('verdict = "affirm"\nshape = "round"', "has a field shape"),
    ('verdict = 3', "a field is no text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_a_broken_ledger(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "l.toml").write_text(f"[[fact]]\n{text}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        load_facts(tmp_path / "l.toml")
