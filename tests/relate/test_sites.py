"""Sites and institutions: where they stand. All are invented."""

from __future__ import annotations

import pytest

from kg.relate.places.sites import facts
from tests.relate.marked import told

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
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_sites(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
