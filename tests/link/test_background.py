"""What is told as known without the text, and what only the words of a name suggest."""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.model.facts import GAZETTEER
from kg.pipeline.article import read

LEXICON = Lexicon()


def edges(text: str, *, known: bool) -> set[str]:
    """The relations of places and organs that the tables tell, or those that a rule infers."""
    reading = read(from_text(text, "t", "t.txt"), LEXICON)
    names = {entity.key: entity.name for entity in reading.entities}
    return {
        f"{names[r.subject]} {r.predicate.value} {names[r.object]}"
        for r in reading.relations
        if (r.evidence.document == GAZETTEER and r.evidence.confidence == 1.0) is known
    }


KNOWN = [
    ("a county in its city", "德州市平原县召开会议。", "平原县 within 德州市"),
    ("a town that the table has", "平原县前曹镇召开会议。", "前曹镇 within 平原县"),
    ("a mass organization", "平原县妇联召开会议。", "平原县妇女联合会 jurisdiction 平原县"),
    ("a party school", "山东省委党校举办培训班。山东省增长。", "中共山东省委党校 jurisdiction 山东省"),
    (
        "an organ of the street named before",
        "宁波市鄞州区下应街道召开会议，街道武装部负责人到会。",
        "下应街道武装部 jurisdiction 下应街道",
    ),
    ("a city abroad in the country that is named", "德州市的企业在马来西亚槟城设厂。", "槟城 within 马来西亚"),
    ("a party committee of a zone", "德州经开区党工委、管委会召开会议。", "德州经开区党工委 jurisdiction 德州经开区"),
]
INFERRED = [
    ("a village", "平原县前曹镇冯南垣村召开会议。", "冯南垣村 within 前曹镇"),
    ("a zone", "德州市召开会议。德州智能装备产业园开工。", "德州智能装备产业园 within 德州市"),
    ("a town that the county has no longer", "兰考县城关镇召开会议。", "城关镇 within 兰考县"),
    ("an island", "三沙市召开会议。冯某到三沙市甘泉岛慰问。", "甘泉岛 within 三沙市"),
]


@pytest.mark.parametrize(("text", "edge"), [case[1:] for case in KNOWN], ids=[case[0] for case in KNOWN])
def test_the_tables_say_it(text: str, edge: str) -> None:
    assert edge in edges(text, known=True)


@pytest.mark.parametrize(("text", "edge"), [case[1:] for case in INFERRED], ids=[case[0] for case in INFERRED])
def test_a_rule_infers_it(text: str, edge: str) -> None:
    assert edge in edges(text, known=False)
    assert edge not in edges(text, known=True)


def test_a_city_abroad_alone_lies_in_nothing() -> None:
    assert not [edge for edge in edges("德州市的企业在槟城设厂。", known=True) if edge.startswith("槟城")]


def test_a_site_lies_somewhere_and_is_part_of_nothing() -> None:
    told = edges("德州市召开会议。德州市博物馆开馆。", known=False)
    assert "德州市博物馆 locatedIn 德州市" in told
    assert "德州市博物馆 within 德州市" not in told
