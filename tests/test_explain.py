"""What the graph says about an entity, with its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.cli import main
from kg.errors import UsageError
from kg.explain import explain
from kg.query import open_graph
from tests.export.specimen import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox


@pytest.fixture(scope="module")
def store(specimen_turtle: Path) -> ox.Store:
    return open_graph(specimen_turtle)


@pytest.mark.parametrize("name", ["张三丰", "張三豐", "person/张三丰", "https://w3id.org/zhengtu/kg/person/张三丰"])
def test_an_entity_is_found_by_name_alias_key_and_iri(name: str, store: ox.Store) -> None:
    (one,) = explain(store, name)
    assert one.name == "张三丰"
    assert one.aliases == ("張三豐",)
    assert one.classes == ("Person", "Official")
    assert [fact.kind for fact in one.facts] == ["holdsPost", "holdsPost", "participatesIn", "quotation"]


def test_facts_are_told_with_status_spell_and_marks(store: ox.Store) -> None:
    told = {fact.text for name in ("张三丰", "某市") for one in explain(store, name) for fact in one.facts}
    assert "张三丰 —担任 holdsPost→ 某市市长 [former，2016-05—2018]" in told
    assert "张三丰 —担任 holdsPost→ 某市委书记 [attested]" in told
    assert "走访企业: 8704 户次 [over, yoy]" in told


def test_every_source_is_the_slice_of_its_file(store: ox.Store) -> None:
    sources = [source for fact in explain(store, "某市")[0].facts for source in fact.sources]
    assert any(not source.file for source in sources), "the gazetteer is a source too"
    for source in sources:
        if source.file:
            assert source.sentence == TEXT[source.begin : source.end]
            assert source.date == "2021-11-09"


def test_posts_in_an_organ_are_told_of_the_organ(store: ox.Store) -> None:
    (one,) = explain(store, "中共某市委员会")
    assert any("张三丰 —担任 holdsPost→ 某市委书记" in fact.text for fact in one.facts)


def test_several_entities_of_one_name_are_all_told(tmp_path: Path) -> None:
    head = "PREFIX zt: <https://w3id.org/zhengtu/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
    codes = ("320106", "350102")
    lines = [head, *(f'<https://a.cn/place/{c}-鼓楼区> a zt:Place ; rdfs:label "鼓楼区"@zh-Hans .' for c in codes)]
    (tmp_path / "two.ttl").write_text("\n".join(lines), encoding="utf-8")
    assert [one.iri[-10:-4] for one in explain(open_graph(tmp_path / "two.ttl"), "鼓楼区")] == ["320106", "350102"]


@pytest.mark.parametrize("name", ["某", "张三", '"} DROP', "", "\\", "a\nb"])
def test_an_unknown_name_is_answered_with_near_ones(name: str, store: ox.Store) -> None:
    with pytest.raises(UsageError, match="no entity of this name"):
        explain(store, name)


def test_a_person_of_the_seeds(seeds_turtle: Path) -> None:
    (one,) = explain(open_graph(seeds_turtle), "闫晨曦")
    post = next(fact for fact in one.facts if fact.kind == "holdsPost")
    assert "临汾市委书记" in post.text
    assert all("闫晨曦" in source.sentence and source.file.startswith("001_") for source in post.sources)


def test_times_are_told_with_their_words(seeds_turtle: Path) -> None:
    (one,) = explain(open_graph(seeds_turtle), "“争先、进位、崛起”解放思想大讨论")
    told = {fact.text for fact in one.facts if fact.kind == "time"}
    assert "开始 began: 2021-11 (2021年11月)" in told


def test_the_line_that_stated_a_fact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a rule that states in several places all lines are named, with the texts at hand the one that made the fact."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("市委书记强调\n平原县开展“破冰”解放思想大讨论。\n", encoding="utf-8")
    assert main(["build", str(texts), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    capsys.readouterr()
    assert main(["explain", str(tmp_path / "out"), "平原县"]) == 0
    several = capsys.readouterr().out
    assert main(["explain", str(tmp_path / "out"), "平原县", "--texts", str(texts)]) == 0
    exact = capsys.readouterr().out
    lines = r"\(relate\.campaigns/\S+ (kg/relate/activities/campaigns\.py:\d+)((?:, :\d+)*),"
    assert any(more for _, more in re.findall(lines, several))
    assert re.findall(lines, exact)
    assert not any(more for _, more in re.findall(lines, exact))


def test_a_text_that_has_changed_names_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "a.txt"
    text.write_text("市委书记强调\n平原县开展“破冰”解放思想大讨论。\n", encoding="utf-8")
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    text.write_text("平原县开展“破冰”解放思想大讨论。\n", encoding="utf-8")
    assert main(["explain", str(tmp_path / "out"), "平原县", "--texts", str(text)]) == 0
    changed = capsys.readouterr().out
    assert main(["explain", str(tmp_path / "out"), "平原县"]) == 0
    assert changed == capsys.readouterr().out
