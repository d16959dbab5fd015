"""Documents: who issued them. All documents are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.documents import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "courses that a county develops",
        "<place 禹城市>聘请专家，研发了<doc 《山里的课堂》><doc 《老街新路》>等5堂课程。",
        {"禹城市 issued 山里的课堂", "禹城市 issued 老街新路"},
    ),
    (
        "the home issues",
        "出台<doc 《德州市惠企十二条》>，兑现奖补。",
        {"德州市 issued 德州市惠企十二条"},
    ),
    (
        "the county of the sentence issues",
        "<place 禹城市>印发<doc 《关于推行“拿地即开工”的意见》>。",
        {"禹城市 issued 关于推行“拿地即开工”的意见"},
    ),
    (
        "the committee is in the name",
        "<org 市委=中共德州市委员会>把稳方向，深入落实<doc 《中共德州市委关于深化改革的决定》>。",
        {"中共德州市委员会 issued 中共德州市委关于深化改革的决定"},
    ),
    (
        "only studied",
        "认真学习<doc 《优化营商环境条例》>。",
        set(),
    ),
    (
        "passed, then issued",
        "<doc 《便民事项清单》>已经会议通过，<org 德州市人民政府办公室>印发施行。",
        {"德州市人民政府办公室 issued 便民事项清单"},
    ),
    (
        "a case that won is not issued",
        "<doc 《德州：小椹果闯出大市场》>入选<award 全国乡村产业案例>。",
        set(),
    ),
    (
        "a report on the work of the government",
        "<org 市政府=德州市人民政府>的<doc 《政府工作报告》>总结了成绩。",
        {"德州市人民政府 issued 政府工作报告"},
    ),
    (
        "both sides of an agreement",
        "<place 禹城市>与<place 余姚市>签署<doc 《山海协作协议》>。",
        {"禹城市 issued 山海协作协议", "余姚市 issued 山海协作协议"},
    ),
    (
        "an organ alone issues for itself",
        "<org 市政府=德州市人民政府>印发<doc 《惠企十二条》>。",
        {"德州市人民政府 issued 惠企十二条"},
    ),
    (
        "works of art",
        "推出<doc 《运河谣》>等一批精品力作。",
        set(),
    ),
    (
        "approved by a meeting of the government",
        "<doc 《惠企十二条》>已经<event 市政府第五次常务会议>审议通过，现印发给你们。<org 市政府=德州市人民政府>。",
        {"德州市人民政府 issued 惠企十二条"},
    ),
    (
        "compiled by one, published by another",
        "由<org 甲研究院>组织编写的<doc 《椹果手册》>（以下简称《手册》）由<org 乙出版社>正式出版。",
        {"甲研究院 issued 椹果手册", "乙出版社 issued 椹果手册"},
    ),
    (
        "a plan of the division that its title names, where nobody is named as making it",
        "制定<doc 《山东省椹果产业实施方案》>，<place 山东省>有了规划。",
        {"山东省 issued 山东省椹果产业实施方案"},
    ),
    (
        "the state's investment is no government's paper by its title",
        "<org 德州市政府=德州市人民政府>开会。<doc 《德州市政府投资管理办法》>施行，<place 德州市>受益。",
        {"德州市 issued 德州市政府投资管理办法"},
    ),
    (
        "drafted by two departments",
        "现将<doc 《惠企方案》>印发给你们。方案由<org 市科技局=德州市科学技术局>、<org 市财政局=德州市财政局>起草。",
        {"德州市科学技术局 issued 惠企方案", "德州市财政局 issued 惠企方案"},
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_papers(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
