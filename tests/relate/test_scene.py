"""Who acts in each clause, and for which place; and articles that say nothing."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from kg.model import Reading, Relation
from kg.relate import _modules
from kg.relate.discourse.scene import scene_of
from tests.relate.marked import reading

HOME = "德州市"
READERS = _modules()
CASES = [
    ("a subject is carried over commas", "<place 禹城市>抓项目，促转型，惠民生。", ["禹城市", "禹城市", "禹城市"]),
    ("what it is called stands before the subject", "中国茶都<place 禹城市>抓项目，促转型。", ["禹城市", "禹城市"]),
    ("two epithets", "全国百强县、农业大县<place 夏津县>抓项目。", ["夏津县"]),
    ("an object behind its verb is no subject", "走进美丽的<place 夏津县>看项目。", ["德州市"]),
    ("the next subject takes over", "<place 禹城市>抓项目，<place 夏津县>促转型。", ["禹城市", "夏津县"]),
    ("a crowd acts for the home", "<place 禹城市>抓项目。各级各部门促转型。", ["禹城市", "德州市"]),
    (
        "what the paragraph opened with goes on",
        "<place 禹城市>抓项目。干劲越来越足。\n产业兴旺。",
        ["禹城市", "禹城市", "德州市"],
    ),
    (
        "what was named later does not",
        "我们抓项目。<place 禹城市>先行一步。还要促转型。",
        ["德州市", "禹城市", "德州市"],
    ),
    ("a semicolon parts no subject", "我们抓项目。<place 禹城市>先行一步；再促转型。", ["德州市", "禹城市", "禹城市"]),
    ("a list acts together, for the first", "<place 禹城市>、<place 夏津县>抓项目。", ["禹城市"]),
    ("the last of a chain acts", "<place 禹城市><place 辛店镇>抓项目。", ["辛店镇"]),
    ("an officer acts for the place", "<place 禹城市>市长<person 甲一>强调，要抓项目。", ["禹城市", "禹城市"]),
    ("an opening acts in its clause alone", "自<place 禹城市>抓项目以来，干劲足。", ["禹城市", "德州市"]),
    ("a place spoken of", "在<place 禹城市>，项目多。", ["禹城市", "禹城市"]),
    ("a place with 的 does not act", "<place 禹城市>的项目多。", ["德州市"]),
    (
        "the former and the latter",
        "<place 禹城市>、<place 夏津县>不等不靠。前者抓项目；后者促转型。",
        ["禹城市", "禹城市", "夏津县"],
    ),
    (
        "a name on its own line is a heading",
        "【<place 禹城市>】\n抓项目。促转型。\n【<place 夏津县>】\n惠民生。",
        ["禹城市", "禹城市", "禹城市", "夏津县", "夏津县"],
    ),
    (
        "a place before a noun of its own acts on in no other sentence",  # 甲县医改经验推广。实施…
        "<place 德州市>部署在前，<place 禹城市>医改经验推广；实施一批工程。",
        ["德州市", "禹城市", "德州市"],
    ),
    (
        "an agent that is no county's stands where the sentence is",
        "在<place 禹城市>，车间封顶；由<org 甲乙一局>承建的车站完工。",
        ["禹城市", "禹城市", "禹城市"],
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_ground(label: str, text: str, expected: list[str]) -> None:
    """The place that each clause speaks of."""
    assert [c.jurisdiction for c in scene_of(*reading(text, HOME)).clauses] == expected, label


@pytest.mark.parametrize("module", READERS, ids=lambda module: module.__name__)
def test_nothing_is_said_of_nothing(module: ModuleType) -> None:
    """A reading without entities gives no facts; one without a home gives none that name an empty key."""
    doc, full = reading(
        "<place 禹城市>开展<campaign “甲”活动>，<org 乙集团>投产<project 丙园>，获评<award 丁奖>。", HOME
    )
    assert list(module.facts(doc, Reading(doc.document))) == []
    told = [fact for fact in module.facts(doc, replace(full, article_place="")) if isinstance(fact, Relation)]
    assert all(r.subject and r.object for r in told)
