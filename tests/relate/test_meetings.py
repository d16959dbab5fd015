"""Meetings: where they are held and who holds them. All meetings are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.meetings import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "held in a county",
        "<event 全市产业链推进会>8月5日在<place 禹城市>召开。",
        {"全市产业链推进会 conductedIn 禹城市"},
    ),
    (
        "a government's own, in the city of the wire head",
        "本报<place 德州市>7月16日讯 <org 山东省政府=山东省人民政府>16日召开<event “春风”新闻发布会>，<place 山东省>将推进。",
        {
            "“春风”新闻发布会 conductedIn 德州市",
            "“春风”新闻发布会 conductedIn 山东省",
            "“春风”新闻发布会 organizedBy 山东省人民政府",
        },
    ),
    (
        "its own level",
        "会议传达了<event 全市干部大会>的安排，随即<event 全市干部大会>举行。",
        {"全市干部大会 conductedIn 德州市"},
    ),
    (
        "the host is in the name",
        "<event 夏津县委常委会会议>召开。<org 夏津县委=中共夏津县委员会>作出部署，<place 夏津县>干部参会。",
        {"夏津县委常委会会议 conductedIn 夏津县", "夏津县委常委会会议 organizedBy 中共夏津县委员会"},
    ),
    (
        "the subject holds it",
        "<place 禹城市>举办<event “禹王杯”龙舟邀请赛>。",
        {"“禹王杯”龙舟邀请赛 conductedIn 禹城市", "“禹王杯”龙舟邀请赛 organizedBy 禹城市"},
    ),
    (
        "a national congress is held nowhere here",
        "认真学习<event 党的二十大>精神。",
        set(),
    ),
    (
        "hosted jointly, named behind",
        "<event 首届功能糖产业论坛>开幕，由<org 德州市商务局>、<org 山东甲糖业公司>联合主办。",
        {
            "首届功能糖产业论坛 conductedIn 德州市",
            "首届功能糖产业论坛 organizedBy 德州市商务局",
            "首届功能糖产业论坛 organizedBy 山东甲糖业公司",
        },
    ),
    (
        "a row of hosts whose sentence points back at it, without those who only guide",
        "<event 首届功能糖产业论坛>开幕。据介绍，本次论坛由<org 丙学会>指导，<org 德州市商务局>、山东省乙协会主办，"
        "<org 山东甲糖业公司>（集团）、<org 德州学院>共同承办，<org 丁银行>支持。",
        {
            "首届功能糖产业论坛 conductedIn 德州市",
            "首届功能糖产业论坛 organizedBy 德州市商务局",
            "首届功能糖产业论坛 organizedBy 山东甲糖业公司",
            "首届功能糖产业论坛 organizedBy 德州学院",
        },
    ),
    (
        "a row of hosts behind which it is pointed at",
        "<event 首届功能糖产业大会>开幕。由<org 甲学会>主办，<org 乙公司>承办的本次大会规模空前。",
        {
            "首届功能糖产业大会 conductedIn 德州市",
            "首届功能糖产业大会 organizedBy 甲学会",
            "首届功能糖产业大会 organizedBy 乙公司",
        },
    ),
    (
        "another thing that a row holds is not the last event named",
        "<event 首届功能糖产业论坛>、<event 第二届椹果文化节>先后开幕。活动由<org 甲学会>主办。",
        {"首届功能糖产业论坛 conductedIn 德州市", "第二届椹果文化节 conductedIn 德州市"},
    ),
    (
        "a part of a body's name holds nothing",
        "<event 首届功能糖产业论坛>开幕，由<org 商务部>流通司主办。",
        {"首届功能糖产业论坛 conductedIn 德州市"},
    ),
    (
        "a body that its name opens with, also behind its number",
        "<event 第七届甲大学音乐节>闭幕，<event 乙公司交流会>开始，<org 甲大学>、<org 乙公司>同庆。",
        {
            "第七届甲大学音乐节 conductedIn 德州市",
            "第七届甲大学音乐节 organizedBy 甲大学",
            "乙公司交流会 organizedBy 乙公司",
        },
    ),
    (
        "a cup named after a firm is not the firm's, nor a signing with it",
        "<event 甲集团杯篮球赛>、<event 甲集团与乙公司签约仪式>举行，<org 甲集团>致贺。",
        {"甲集团杯篮球赛 conductedIn 德州市", "甲集团与乙公司签约仪式 conductedIn 德州市"},
    ),
    (
        "who stands right before it holds it",
        "记者从<org 德州市商务局>举行的<event 新闻发布会>获悉，糖价平稳。",
        {"新闻发布会 conductedIn 德州市", "新闻发布会 organizedBy 德州市商务局"},
    ),
    (
        "hosts named before it, in two clauses",
        "由<org 德州市商务局>、<org 德州市科学技术局>联合主办，<org 德州学院>承办的<event “合创杯”大赛>开幕。",
        {
            "“合创杯”大赛 conductedIn 德州市",
            "“合创杯”大赛 organizedBy 德州市商务局",
            "“合创杯”大赛 organizedBy 德州市科学技术局",
            "“合创杯”大赛 organizedBy 德州学院",
        },
    ),
    (
        "a visit is held where it goes",
        "牢记<event 习近平总书记视察山东>的嘱托，<place 山东省>上下奋进。",
        {"习近平总书记视察山东 conductedIn 山东省"},
    ),
    (
        "where athletes shine it is not held",
        "健儿在<event 第三届运动会>上屡创佳绩。",
        set(),
    ),
    (
        "several offices, no one place, and nothing speaks from the home",
        "<place 禹城市>市长<person 甲一>、<place 夏津县>县长<person 乙二>出席<event 签约仪式>。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_meetings(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
