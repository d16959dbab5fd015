"""Places that users reported, each as a kind. A case with ``fails`` is not read yet: whoever mends it deletes that word
(the marks are strict, so a mended case that still has it turns the run red).
"""

from __future__ import annotations

import pytest

from tests.reported.claims import Case, cases, check

TABLE = [
    Case(
        2,
        "two districts of one name beside each other",
        "北京市通州区区长周立恒与南通市通州区区长钱文远签署合作协议。",
        ("post 周立恒 区长 110112 attested", "post 钱文远 区长 320612 attested"),
        ("post 钱文远 区长 110112*",),
    ),
    Case(
        2,
        "two districts of one name in a list",
        "徐州市鼓楼区区长周立恒、福州市鼓楼区区长钱文远参加座谈。",
        ("post 周立恒 区长 320302 attested", "post 钱文远 区长 350102 attested"),
        ("post 钱文远 区长 320302*",),
    ),
    Case(
        2,
        "a bureau under its own chain",
        "长春市朝阳区教育局组织学习。",
        ("jurisdiction 长春市朝阳区教育局 朝阳区", "place 朝阳区 220104"),
        ("place 朝阳区 110105",),
    ),
    Case(
        7,
        "short names of autonomous counties",
        "岫岩县委书记周立恒、桓仁县县长钱文远、大理州州长孙一鸣、喀左县县委书记郑向东、阜蒙县县长吴国梁参加会议。",
        (
            "post 周立恒 县委书记 210323 attested",
            "post 钱文远 县长 210522 attested",
            "post 孙一鸣 州长 532900 attested",
            "post 郑向东 县委书记 211324 attested",
            "post 吴国梁 县长 210921 attested",
        ),
        ("post 郑向东 县委书记 210522*",),
    ),
    Case(
        12,
        "a renamed city",
        "2004年，湖北省襄樊市副市长周立恒到襄阳县调研。2019年，襄阳市委书记钱文远到襄州区调研。",
        ("post 周立恒 副市长 420600 attested", "post 钱文远 市委书记 420600 attested"),
        ("post 周立恒 副市长 襄樊市*",),
    ),
    Case(
        33,
        "a date glued to a place, and a city that is a word",
        "6月28日淮南市委书记周立恒到日照、肥东县、肥西县考察。",
        ("post 周立恒 市委书记 340400 attested", "place 日照市 371100", "place 肥西县 340123"),
        (),
    ),
    Case(
        35,
        "a word printed twice",
        "滕州市滨湖镇辖区有中学和小学小学各1所，村卫生室32处。",
        ("place 滨湖镇 370481",),
        ("organization 小学小学",),
    ),
    Case(
        38,
        "a city that looks like a person",
        "3月5日，项城市市长周立恒到南顿镇调研。",
        ("place 项城市 411681", "post 周立恒 市长 411681 attested"),
        ("person 项城市",),
    ),
    Case(
        38,
        "a second city that looks like a person",
        "兴城市市长钱文远到曹庄镇调研。",
        ("place 兴城市 211481", "post 钱文远 市长 211481 attested"),
        (),
    ),
    Case(
        38,
        "a county of one character",
        "景县县长钱文远到龙华镇调研。",
        ("place 景县 131127", "post 钱文远 县长 131127 attested"),
        (),
    ),
    Case(
        72,
        "a place name that holds 和",
        "呼和浩特市委书记周立恒到武川县调研。",
        ("post 周立恒 市委书记 150100 attested",),
        (),
    ),
    Case(
        72,
        "more places with 和",
        "太和县委书记周立恒、平和县委书记钱文远、和平县委书记孙一鸣参加座谈。",
        (
            "post 周立恒 县委书记 341222 attested",
            "post 钱文远 县委书记 350628 attested",
            "post 孙一鸣 县委书记 441624 attested",
        ),
        (),
    ),
    Case(
        73,
        "和县 behind 和顺县",
        "和顺县委书记周立恒到义兴镇调研。和县县委书记钱文远到香泉镇调研。",
        ("post 周立恒 县委书记 140723 attested", "post 钱文远 县委书记 340523 attested"),
        ("post 钱文远 县委书记 140723*",),
    ),
    Case(
        77,
        "我镇 glued to a community",
        "项目涉及我镇青龙社区、嘉陵村等2个村。",
        ("place 青龙社区", "place 嘉陵村"),
        ("place 我镇青龙社区",),
    ),
    Case(
        82,
        "things built are no organisations",
        "快速建成5个集中隔离医学观察场所、2个核酸检测实验室，滕州市组织验收。",
        (),
        ("organization 核酸检测实验室", "organization 集中隔离*"),
    ),
    Case(
        86,
        "a town that has been renamed stays in its county",
        "3月5日，兰考县城关镇开展人居环境整治。",
        ("place 兰考县 410225",),
        ("place 城关镇 410183",),
    ),
]


@pytest.mark.parametrize("case", cases(TABLE))
def test_places(case: Case) -> None:
    check(case)
