"""Visits, read from whole invented articles: who leads, who goes along, where they stop, which meetings are theirs."""

from __future__ import annotations

from functools import cache

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read
from kg.relate.discourse.visits import apart
from kg.vocab import Kind, Predicate

LEXICON = Lexicon()


@cache
def told(text: str) -> frozenset[str]:
    """Every visit and what is told of it: its name, ``role person``, ``in place``, ``holds meeting``, ``on day``."""
    reading = read(from_text(text, "v.txt"), LEXICON)
    names = {e.key: e.name for e in reading.entities}
    visits = {e.key for e in reading.entities if "Visit" in e.classes}
    found = {names[key] for key in visits}
    for r in reading.relations:
        if r.object in visits and r.predicate is Predicate.PARTICIPATES_IN:
            found.add(f"{r.role} {names[r.subject]}")
        if r.subject in visits and r.predicate is Predicate.CONDUCTED_IN:
            found.add(f"in {names[r.object]}")
        if r.object in visits and r.predicate is Predicate.PART_OF:
            found.add(f"holds {names[r.subject]}")
    found |= {f"on {m.value}" for m in reading.moments if m.subject in visits}
    mentions = [m for m in reading.mentions if m.entity in visits]
    assert {m.entity for m in mentions} == visits
    assert all(m.kind is Kind.EVENT and m.points for m in mentions)
    return frozenset(found)


COUNTY = """何志新赴平阳县调研乡村振兴工作
2023-03-06 10:00
3月5日，市委书记何志新率队赴平阳县调研乡村振兴工作。他强调，要扛牢责任，深入农村一线推动乡村全面振兴。
何志新先后来到昆阳镇、浙江海通电子有限公司，实地察看项目建设进展。每到一处，他都与企业负责人深入交流。
在随后召开的座谈会上，何志新听取了汇报。
市领导王立民、陈晓冬参加调研。
"""
GUIDED = """周明哲到夏邑县考察指导秋粮生产工作
9月15日上午，商丘市委副书记、市长周明哲到夏邑县考察指导秋粮生产工作。市政府秘书长李峰华、县委书记梁万福等陪同。
周明哲一行先后深入罗庄镇、太平镇，实地察看秋粮长势。
周明哲要求，各级各部门要走进田间地头，到县农业农村局领取资料。
"""
TWO = """县领导分别走访慰问困难群众
1月20日，通渭县委书记张启铭到平襄镇、碧玉镇走访慰问困难党员。县委常委孙丽梅陪同慰问。
1月21日，通渭县县长刘海波带队到马营镇看望慰问一线医护人员。副县长王军华一同慰问。
"""
GUESTS = """李强民会见来宾
11月2日，咸宁市委书记李强民在咸宁会见了中国大洋集团有限公司董事长赵建东一行。市委常委何伟强参加会见。
"""
SITE = """近日，浙江省民政厅副厅长何志新一行来县里调研。平阳县县长李立恒参加相关活动。
何志新一行来到鳌江镇文化服务站调研，了解全县服务情况。平阳县高度重视，平阳县各镇都有服务站。
"""
PARTY = """10月20日，长沙市党政代表团来岳阳市考察，岳阳市委书记王启明、市长李立恒陪同考察。
代表团一行实地考察了岳阳楼景区。
"""
LISTED = """4月8日，赣州市人大常委会副主任钟文明来信丰县，就有关法律贯彻实施情况开展执法检查。信丰县人大常委会主任刘平华陪同。
检查组先后深入信丰高新区污水处理厂、大塘埠镇，了解情况。在汇报会上，钟文明指出，要抓好整改。
"""
PETITIONS = "7月15日，夏邑县委书记王启明到县信访局接待来访群众，协调解决信访问题。县委常委李立恒一同接访。"
WEEK = """温州市领导本周活动
11月6日，温州市委书记王启明到龙湾区调研制造业发展情况。市领导周卫东陪同。
11月7日，王启明赴平阳县调研防汛工作。
"""
BEHIND = """8月1日，李立恒副市长到平阳县调研农业工作，平阳县钱文远县长陪同调研。
李立恒副市长一行先后到昆阳镇、鳌江镇，听取情况介绍。
"""
CASES = [
    ("headline and text are one visit", COUNTY, {"何志新赴平阳县调研乡村振兴工作", "led 何志新", "on 2023-03-05"}),
    ("its stops", COUNTY, {"in 平阳县", "in 昆阳镇", "in 浙江海通电子有限公司"}),
    ("who takes part in it goes along", COUNTY, {"accompanied 王立民", "accompanied 陈晓冬"}),
    ("a meeting without a name is its own", COUNTY, {"holds 何志新赴平阳县调研乡村振兴工作座谈会"}),
    ("companions behind the sentence", GUIDED, {"accompanied 李峰华", "accompanied 梁万福", "led 周明哲"}),
    ("the party goes on", GUIDED, {"in 罗庄镇", "in 太平镇", "in 夏邑县"}),
    ("two leaders on two days", TWO, {"张启铭到平襄镇、碧玉镇走访慰问困难党员", "刘海波到马营镇看望慰问一线医护人员"}),
    ("each with its own companions", TWO, {"accompanied 孙丽梅", "accompanied 王军华"}),
    ("a party without a name", PARTY, {"长沙市党政代表团来岳阳市考察", "led 长沙市", "accompanied 李立恒"}),
    ("a stop that is no entity breaks no row", LISTED, {"in 大塘埠镇", "钟文明来信丰县执法检查", "accompanied 刘平华"}),
    ("a site is stopped at, its county is visited", SITE, {"in 平阳县", "in 鳌江镇文化服务站"}),
    ("a meeting of it", LISTED, {"holds 钟文明来信丰县执法检查汇报会"}),
    ("petitioners are received", PETITIONS, {"王启明到夏邑县信访局接待来访群众", "accompanied 李立恒"}),
    (
        "two days without a year are two visits",
        WEEK,
        {"王启明到龙湾区调研制造业发展情况", "王启明赴平阳县调研防汛工作"},
    ),
    ("a title behind the name", BEHIND, {"led 李立恒", "in 平阳县", "in 昆阳镇", "accompanied 钱文远"}),
    ("guests are received", GUESTS, {"led 李强民", "attended 赵建东", "accompanied 何伟强", "in 咸宁市"}),
]
NEVER = [
    ("places in somebody's words are no stops", GUIDED, "in 夏邑县农业农村局"),
    ("of the past", "会议学习了省委书记王启明2019年在平阳县调研时的讲话精神。", "led 王启明"),
    ("a wish", "县委书记王启明强调，要经常深入平阳县昆阳镇调研。", "led 王启明"),
    ("a habit", "平阳县委书记王启明多次到昆阳镇调研。", "led 王启明"),
    ("data of an inquiry", "财政局局长王启明提供的调研数据显示，全县增收。", "led 王启明"),
    ("who takes part does not lead", "2月3日，平阳县县长王启明陪同调研。", "led 王启明"),
    ("who came on a visit is not the host", "平阳县县长王启明同来平阳县考察的客商举行会谈。", "led 王启明"),
    ("somebody's words tell of a journey", "平阳县县长王启明说，鳌江镇很美，此次考察收获很大。", "led 王启明"),
    ("an organ that is named for it", "平阳县委书记王启明在市委督查组办公室工作。", "led 王启明"),
    ("anybody who looks around", "村民王启明到平阳县人民医院看望母亲。", "led 王启明"),
]


