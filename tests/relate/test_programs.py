"""Programmes: who carries out which. All programmes are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.programs import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "the home place speaks",  # 我们 is the home
        "坚持<program “五城联动”战略>不动摇，深化<program “一窗办结”改革>。",
        {"德州市 implements “五城联动”战略", "德州市 implements “一窗办结”改革"},
    ),
    (
        "works are done where the place is that does them",
        "<place 禹城市>推进<program “三十项惠民工程”>，推行<program “三级联办”机制>。",
        {
            "禹城市 implements 三十项惠民工程",
            "三十项惠民工程 conductedIn 禹城市",
            "禹城市 implements “三级联办”机制",
        },
    ),
    (
        "a program by which one place aids another",
        "活动是<place 余姚市>帮扶<place 夏津县><program “云桥”计划>之一。",
        {"余姚市 implements “云桥”计划", "“云桥”计划 conductedIn 夏津县"},
    ),
    (
        "a county of its own sentence",
        "<place 禹城市>健全<program “三级联办”机制>。全市面貌一新。",
        {"禹城市 implements “三级联办”机制"},
    ),
    (
        "a list of counties, each one thing",
        "<place 禹城市>推行<program “三级联办”机制>，<place 夏津县>明确<program “一园三带”布局>。",
        {"禹城市 implements “三级联办”机制", "夏津县 implements “一园三带”布局"},
    ),
    (
        "a department for itself",
        "<org 市教育局=德州市教育局>建立<program “双导师”制度>。",
        {"德州市教育局 implements “双导师”制度"},
    ),
    (
        "the committee acts for its place",
        "<org 夏津县委=中共夏津县委员会>探索<program “五步议事”工作法>，<place 夏津县>气象一新。",
        {"夏津县 implements “五步议事”工作法"},
    ),
    (
        "a level above owns it",  # 全省…: the province runs it, the home carries it out
        "积极融入<place 全省=山东省><program “789”产业体系>。",
        {"德州市 implements “789”产业体系", "“789”产业体系 conductedIn 山东省"},
    ),
    (
        "listed in is not carrying out",
        "<place 禹城市>、<place 夏津县>入列<program “黄河风情”精品线路>。",
        {"德州市 implements “黄河风情”精品线路"},
    ),
    (
        "led by somebody named behind it",
        "实施<program “好品出海”计划>，由<org 德州市商务局>牵头。",
        {"德州市 implements “好品出海”计划", "“好品出海”计划 organizedBy 德州市商务局"},
    ),
    (
        "ordered by a level above, in a list",
        "按照<org 省委=中共山东省委员会>建设<program “三个走在前”>、推进<program “八大行动”>部署，"
        "<place 禹城市>狠抓落实。",
        {
            "禹城市 implements 三个走在前",
            "禹城市 implements 八大行动",
            "三个走在前 organizedBy 中共山东省委员会",
            "八大行动 conductedIn 禹城市",
            "八大行动 organizedBy 中共山东省委员会",
        },
    ),
    (
        "together with others",
        "<place 禹城市>与<place 夏津县>共建<program 运河产业协作带>。",
        {"禹城市 implements 运河产业协作带", "夏津县 implements 运河产业协作带"},
    ),
    (
        "a name that says which countries",
        "对共建<program “一带一路”>国家出口增长。",
        set(),
    ),
    (
        "what is broken is not carried out",
        "<place 禹城市>通报违反<program “三不准”规定>典型问题。",
        set(),
    ),
    (
        "of a firm that is no entity",
        "甲乙科技<program “AI+车”战略>初见成效。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_programs(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
