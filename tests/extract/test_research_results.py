"""Titles of research, editions of campaigns and goals for all as names; what is told of them."""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read
from kg.vocab import Kind, Predicate

LEXICON = Lexicon()


def _facts(text: str, predicate: Predicate) -> set[tuple[str, str]]:
    reading = read(from_text(text + "\n", "t"), LEXICON)
    names = {e.key: e.name for e in reading.entities}
    return {(names[r.subject], names[r.object]) for r in reading.relations if r.predicate is predicate}


def _names(text: str, kind: Kind) -> set[str]:
    return {e.name for e in read(from_text(text + "\n", "t"), LEXICON).entities if e.kind is kind}


PRIZES = (
    "青山农业大学荣获3项江北省科学技术进步奖：由草业学院赵立恒教授领衔完成的“高寒草地退化机理研究”获得一等奖，"
    "由青山农业大学与平原节水设备有限公司共同完成的“盐碱地滴灌关键技术与应用”获得二等奖。"
)


def test_titles_of_research_are_projects_and_who_completed_them_undertakes_them() -> None:
    assert {"高寒草地退化机理研究", "盐碱地滴灌关键技术与应用"} <= _names(PRIZES, Kind.PROJECT)
    undertaken = _facts(PRIZES, Predicate.UNDERTAKES)
    assert ("平原节水设备有限公司", "盐碱地滴灌关键技术与应用") in undertaken
    assert ("平原节水设备有限公司", "高寒草地退化机理研究") not in undertaken


def test_what_a_sentence_tells_one_by_one_behind_a_prize_received_it() -> None:
    won = {who for who, what in _facts(PRIZES, Predicate.RECEIVED) if what.endswith("科学技术进步奖")}
    assert {"高寒草地退化机理研究", "盐碱地滴灌关键技术与应用"} <= won


@pytest.mark.parametrize("text", ["赵立恒作题为“高寒草地退化机理研究”的演讲。", "赵立恒完成的“读懂草原”很受欢迎。"])
def test_a_talk_and_a_short_title_are_no_research(text: str) -> None:
    assert not _names(text, Kind.PROJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("这标志着青岭铁路全线开工。", "青岭铁路"),
        ("当日平原青岭风电项目并网发电。", "平原青岭风电项目"),
        ("县里启动“京蒙帮扶合作项目”的实施。", "京蒙帮扶合作项目"),
    ],
)
def test_the_verbs_of_a_clause_are_no_part_of_a_project(text: str, name: str) -> None:
    assert _names(text, Kind.PROJECT) == {name}


@pytest.mark.parametrize(
    "text", ["这是江北省重点建设项目。", "他参加了皮划艇项目的决赛。", "全市最大的棚改项目开工。", "第二期项目启动。"]
)
def test_a_kind_praise_and_a_sport_are_no_project(text: str) -> None:
    assert not _names(text, Kind.PROJECT)


def test_editions_are_part_of_their_campaign() -> None:
    text = "德州市开展百名专家湖滨行活动。百名专家湖滨行第一期活动在禹城市举行。"
    assert ("百名专家湖滨行第一期活动", "百名专家湖滨行活动") in _facts(text, Predicate.PART_OF)


def test_one_of_a_larger_one_is_part_of_it() -> None:
    text = "德州市“春风送岗”活动是德州市“就业暖心”工程之一，由德州市教育局组织实施。"
    assert [(part, whole[-7:]) for part, whole in _facts(text, Predicate.PART_OF)] == [("春风送岗", "就业暖心”工程")]
    assert {what for what, _ in _facts(text, Predicate.ORGANIZED_BY)} <= {"春风送岗"}


def test_a_programme_that_is_merely_named_is_carried_out_by_nobody() -> None:
    text = "新华社德州10月10日电 泰国学者颂猜说，“一带一路”倡议提出十周年了。德州市居民李红梅也这样说。"
    assert not _facts(text, Predicate.IMPLEMENTS)
    assert _facts("德州市深入实施“青苗护航”计划。", Predicate.IMPLEMENTS)
