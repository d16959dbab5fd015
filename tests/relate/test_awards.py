"""Honours: who received which. All honours are invented, or known to everybody."""

from __future__ import annotations

import pytest

from kg.relate.activities.awards import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "a row of winners",
        "<place 禹城市>、<place 夏津县>被命名为<award 全国文明城市>。",
        {"禹城市 received 全国文明城市", "夏津县 received 全国文明城市"},
    ),
    (
        "two rows in one sentence",
        "<place 禹城市>获评<award 全国双拥模范城>，<place 夏津县>入选<award 国家森林城市>。",
        {"禹城市 received 全国双拥模范城", "夏津县 received 国家森林城市"},
    ),
    (
        "the last of a chain",
        "<place 夏津县><place 苏留庄镇>荣获<award “中国椹果之乡”>称号。",
        {"苏留庄镇 received 中国椹果之乡"},
    ),
    (
        "a case",
        "<doc 《小椹果闯出大市场》>入选<award 全国乡村产业案例>。",
        {"小椹果闯出大市场 received 全国乡村产业案例"},
    ),
    (
        "granted to",
        "市委决定授予<person 甲一>等八名同志<award “担当作为好干部”>称号。",
        {"甲一 received 担当作为好干部"},
    ),
    (
        "two winners of a sentence, the subject carried",
        "<place 禹城市>信访量下降，再获<award 平安县称号>，成为<place 全省=山东省>唯一蝉联<award “长安杯”>的县。",
        {"禹城市 received 平安县称号", "禹城市 received 长安杯"},
    ),
    (
        "winners that are only counted",
        "16个案例入选<award 全国改革典型>。",
        set(),
    ),
    (
        "only sought",
        "支持<place 禹城市>创建<award 全国文明城市>。",
        set(),
    ),
    (
        "who confers it is no winner",  # 被…评为
        "<place 禹城市>连续三年被<org 省委宣传部=中共山东省委宣传部>评为<award 全国文明城市>。",
        {"禹城市 received 全国文明城市"},
    ),
    (
        "setting out to become one is no win",
        "<place 禹城市>创建<award 全国文明城市>。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_awards(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
