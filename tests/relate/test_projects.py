"""Projects: where they stand and who builds them. All projects are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.projects import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "the sum is told first, the work behind it",
        "据了解，<org 云岭新能源集团有限公司>投资15.5亿元，拟采用新型组件建设<project 云岭光伏发电项目>。",
        {"云岭新能源集团有限公司 undertakes 云岭光伏发电项目", "云岭光伏发电项目 locatedIn 德州市"},
    ),
    (
        "a sum is told, but the work is only backed",
        "<org 云岭新能源集团有限公司>投资15.5亿元，支持<project 云岭光伏发电项目>。",
        {"云岭光伏发电项目 locatedIn 德州市"},
    ),
    (
        "the work is built by another body",
        "<org 云岭新能源集团有限公司>投资15.5亿元，<place 禹城市>建设<project 云岭光伏发电项目>。",
        {"云岭光伏发电项目 locatedIn 禹城市", "云岭光伏发电项目 organizedBy 禹城市"},
    ),
    (
        "the county in the name",
        "<project 禹城市功能糖产业园>开工。<place 禹城市>加快建设。",
        {"禹城市功能糖产业园 locatedIn 禹城市"},
    ),
    (
        "the county that the name opens with, not a wider zone in it",
        "<place 山东省>帮扶。<project 禹城市基金贷款山东鲁西片区扶贫项目>通过验收。<place 鲁西片区=山东鲁西片区>受益。"
        "<place 禹城市>出力。",
        {"禹城市基金贷款山东鲁西片区扶贫项目 locatedIn 禹城市"},
    ),
    (
        "said outright, with the builder",
        "总投资五亿元的<project 甲乙智造园>位于<place 禹城市>，由<org 中甲一局>承建。",
        {"甲乙智造园 locatedIn 禹城市", "中甲一局 undertakes 甲乙智造园"},
    ),
    (
        "said in the next sentence",
        "<project 甲乙智造园>开工。该项目位于<place 夏津县>。",
        {"甲乙智造园 locatedIn 夏津县"},
    ),
    (
        "the ground of the clause",
        "<place 夏津县>紧盯项目，<project 百万吨石墨烯项目>投产。",
        {"百万吨石墨烯项目 locatedIn 夏津县"},
    ),
    (
        "one each",  # 分别
        "<place 禹城市>、<place 夏津县>分别布局了<project 甲氢能园>、<project 乙光伏园>。",
        {"甲氢能园 locatedIn 禹城市", "乙光伏园 locatedIn 夏津县"},
    ),
    (
        "the company in the name",
        "<project 甲乙集团锂电二期>投产，<org 甲乙集团>订单饱满。",
        {"甲乙集团锂电二期 locatedIn 德州市", "甲乙集团 undertakes 甲乙集团锂电二期"},
    ),
    (
        "a line between provinces stands in no one place",
        "<place 夏津县>干劲足，<project 京沪高铁>和<project 中老铁路>运货忙，<project 夏津公路>通车。",
        {"夏津公路 locatedIn 夏津县"},
    ),
    (
        "a line of a city is the city's, whichever county tells",
        "<place 夏津县>干劲足，<project 德州地铁9号线>开工。",
        {"德州地铁9号线 locatedIn 德州市"},
    ),
    (
        "home by default",
        "建成<project 鲁西北供水工程>。",
        {"鲁西北供水工程 locatedIn 德州市"},
    ),
    (
        "the builder in the next sentence",
        "<project 甲乙智造园>开工。该项目位于<place 夏津县>，由<org 中甲一局>承建。",
        {"甲乙智造园 locatedIn 夏津县", "中甲一局 undertakes 甲乙智造园"},
    ),
    (
        "the project is told of again after other sentences",
        "<project 甲乙智造园>现场，塔吊林立。“只用了五十天。”负责人说。该项目位于<place 夏津县>，由<org 中甲一局>承建。",
        {"甲乙智造园 locatedIn 夏津县", "中甲一局 undertakes 甲乙智造园"},
    ),
    (
        "the county of the sentence is nearer than the city of the name",
        "在<place 夏津县>，<project 德州站扩建工程>全面铺开。<place 德州市=德州市>统筹调度。",
        {"德州站扩建工程 locatedIn 夏津县"},
    ),
    (
        "a county builds",
        "<place 夏津县>加快推进<project 甲山景区提升工程>。",
        {"甲山景区提升工程 locatedIn 夏津县", "甲山景区提升工程 organizedBy 夏津县"},
    ),
    (
        "a line has two ends",
        "开工<project 禹城至夏津公路>。<place 禹城市>、<place 夏津县>抓好征迁。",
        {"禹城至夏津公路 locatedIn 禹城市", "禹城至夏津公路 locatedIn 夏津县"},
    ),
    (
        "one after the other",
        "<project 甲氢能园>、<project 乙光伏园>相继落户<place 禹城市>、<place 夏津县>。",
        {"甲氢能园 locatedIn 禹城市", "乙光伏园 locatedIn 夏津县"},
    ),
    (
        "who builds stands behind",
        "记者从负责<project 甲山景区提升工程>项目的<org 恒岳集团>了解到，进展顺利。",
        {"恒岳集团 undertakes 甲山景区提升工程", "甲山景区提升工程 locatedIn 德州市"},
    ),
    (
        "around a county",
        "以<place 禹城市>为核心打造<project 甲乙示范基地>。",
        {"甲乙示范基地 locatedIn 禹城市"},
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_projects(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label
