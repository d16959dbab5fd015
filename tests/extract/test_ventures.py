"""Ventures without marks, bounded by the grammar of the phrase. All names but those of the whole nation are invented."""

from __future__ import annotations

import pytest

from kg.extract.initiative import mentions
from kg.lexicon import Lexicon
from kg.model import Document
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def found(text: str) -> list[str]:
    """Kind and name of each, in text order."""
    doc = AnnotatedDocument(Document("t", "t.txt", text, text), LEXICON)
    return [f"{m.kind.value} {m.name}" for m in mentions(doc)]


OBJECTS = [
    ("behind its verb", "该市实施渔港护岸巩固提升工程。", ["Program 渔港护岸巩固提升工程"]),
    ("behind an adverb and its verb", "深入推进山区骑楼更新提升行动。", ["Campaign 山区骑楼更新提升行动"]),
    (
        "a row",
        "将实施能源绿色低碳转型行动、渔业节能降碳行动。",
        ["Campaign 能源绿色低碳转型行动", "Campaign 渔业节能降碳行动"],
    ),
    ("behind what it is drawn by", "实施以海港为牵引的货运通道拓展行动。", ["Campaign 货运通道拓展行动"]),
    ("a plan", "实施乡镇青年兽医专项计划。", ["Program 乡镇青年兽医专项计划"]),
    ("a strategy", "深入实施保税区提升战略。", ["Program 保税区提升战略"]),
    ("a reform", "深化水权投融资改革。", ["Program 水权投融资改革"]),
    ("a trial", "开展渔业高效节水增收试点。", ["Program 渔业高效节水增收试点"]),
    ("a system of rules", "推行行政执法回访制度。", ["Program 行政执法回访制度"]),
    ("not from the middle of a word", "推进对外贸易结算便利化改革。", ["Program 对外贸易结算便利化改革"]),
    ("what sets it up stays outside", "探索创新渔民夜校运行管护模式。", ["Program 渔民夜校运行管护模式"]),
]
OTHERS = [
    ("subject of its clause", "今年，渔港护岸巩固提升工程全面启动。", ["Program 渔港护岸巩固提升工程"]),
    ("means", "依托国家重点草场治理工程，当地种草。", ["Program 国家重点草场治理工程"]),
    ("a promise by number", "办好12件民生实事。", ["Program 12件民生实事"]),
    ("a census", "通过国家脱贫攻坚普查。", ["Campaign 国家脱贫攻坚普查"]),
    ("an inspection", "第二轮中央生态环保督察期间。", ["Campaign 第二轮中央生态环保督察"]),
    (
        "a row that a sum closes",
        "实施港口提升、渔业振兴等“十项行动”。",
        ["Program 港口提升", "Program 渔业振兴", "Program 十项行动"],
    ),
    ("a tour of a place", "海港名师渔村行活动启动。", ["Campaign 海港名师渔村行活动"]),
    ("help that goes down", "开展送船送网下乡活动。", ["Campaign 送船送网下乡活动"]),
    ("what a place is called", "该市素有“中国陶瓷之乡”之称。", ["Award 中国陶瓷之乡"]),
    ("a lesson of which no word says what is taught", "党员研读主题教育材料。平原市主题教育顺利。", []),
    ("a model of cities", "推进海绵城市建设。", ["Program 海绵城市建设"]),
]
NONE = [
    ("says nothing of its own", "实施重点项目，建立长效管理机制，推进专项整治行动。"),
    ("another verb takes the object", "实施意见提出，要加强工程管理。"),
    ("ordinary making", "完善科学合理的评价体系，形成协同发展模式。"),
    ("what is forced, not run", "以营商环境倒逼改革。"),
    ("a paper of it is a paper", "制定渔港护岸巩固提升工程方案。"),
    ("a mere deed", "以正确思想带动实际行动，业主们采取行动。"),
    ("no survey by name", "无人艇用于海洋调查。"),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in OBJECTS], ids=[c[0] for c in OBJECTS])
def test_behind_their_verb(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in OTHERS], ids=[c[0] for c in OTHERS])
def test_other_frames(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_none(text: str) -> None:
    assert found(text) == []
