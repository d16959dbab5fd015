"""Places named in one line of text: each case has the text, the names in text order, and why it is there."""

from __future__ import annotations

import pytest

from kg.extract.place.place_mentions import mentions
from kg.lexicon import Lexicon
from kg.model import Block, Document, Role, Span
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def doc(text: str) -> AnnotatedDocument:
    """A document of one paragraph."""
    whole = Span(0, len(text))
    return AnnotatedDocument(Document("t", "t.txt", text, text, (Block(whole, Role.PARAGRAPH),), (whole,)), LEXICON)


def named(text: str) -> list[str]:
    """The names, without those that only point."""
    return [m.name for m in mentions(doc(text)) if not m.points]


NAMED = [
    ("a town under its older rank", "昭觉县三岔河乡三河村获奖。", ["昭觉县", "三岔河乡", "三河村"]),
    ("a river by its bank", "金秋时节，安宁河畔稻谷飘香。", ["安宁河"]),
    ("a site of a town", "沙市区岑河镇的针织小镇开园。", ["沙市区", "岑河镇", "针织小镇"]),
    ("a quarter named after a river", "召陵区天桥街道漓江路社区获奖。", ["召陵区", "天桥街道", "漓江路社区"]),
    ("chain of full names", "陕西省榆林市神木市召开会议。", ["陕西省", "榆林市", "神木市"]),
    ("chain of short names", "近日，湖北襄阳、四川绵阳派人来访。", ["湖北", "襄阳", "四川", "绵阳"]),
    ("chain that the dictionary holds as one word", "近日，山西大同等地学习。", ["山西", "大同"]),
    ("townships in a row", "平塘县克度镇、塘边镇建成驿站。", ["平塘县", "克度镇", "塘边镇"]),
    ("ethnic township", "到会宁县新添堡回族乡走访。", ["会宁县", "新添堡回族乡"]),
    ("township of one character", "米林市派镇修通公路。", ["米林市", "派镇"]),
    ("short form of a prefecture", "恩施州利川市种茶。", ["恩施州", "利川市"]),
    ("short form of an autonomous county", "昌吉州木垒县投产。", ["昌吉州", "木垒县"]),
    ("village after its town", "安塞区沿河湾镇方塔村获奖。", ["安塞区", "沿河湾镇", "方塔村"]),
    ("village after a preposition", "大家到石窝铺村看望群众。", ["石窝铺村"]),
    (
        "zone named after its city",
        "宝鸡高新区和榆林经济技术开发区投产。",
        ["宝鸡", "宝鸡高新区", "榆林", "榆林经济技术开发区"],
    ),
    ("zone without a place: a trade", "引进零配件产业园一家。", ["零配件产业园"]),
    ("zone with brackets", "兴建绥芬河木材（国际）加工产业园。", ["绥芬河", "绥芬河木材（国际）加工产业园"]),
    (
        "free trade zone and its part",
        "中国（云南）自由贸易试验区红河片区成立。",
        ["中国（云南）自由贸易试验区", "中国（云南）自由贸易试验区红河片区", "红河"],
    ),
    ("region, river, mountain", "东北地区、松花江和长白山。", ["东北地区", "松花江", "长白山"]),
    ("river that no table has", "安溪县蓝溪、永春县桃溪治理。", ["安溪县", "蓝溪", "永春县", "桃溪"]),
    ("roads, not the cities in their names", "整治南京路和中山路。", ["南京路", "中山路"]),
    ("sea that only the dictionary has", "远销波罗的海沿岸。", ["波罗的海"]),
    ("nested in an organ's name", "汉中市委召开会议。", ["汉中市"]),
    ("county of two characters", "蒲县、吉县、隰县先后部署。", ["蒲县", "吉县", "隰县"]),
    ("names that are words, in a row of kin", "霍州、古县、大宁、永和等县。", ["霍州", "古县", "大宁", "永和"]),
    ("district that no table has", "怀化市洪江区投产。", ["怀化市", "洪江区"]),
    ("city and province of one name", "吉林省吉林市船营区。", ["吉林省", "吉林市", "船营区"]),
    (
        "district called after the city's middle",
        "济南市市中区、乐山市市中区。",
        ["济南市", "市中区", "乐山市", "市中区"],
    ),
    ("district called after the city", "阳泉市城区、晋城市城区。", ["阳泉市", "城区", "晋城市", "城区"]),
    ("county with a preposition that makes a word", "干部赴任城区、到任泽区挂职。", ["任城区", "任泽区"]),
    ("name after which a county is meant", "省领导到富县调研。", ["富县"]),
    ("city abroad", "客人从马来西亚槟城、法国里昂来。", ["马来西亚", "槟城", "法国", "里昂"]),
    ("state abroad by its whole name", "签约刚果民主共和国的客商。", ["刚果民主共和国"]),
    ("districts that are words, in a row that says so", "西城、大兴等区送来礼包。", ["西城", "大兴"]),
    ("new town of a district", "顺义新城和亦庄新城提速。", ["顺义", "顺义新城", "亦庄新城"]),
    ("a zone of the table that opens a longer one", "福州新区元洪功能区扩容。", ["福州新区", "福州新区元洪功能区"]),
    ("village of a city abroad", "客人来自琅勃拉邦市青石村。", ["琅勃拉邦市", "青石村"]),
    ("village whose name may be a verb", "平塘县克度镇联合村党委书记到会。", ["平塘县", "克度镇", "联合村"]),
    ("village by its committee", "平塘县克度镇方塔村委会改选。", ["平塘县", "克度镇", "方塔村"]),
    ("stations of a line", "玉林北站、岑溪东站开通。", ["玉林", "玉林北站", "岑溪", "岑溪东站"]),
]

