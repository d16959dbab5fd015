"""What lies in what."""

from __future__ import annotations

import pytest

from kg.relate.places.containment import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "a county in its city",  # background knowledge
        "<place 禹城市>变化大。",
        {"禹城市 within 德州市"},
    ),
    (
        "a town after its county",
        "<place 夏津县><place 苏留庄镇>变化大。",
        {"夏津县 within 德州市", "苏留庄镇 within 夏津县"},
    ),
    (
        "an organ that answers to another",
        "<org 甲乙服务中心>归口<org 德州市民政局>，<org 丙丁服务中心>与<org 德州市民政局>座谈。",
        {"甲乙服务中心 unitOf 德州市民政局", "德州市民政局 jurisdiction 德州市"},
    ),
    (
        "states of a region that holds others",
        "企业到<place 越南>、<place 老挝>等4个<place 东盟>国家和<place 缅甸>投资，<place 泰国>等<place 东盟>游客多。",
        {"越南 within 东盟", "老挝 within 东盟"},
    ),
    (
        "the joint organ of discipline is no unit of its first half",
        "<org 德州市纪委=中共德州市纪律检查委员会>与<org 德州市纪委监委>",
        {"中共德州市纪律检查委员会 jurisdiction 德州市", "德州市纪委监委 jurisdiction 德州市"},
    ),
    (
        "a zone of the home",
        "<place 德州经济技术开发区>提速。",
        {"德州经济技术开发区 within 德州市"},
    ),
    (
        "a port zone lies within",
        "<place 夏津县><place 青石港区>提速。",
        {"夏津县 within 德州市", "青石港区 within 夏津县"},
    ),
    (
        "said to lie there before its name",
        "客人走进位于<place 夏津县>的<place 青石产业园>参观。",
        {"夏津县 within 德州市", "青石产业园 within 夏津县"},
    ),
    (
        "a village in a row behind its town",
        "<place 夏津县><place 苏留庄镇><place 青石村>、<place 白塘村>增产。",
        {"夏津县 within 德州市", "苏留庄镇 within 夏津县", "青石村 within 苏留庄镇", "白塘村 within 苏留庄镇"},
    ),
    (
        "a part of a zone in the zone, not in the place of its name",
        "<place 夏津县>与<place 德州青石自由贸易试验区>共建<place 德州青石自由贸易试验区夏津片区>。",
        {
            "夏津县 within 德州市",
            "德州青石自由贸易试验区 within 德州市",
            "德州青石自由贸易试验区夏津片区 within 德州青石自由贸易试验区",
        },
    ),
    (
        "a zone abroad",
        "<place 德州市>的企业建设<place 老挝青石工业园区>。",
        set(),
    ),
    (
        "an organ and its area",
        "<org 市委=中共德州市委员会>部署。",
        {"中共德州市委员会 jurisdiction 德州市"},
    ),
    (
        "a branch of an organ",
        "<org 市委=中共德州市委员会>部署，<org 市委宣传部=中共德州市委宣传部>落实。",
        {"中共德州市委员会 jurisdiction 德州市", "中共德州市委宣传部 unitOf 中共德州市委员会"},
    ),
    (
        "a daughter company",
        "<org 甲乙集团>发展快，<org 甲乙集团平原公司>尤快。",
        {"甲乙集团平原公司 unitOf 甲乙集团"},
    ),
    (
        "a paper and a school govern nothing",
        "<org 德州日报>、<org 德州学院>联办。",
        set(),
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_containment(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
