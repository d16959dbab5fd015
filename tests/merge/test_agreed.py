"""What several rules read from one sentence has one confidence, before it is written and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.export.rdf.turtle import turtle
from kg.merge import joined
from kg.model import Reading, Relation
from kg.model.agreement import agreed
from kg.restore import description_of, graph_of
from kg.vocab import BASE, Predicate
from tests.export.specimen import CAMPAIGN, PERSON, SECOND, because, specimen

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Graph


def graph() -> Graph:
    """The specimen, in which two rules of one sentence say that a person takes part, the one surer than the other."""
    found = specimen()
    one = Relation(PERSON, Predicate.PARTICIPATES_IN, CAMPAIGN, because(SECOND, "a"))
    two = replace(one, evidence=replace(one.evidence, rule="b", confidence=one.evidence.confidence / 2))
    return replace(found, relations=tuple(sorted([*found.relations, one, two])))


def sure(found: Graph) -> dict[str, float]:
    mine = (r for r in found.relations if r.predicate is Predicate.PARTICIPATES_IN and r.evidence.rule in "ab")
    return {r.evidence.rule: r.evidence.confidence for r in mine}


def test_the_surest_counts_for_all() -> None:
    before, after = graph(), agreed(graph())
    assert sure(after) == dict.fromkeys("ab", max(sure(before).values()))
    assert len(after.relations) == len(before.relations)
    assert agreed(after) == after


def test_a_graph_without_two_rules_for_one_fact_is_left_as_it_is() -> None:
    single = replace(specimen(), relations=specimen().relations[:1])
    assert agreed(single) is single


def test_it_is_so_in_a_build() -> None:
    whole = graph()
    document = whole.articles[0].document
    mine = [r for r in whole.relations if r.evidence.document == document.id and r.evidence.rule in "ab"]
    built = joined([Reading(document).plus(relations=mine)])
    assert len(set(sure(built).values())) == 1


def test_every_export_of_the_written_graph_is_that_of_the_build(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle(agreed(graph()), BASE))
    back, _ = graph_of(description_of(path))
    assert back.relations == agreed(graph()).relations
    assert turtle(graph(), BASE) == path.read_bytes()
