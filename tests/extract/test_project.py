"""Projects named in one line of text. All names are invented, or are places and works that every reader knows."""

from __future__ import annotations

import pytest

from kg.extract.project.project_mentions import mentions
from kg.lexicon import Lexicon
from kg.model import Block, Document, Role, Span
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def found(text: str) -> list[str]:
    """The names in text order, one for each mention."""
    document = Document("t", "t.txt", text, text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    return [m.name for m in mentions(AnnotatedDocument(document, LEXICON))]


CASES = [
    ("what is said to lie somewhere", "绿杨公寓租赁住房项目位于青羊区。", ["绿杨公寓租赁住房项目"]),
    ("a line called by one character an end", "加快云（岭）桃（溪）铁路建设。", ["云桃铁路"]),
    ("a length is no name", "建成近2万公里农村公路等一批重点项目。", []),
    (
        "marks that hold the works of a project",
        "“青屿港白塘港区一期——码头及航道工程”项目成交，推进“十大工程”建设。",
        ["青屿港白塘港区一期——码头及航道工程"],
    ),
    ("a kind that lies somewhere", "该项目位于青羊区，重点项目位于园区。", []),
    ("a joint that opens a clause", "园区扩容，及青羊水厂一期项目开工。", ["青羊水厂一期项目"]),
    ("a dash before the name", "全国最长高速公路隧道——天山胜利隧道贯通。", ["天山胜利隧道"]),
    (
        "a list before a count of projects: every item is one",
        "平江县汨水流域综合治理、平江100万千瓦风电基地、S317线平江至长寿公路改建等18个重点项目全面开工。",
        ["平江县汨水流域综合治理", "平江100万千瓦风电基地", "S317线平江至长寿公路改建"],
    ),
    (
        "a bare count behind the list will do",
        "青阳县陶瓷产业园、石台县硒茶小镇、东至县化工园污水处理厂扩建三大项目进展顺利。",
        ["青阳县陶瓷产业园", "石台县硒茶小镇", "东至县化工园污水处理厂扩建"],
    ),
    (
        "等一批重大项目, with sums invested before each",
        "投资25亿元的天工智慧化工厂、投资7亿元的苏州广益芯片等一批重大项目签约。",
        ["天工智慧化工厂", "苏州广益芯片"],
    ),
    (
        "the list is told to be projects in the next clause",
        "富顺县红砂岩物流园、荣县大佛索道升级改造，是今年新开工的两个文旅项目。",
        ["富顺县红砂岩物流园", "荣县大佛索道升级改造"],
    ),
    ("a shared head behind the list", "白鹿、青羊水电站投产发电。", ["白鹿水电站", "青羊水电站"]),
    (
        "a shared class behind 等",
        "桑龙、城龙、醴娄等7条高速公路建成通车。",
        ["桑龙高速公路", "城龙高速公路", "醴娄高速公路"],
    ),
    ("大型 is no part of the name", "德清、阿山大型水库建成投用。", ["德清水库", "阿山水库"]),
    (
        "和 joins two items",
        "推进芜湖港朱家桥码头和马鞍山慈湖电厂二期项目。",
        ["芜湖港朱家桥码头", "马鞍山慈湖电厂二期项目"],
    ),
    ("和 inside a name does not", "投资22亿元的鹤山区骏和芯片封测基地开工。", ["鹤山区骏和芯片封测基地"]),
    ("与 inside a joint project", "推动丰城煤业集团与赣能集团合作项目实施。", ["丰城煤业集团与赣能集团合作项目"]),
    (
        "and may stand inside a name",
        "用于湟源县大华工业园道路及污水处理厂改造。",
        ["湟源县大华工业园道路及污水处理厂改造"],
    ),
    ("one project under a verb", "抓好霍尔果斯口岸智慧通关改造，确保年内见效。", ["霍尔果斯口岸智慧通关改造"]),
    (
        "one project before its predicate",
        "三一锦绣漳州智能制造示范园在龙海区同步开建。",
        ["三一锦绣漳州智能制造示范园"],
    ),
    ("invested and named", "总投资4800万元的河口现代设施农业产业园一期已建成投用。", ["河口现代设施农业产业园一期"]),
    ("quoted park", "共建“云上·开元”飞地产业园，首期占地520亩。", ["“云上·开元”飞地产业园"]),
    ("the last of several places opens the name", "通化市柳河县人参产业园竣工。", ["柳河县人参产业园"]),
    ("a stage of a work", "柳家污水处理厂一期工程投入运营。", ["柳家污水处理厂一期工程"]),
    ("a work is mended", "我县红旗水库除险加固工程通过竣工验收。", ["红旗水库除险加固工程"]),
    ("一期 is no verb's object", "加快环新湾150平方公里综合开发首期等19个项目。", ["环新湾150平方公里综合开发首期"]),
    ("建设 at the end is cut", "加快华岭集团检测基地建设。", ["华岭集团检测基地"]),
    ("a train by its quoted name", "旅游列车“林海号”投入运行。", ["林海号"]),
    (
        "a line with several ends",
        "泉城至老挝万象、越南河内国际货运列车全年开行563列。",
        ["泉城至老挝万象、越南河内国际货运列车"],
    ),
    ("works every reader knows", "建设“四好农村路”，保护南水北调水源。", ["四好农村路", "南水北调"]),
    ("a road wherever it stands", "雨后，济青高速中断。", ["济青高速"]),
    ("a place before 其中 is not part of it", "其中海州新港三期等7个项目已竣工投产。", ["海州新港三期"]),
    (
        "a short form in 项目 is the same project",
        "威信电厂2×35万千瓦机组开工，威信电厂项目总投资45亿元。",
        ["威信电厂2×35万千瓦机组", "威信电厂2×35万千瓦机组"],
    ),
    (
        "items that a predicate parts",
        "六盘水市、盘州市分别布局了贵州美高循环经济园、盘江电厂二号机组两个项目。",
        ["贵州美高循环经济园", "盘江电厂二号机组"],
    ),
]


@pytest.mark.parametrize(("label", "text", "names"), CASES, ids=[c[0] for c in CASES])
def test_names_projects(label: str, text: str, names: list[str]) -> None:
    assert found(text) == names, label


NONE = [
    ("a bank and its loans", "东平农商银行、国家开发银行云岭分行授信项目贷款43亿元。"),
    ("a reach of a river", "黄河东平段、石羊河云岭段水质优良。"),
    ("rivers in a row", "推进长江、淮河、大运河等保护治理。"),
    ("a reform on trial", "加快东平县服务业综合改革试点建设。"),
    ("a tool among tools", "利用微信公众号、抖音等新媒体平台做好线上项目推介。"),
    ("projects in general", "全县实施重点项目136个，招商引资项目落地见效，专项债券项目资金全部拨付。"),
    ("an aim", "加快建设世界级盐湖产业基地，打造区域性物流中心。"),
    ("a task", "加强城乡环境综合治理，推进老旧小区改造。"),
    ("a programme called 工程", "实施文艺创作提质工程，推进医疗卫生强基工程。"),
    ("a meeting about projects", "县城召开重大项目集中签约仪式。"),
    ("counted, not named", "新建10家省级验证中心、3座变电站。"),
    ("roads in general", "高速公路、农村公路通车里程均居全国前列。"),
    ("a slogan", "持续推进工业经济“头号工程”，组织实施“十大工程”。"),
]


@pytest.mark.parametrize(("label", "text"), NONE, ids=[c[0] for c in NONE])
def test_leaves_the_rest_alone(label: str, text: str) -> None:
    assert found(text) == [], label


OPEN = [
    (
        "a short firm in a list of projects signed may be meant",
        "天楹辽原、中能松原等一批项目开工。",
        ["天楹辽原", "中能松原"],
    ),
    ("a network of pipes with no proper name", "实施的城乡供水一体化工程受到好评。", ["城乡供水一体化工程"]),
]


@pytest.mark.xfail(strict=True, reason="nothing in the item tells a name from a kind")
@pytest.mark.parametrize(("label", "text", "names"), OPEN, ids=[c[0] for c in OPEN])
def test_does_not_yet_name(label: str, text: str, names: list[str]) -> None:
    assert found(text) == names, label


def test_spans_hold_the_name() -> None:
    text = "建设“云上·开元”飞地产业园。"
    document = Document("t", "t.txt", text, text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    assert [text[m.span.start : m.span.end] for m in mentions(AnnotatedDocument(document, LEXICON))] == [
        "“云上·开元”飞地产业园"
    ]


SENTENCES = [
    ("a pronoun opens no name", "这是国内首座公路试验段。", []),
    ("a verb and its subject are no name", "“橙沙号”机器人堪称工程装备的里程碑。", []),
    ("what is said of a name stays outside", "除了云岭石化二期项目，还有港口。", ["云岭石化二期项目"]),
    ("growth is no road", "浙江经济高速增长之际，社会稳定。", []),
    ("a class of roads", "在流动沙漠修建等级公路。", []),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in SENTENCES], ids=[c[0] for c in SENTENCES])
def test_no_sentence_is_a_name(text: str, names: list[str]) -> None:
    assert found(text) == names


SUMS = [
    ("a count before the kind", "云岭4条高速提前建成通车。", ["云岭高速"]),
    ("an ordinal is no count", "这是通往云岭的第4条高速。", []),
    ("the nation's work stays whole", "沿线企业经中老铁路出口货物。", ["中老铁路"]),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in SUMS], ids=[c[0] for c in SUMS])
def test_sums(text: str, names: list[str]) -> None:
    assert found(text) == names
