"""``--to vault``: a note for every entity and article, links that lead somewhere, sentences, nothing that runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.export.vault.titles import safe, titles
from kg.export.vault.vault import text, vault
from kg.model import Entity, Graph
from kg.vocab import Kind
from tests.export.specimen import specimen

if TYPE_CHECKING:
    from kg.model import Graph as AnyGraph

_LINK = re.compile(r"(?<!\\)\[\[([^\]]*)\]\]")


@pytest.fixture(scope="module", params=["seeds", "specimen"])
def graph(request: pytest.FixtureRequest, seeds_graph: AnyGraph) -> AnyGraph:
    return seeds_graph if request.param == "seeds" else specimen()


def test_a_note_for_each_and_no_link_into_nothing(graph: AnyGraph) -> None:
    notes = vault(graph)
    assert len(notes) == len(graph.entities) + len(graph.articles)
    stems = {name.rpartition("/")[2].removesuffix(".md") for name in notes}
    assert len({stem.casefold() for stem in stems}) == len(notes)
    for data in notes.values():
        assert set(_LINK.findall(data.decode())) <= stems


def test_every_relation_stands_at_both_ends_with_its_sentence(graph: AnyGraph) -> None:
    notes, named = vault(graph), titles(graph)
    kinds = {entity.key: entity.kind.value for entity in graph.entities}
    articles = {article.id: article for article in graph.articles}
    for one in graph.relations[:60]:
        for end, other in ((one.subject, one.object), (one.object, one.subject)):
            note = notes[f"{kinds[end]}/{named[end]}.md"].decode()
            assert f"[[{named[other]}]]" in note
            if one.evidence.document in articles and note.count("  > …") == 0:
                assert text(articles[one.evidence.document].surface(one.evidence.span)) in note


def test_the_head_is_yaml_and_hostile_words_stay_words(graph: AnyGraph) -> None:
    for data in vault(graph).values():
        head, _, body = data.decode().removeprefix("---\n").partition("---\n")
        assert all(": " in line for line in head.splitlines())
        assert "<script" not in body
        assert not re.search(r"[\x00-\x08\x0b]", data.decode())


def test_two_of_one_name() -> None:
    keys = ["place/210702-鼓楼区", "place/320106-鼓楼区", "person/鼓楼区"]
    kinds = [Kind.PLACE, Kind.PLACE, Kind.PERSON]
    made = titles(Graph(entities=tuple(Entity(key, kind, "鼓楼区") for key, kind in zip(keys, kinds, strict=True))))
    assert made == {
        "place/210702-鼓楼区": "鼓楼区 (place 210702)",
        "place/320106-鼓楼区": "鼓楼区 (place 320106)",
        "person/鼓楼区": "鼓楼区 (person)",
    }


@pytest.mark.parametrize("name", ["", "CON", "a/b", "..", "x" * 400, "甲#乙^丙[[丁]]", "\x00"])
def test_titles_that_no_file_system_refuses(name: str) -> None:
    title = safe(name)
    assert title
    assert not set('\\/:*?"<>|#^[]') & set(title)
    assert len(title.encode()) <= 200
