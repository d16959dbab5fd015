"""What the merged graph of the five seeds must get right: one node for one thing, and no two things in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.initiative.families import FAMILY
from kg.merge.suggest import suggestions
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.model import Entity, Graph


def named(graph: Graph, *names: str) -> list[Entity]:
    """The entities of which a name or alias is one of these."""
    return [e for e in graph.entities if {e.name, *(text for text, _ in e.aliases)} & set(names)]


def test_the_general_secretary_is_one_node(seeds_graph: Graph) -> None:
    (one,) = [e for e in named(seeds_graph, "习近平", "習近平") if e.kind is Kind.PERSON]
    told = {a.id for a in seeds_graph.articles for m in a.mentions if m.entity == one.key}
    assert len(told) > 1


def test_a_city_its_committee_and_its_government_are_three_and_linked(seeds_graph: Graph) -> None:
    keys = {
        "临汾市": "place/141000-临汾市",
        "中共临汾市委员会": "organization/141000-中共临汾市委员会",
        "临汾市人民政府": "organization/141000-临汾市人民政府",
    }
    for name, key in keys.items():
        assert [e.key for e in seeds_graph.entities if e.name == name] == [key]
    city, *organs = keys.values()
    governed = {(r.subject, r.object) for r in seeds_graph.relations if r.predicate is Predicate.JURISDICTION}
    assert {(organ, city) for organ in organs} <= governed


def test_each_place_has_its_own_run_of_the_theme_under_one_family(seeds_graph: Graph) -> None:
    family = "campaign/解放思想大讨论"
    runs = {e.key for e in seeds_graph.entities if e.broader == family and e.name.endswith("大讨论")}
    for code in ("141000", "220100", "220103", "210702"):
        assert len([key for key in runs if key.startswith(f"campaign/{code}-")]) == 1, code
    (theme,) = [e for e in seeds_graph.entities if e.key == family]
    assert FAMILY in theme.classes


def test_the_runs_cascade(seeds_graph: Graph) -> None:
    parts = {
        (r.subject.partition("/")[2][:6], r.object.partition("/")[2][:6])
        for r in seeds_graph.relations
        if r.predicate is Predicate.PART_OF and r.subject.startswith("campaign/") and "大讨论" in r.object
    }
    assert {("220100", "220000"), ("220103", "220100")} <= parts


def test_no_two_entities_of_one_kind_place_and_name(seeds_graph: Graph) -> None:
    rows = [(e.kind, e.key.partition("/")[2][:6], e.name) for e in seeds_graph.entities if e.kind is not Kind.PLACE]
    twice = {row for row in rows if rows.count(row) > 1}
    assert not twice


def test_nothing_rests_on_sound(seeds_graph: Graph) -> None:
    """Neither a key nor a question holds pinyin: what is one, or may be one, shares its characters."""
    names = {e.key: e for e in seeds_graph.entities}
    assert not [key for key in names if key.isascii()]
    for pair in suggestions(seeds_graph):
        first, second = names[pair.a].name, names.get(pair.b, names[pair.a]).name
        assert first[:2] in second or second[:2] in first


def test_an_alias_shares_a_character_with_its_entity_or_points(seeds_graph: Graph) -> None:
    """A homophone would share none: the only names without a common character are those of another script or pointers."""
    pointing = {
        a.document.name(m.span) for a in seeds_graph.articles for m in a.mentions if m.points or m.kind is Kind.PLACE
    }
    for entity in seeds_graph.entities:
        for text, script in entity.aliases:
            if script == "zh-Hans" and text not in pointing:
                assert set(text) & set(entity.name), (entity.name, text)
