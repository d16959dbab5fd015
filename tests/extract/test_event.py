"""Events named in one line of text. All names are invented, or are meetings that every reader knows."""

from __future__ import annotations

import pytest

from kg.extract.event.event_mentions import mentions
from kg.lexicon import Lexicon
from kg.model import Block, Document, Mention, Role, Span
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def read(text: str) -> list[Mention]:
    """The mentions of one line."""
    document = Document("t", "t.txt", text, text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    return list(mentions(AnnotatedDocument(document, LEXICON)))


CASES = [
    (
        "an examination of faults",
        "召开2023年度首次县级研讨暨专项问题剖析会。",
        ["2023年度首次县级研讨暨专项问题剖析会"],
    ),
    ("the organ and its verb are no part", "省商务厅启动2021年开发区产业链评审会。", ["2021年开发区产业链评审会"]),
    ("who joins is no part of it", "云岭加入东湖文化节，办好第三届湖畔文化节。", ["东湖文化节", "第三届湖畔文化节"]),
    (
        "three plenums under one term",
        "贯彻党的十八届二中、三中、四中全会精神。",
        ["党的十八届二中全会", "党的十八届三中全会", "党的十八届四中全会"],
    ),
    ("a congress without 第", "会议研究了县七次党代会有关情况。", ["县七次党代会"]),
    ("an anniversary", "他在庆祝云岭特区成立20周年大会上讲话。", ["庆祝云岭特区成立20周年大会"]),
    ("its day is no part of it", "在9月7日东平市2023年招商工作推进大会召开后", ["东平市2023年招商工作推进大会"]),
    (
        "two words of one make share a head",
        "召开形式主义、官僚主义专项整治动员会议。",
        ["形式主义、官僚主义专项整治动员会议"],
    ),
    ("优化 opens the name", "传达全省优化营商环境大会精神。", ["全省优化营商环境大会"]),
    ("the verb before is no part of it", "成功申办第十二届云岭运动会。", ["第十二届云岭运动会"]),
    ("a word of time before it is no part", "今年正值东湖考古论坛创立10周年。", ["东湖考古论坛"]),
    ("a verb before it is no part", "他们说起第三届湖畔文化节。", ["第三届湖畔文化节"]),
    ("several of them are no one event", "市里组织了12场区级招商大会，前5届湖畔文化节也在此举办。", []),
    (
        "an anniversary's press conference for a city",
        "记者从云岭省庆祝建省60周年系列新闻发布会·东平市专场发布会上获悉",
        ["云岭省庆祝建省60周年系列新闻发布会·东平市专场发布会"],
    ),
    ("a friendship association is no event", "活动由东平海外联谊会承办。", []),
    ("of many none is named", "举办大型理论报告会两场。", []),
    ("in general none is named", "在全省相关会议上作经验交流。", []),
    ("a congress by its number", "以优异成绩迎接党的二十大胜利召开。", ["党的二十大"]),
    (
        "plenums of the centre",
        "贯彻党的十九届六中全会和二十届中央纪委四次全会精神。",
        ["党的十九届六中全会", "二十届中央纪委四次全会"],
    ),
    ("a congress of a province", "认真学习省第十二次党代会精神。", ["省第十二次党代会"]),
    ("a plenum of a committee", "市委五届五次全会作出决定。", ["市委五届五次全会"]),
    ("two plenums in one breath", "落实省委十一届九次、十次全会部署。", ["省委十一届九次全会", "省委十一届十次全会"]),
    ("a people's congress", "在云岭省第十四届人民代表大会第四次会议上", ["云岭省第十四届人民代表大会第四次会议"]),
    ("its short form", "省十四届人大四次会议闭幕。", ["省十四届人大四次会议"]),
    ("its standing committee", "县十八届人大常委会第二十三次会议审议通过。", ["县十八届人大常委会第二十三次会议"]),
    ("a consultative conference", "省政协十三届一次会议开幕。", ["省政协十三届一次会议"]),
    ("a meeting of a government", "已经市政府第49次常务会议通过。", ["市政府第49次常务会议"]),
    ("its longer form", "已经八届市政府第7次常务会议审议通过。", ["八届市政府第7次常务会议"]),
    ("a meeting of the centre", "去年的中央经济工作会议提出要求。", ["中央经济工作会议"]),
    ("全市 opens the name", "市委书记在全市“双招双引”动员大会上讲话。", ["全市“双招双引”动员大会"]),
    ("the place opens the name", "定于6月12日召开东平市思想大讨论活动总结大会。", ["东平市思想大讨论活动总结大会"]),
    ("verbs inside the name", "主持召开深入推进农业转移座谈会并讲话。", ["深入推进农业转移座谈会"]),
    (
        "暨 joins two heads",
        "横水镇“能人还乡”项目签约仪式暨银企对接会举行。",
        ["横水镇“能人还乡”项目签约仪式暨银企对接会"],
    ),
    ("和 parts two meetings", "按照八次全会和省委经济工作会议部署", ["省委经济工作会议"]),
    (
        "brackets inside the name",
        "第五届中国（泉城）国际葡萄酒博览会将于9月举办。",
        ["第五届中国（泉城）国际葡萄酒博览会"],
    ),
    (
        "quotations side by side share the head",
        "“山鹰杯”“雪莲杯”足球邀请赛火爆。",
        ["“山鹰杯”足球邀请赛", "“雪莲杯”足球邀请赛"],
    ),
    ("places before a quotation", "在甲县、乙县、丙县三地“菇乡联手”座谈会上说。", ["“菇乡联手”座谈会"]),
    ("a bare ceremony that is attended", "副县长出席签约仪式。", ["签约仪式"]),
    ("a standing committee meets", "市委于3日召开常委会会议。", ["常委会会议"]),
    ("two parties meet", "云岭经济开发区与大洋集团有限公司举行招商洽谈会。", ["招商洽谈会"]),
    ("an edition of a festival", "成功举办首届“重走古道”研学大会。", ["首届“重走古道”研学大会"]),
    ("fairs every reader knows", "亮相进博会、广交会。", ["进博会", "广交会"]),
    ("a plenum under its fuller name", "贯彻党的二十届四中全会精神，落实四中全会部署。", ["党的二十届四中全会"] * 2),
    ("a visit", "习近平总书记在中部三省考察，发表讲话。", ["习近平总书记在中部三省考察"]),
]


@pytest.mark.parametrize(("label", "text", "names"), CASES, ids=[c[0] for c in CASES])
def test_names_events(label: str, text: str, names: list[str]) -> None:
    assert [m.name for m in read(text) if not m.points] == names, label


NONE = [
    ("meetings in general", "各类座谈会、推进会、现场会开了不少。"),
    ("counted", "组织召开企业座谈会8次，村民议事会24场。"),
    ("a system of meetings", "建立联席会议制度，完善办公会议纪要。"),
    ("a hall", "开馆后，泉城国际会展中心迎来客商。"),
    ("a word that ends like a feast", "打通关键环节，注意细节，春节期间值班。"),
]


@pytest.mark.parametrize(("label", "text"), NONE, ids=[c[0] for c in NONE])
def test_leaves_the_rest_alone(label: str, text: str) -> None:
    assert [m.name for m in read(text)] == [], label


@pytest.mark.parametrize("text", ["会议强调，要抓落实。", "全会审议通过了决定。", "我向大会报告工作。"])
def test_points_without_naming(text: str) -> None:
    assert [m.points for m in read(text)] == [True]