@pytest.mark.parametrize(("why", "text", "want"), CASES, ids=[row[0] for row in CASES])
def test_told(why: str, text: str, want: set[str]) -> None:
    assert want <= told(text), sorted(told(text))


@pytest.mark.parametrize(("why", "text", "never"), NEVER, ids=[row[0] for row in NEVER])
def test_never_told(why: str, text: str, never: str) -> None:
    assert never not in told(text), sorted(told(text))


def test_one_visit_is_one_event() -> None:
    assert len([line for line in told(COUNTY) if line.startswith("何志新")]) == 1
    assert len([line for line in told(TWO) if "慰问" in line and " " not in line]) == 2


TIMES = [
    ("2024-03-05", "2024-03-05", False),
    ("2024-03-05", "2024-03", False),
    ("2024-03-05", "2024-03-06", True),
    ("2024-09-08/2024-09-10", "2024-09-09", False),
    ("2024-09-08/2024-09-10", "2024-09-11", True),
    ("", "2024-09-11", False),
]


@pytest.mark.parametrize(("one", "other", "wanted"), TIMES)
def test_apart(one: str, other: str, wanted: bool) -> None:
    assert apart(one, other) is apart(other, one) is wanted


TOUR = """9月8日至10日，广元市委书记陈立新率队赴杭州市、湖州市学习考察。
在杭州市，陈立新一行先后考察了浙江海通电子有限公司、梦想纪念馆。
在湖州市，陈立新走进安吉竹业有限公司。
"""


def test_what_is_visited_stands_where_the_visitors_are() -> None:
    reading = read(from_text(TOUR, "v.txt"), LEXICON)
    names = {e.key: e.name for e in reading.entities}
    found = {f"{names[r.subject]} {names[r.object]}" for r in reading.relations if r.predicate is Predicate.LOCATED_IN}
    assert "浙江海通电子有限公司 杭州市" in found, found
    assert not {line for line in found if line.startswith("浙江海通") and "湖州" in line}


SENT = "2月3日，平阳县统计局组织离退休老干部赴昆阳镇参观学习。副局长王启明同老干部们一起参观鳌江镇。"


def test_an_organ_sends_its_people() -> None:
    reading = read(from_text(SENT, "v.txt"), LEXICON)
    names = {e.key: e.name for e in reading.entities}
    found = {f"{r.predicate.value} {names[r.object]}" for r in reading.relations if r.subject.startswith("event/")}
    assert {"organizedBy 平阳县统计局", "conductedIn 昆阳镇"} <= found, found
    assert "led 王启明" in told(SENT)


TWICE = """温州市领导本周活动
11月6日，温州市委书记王启明到平阳县调研防汛工作。
11月9日，王启明到平阳县调研防汛工作。
"""


def test_each_visit_is_one_entity_and_one_key() -> None:
    reading = read(from_text(TWICE, "v.txt"), LEXICON)
    keys = [e.key for e in reading.entities]
    assert len(keys) == len(set(keys))
    assert len([e for e in reading.entities if "Visit" in e.classes]) == 2
