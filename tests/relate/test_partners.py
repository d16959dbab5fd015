"""Partners: who works with whom. All companies are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.partners import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "two counties sign",
        "<place 禹城市>与<place 余姚市>签订框架协议。",
        {"禹城市 cooperatesWith 余姚市"},
    ),
    (
        "the cooperation of two places side by side",
        "会议深化<place 余姚市>、<place 铜仁市>两地交流合作，看望<place 夏津县>、<place 禹城市>两地群众。",
        {"余姚市 cooperatesWith 铜仁市"},
    ),
    (
        "of three places no two are meant",
        "推动<place 夏津县>、<place 余姚市>、<place 铜仁市>两地合作。",
        set(),
    ),
    (
        "the subject carried",
        "<place 禹城市>抢抓机遇，与<org 甲乙集团>签订合作协议。",
        {"禹城市 cooperatesWith 甲乙集团"},
    ),
    (
        "brought in",
        "<place 禹城市>引进<org 甲乙食品公司>，带动就业。",
        {"禹城市 cooperatesWith 甲乙食品公司"},
    ),
    (
        "three build together",
        "<org 德州学院>、<org 鲁东农业大学>与<org 甲乙集团>共建实验室。",
        {
            "德州学院 cooperatesWith 鲁东农业大学",
            "德州学院 cooperatesWith 甲乙集团",
            "鲁东农业大学 cooperatesWith 甲乙集团",
        },
    ),
    (
        "a place that only says whose the partner is",
        "<org 德州学院>与<place 浙江省>11所高中签署合作备忘录。",
        set(),
    ),
    (
        "where they sign is no partner",
        "<org 甲乙集团>在<place 禹城市>与<org 鲁东农业大学>签署协议。",
        {"甲乙集团 cooperatesWith 鲁东农业大学"},
    ),
    (
        "a firm that acted before the comma signs",
        "全国第三的玻璃企业巨头—<org 甲乙集团>，26日在<place 禹城市>与<org 德州学院>签署合作协议。",
        {"甲乙集团 cooperatesWith 德州学院"},
    ),
    (
        "a region is no partner",
        "加强与<place 京津冀>战略对接。",
        set(),
    ),
    (
        "both sides of an agreement",
        "<place 禹城市>与<place 余姚市>互访。双方将共同建设产业园。",
        {"禹城市 cooperatesWith 余姚市"},
    ),
    (
        "hosting together is no partnership",
        "<place 禹城市>与<org 德州学院>联合主办论坛。",
        set(),
    ),
    (
        "advice to firms is none",
        "<person 甲一>强调，企业要与<place 余姚市>加强合作。",
        set(),
    ),
    (
        "departments hand in hand",
        "<org 市林业局=德州市林业局>、<org 市水利局=德州市水利局>携手推进护水。",
        {"德州市林业局 cooperatesWith 德州市水利局"},
    ),
    (
        "lecturers are no partners",
        "<place 禹城市>邀请<org 甲乙大学>等院校专家授课十场。",
        set(),
    ),
    (
        "by twos",
        "深化<place 禹城市>与<place 余姚市>、<place 夏津县>与<place 象山县>对口合作。",
        {"禹城市 cooperatesWith 余姚市", "夏津县 cooperatesWith 象山县"},
    ),
    (
        "whose laboratories",  # 与甲等国家实验室合作
        "深化与<place 余姚市>、<place 象山县>等国家实验室合作。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_partners(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