NOT_NAMED = [
    ("counties that are words", "解放思想，全面振兴，上下同心，发挥资源优势，和平友好，富裕安定，前进路上互助合作。"),
    ("words that end in a county's name", "建设示范县、模范县，争当强县富县。"),
    ("kinds of districts", "城市更新，市区、郊区、城区、小区、社区、县区、园区、矿区、景区。"),
    ("institutions named after places", "湖北师范大学与江苏银行、山东钢铁集团合作。"),
    ("university with a place in brackets", "中国石油大学（北京）教授来访。"),
    ("goods named after places", "擦亮普洱茶、都匀毛尖招牌。"),
    ("directions", "西南部、东北角、湘西南。"),
    ("kinds of villages and towns", "建设典型村、示范镇、城中村、特色小镇、美丽乡村，各乡镇落实。"),
    ("numbers of villages", "全县10个村、3个乡镇、12条河流。"),
    ("roads that are none", "集成电路、思路、出路、一带一路。"),
    ("general zones", "推动各类开发区、产业园区、现代农业产业园建设。"),
    ("grades of a zone", "获批国家级示范区、省级开发区。"),
    ("verb and city", "强产业、兴城市。"),
    ("anniversary", "庆祝六十周年大庆。"),
    ("ministries and papers", "公安机关、兴业银行、光明日报、新华社。"),
    ("a province and a verb", "推动全省振兴发展。"),
    ("a hotel named after a city abroad", "入住维也纳酒店。"),
    ("letters of provinces in other words", "京九铁路、沪宁高速、甘青稞、江浙菜。"),
    ("verbs before the committees of villages", "加强村党支部，推进村两委换届，采用村集体模式。"),
    ("kinds of waters and roads", "治理内湖、人工湖，清理部分沟渠，沙土路、水泥路、公园广场。"),
    ("words that hold a new town or a station", "新城区建设，旧城变新城，副中心建设。"),
]

POINTS = [
    ("levels", "全省、全市、全县上下。", ["全省", "全市", "全县"]),
    ("ours", "我市和本县、我区。", ["我市", "本县", "我区"]),
    ("that one", "该县、该镇、该村。", ["该县", "该镇", "该村"]),
    ("region", "自治区党委要求。", ["自治区"]),
    ("league and banner", "全盟、全旗、全州。", ["全盟", "全旗", "全州"]),
    ("none", "安全、全国、我们、应该、健全县级机制。", []),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_named(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize("text", [case[1] for case in NOT_NAMED], ids=[case[0] for case in NOT_NAMED])
def test_not_named(text: str) -> None:
    assert [m.name for m in mentions(doc(text)) if not m.points and m.rule != "place-weak"] == []


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in POINTS], ids=[case[0] for case in POINTS])
def test_points(text: str, words: list[str]) -> None:
    assert [m.name for m in mentions(doc(text)) if m.points] == words


@pytest.mark.parametrize("text", [case[1] for case in NAMED])
def test_span_spells_the_name(text: str) -> None:
    """A span is the surface; the name differs only where a township leaves out its rank."""
    for mention in mentions(doc(text)):
        assert mention.name.startswith(text[mention.span.start : mention.span.end])


LETTERED = [
    ("江浙皖沪三省一市携手。", ["江苏省", "浙江省", "安徽省", "上海市"]),
    ("工厂在晋陕蒙交界处。", ["山西省", "陕西省", "内蒙古自治区"]),
    ("辽宁等地降雨。", ["辽宁"]),
    ("京津冀三地联动。", ["京津冀"]),
]


@pytest.mark.parametrize(("text", "names"), LETTERED)
def test_provinces_of_one_character(text: str, names: list[str]) -> None:
    """In a row that says that they are provinces, each is one; a name of its own stays whole."""
    assert named(text) == names


def test_township_without_its_rank_bears_its_full_name() -> None:
    found = [m.name for m in mentions(doc("阜南县干部守住王家坝，王家坝人不怕。"))]
    assert found == ["阜南县", "王家坝镇", "王家坝镇"]


def test_linear_on_long_text() -> None:
    """Twice the text, about twice the mentions."""
    once = "安徽省阜阳市临泉县与江苏省苏州市昆山市共建产业园，全市上下推进临泉经开区建设。"
    assert len(list(mentions(doc(once * 40)))) == 40 * len(list(mentions(doc(once))))
