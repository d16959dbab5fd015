"""Numerals and quantities: exact values, units, bounds."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.model import Span
from kg.text.normalize import plain
from kg.text.numerals import han, number
from kg.text.quantities import quantities
from kg.text.units import Units

UNITS = Units.of(Lexicon())

NUMBERS = [
    ("1258", 1258.0),
    ("1,258", 1258.0),
    ("886.4亿", 88_640_000_000.0),  # no noise of binary fractions
    ("0.15", 0.15),
    ("1.5万亿", 1_500_000_000_000.0),
    ("三百二十万", 3_200_000.0),
    ("两千", 2000.0),
    ("一千零五", 1005.0),
    ("一万五", 15_000.0),  # an elided 千
    ("两亿三千万", 230_000_000.0),
    ("十二", 12.0),
    ("百万", 1_000_000.0),
    ("二〇二六", 2026.0),
    ("百姓", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float | None) -> None:
    """A numeral has one value, or none."""
    assert number(text) == value


@pytest.mark.parametrize("value", [0, 7, 10, 19, 20, 101, 110, 999, 1001, 9999, 10_000, 100_000, 10_100_001, 10**8])
def test_round_trip(value: int) -> None:
    """What is written by places is read again."""
    assert han(_written(value)) == value


def _written(value: int) -> str:
    """A number in Chinese, by places, with 零 for empty ones."""
    if value < 10:
        return "零一二三四五六七八九"[value]
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= scale:
            whole, rest = divmod(value, scale)
            gap = "零" if 0 < rest < scale // 10 else ""
            return _written(whole) + word + gap + (_written(rest) if rest else "")
    return ""


QUANTITIES = [
    ("plain", "走访企业6512户次", [(6512.0, "户次", "exact")]),
    ("scaled money", "总投资886.4亿元", [(88_640_000_000.0, "元", "exact")]),
    ("thousands of watts, not 千 of watts", "装机20万千瓦", [(200_000.0, "千瓦", "exact")]),
    ("余 before the unit", "意见18万余条", [(180_000.0, "条", "over")]),
    ("余 before the scale", "绿化350余万亩", [(3_500_000.0, "亩", "over")]),
    ("近", "投资近1万亿元", [(1_000_000_000_000.0, "元", "under")]),
    ("签约 is no 约", "新签约48个", [(48.0, "个", "exact")]),
    ("会上 is no bound", "会上15位代表发言", [(15.0, "位", "exact")]),
    ("上百", "引来上百家企业", [(100.0, "家", "over")]),
    ("百家 alone is a word", "百家争鸣", []),
    ("behind the unit", "增长7.5%以上、占比三成左右", [(7.5, "%", "over"), (30.0, "%", "approx")]),
    ("多元 is no 多", "新增3家多元化企业", [(3.0, "家", "exact")]),
    ("fractions", "占全国的四分之三", [(75.0, "%", "exact")]),
    ("percent in words", "达到百分之六十五", [(65.0, "%", "exact")]),
    ("half", "不足其一半", [(50.0, "%", "under")]),
    ("doubled", "同比翻了一番", [(100.0, "%", "exact")]),
    ("a shared unit", "分别提高15、22个百分点", [(15.0, "个百分点", "exact"), (22.0, "个百分点", "exact")]),
    ("a range", "新建20至30万亩", [(250_000.0, "亩", "approx")]),
    ("ranks", "分别居全省第3、第2、第5位", [(3.0, "位", "exact"), (2.0, "位", "exact"), (5.0, "位", "exact")]),
    ("first of the world", "产量全球第一，", [(1.0, "位", "exact")]),
    ("no rank", "全省第十二次党代会、第一方阵", []),
    ("dates", "2022年3月5日至4月、1—5月", []),
    ("codes and roads", "S323线、G60、12345热线、5G", []),
    ("ordinals", "第22届、第7次常务会议、十二届十次全会", []),
    ("months, not 个", "前5个月", []),
    ("days need a reason", "连续30天", []),
    ("days", "办理时间压缩至3个工作日", [(3.0, "个工作日", "exact")]),
    ("small Chinese counts are words", "三件小事、一个专班、两个开发区", []),
    ("no unit but a scale", "技能人才总量超696万，", [(6_960_000.0, "", "over")]),
    ("数 before digits", "就业人数45万人", [(450_000.0, "人", "exact")]),
    ("数 before words", "数百家企业", []),
    ("per", "生产率达58万元/人", [(580_000.0, "元/人", "exact")]),
    ("a space", "以 100 个县为单元", [(100.0, "个", "exact")]),
]


@pytest.mark.parametrize(("label", "text", "expected"), QUANTITIES, ids=[c[0] for c in QUANTITIES])
def test_quantities(label: str, text: str, expected: list[tuple[float, str, str]]) -> None:
    """Each text gives the expected quantities and no others."""
    found = quantities(text, Span(0, len(text)), UNITS)
    assert [(q.value, q.unit, q.bound) for q in found] == expected, label


@pytest.mark.parametrize("piece", ["三百万", "1,234", "3、", "百分之", "九成一半"])
def test_long_runs_end(piece: str) -> None:
    """A long run without sense is read in time linear in its length."""
    text = piece * 5000
    quantities(text, Span(0, len(text)), UNITS)


# text, (value, unit, bound, lowest, highest)
ROUGH = [
    ("有两三个村", [(2.5, "个", "approx", 2.0, 3.0)]),
    ("四五十户受灾", [(45.0, "户", "approx", 40.0, 50.0)]),
    ("十七八人", [(17.5, "人", "approx", 17.0, 18.0)]),
    ("二三百亩", [(250.0, "亩", "approx", 200.0, 300.0)]),
    ("二三产业", []),
    ("投资10-15亿元", [(1.25e9, "元", "approx", 1e9, 1.5e9)]),
    ("税收1亿～1.5亿元", [(1.25e8, "元", "approx", 1e8, 1.5e8)]),
    ("就业5000-1万人", [(7500.0, "人", "approx", 5000.0, 10000.0)]),
    ("票价20元至30元", [(25.0, "元", "approx", 20.0, 30.0)]),
    ("从3万元到5万元不等", [(40000.0, "元", "approx", 30000.0, 50000.0)]),
    ("由65.6%到76.5%", [(65.6, "%", "exact", None, None), (76.5, "%", "exact", None, None)]),
    ("编号0551-62345678件", [(551.0, "件", "exact", None, None), (62345678.0, "件", "exact", None, None)]),
    ("增长-4.1%", [(-4.1, "%", "exact", None, None)]),
    ("增速为负3.9%", [(-3.9, "%", "exact", None, None)]),
    ("同比增长－8.8%", [(-8.8, "%", "exact", None, None)]),
    ("同比增长−2.3%", [(-2.3, "%", "exact", None, None)]),
    ("增速-3.5%至5%", [(0.75, "%", "approx", -3.5, 5.0)]),
    ("钢铁项目-50万吨", []),
    ("背负30万元债务", [(300000.0, "元", "exact", None, None)]),
    ("产量2.7 万吨", [(27000.0, "吨", "exact", None, None)]),
    ("一百八十一元七角", [(181.7, "元", "exact", None, None)]),
    ("3元5角2分", [(3.52, "元", "exact", None, None)]),
    ("三元七角", [(3.7, "元", "exact", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), ROUGH, ids=[text for text, _ in ROUGH])
def test_ranges_signs_and_coins(text: str, expected: list[tuple[float, str, str, float | None, float | None]]) -> None:
    """What is more than one exact number."""
    found = quantities(plain(text), Span(0, len(text)), UNITS)
    assert [(q.value, q.unit, q.bound, q.lowest, q.highest) for q in found] == expected
