"""Figures: indicator, value, unit, bound, change, subject. All places, works and numbers are invented."""

from __future__ import annotations

import pytest

from kg.relate.figures.figure_reader import facts
from tests.relate.marked import reading

HOME = "安和市"

# label, text, figures as (indicator, value, unit)
NAMES = [
    (
        "a fund by what it is for",
        "全县拿出1200万元，设立干部担当激励资金。",
        [("干部担当激励资金", 12_000_000.0, "元")],
    ),
    ("a class over a sum", "10亿元以上的企业仅有6家。", [("10亿元以上的企业", 6.0, "家")]),
    ("a task told before", "从签约到拿地，专班全程帮办，只用了52天。", [("从签约到拿地用时", 52.0, "天")]),
    ("without its 完成", "非税收入累计完成17.5亿元。", [("非税收入", 1.75e9, "元")]),
    (
        "two that share all but their number",
        "第二、第三产业占比分别为40%和45%。",
        [("第二产业占比", 40.0, "%"), ("第三产业占比", 45.0, "%")],
    ),
    ("who invests is no part of it", "由东岭牧业股份有限公司投资5000万元建设新厂。", [("投资", 5e7, "元")]),
    ("达到", "全市地区生产总值达到812.5亿元。", [("地区生产总值", 81_250_000_000.0, "元")]),
    ("verb and object", "累计新建农村公路1020公里。", [("新建农村公路", 1020.0, "公里")]),
    (
        "what was counted before",  # 、增长… names nothing
        "进出口总额45亿元、同比增长8.1%，占全省的3.2%。",
        [("进出口总额", 4.5e9, "元"), ("进出口总额", 8.1, "%"), ("进出口总额占全省比重", 3.2, "%")],
    ),
    (
        "分别",
        "接待游客、旅游收入分别增长11.5%和9.4%。",
        [("接待游客", 11.5, "%"), ("旅游收入", 9.4, "%")],
    ),
    (
        "分别 in the next clause",
        "接待游客320万人次、游客花费25亿元，分别增长6%、7.4%。",
        [("接待游客", 3.2e6, "人次"), ("游客花费", 2.5e9, "元"), ("接待游客", 6.0, "%"), ("游客花费", 7.4, "%")],
    ),
    (
        "城乡 are two",
        "城乡居民人均可支配收入分别达到38860元、19420元。",
        [("城镇居民人均可支配收入", 38860.0, "元"), ("农村居民人均可支配收入", 19420.0, "元")],
    ),
    (
        "a shared measure",
        "甲醇、乙二醇产能分别达到74万吨、56万吨。",
        [("甲醇产能", 740_000.0, "吨"), ("乙二醇产能", 560_000.0, "吨")],
    ),
    (
        "units differ",
        "机场旅客和货邮吞吐量分别达到135万人次、4.5万吨。",
        [("机场旅客吞吐量", 1.35e6, "人次"), ("货邮吞吐量", 45_000.0, "吨")],
    ),
    (
        "均 holds for all",
        "固定资产投资、技改投资增速均居全省第3位。",
        [("固定资产投资增速全省排名", 3.0, "位"), ("技改投资增速全省排名", 3.0, "位")],
    ),
    (
        "rank of what was told",
        "工业投资同比增长19.7%，增速居全省第1位。",
        [("工业投资", 19.7, "%"), ("工业投资增速全省排名", 1.0, "位")],
    ),
    ("the noun behind", "先后组织召开4次座谈会、推进会。", [("召开座谈会、推进会", 4.0, "次")]),
    ("the noun ends before a halt", "526个管控单元实现全覆盖。", [("管控单元", 526.0, "个")]),
    ("the predicate behind", "大坝水库等53个重大项目建成投运。", [("建成投运重大项目", 53.0, "个")]),
    ("a deed", "省领导3次亲临安和考察。", [("亲临安和考察", 3.0, "次")]),
    ("a list before 等", "发展茭白、菱角等水生蔬菜6.5万亩。", [("发展水生蔬菜", 65_000.0, "亩")]),
    ("a threshold is part of the name", "引进投资超10亿元重大项目14个。", [("引进投资超10亿元重大项目", 14.0, "个")]),
    (
        "from and to",
        "绿色出行比例由65.6%提高到76.5%。",
        [("绿色出行比例", 65.6, "%"), ("绿色出行比例", 76.5, "%")],
    ),
    (
        "a verb carried on",
        "新建充电桩215个、城市书房12座。",
        [("新建充电桩", 215.0, "个"), ("新建城市书房", 12.0, "座")],
    ),
    ("points", "城镇化率62%，比上年末提高1.2个百分点。", [("城镇化率", 62.0, "%"), ("城镇化率提高", 1.2, "个百分点")]),
    (
        "each of several",
        "新设省级实验室、技术创新中心各20家。",
        [("新设省级实验室", 20.0, "家"), ("技术创新中心", 20.0, "家")],
    ),
    ("told twice", "查摆问题320条，320条问题全部销号。", [("查摆问题", 320.0, "条")]),
    ("names hold numbers", "落实“八十条”和《安和市优化环境60条》，推进“双百”行动。", []),
    ("telephones and lists", "一是抓学习，二是抓落实。联系电话：0551-62345678。", []),
    ("how long it took", "仅用90天建成云谷中心。", [("建成云谷中心用时", 90.0, "天")]),
    ("capacity", "建设300兆瓦风电项目。", [("风电装机", 300.0, "兆瓦")]),
    (
        "a blank before the unit",
        "茶叶产量2.7 万吨，综合产值 70.05 亿元。",
        [("茶叶产量", 27000.0, "吨"), ("综合产值", 7.005e9, "元")],
    ),
    (
        "其中 of two wholes",
        "常住人口94.9万人，其中城镇人口41.4万人；户籍人口134.9万人，其中城镇人口25万人。",
        [
            ("常住人口", 949_000.0, "人"),
            ("常住人口中城镇人口", 414_000.0, "人"),
            ("户籍人口", 1_349_000.0, "人"),
            ("户籍人口中城镇人口", 250_000.0, "人"),
        ],
    ),
    ("其中 of one whole", "税收9亿元，其中增值税4亿元。", [("税收", 9e8, "元"), ("增值税", 4e8, "元")]),
]


