"""Which place is meant. Sentences are invented; the expected value is the key of each mention in text order."""

from __future__ import annotations

from functools import cache

import pytest

from kg.extract.place.place_mentions import mentions
from kg.extract.place.toponyms import Toponyms
from kg.lexicon import Lexicon
from kg.link.place.article_place import codes
from kg.link.place.places import containment, left_open, place_chain_entities, place_entities
from kg.model import Block, Document, Entity, Masthead, Mention, Role, Span
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

LEXICON = Lexicon()


def doc(text: str, date: str | None = None) -> AnnotatedDocument:
    """A document of one paragraph whose sentences end in 。"""
    sentences, at = [], 0
    for piece in text.split("。"):
        if piece:
            sentences.append(Span(at, min(len(text), at + len(piece) + 1)))
        at += len(piece) + 1
    block = Block(Span(0, len(text)), Role.PARAGRAPH)
    return AnnotatedDocument(
        Document("t", "t.txt", text, text, (block,), tuple(sentences), Masthead(date=date)), LEXICON
    )


def linked(text: str, home: str = "", date: str | None = None) -> dict[Mention, Entity]:
    page = doc(text, date)
    return place_entities(page, list(mentions(page)), codes(LEXICON.gazetteer, home, None))


def keys(text: str, home: str = "", date: str | None = None) -> list[str]:
    """The keys without ``place/``."""
    return [entity.key.partition("/")[2] for entity in linked(text, home, date).values()]


NAMES = [
    (
        "shared name by its chain",
        "江苏省南京市鼓楼区召开会议。",
        "",
        ["320000-江苏省", "320100-南京市", "320106-鼓楼区"],
    ),
    ("shared name by its neighbour", "福州市有关负责人到鼓楼区调研。", "", ["350100-福州市", "350102-鼓楼区"]),
    ("shared name by the home", "鼓楼区召开会议。", "410200", ["410204-鼓楼区"]),
    ("shared name left open", "鼓楼区召开会议。", "", []),
    (
        "two of one name",
        "徐州市鼓楼区与南京市鼓楼区签约。",
        "",
        ["320300-徐州市", "320302-鼓楼区", "320100-南京市", "320106-鼓楼区"],
    ),
    (
        "the neighbour beats the home",
        "浙江丽水、江苏苏州派人来。",
        "141000",
        ["330000-浙江省", "331100-丽水市", "320000-江苏省", "320500-苏州市"],
    ),
    ("province before prefecture", "吉林、辽宁两省。", "", ["220000-吉林省", "210000-辽宁省"]),
    (
        "prefecture in a row with its sisters",
        "海北、海南、黄南三州。",
        "630000",
        ["632200-海北藏族自治州", "632500-海南藏族自治州", "632300-黄南藏族自治州"],
    ),
    (
        "autonomous county by its short form",
        "新晃、芷江两县。",
        "431200",
        ["431227-新晃侗族自治县", "431228-芷江侗族自治县"],
    ),
    ("far county without support is dropped", "紫金矿山设备到货。", "140000", []),
    ("far county that everybody knows", "对标昆山、义乌。", "340000", ["320583-昆山市", "330782-义乌市"]),
    ("far county with its city", "对标泉州，学习南安做法。", "340000", ["350500-泉州市", "350583-南安市"]),
]

TIMES = [
    ("county before it became a district", "三明市沙县召开会议。", "2015-03-01", ["350400-三明市", "350427-沙县"]),
    ("old name after the change", "三明市沙县总医院。", "2024-03-01", ["350400-三明市", "350405-沙县区"]),
    ("county-level city before the change", "黑河市嫩江县。", "2016", ["231100-黑河市", "231121-嫩江县"]),
]

GROUNDS = [
    ("township under the county named before", "平塘县克度镇。", "", ["522727-平塘县", "522727-克度镇"]),
    ("township by the home", "克度镇建成驿站。", "522700", ["522727-克度镇"]),
    (
        "two zones of like names stay two",
        "柳州高新区、桂林高新区。",
        "",
        ["450200-柳州市", "450200-柳州高新区", "450300-桂林市", "450300-桂林高新区"],
    ),
    ("region has no scope", "东北和京津冀。", "220000", ["东北地区", "京津冀"]),
    ("landmark lies in its city", "港珠澳大桥和天津港。", "", ["港珠澳大桥", "120000-天津港"]),
    ("village under the home", "到石窝铺村看望群众。", "610822", ["610822-石窝铺村"]),
]

