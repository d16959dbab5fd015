"""Merging does not depend on order or grouping, and loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.merge import merge
from kg.merge.entities import merged
from kg.model import Document, Entity, Reading, Skipped
from kg.vocab import Kind

ALIASES = st.lists(st.tuples(st.sampled_from(["甲", "乙", "丙"]), st.just("zh-Hans")), max_size=2).map(tuple)
ENTITIES = st.builds(
    Entity,
    key=st.sampled_from(["program/甲", "program/乙"]),
    kind=st.just(Kind.PROGRAM),
    name=st.sampled_from(["甲", "“甲”", "甲。"]),
    aliases=ALIASES,
    classes=st.lists(st.sampled_from(["A", "B"]), max_size=2).map(tuple),
    adcode=st.sampled_from(["", "141000"]),
    broader=st.sampled_from(["", "campaign/丁", "campaign/戊"]),
)


@given(st.lists(ENTITIES, max_size=8), st.randoms())
def test_the_order_of_entities_does_not_matter(entities: list[Entity], random: object) -> None:
    shuffled = list(entities)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merged(entities) == merged(shuffled)


@given(st.lists(ENTITIES, max_size=8), st.integers(0, 8))
def test_merging_is_associative(entities: list[Entity], cut: int) -> None:
    assert merged([*merged(entities[:cut]), *merged(entities[cut:])]) == merged(entities)


def test_every_name_survives_as_an_alias() -> None:
    (one,) = merged([Entity("program/甲", Kind.PROGRAM, "“甲”"), Entity("program/甲", Kind.PROGRAM, "甲")])
    assert one.name == "甲"
    assert ("“甲”", "zh-Hans") in one.aliases


def test_articles_stand_in_the_order_of_their_ids() -> None:
    readings = [Reading(Document(name, f"{name}.txt", "", "")) for name in ("b", "a")]
    graph = merge(readings, [Skipped("z.txt", "the file is empty", "Remove it")])
    assert [article.id for article in graph.articles] == ["a", "b"]
    assert graph.skipped[0].source == "z.txt"
