"""What is part of what. All campaigns are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.nesting import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "the campaign in the meeting's name",
        "<event “三提三争”活动动员会>召开，<campaign “三提三争”活动>启动。",
        {"“三提三争”活动动员会 partOf “三提三争”活动"},
    ),
    (
        "on the occasion of",
        "<place 禹城市>以<campaign “闯新路”大讨论>为契机，推行<campaign 田间党课>。",
        {"田间党课 partOf “闯新路”大讨论"},
    ),
    (
        "as the vehicle",
        "<place 禹城市>以<campaign “百日攻坚”活动>为载体，深化<campaign 作风建设行动>。",
        {"“百日攻坚”活动 partOf 作风建设行动"},
    ),
    (
        "an occasion is no vehicle, a fruit no part",  # 以…为契机，推动大讨论成果转化
        "<place 禹城市>以<campaign “强根基”教育>为契机，推动<campaign “闯新路”大讨论>成果转化。",
        set(),
    ),
    (
        "following another level's campaign",
        "围绕<org 省委=中共山东省委员会><campaign “大学习”活动>，<place 禹城市>开展<campaign “破陋习”讨论>。",
        {"“破陋习”讨论 partOf “大学习”活动"},
    ),
    (
        "a rite and a section are parts of what their names begin with",
        "<event 第三届糖业博览会>将至，<event 第三届糖业博览会开幕式>筹备就绪。<project 德禹夏城际铁路>、"
        "<project 德禹夏城际铁路禹城至夏津段>、<project 德禹夏城际铁路青山隧道>动工。",
        {
            "第三届糖业博览会开幕式 partOf 第三届糖业博览会",
            "德禹夏城际铁路禹城至夏津段 partOf 德禹夏城际铁路",
            "德禹夏城际铁路青山隧道 partOf 德禹夏城际铁路",
        },
    ),
    (
        "another edition's rite and another word are no parts",
        "<event 2023年糖业博览会=2023年糖业博览会>将至，记得<event 第二届糖业博览会开幕式>。"
        "<project 德禹夏城际铁路>、<project 德禹夏城际铁路装备产业园>动工。",
        set(),
    ),
    (
        "what is held while it lasts",
        "<event 第三届糖业博览会>开幕。博览会期间，将举办<event 糖业创新论坛>、<event 椹果品鉴会>，"
        "“<event 糖业技能大赛>”同期举行。<person 甲一>在<event 白糖年会>上发言。",
        {
            "糖业创新论坛 partOf 第三届糖业博览会",
            "椹果品鉴会 partOf 第三届糖业博览会",
            "糖业技能大赛 partOf 第三届糖业博览会",
        },
    ),
    (
        "what this congress comprises, not what is named at it",
        "<event 第三届糖业博览会>开幕。本届博览会设<event 糖业创新论坛>，介绍<event 白糖年会>的成果。",
        {"糖业创新论坛 partOf 第三届糖业博览会"},
    ),
    (
        "a time that is no event holds none",
        "<event 第三届糖业博览会>开幕。访问期间，举行<event 白糖年会>。",
        set(),
    ),
    (
        "what a congress comprises behind other things, and the rite held at a meeting",
        "<event 第三届糖业博览会>开幕。大会包括产品展示、招商推介、<event 糖业创新论坛>等活动。会上，还举行了"
        "<event 糖业联盟揭牌仪式>。",
        {"糖业创新论坛 partOf 第三届糖业博览会", "糖业联盟揭牌仪式 partOf 第三届糖业博览会"},
    ),
    (
        "what is only announced at a meeting is held elsewhere",
        "<event 第三届糖业博览会>开幕。会上强调，要举办<event 糖业创新论坛>。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_nesting(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
