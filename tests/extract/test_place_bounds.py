"""Where the names of places begin and end, and what is none. All texts are invented; the places are real."""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.pipeline.article import read
from kg.vocab import Kind

LEXICON = Lexicon()


def named(text: str, kind: Kind = Kind.PLACE) -> set[str]:
    """What the text itself names of a kind."""
    reading = read(from_text(text, "t", "t.txt"), LEXICON)
    mine: list[Mention] = [m for m in reading.mentions if m.kind is kind and "home-chain" not in m.rule]
    return {reading.document.name(m.span) for m in mine}


CASES = [
    ("a pointing word is no part", "项目涉及我镇青龙社区、嘉陵村等2个村。", {"青龙社区", "嘉陵村"}),
    ("a date is no part", "3月5日历城区召开会议。", {"历城区"}),
    ("a city that is a word too", "6月28日淮南市领导到日照、肥东县考察。", {"淮南市", "日照", "肥东县"}),
    ("someone of a city", "1958年3月生，江苏常州人。", {"江苏", "常州"}),
    ("an island", "三沙市领导到甘泉岛慰问。", {"三沙市", "甘泉岛"}),
    ("a bay area is no bay", "粤港澳大湾区建设提速。", {"粤港澳大湾区"}),
    ("a museum with its city", "扬州市博物馆开馆。", {"扬州市", "扬州市博物馆"}),
    ("a word, no city", "全镇日照充足，强产业、兴城市。", set()),
    ("a verb, no county", "会议振兴县域经济，形成县镇村三级体系。", set()),
    ("a verb of one character", "坐落着青屿港，项目给通惠河带来生机。", {"青屿港", "通惠河"}),
    ("a port, and what is none", "三季度正式开港，打造枢纽港和深水良港，旅港乡亲到场。", set()),
    ("praise, no name", "这是全球最大单体集装箱码头、国内在建最长干线公路湖底隧道。", set()),
    ("a kind of site", "昔日的戈壁沙漠上建起农村小水电站和越野运动公园。", set()),
    ("a quarter of a city that is any", "专家调研北京社区，走进巴西社区。", set()),
    ("a memorial of a rising elsewhere", "一行参观中原突围鄂西北历史陈列馆。", {"中原突围鄂西北历史陈列馆"}),
    ("a bay that a verb of going leads to", "与会人员前往中灶湾考察。", {"中灶湾"}),
    ("states abroad in a row", "百色与越南高平、河江省接壤。", {"百色", "越南", "高平", "河江省"}),
    (
        "a state abroad",
        "客商来自马来西亚彭亨州、墨西哥西北部索诺拉州和美国各州。",
        {"马来西亚", "彭亨州", "墨西哥", "索诺拉州", "美国"},
    ),
    ("a port with its part", "青屿港白塘港区开工，北津港位于白塘湾。", {"青屿港白塘港区", "北津港", "白塘湾"}),
    ("a zone alone behind its verb", "海口市项目联动综保区、海口江东新区。", {"海口市", "综保区", "海口江东新区"}),
    ("a university, no district", "南开大学师生回到南开。", set()),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_bounds(text: str, names: set[str]) -> None:
    assert named(text) == names


BODIES = [
    ("no name of heads alone", "辖区有中学和小学小学各1所。", set()),
    ("a paper once", "省长在会上强调，甘肃·甘肃日报报道。", {"甘肃日报"}),
    ("no verb and no title", "三亚市教育局梁萍局长到市第一中学检查。", {"三亚市教育局", "市第一中学"}),
    ("a title before another body", "时任德州学院院长到会。", {"德州学院"}),
    ("the committee of a department", "德州市委宣传部发文。", {"德州市委", "德州市委宣传部"}),
    ("what stands before it", "巨头恒丰电子股份有限公司签约。", {"恒丰电子股份有限公司"}),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_bodies(text: str, names: set[str]) -> None:
    assert named(text, Kind.ORGANIZATION) == names