@pytest.mark.parametrize(("label", "text", "expected"), NAMES, ids=[c[0] for c in NAMES])
def test_names(label: str, text: str, expected: list[tuple[str, float, str]]) -> None:
    """Each text gives the expected figures and no others."""
    assert [(f.indicator, f.value, f.unit) for f in facts(*reading(text, HOME))] == expected, label


CHANGES = [
    ("result", "全市工业投资增长8%。", (8.0, "yoy", "result")),
    ("fall", "进出口总额同比下降2.5%。", (-2.5, "yoy", "result")),
    ("month on month", "住宅销售均价环比下降0.3%。", (-0.3, "mom", "result")),
    ("yearly", "地区生产总值年均增长6%。", (6.0, "", "result")),
    ("a cut is no fall", "审批时限压缩70%。", (70.0, "", "result")),
    ("target", "力争工业投资增长8%。", (8.0, "", "target")),
    ("under a heading", "二、2026年重点工作\n新建学校12所。", (12.0, "", "target")),
]


@pytest.mark.parametrize(("label", "text", "expected"), CHANGES, ids=[c[0] for c in CHANGES])
def test_change_and_aim(label: str, text: str, expected: tuple[float, str, str]) -> None:
    """The sign, what is compared with, and whether it is a result."""
    (figure,) = facts(*reading(text, HOME))
    assert (figure.value, figure.change, figure.aim) == expected, label


FALLS = [
    ("points", "城镇登记失业率下降0.3个百分点。", ("城镇登记失业率", -0.3, "yoy")),
    ("an amount", "财政收入比上年减少2.3亿元。", ("财政收入", -2.3e8, "yoy")),
    ("a negative growth", "外贸出口负增长4.1%。", ("外贸出口", -4.1, "yoy")),
    ("a sign", "外贸出口增长-4.1%。", ("外贸出口", -4.1, "yoy")),
    ("how much it fell", "外贸出口同比降幅为4.1%。", ("外贸出口", -4.1, "yoy")),
    ("against another time", "能耗强度比2020年下降12%。", ("能耗强度下降", -12.0, "")),
    ("what is no measure", "违建下降50%。", ("违建下降", -50.0, "")),
    ("a rise keeps its verb", "城镇化率提高1.2个百分点。", ("城镇化率提高", 1.2, "")),
]


