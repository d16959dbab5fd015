"""Persons named in one line of text. All names are invented."""

from __future__ import annotations

import pytest

from kg.extract.person.person_mentions import mentions
from kg.lexicon import Lexicon
from kg.model import Block, Document, Masthead, Role, Span, Word
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def found(text: str) -> list[str]:
    """The names in text order, one for each mention."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(at, at + len(line)), Role.PARAGRAPH))
        at += len(line) + 1
    document = Document("t", "t.txt", text, text, tuple(blocks))
    return [m.name for m in mentions(AnnotatedDocument(document, LEXICON))]


TITLE_FIRST = [
    ("县委书记郭建华到李家坪村调研。", "郭建华"),
    ("省发改委副主任徐某某接受审查调查。", "徐某某"),
    ("区委副书记、区长唐晓峰主持会议。", "唐晓峰"),
    ("市委副书记、代市长欧阳志远作政府工作报告。", "欧阳志远"),
    ("州长次仁旺堆率队赴浙江考察。", "次仁旺堆"),
    ("自治区副主席艾力江·吾买尔出席开幕式。", "艾力江·吾买尔"),
    ("该国驻华大使莫纳·哈里日前在北京接受采访。", "莫纳·哈里"),
    ("公司董事长莫纳·哈里近期在华访问。", "莫纳·哈里"),
    ("旗委书记巴特尔在会上强调，要守住红线。", "巴特尔"),
    ("镇党委书记冯涛说，今年种了两千亩。", "冯涛"),
    ("时任县委书记的周强说，要干就干好。", "周强"),
    ("市人大常委会原副主任贾立平被开除党籍。", "贾立平"),
    ("董事长吴国栋表示，企业将加大投入。", "吴国栋"),
    ("省住房和城乡建设厅厅长司马文斌介绍了有关情况。", "司马文斌"),
    ("县长石磊在现场办公会上要求限期整改。", "石磊"),
    ("市长高峰强调，安全责任重于泰山。", "高峰"),
    ("副市长向阳出席签约仪式并致辞。", "向阳"),
    ("村党支部书记马万里带着大伙修渠。", "马万里"),
    ("“致富带头人田秀英，去年带动三十户。", "田秀英"),
    ("党组书记、局长诸葛明到任以来走访了二十个村。", "诸葛明"),
    ("村民张桂兰说：“日子越过越好。”", "张桂兰"),
    ("种粮大户刘长河正在田里查看墒情。", "刘长河"),
    ("中学教师何雨桐获得表彰。", "何雨桐"),
    ("总工程师卢一鸣向记者介绍盾构机的进度。", "卢一鸣"),
    ("民警谭军一边登记一边叮嘱老人。", "谭军"),
    ("市委书记王强国强调指出，要把项目抓在手上。", "王强国"),
    ("校长和静怡在家长会上讲话。", "和静怡"),
    ("市长毛伟明作政府工作报告。", "毛伟明"),
    ("支队长万海波率队巡查。", "万海波"),
    ("市委宣传部部长江城主持发布会。", "江城"),
    ("省长　段 宁\n各位代表：", "段宁"),
    ("县长　林　涛\n各位代表：现在，我向大会报告工作。", "林涛"),
]
NAME_FIRST = [
    ("会议号召向卢永根同志学习。", "卢永根"),
    ("张国栋书记强调，要抓落实。", "张国栋"),
    ("李红梅，女，回族，1976年8月生，省委党校研究生。", "李红梅"),
    ("赵一帆（女，满族）当选代表。", "赵一帆"),
    ("王海涛说，今年的订单已经排到了十月。", "王海涛"),
    ("蒋文静告诉记者，民宿一房难求。", "蒋文静"),
    ("孙立军先生向家乡捐赠图书三千册。", "孙立军"),
    ("陈玉兰院士团队落户高新区。", "陈玉兰"),
    ("韩冰同志任中共平原县委委员、常委、书记。", "韩冰"),
]
LISTS = [
    (
        "市委常委、宣传部部长王海涛，市人大常委会副主任李红梅，市政协副主席次仁多吉出席会议。",
        "王海涛 李红梅 次仁多吉",
    ),
    ("副市长张国庆、刘芳、欧阳晓明参加调研。", "张国庆 刘芳 欧阳晓明"),
    ("郑国强、秦丽娟、马骏等市领导参加植树。", "郑国强 秦丽娟 马骏"),
    ("县领导姚志刚、罗敏陪同调研。", "姚志刚 罗敏"),
    ("市领导范建平、谢婷和市政府秘书长高志鹏参加。", "范建平 谢婷 高志鹏"),
    ("主席团常务主席吴建民、蔡小燕、热依汗·买买提、丁磊在主席台前排就座。", "吴建民 蔡小燕 热依汗·买买提 丁磊"),
    ("省委常委、市委书记宋远，市委副书记、市长白雪松，市政协主席沈丹青会见了客商一行。", "宋远 白雪松 沈丹青"),
    ("区委常委、常务副区长邓超群，副区长夏雨田、区政府党组成员方晓圆参加活动。", "邓超群 夏雨田 方晓圆"),
]
APPOINTMENTS = [
    ("任命赵铁柱为平原市教育局局长；免去孙丽华的平原市财政局局长职务。", "赵铁柱 孙丽华"),
    ("会议决定任命胡月为副市长。", "胡月"),
    ("省委决定：王志刚同志任中共平原市委书记，李红梅同志不再担任平原市委书记职务。", "王志刚 李红梅"),
    ("提名韩冰为平原市市长候选人。", "韩冰"),
    ("接受彭程辞去平原县人民政府县长职务的请求。", "彭程"),
    ("任命：\n叶舟为市水利局局长；\n傅雅琴为市审计局局长。", "叶舟 傅雅琴"),
    ("王志刚，男，汉族，1970年3月生，现任平原县委书记，拟任平原市副市长。", "王志刚"),
]
BYLINES = [
    ("□本报记者 顾盼", "顾盼"),
    ("本报记者 陶然 通讯员 苏小北 报道", "陶然 苏小北"),
    ("记者叶知秋摄", "叶知秋"),
    ("全市经济稳中向好。（李文博 周洁）", "李文博 周洁"),
    ("（责编：郝运来、闵敏）", "郝运来 闵敏"),
    ("撰稿 许文强 冯程程 丁力", "许文强 冯程程 丁力"),
    ("编辑：贺兰", "贺兰"),
    ("责任编辑：王 芳", "王芳"),
    ("作者：崔健 单位：市委党校", "崔健"),
]
MEMORY = [
    ("市委书记郭建华主持会议。\n郭建华指出，要稳住基本盘。\n随后，郭建华来到车间。", "郭建华 郭建华 郭建华"),
    ("厂长林武说，订单饱满。\n各村全副武装林武装部值守。", "林武"),
    (
        "习近平总书记高度重视粮食安全。\n深入学习贯彻习近平新时代中国特色社会主义思想。\n以习近平同志为核心的党中央。",
        "习近平 习近平",
    ),
]
NOBODY = [
    "市委书记高度重视营商环境工作。",
    "全市各级书记带头抓项目、抓落实。",
    "局长安排部署了防汛工作。",
    "广大党员干部深入一线。",
    "相关部门主要负责同志参加会议。",
    "记者从市教育局获悉，秋季学期如期开学。",
    "记者了解到，该项目已经开工。",
    "企业家高峰会、中国投资洽谈会相继举办。",
    "牢记总书记殷殷嘱托，奋力谱写新篇章。",
    "统筹高水平安全和高质量发展。",
    "在校学生占比超过七成。",
    "市长热线全年办理群众来电三万件。",
    "书记项目和主任工程取得实效。",
    "县长安全生产责任制进一步压实。",
    "实行河长制、林长制、田长制。",
    "干部长期驻村，群众有了主心骨。",
    "推动长江经济带高质量发展。",
    "村民高兴地领到了分红。",
    "老师同学们在操场集合。",
    "任命了一批干部。",
    "决定召开全市干部大会。",
    "全省各级人大代表积极建言。",
    "党委书记和董事长由一人担任。",
    "工程师等专业技术人才占三成。",
    "张家口市市长调研冰雪产业。",
    "领导小组组长由市长担任。",
    "教授级高级工程师达到二百名。",
    "市委常委会会议指出，要保持定力。",
    "省委书记、省人大常委会主任主持会议并讲话。",
    "加强党员教育管理，严格组织生活。",
    "成立以县长任组长的专班。",
    "医生上门为老人量血压。",
    "学习方志敏精神，传承红色基因。",
    "他们说，温室大棚让冬天也有收入。",
]
CASES = [case for table in (TITLE_FIRST, NAME_FIRST, LISTS, APPOINTMENTS, BYLINES, MEMORY) for case in table]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(t, e, marks=pytest.mark.xfail(reason=KNOWN[t], strict=True)) if t in KNOWN else (t, e)
        for t, e in CASES
    ],
)
def test_names_are_found(text: str, expected: str) -> None:
    assert found(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [pytest.param(t, marks=pytest.mark.xfail(reason=KNOWN[t], strict=True)) if t in KNOWN else t for t in NOBODY],
)
def test_nobody_is_seen_where_nobody_is(text: str) -> None:
    assert found(text) == []


def test_credits_that_are_persons_are_mentions() -> None:
    text = "王晓丹\n中共平原市委理论学习中心组"
    blocks = (Block(Span(0, 3), Role.BYLINE), Block(Span(4, len(text)), Role.BYLINE))
    makers = (Word(Span(0, 3), "王晓丹", "author"), Word(Span(4, len(text)), text[4:], "author"))
    document = Document("t", "t.txt", text, text, blocks, (), Masthead(credits=makers))
    assert [(m.name, m.rule) for m in mentions(AnnotatedDocument(document, LEXICON))] == [("王晓丹", "byline")]


def test_spans_are_the_names_in_the_text() -> None:
    text = "市委副书记、市长欧阳志远，副市长艾力江·吾买尔参加。"
    document = Document("t", "t.txt", text, text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    assert [document.surface(m.span) for m in mentions(AnnotatedDocument(document, LEXICON))] == [
        "欧阳志远",
        "艾力江·吾买尔",
    ]


def test_the_last_part_of_a_dotted_name_is_no_name() -> None:
    names = ["古丽夏提·阿不都", "阿里木江·买买提"]
    assert found("古丽夏提·阿不都出席，阿里木江·买买提主持会议。") == names


def test_a_name_that_the_text_always_writes_longer() -> None:
    """Twice or more the same third character, then different words: it is the name's own, unless it is no name's."""
    longer = "县水利局局长赵双连接替王明。赵双连出生于平原县，赵双连任局长以来跑遍全县。"
    assert found(longer).count("赵双连") == 3
    assert found("县水利局局长李正说，水库要建好。李正说：“要快。”李正说到做到。") == ["李正"] * 3
    assert found("县水利局局长赵双连接替王明。") == ["赵双"]  # once tells nothing
