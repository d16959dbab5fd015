"""Readings of a large build keep equal values once, and stay what they are."""

from __future__ import annotations

import pytest

from kg.model import Document, Entity, Evidence, Figure, Mention, Reading, Span
from kg.model.shared_values import SharedValues
from kg.pipeline import build
from kg.vocab import Kind

TEXT = "石桥县去年增长0%。" * 90


def _reading(name: str) -> Reading:
    here = Span(600, 603)
    why = Evidence(name, here, "".join(["relate.figures", "/plain"]), 0.5 + 0.25)
    figure = Figure("增长", -0.0, "%", "exact", "", "place/" + "石桥县", why)
    mention = Mention(here, Kind.PLACE, TEXT[:3], "".join(["extract.place", "/listed"]), 0.9, "place/" + "石桥县")
    entity = Entity("place/" + "石桥县", Kind.PLACE, TEXT[:3], (("石橋縣", "zh-Hant"),))
    return Reading(
        Document(name, f"{name}.txt", TEXT, TEXT), mentions=(mention,), entities=(entity,), figures=(figure,)
    )


def test_shared_readings_are_equal_and_their_values_one() -> None:
    shared = SharedValues()
    one, other = (shared.reading(_reading(name)) for name in ("1", "2"))
    assert (one, other) == (_reading("1"), _reading("2"))
    assert one.entities[0] is other.entities[0]
    assert one.mentions[0].rule is other.mentions[0].rule
    assert one.mentions[0].entity is other.figures[0].subject is one.entities[0].key
    assert one.mentions[0].span is one.figures[0].evidence.span
    assert one.mentions[0].span.start is other.mentions[0].span.start


def test_a_zero_keeps_its_sign() -> None:
    shared = SharedValues()
    shared._value(0.0)
    assert repr(shared.reading(_reading("1")).figures[0].value) == "-0.0"


def test_a_build_of_many_gives_the_same_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = build.build(["seeds"])
    monkeypatch.setattr(build, "_MANY", 1)
    assert build.build(["seeds"]) == usual