@pytest.mark.parametrize(("label", "text", "expected"), FALLS, ids=[c[0] for c in FALLS])
def test_falls(label: str, text: str, expected: tuple[str, float, str]) -> None:
    """What falls is negative; the verb stays where nothing else says that it is a change."""
    (figure,) = facts(*reading(text, HOME))
    assert (figure.indicator, figure.value, figure.change) == expected, label


def test_a_range_is_one_figure() -> None:
    """With its ends beside the middle; a fall turns them round."""
    found = list(facts(*reading("项目总投资10-15亿元。车流量下降5%至8%。有两三个村受灾。", HOME)))
    assert [(f.value, f.bound, f.ends) for f in found] == [
        (1.25e9, "approx", (1e9, 1.5e9)),
        (-6.5, "approx", (-8.0, -5.0)),
        (2.5, "approx", (2.0, 3.0)),
    ]


PERIODS = [
    ("days of a visit", "1月19日至21日，省领导到<place 清河县>考察。新增企业94家。", [""]),
    ("days of a feast", "2023年5月1日至5日，<place 清河县>接待游客12万人次。", ["2023-05-01/2023-05-05"]),
    ("days are over in the next sentence", "2023年5月1日至5日，举办啤酒节。新增企业94家。", [""]),
    ("what it rose from", "2023年，受检单位由32个增至48个。", ["", "2023"]),
    ("with its own time", "2023年，受检单位由2014年的32个增至48个，满意度90%。", ["2014", "2023", "2023"]),
    ("years past", "五年来，新建学校12所。", ["五年来"]),
    ("a plan in brackets", "“十四五”期间（2021—2025年），计划投资50亿元。", ["2021/2025"]),
]


@pytest.mark.parametrize(("label", "text", "expected"), PERIODS, ids=[c[0] for c in PERIODS])
def test_periods(label: str, text: str, expected: list[str]) -> None:
    """Days of an event are no period of figures."""
    assert [f.period for f in facts(*reading(text, HOME))] == expected, label


SUBJECTS = [
    ("home", "新增企业94家。", [HOME]),
    ("who opens the clause", "<place 清河县>抓项目、强产业，新增企业94家。", ["清河县"]),
    ("carried to the next sentence", "<place 清河县>抓项目。新增企业94家。", ["清河县"]),
    ("a partner is aside", "今年以来，与<place 清河县>合作，新增企业94家。", [HOME]),
    ("adjacent", "<project 云溪水库>总投资9亿元。", ["云溪水库"]),
    ("behind 的", "总投资9亿元的<project 云溪水库>开工。", ["云溪水库"]),
    (
        "pairs",
        "<place 清河县>、<place 白石县>研发投入占比分别为2.4%和1.7%。",
        ["清河县", "白石县"],
    ),
    (
        "其中 with places",
        "<place 清河县>税收9亿元，其中<place 白石镇>4亿元、<place 云溪镇>3亿元，分别增长3.9%、3.1%。",
        ["清河县", "白石镇", "云溪镇", "白石镇", "云溪镇"],
    ),
    ("a definition", "<program “百湖计划”>：到2030年，布局30个左右重大专项。", ["百湖计划"]),
]


@pytest.mark.parametrize(("label", "text", "expected"), SUBJECTS, ids=[c[0] for c in SUBJECTS])
def test_subjects(label: str, text: str, expected: list[str]) -> None:
    """Whose figure it is."""
    assert [f.subject for f in facts(*reading(text, HOME))] == expected, label


def test_period() -> None:
    """The words of the text where the article has no date; a year that is written out resolves."""
    found = list(facts(*reading("2023年新增企业94家。上半年新建公路12公里。比2020年提高3.1个百分点。", HOME)))
    assert [f.period for f in found] == ["2023", "2023-01/2023-06", "2023-01/2023-06"]


def test_evidence_is_the_sentence() -> None:
    """Every figure shows the sentence that it was read from."""
    doc, read = reading("抓好春耕。新增企业94家。", HOME)
    (figure,) = facts(doc, read)
    assert doc.document.name(figure.evidence.span) == "新增企业94家。"
    assert 0 < figure.evidence.confidence <= 1
