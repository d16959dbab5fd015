"""Campaigns named in one line of text. All names but those of the whole nation are invented."""

from __future__ import annotations

import pytest

from kg.extract.initiative import mentions
from kg.lexicon import Lexicon
from kg.model import Document
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

LEXICON = Lexicon()


def found(text: str) -> list[str]:
    """The names in text order; one that only points has a star."""
    return [
        m.name + "*" * m.points
        for m in mentions(AnnotatedDocument(Document("t", "t.txt", text, text), LEXICON))
        if m.kind is Kind.CAMPAIGN
    ]


IN_MARKS = [
    ("a meeting and no campaign", "听取“守海兴岛”宣讲报告会，开展“守海兴岛”大宣讲。", ["“守海兴岛”大宣讲"]),
    ("a talk by its name", "举办“岭南讲堂”23期，开设“金蚕大讲堂”。", ["岭南讲堂", "金蚕大讲堂"]),
    ("a team is no talk", "组建“茶乡快板”宣讲队58支。", []),
    ("head far behind the marks", "全县开展“敢闯、敢试、敢干”解放思想大讨论。", ["“敢闯、敢试、敢干”解放思想大讨论"]),
    ("a second head of another kind", "召开“敢闯敢试”思想大解放大讨论动员会。", ["“敢闯敢试”思想大解放大讨论"]),
    ("a year", "“作风淬炼年”活动开展以来，面貌一新。", ["作风淬炼年"]),
    ("the whole name in marks", "参加“解放思想推动转型发展大讨论”活动。", ["解放思想推动转型发展大讨论"]),
    ("two that share a head", "开展“进村入户”“联企解难”等活动。", ["进村入户", "联企解难"]),
    ("two joined, one head", "推进“亮剑清渠”和“护河巡堤”行动。", ["亮剑清渠", "护河巡堤"]),
    ("two, each with its head", "开展“走访问需”活动、“百企上网”行动。", ["“走访问需”活动", "“百企上网”行动"]),
    ("no head, a verb that launches", "该镇组织开展“板凳夜谈”，听取意见。", ["板凳夜谈"]),
    ("as the vehicle", "以“三争三赛”活动为抓手，推动落实。", ["“三争三赛”活动"]),
    ("inside a title of its plan", "印发《“清河净岸”专项行动实施方案》。", ["“清河净岸”专项行动"]),
    ("an ordinal opens the name", "举办第三届“湖畔之声”文化活动。", ["第三届“湖畔之声”文化活动"]),
    ("a short word and its river", "打好淮河“拐弯处”攻坚战。", ["淮河“拐弯处”攻坚战"]),
    ("looked back at, behind a verb", "全力整改省委专项巡视“回头看”反馈问题。", ["专项巡视“回头看”"]),
    ("what is looked back at", "开展中央环保督察“回头看”。", ["中央环保督察“回头看”"]),
]
WITHOUT_MARKS = [
    ("the nation's, without what stands before it", "听取2020年东平县扫黑除恶专项斗争工作要点。", ["扫黑除恶专项斗争"]),
    ("突出问题 is one word", "持续抓好养老服务突出问题专项整治。", ["养老服务突出问题专项整治"]),
    ("the second verb of a pair opens nothing", "巩固提升大漠边缘阻击战成果。", ["大漠边缘阻击战"]),
    ("content before the head", "县里开展便民中心提档行动。", ["便民中心提档行动"]),
    ("a linking verb inside", "组织解放思想推动江南高质量发展大讨论。", ["解放思想推动江南高质量发展大讨论"]),
    ("a verb opens the name behind a verb", "深入开展规范涉企检查专项行动。", ["规范涉企检查专项行动"]),
    ("the verb of the sentence does not", "持续打好污染防治攻坚战。", ["污染防治攻坚战"]),
    ("what it celebrates", "与庆祝建县70周年系列活动结合起来。", ["庆祝建县70周年系列活动"]),
    ("the place that runs it is left out", "召开凤阳县解放思想大讨论推进会。", ["解放思想大讨论"]),
    ("two modifiers of one head", "实施河道清淤和护岸加固攻坚行动。", ["河道清淤和护岸加固攻坚行动"]),
    ("known to all", "深入推进扫黑除恶专项斗争。", ["扫黑除恶专项斗争"]),
    ("known, with marks inside", "开展“不忘初心、牢记使命”主题教育。", ["“不忘初心、牢记使命”主题教育"]),
    (
        "a pun in its marks",
        "启动“豫”见未来引才行动，实施百名“英”才返乡行动。",
        ["“豫”见未来引才行动", "百名“英”才返乡行动"],
    ),
    ("a contest", "在窗口单位组织文明服务评比竞赛。", ["文明服务评比竞赛"]),
]
AGAIN = [
    ("later without marks", "启动“三联三促”行动。通过三联三促，成效明显。", ["“三联三促”行动"]),
    (
        "later by the short word in marks",
        "开展“问计、问需”双问活动。“双问”活动很实。",
        ["“问计、问需”双问活动", "“问计、问需”双问活动"],
    ),
    ("later by its head", "开展“破冰”解放思想大讨论。大讨论走深走实。", ["“破冰”解放思想大讨论", "大讨论*"]),
]
NONE = [
    ("deeds are no campaign", "以实际行动迎接节日。"),
    ("a figure of speech", "争做抓落实的“行动派”。"),
    ("a list closed by a head", "做好宣传、培训等专项行动。"),
    ("a paper of cooperation", "签署《东西部产业协作三年行动框架》。"),
    ("a call in a speech", "他说：“要拿出实际行动来。”"),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in IN_MARKS], ids=[c[0] for c in IN_MARKS])
def test_in_marks(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in WITHOUT_MARKS], ids=[c[0] for c in WITHOUT_MARKS])
def test_without_marks(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in AGAIN], ids=[c[0] for c in AGAIN])
def test_again(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_none(text: str) -> None:
    assert found(text) == []
