"""Campaigns: where they are carried out and who launched them. All campaigns are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.campaigns import facts
from tests.relate.marked import told

CASES = [
    (
        "subject starts it",  # 甲县开展…
        "<place 岳西县>在县直机关开展<campaign “比作风、晒实绩”活动>，办结事项三百件。",
        "安庆市",
        {"“比作风、晒实绩”活动 conductedIn 岳西县", "“比作风、晒实绩”活动 organizedBy 岳西县"},
    ),
    (
        "who makes its cases known runs it",
        "<org 安庆市纪委监委>通报4起<campaign 采购领域问题系统治理>典型案例。",
        "安庆市",
        {"采购领域问题系统治理 conductedIn 安庆市", "采购领域问题系统治理 organizedBy 安庆市纪委监委"},
    ),
    (
        "a review is passed, not held",
        "<place 岳西县>顺利通过<campaign 全国农房普查>。",
        "安庆市",
        set(),
    ),
    (
        "who is thanked for it does not run it",
        "<org 岳西县人民政府>对<org 安庆市教育局>为<campaign “同心桥”活动>举办所做的安排表示感谢。",
        "安庆市",
        {"“同心桥”活动 conductedIn 安庆市"},
    ),
    (
        "subject carried over a comma",
        "<place 望江县>创新思路，启动<campaign 清源行动>。",
        "安庆市",
        {"清源行动 conductedIn 望江县", "清源行动 organizedBy 望江县"},
    ),
    (
        "the next subject takes over",  # A县…，B县…
        "<place 岳西县>抓好春耕，<place 望江县>打响<campaign 清河攻坚战>。",
        "安庆市",
        {"清河攻坚战 conductedIn 望江县", "清河攻坚战 organizedBy 望江县"},
    ),
    (
        "a crowd acts for the home",
        "<place 岳西县>抓好春耕。各级各部门扎实开展<campaign 清河行动>。",
        "安庆市",
        {"清河行动 conductedIn 安庆市"},
    ),
    (
        "another level ordered it",  # 省委部署的…行动
        "<place 安庆市>落实<org 省委=中共安徽省委员会>部署的<campaign “双提”行动>。<place 安徽省>上下一心。",
        "安庆市",
        {"“双提”行动 conductedIn 安徽省", "“双提”行动 organizedBy 中共安徽省委员会"},
    ),
    (
        "held in several places",  # 在甲县、乙县开展
        "今年<place 安庆市>在<place 岳西县>、<place 望江县>开展<campaign “送戏下乡”活动>。",
        "安庆市",
        {"“送戏下乡”活动 conductedIn 岳西县", "“送戏下乡”活动 conductedIn 望江县", "“送戏下乡”活动 organizedBy 安庆市"},
    ),
    (
        "nobody named: home alone",
        "扎实开展<campaign 净土行动>，优良率持续提升。",
        "安庆市",
        {"净土行动 conductedIn 安庆市"},
    ),
    (
        "who carries on a campaign of its own",  # 甲市推进“…年”活动
        "<place 安庆市>扎实推进<campaign “产业攻坚年”活动>。",
        "安庆市",
        {"“产业攻坚年”活动 conductedIn 安庆市", "“产业攻坚年”活动 organizedBy 安庆市"},
    ),
    (
        "the nation's campaign is launched by no county",
        "<place 岳西县>开展<campaign 党史学习教育>。",
        "安庆市",
        {"党史学习教育 conductedIn 岳西县"},
    ),
    (
        "the builder of the next thing is no organizer",  # 抓好…行动，由甲公司承建的…
        "<place 安庆市>抓好<campaign “四强”行动>，加快由<org 甲乙建工>承建的项目。",
        "安庆市",
        {"“四强”行动 conductedIn 安庆市", "“四强”行动 organizedBy 安庆市"},
    ),
]


@pytest.mark.parametrize(("label", "text", "home", "expected"), CASES, ids=[c[0] for c in CASES])
def test_campaigns(label: str, text: str, home: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, home) == expected, label
