"""Sites and institutions: where they stand. All are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.relate.places.sites import facts
from tests.relate.marked import reading, told

HOME = "德州市"
CASES = [
    (
        "named right before it",
        "<place 夏津县><place 九龙湖>水清岸绿。",
        {"九龙湖 locatedIn 夏津县"},
    ),
    (
        "the ground of the clause",
        "<place 夏津县>治水不停，<place 九龙湖>水清岸绿。",
        {"九龙湖 locatedIn 夏津县"},
    ),
    (
        "a company in its name's town",
        "<org 甲乙集团禹城分公司>纳税千万元，<place 禹城市>干劲十足。",
        {"甲乙集团禹城分公司 locatedIn 禹城市"},
    ),
    (
        "an institution that was opened",
        "<place 夏津县>干劲足，<org 椹果研究院>揭牌。",
        {"椹果研究院 locatedIn 夏津县"},
    ),
    (
        "a scenic area stands",
        "<place 夏津县><place 九龙湖景区>开放。",
        {"九龙湖景区 locatedIn 夏津县"},
    ),
    (
        "a desert stands nowhere",
        "<place 夏津县>治沙，走进<place 甲乙沙漠>。",
        set(),
    ),
    (
        "a region stands nowhere",
        "融入<place 京津冀>。",
        set(),
    ),
    (
        "a company that acts is not founded",
        "<place 夏津县>干劲足，<org 甲乙集团>投资建设产业园。",
        set(),
    ),
    (
        "who helps to found it is not founded",
        "<place 夏津县>与<org 甲乙大学>合作成立<org 丙研究院>。",
        {"丙研究院 locatedIn 夏津县"},
    ),
    (
        "part of a word is no place",  # 河津 in 夏津 …: 夏津 inside 华夏津桥
        "<org 华夏津桥学院>挂牌。<place 夏津县>到场祝贺。",
        {"华夏津桥学院 locatedIn 德州市"},
    ),
    (
        "where a firm keeps its works",
        "<org 甲乙集团>在<place 夏津县>、<place 禹城市>建有两个基地。",
        {"甲乙集团 locatedIn 夏津县", "甲乙集团 locatedIn 禹城市"},
    ),
    (
        "said to lie there before its name",
        "客人走进位于<place 夏津县><place 苏留庄镇>的全县首个<place 青石文化园>参观。",
        {"青石文化园 locatedIn 苏留庄镇"},
    ),
    (
        "where it opens",
        "<org 甲乙研究院>近日在<place 夏津县>揭牌。",
        {"甲乙研究院 locatedIn 夏津县"},
    ),
    (
        "a firm of a place that is named before it with 的 is there rather than in its name's province",
        "<place 夏津县>的<org 山东甲乙管件有限公司>扩产，<place 山东省>关注。",
        {"山东甲乙管件有限公司 locatedIn 夏津县"},
    ),
    (
        "a firm of a place elsewhere keeps what its name says",
        "来自<place 南京市>的<org 德州甲乙管件有限公司>扩产。",
        {"德州甲乙管件有限公司 locatedIn 德州市"},
    ),
    (
        "a branch elsewhere",
        "<org 甲乙银行南京分行>放款，<place 南京市>受益。",
        {"甲乙银行南京分行 locatedIn 南京市"},
    ),
    (
        "the regional company of a firm",
        "<org 甲乙集团>与<org 甲乙集团江苏省电力有限公司>开会，<place 江苏省>关注。",
        {"甲乙集团江苏省电力有限公司 locatedIn 江苏省"},
    ),
    (
        "what a firm elsewhere makes is no branch",
        "<org 南京甲乙集团芯片部>开会，<place 南京市>关注。",
        set(),
    ),
]


def test_a_firm_elsewhere_stands_where_its_name_says() -> None:
    """The class of a firm is what the linker gave it; a party of the nation's and a brand stand nowhere."""
    firm = _classed("南京甲乙管件有限公司", "Company")
    assert firm == {"南京甲乙管件有限公司 locatedIn 南京市"}
    assert _classed("南京甲乙", "Company") == set()
    assert _classed("南京甲乙协会", "Association") == {"南京甲乙协会 locatedIn 南京市"}
    assert _classed("台湾民主自治同盟", "Association", "台湾省") == set()


def _classed(name: str, kind: str, place: str = "南京市") -> set[str]:
    """What is told of one organization of a class that is named beside a place."""
    doc, read = reading(f"<org {name}>致信，<place {place}>回信。", HOME)
    entities = tuple(replace(e, classes=(kind,)) if e.name == name else e for e in read.entities)
    names = {e.key: e.name for e in entities}
    found = facts(doc, replace(read, entities=entities))
    return {f"{names[f.subject]} {f.predicate.value} {names[f.object]}" for f in found}


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_sites(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
