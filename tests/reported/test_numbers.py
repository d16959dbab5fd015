"""Numbers that users reported, each as a kind. The values are in base units: 亿元 is 元, 万吨 is 吨."""

from __future__ import annotations

import pytest

from tests.reported.claims import Case, cases, check

TABLE = [
    Case(
        14,
        "下降 of points, and the year before",
        "全市经济运行平稳。\n2022年1-6月，曲阜市完成地区生产总值312.4亿元，比去年同期增长5.7%；"
        "规模以上工业增加值下降2.6个百分点；上年末全市户籍人口63.2万人。",
        (
            "figure 规模以上工业增加值 -2.6 个百分点 exact 2022-01/2022-06 曲阜市",
            "figure 户籍人口 632000 人 exact 2021 曲阜市",
        ),
    ),
    Case(
        16,
        "上一季度",
        "曲阜市工业投资稳步增长\n发布时间：2023-01-12　来源：曲阜日报\n上一季度，曲阜市完成工业投资41亿元，势头良好。",
        ("figure 工业投资 4100000000 元 exact 2022-10/2022-12 曲阜市",),
    ),
    Case(
        18,
        "signs",
        "全市经济承压前行。\n2023年，曲阜市进出口总额增长-3.2%，工业用电量增速为负2.7%，固定资产投资同比增长－6.4%。",
        (
            "figure 进出口总额 -3.2 % exact 2023 曲阜市",
            "figure 工业用电量 -2.7 % exact 2023 曲阜市",
            "figure 固定资产投资 -6.4 % exact 2023 曲阜市",
        ),
    ),
    Case(
        19,
        "falls",
        "全市经济承压前行。\n2023年，曲阜市进出口总额下降4.4个百分点，城镇登记失业率下降0.2个百分点，"
        "外贸出口负增长3.8%，财政收入减少1.9亿元。",
        (
            "figure 进出口总额 -4.4 个百分点 exact 2023 曲阜市",
            "figure 城镇登记失业率 -0.2 个百分点 exact 2023 曲阜市",
            "figure 外贸出口 -3.8 % exact 2023 曲阜市",
            "figure 财政收入 -190000000 元 exact 2023 曲阜市",
        ),
    ),
    Case(
        20,
        "ranges",
        "曲阜市推进重点项目。\n项目总投资8-12亿元，预计年产值15至20亿元，税收1亿～1.4亿元，带动就业2000—3000人。",
        (
            "figure 项目总投资 1000000000 元 approx - 曲阜市",
            "figure 年产值 1750000000 元 approx - 曲阜市",
            "figure 税收 120000000 元 approx - 曲阜市",
            "figure 带动就业 2500 人 approx - 曲阜市",
        ),
        ("figure 项目总投资 800000000*", "figure 项目总投资 1200000000*"),
    ),
    Case(
        21,
        "digits side by side",
        "曲阜市尼山镇积极救灾。\n全镇有三四个村、五六十户群众受灾；倒塌房屋八九间。",
        (
            "figure 村 3.5 个 approx - 曲阜市",
            "figure 群众受灾 55 户 approx - 曲阜市",
            "figure 倒塌房屋 8.5 间 approx - 曲阜市",
        ),
        ("figure 村 34 *",),
    ),
    Case(
        22,
        "a blank before the unit",
        "高县发展茶产业。\n2021年，高县茶叶产量3.1 万吨，综合产值80.2 亿元，投入防控资金5120 万元。",
        (
            "figure 茶叶产量 31000 吨 exact 2021 高县",
            "figure 综合产值 8020000000 元 exact 2021 高县",
            "figure 投入防控资金 51200000 元 exact 2021 高县",
        ),
    ),
    Case(
        24,
        "其中 with places",
        "江苏省经济稳步增长。\n2022年，江苏省地区生产总值122875亿元，其中苏州市23958亿元、南京市16907亿元、"
        "无锡市14850亿元，分别增长2.0%、2.1%、3.0%。",
        (
            "figure 地区生产总值 2.3958e+12 元 exact 2022 苏州市",
            "figure 地区生产总值 1.6907e+12 元 exact 2022 南京市",
            "figure 地区生产总值 2.1 % exact 2022 南京市",
            "figure 地区生产总值 3 % exact 2022 无锡市",
        ),
    ),
    Case(
        26,
        "元 and 角",
        "曲阜市落实补助政策。\n全市人均补助一百三十二元六角，农户普遍满意。",
        ("figure 人均补助 132.6 元 exact - 曲阜市",),
    ),
    Case(
        79,
        "the year of the title",
        "民勤县2020年国民经济和社会发展统计公报\n民勤县统计局\n一、综合\n全年地区生产总值92亿元，增长4%。年末常住人口21万人。",
        (
            "figure 地区生产总值 9200000000 元 exact 2020 民勤县",
            "figure 地区生产总值 4 % exact 2020 民勤县",
            "figure 常住人口 210000 人 exact 2020 民勤县",
        ),
    ),
    Case(
        80,
        "two 其中 of one name",
        "曲阜市人口稳定。\n常住人口62.1万人，其中城镇人口33.8万人；户籍总人口64.9万人，其中城镇人口21.2万人。",
        (
            "figure 常住人口中城镇人口 338000 人 exact - 曲阜市",
            "figure 户籍总人口中城镇人口 212000 人 exact - 曲阜市",
        ),
    ),
    Case(
        81,
        "brackets of half width",
        "曲阜市经济运行平稳。\n2022年实现地区生产总值(GDP)439.19亿元，三次产业协调发展。",
        ("figure 地区生产总值 43919000000 元 exact 2022 曲阜市",),
    ),
    Case(
        85,
        "over New Year, and a plan with its years",
        "曲阜市文旅消费升温。\n2022年12月29日至2023年1月2日，曲阜市举办第六届冰雪节；“十四五”期间（2021—2025年），"
        "曲阜市计划投资30亿元。",
        ("figure 投资 3000000000 元 exact 2021/2025 曲阜市",),
    ),
    Case(
        14,
        "去年末",
        "2020年1—9月，曲阜市一般公共预算收入21.3亿元；去年末全市存款余额402.6亿元。",
        ("figure 存款余额 40260000000 元 exact 2019 曲阜市",),
        ("figure 存款余额 40260000000 元 exact 2020*",),
    ),
    Case(
        18,
        "a loss",
        "2021年，曲阜市规模以上工业企业实现利润总额-2.45亿元。",
        ("figure 规模以上工业企业实现利润总额 -245000000 元 exact 2021 曲阜市",),
        (),
    ),
    Case(
        20,
        "from ten to ten",
        "曲阜市推进产业发展。\n合作社常年用工五十至七十人。",
        ("figure 合作社常年用工 60 人 approx - 曲阜市",),
        ("figure 合作社常年用工 70 *",),
    ),
    Case(
        26,
        "a region that ends in 三角",
        "曲阜市融入京津冀、长三角，接待长三角、珠三角游客3万人次。",
        ("figure 接待长三角、珠三角游客 30000 人次 exact - 曲阜市",),
        ("figure 融入*",),
    ),
    Case(
        26,
        "角 and 分 alone",
        "曲阜市发放补贴。\n每吨水补助二角五分。",
        ("figure 每吨水补助 0.25 元 exact - 曲阜市",),
        (),
    ),
    Case(
        35,
        "words told twice, and what a town holds",
        "滕州市滨湖镇辖区内有初级中学和小学小学各3所，现有村卫生室卫生室21所。",
        (
            "figure 初级中学 3 所 exact - 滨湖镇",
            "figure 小学 3 所 exact - 滨湖镇",
            "figure 村卫生室 21 所 exact - 滨湖镇",
        ),
        ("figure 辖区*",),
    ),
    Case(
        22,
        "a plateau",
        "2020年，榆中县高原夏菜种植面积28.4 万亩。",
        ("figure 高原夏菜种植面积 284000 亩 exact 2020 榆中县",),
        ("place 榆中县高原*",),
    ),
    Case(
        81,
        "a bracket inside",
        "2022年，曲阜市研究与试验发展(R&D)经费支出4.1亿元。",
        ("figure 研究与试验发展（R&D）经费支出 410000000 元 exact 2022 曲阜市",),
        (),
    ),
    Case(
        82,
        "in ten days",
        "疫情期间，滕州市仅用八天改造完成3所方舱医院、7个核酸采样点。",
        (
            "figure 完成方舱医院 3 所 exact - 滕州市",
            "figure 核酸采样点 7 个 exact - 滕州市",
        ),
        ("project *",),
    ),
    Case(
        77,
        "what comes through",
        "滕州市供稿\n途经我市滨湖镇的冷链车辆日均达40余辆次。",
        ("figure 冷链车辆日均 40 辆次 over - 滨湖镇",),
        ("figure 滨湖镇*",),
    ),
]


@pytest.mark.parametrize("case", cases(TABLE))
def test_numbers(case: Case) -> None:
    check(case)