POINTS = [
    ("levels of the home", "全省、全市、全县。", "141082", ["140000-山西省", "141082-霍州市"]),
    ("levels of a county's home", "全省、全市、全县。", "141024", ["140000-山西省", "141000-临汾市", "141024-洪洞县"]),
    ("ours is the city", "我市行动。", "141082", ["141082-霍州市"]),
    ("全区 of a region in a city of it", "居全区第3位。", "450900", ["450000-广西壮族自治区"]),
    ("自治区", "自治区党委部署。", "640400", ["640000-宁夏回族自治区"]),
    ("全县 of the county spoken of", "汾西县组织全县干部。", "141000", ["141034-汾西县", "141034-汾西县"]),
    (
        "该县 is the last one",
        "五原县行动，磴口县跟进。该县投入资金。",
        "150800",
        ["150821-五原县", "150822-磴口县", "150822-磴口县"],
    ),
    (
        "该镇",
        "平塘县克度镇、塘边镇行动。该镇投入。",
        "",
        ["522727-平塘县", "522727-克度镇", "522727-塘边镇", "522727-塘边镇"],
    ),
    ("自贸试验区 is the province's", "提升自贸试验区建设。", "650000", ["650000-中国-新疆-自由贸易试验区"]),
    (
        "经开区 is the only one named",
        "汉中经开区投产。会上，经开区发言。",
        "610700",
        ["610700-汉中市", "610700-汉中经开区", "610700-汉中经开区"],
    ),
    ("nothing to point at", "全市行动。", "", []),
]


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [c[1:] for c in NAMES + GROUNDS + POINTS],
    ids=[c[0] for c in NAMES + GROUNDS + POINTS],
)
def test_keys(text: str, home: str, expected: list[str]) -> None:
    assert keys(text, home) == expected


@pytest.mark.parametrize(("text", "date", "expected"), [c[1:] for c in TIMES], ids=[c[0] for c in TIMES])
def test_names_of_the_year(text: str, date: str, expected: list[str]) -> None:
    assert keys(text, "", date) == expected


def test_short_form_of_a_zone_is_the_same_zone() -> None:
    found = linked("通化医药高端产业园扩建。医药高端产业园年内投产。", "220500")
    assert len({e.key for m, e in found.items() if "产业园" in m.name}) == 1


def test_site_at_the_end_of_a_project_is_no_place_beside_it() -> None:
    text = "建设通化县人参产业园。"
    project = Mention(Span(2, 10), Kind.PROJECT, "通化县人参产业园", "test", 0.9)
    page = doc(text)
    found = place_entities(page, [*mentions(page), project], ())
    assert [e.name for e in found.values()] == ["通化县"]


def test_left_open_tells_what_was_dropped() -> None:
    page = doc("鼓楼区召开会议。")
    found = list(mentions(page))
    assert [m.name for m in left_open(found, place_entities(page, found, ()))] == ["鼓楼区"]


def test_home_entities_name_the_chain_of_the_year() -> None:
    chain = place_chain_entities(LEXICON, ("230000", "231100", "231183"), 2022)
    assert [e.name for e in chain] == ["黑龙江省", "黑河市", "嫩江市"]
    assert chain[0].classes == ("AdministrativeDivision", "Province")


def test_containment_goes_to_the_nearest_that_is_there() -> None:
    found = linked("四川省凉山州昭觉县、平塘县克度镇。")
    pairs = {(child.partition("-")[2], above.name) for child, above in containment(LEXICON, found.values())}
    assert pairs >= {("昭觉县", "凉山彝族自治州"), ("凉山彝族自治州", "四川省"), ("克度镇", "平塘县")}


# Every county of China, named in full in a chain or beside its prefecture, is read and resolved.

TEMPLATES = [
    "近日，{province}{prefecture}{county}召开动员大会。",
    "{prefecture}组织党员干部赴{county}和{prefecture}有关县区考察学习。",
    "会上，{county}、{prefecture}有关部门作了发言。",
]


@cache
def counties() -> tuple[tuple[str, str, str, str], ...]:
    """(code, province, prefecture or province, county)."""
    rows = [one for one in LEXICON.gazetteer.divisions if one.level == "county" and one.current]
    chains = [(one, LEXICON.gazetteer.chain(one)) for one in rows]
    return tuple((one.code, chain[0].name, chain[-2].name, one.name) for one, chain in chains)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_county(template: str) -> None:
    known = {row[0] for row in counties()}
    wrong = []
    for code, province, prefecture, county in counties():
        text = template.format(province=province, prefecture=prefecture, county=county)
        if {e.adcode for e in linked(text).values()} & known != {code}:
            wrong.append(prefecture + county)
    assert len(wrong) / len(known) <= 0.005, wrong


def test_toponyms_are_made_of_the_text_alone() -> None:
    """Two readings of one text are equal."""
    text = "山西省临汾市洪洞县与浙江丽水签约。"
    assert Toponyms.of(doc(text)).hits == Toponyms.of(doc(text)).hits
