"""Organizations linked to their full official names."""

from __future__ import annotations

import pytest

from kg.extract.organization.organization_mentions import mentions
from kg.lexicon import Lexicon
from kg.link.organization.organs import jurisdictions, organ_entities, units
from kg.model import Block, Document, Entity, Mention, Role, Span
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

LEXICON = Lexicon()
LINFEN = ("140000", "141000")
KUANCHENG = ("220000", "220100", "220103")


def linked(text: str, home: tuple[str, ...], places: tuple[tuple[str, str], ...] = ()) -> dict[Mention, Entity]:
    """The entity of each mention; ``places`` are names in the text with their codes."""
    blocks = (Block(Span(0, len(text)), Role.PARAGRAPH),)
    doc = AnnotatedDocument(Document("t", "t.txt", text, text, blocks), LEXICON)
    known = {}
    for name, code in places:
        start = text.index(name)
        at = Mention(Span(start, start + len(name)), Kind.PLACE, name, "place-full", 0.9)
        known[at] = Entity(f"place/{code}-{name}", Kind.PLACE, name, adcode=code)
    return organ_entities(doc, mentions(doc), known, home)


NAMES = [
    ("city committee", "市委召开会议。", LINFEN, "中共临汾市委员会"),
    ("province committee", "省委召开会议。", LINFEN, "中共山西省委员会"),
    ("district committee", "区委召开会议。", KUANCHENG, "中共长春市宽城区委员会"),
    ("city of the district", "市委召开会议。", KUANCHENG, "中共长春市委员会"),
    ("district government", "区政府召开会议。", KUANCHENG, "长春市宽城区人民政府"),
    ("department", "市发改委通报。", LINFEN, "临汾市发展和改革委员会"),
    ("part of the committee", "市委办公室通报。", LINFEN, "中共临汾市委办公室"),
    ("congress", "市人大常委会开会。", LINFEN, "临汾市人民代表大会常务委员会"),
    ("consultative conference", "市政协开会。", LINFEN, "中国人民政治协商会议临汾市委员会"),
    ("court of a city", "市中院宣判。", LINFEN, "临汾市中级人民法院"),
    ("youth league", "团市委主办。", LINFEN, "共青团临汾市委员会"),
    ("autonomous region", "自治区党委部署。", ("650000",), "中共新疆维吾尔自治区委员会"),
    ("region as 区", "区党委部署。", ("450000", "450100"), "中共广西壮族自治区委员会"),
    ("municipality", "市委部署。", ("110000",), "中共北京市委员会"),
    ("autonomous prefecture", "州政府部署。", ("222400",), "延边朝鲜族自治州人民政府"),
    ("short with a sign", "湘西州委部署。", ("430000", "433100"), "中共湘西土家族苗族自治州委员会"),
    ("township", "三营镇党委部署。", ("640000", "640400"), "中共三营镇委员会"),
    ("group", "市委党史学习教育领导小组办公室通报。", LINFEN, "中共临汾市委党史学习教育领导小组办公室"),
    ("part of a part of the committee", "省委组织部机关党委书记到会。", LINFEN, "中共山西省委组织部机关党委"),
    ("part of a ministry in short", "文旅部艺术司司长到会。", LINFEN, "文化和旅游部艺术司"),
    ("part behind a title", "省委组织部机关党委副书记、干部人事处处长到会。", LINFEN, "中共山西省委组织部干部人事处"),
    ("office of a hospital", "吉县人民医院医学装备科原主任受审。", LINFEN, "吉县人民医院医学装备科"),
    ("party group", "市科协党组书记出席。", LINFEN, "临汾市科学技术协会党组"),
    ("纪委 behind a committee's title", "市委常委、纪委书记出席。", LINFEN, "中共临汾市纪律检查委员会"),
    (
        "organ behind another's title",
        "青海省委原常委、省人大常委会副主任受审。",
        LINFEN,
        "青海省人民代表大会常务委员会",
    ),
    (
        "college of the only university",
        "平原大学获奖。平原大学化学学院得奖，生命科学学院教授出席。",
        LINFEN,
        "平原大学生命科学学院",
    ),
    (
        "departments in a row",
        "县发改局、国土局和妇联负责人参加会议。平原县落实。",
        ("370000", "371400", "371426"),
        "平原县妇女联合会",
    ),
    (
        "departments of a committee in a row",
        "县委组织部、宣传部参加。",
        ("370000", "371400", "371426"),
        "中共平原县委宣传部",
    ),
    ("company of the corps", "兵团第八师一四三团七连连长受奖。", ("650000",), "新疆生产建设兵团第八师143团七连"),
    ("office of a bureau", "吉县市场监管局屯里市场监管所工作人员到场。", LINFEN, "吉县市场监督管理局屯里市场监管所"),
    ("no part: an unnamed one", "中建七局一位项目部负责人介绍。", LINFEN, "中建七局"),
    ("level word of a body", "市防汛抗旱指挥部会商。", LINFEN, "临汾市防汛抗旱指挥部"),
    ("legal form of a known company", "长城汽车股份有限公司投资。", LINFEN, "长城汽车"),
    ("ministry in short", "工信部发文。", LINFEN, "工业和信息化部"),
]


@pytest.mark.parametrize(("label", "text", "home", "name"), NAMES, ids=[c[0] for c in NAMES])
def test_full_name(label: str, text: str, home: tuple[str, ...], name: str) -> None:
    """The last organization of the line has this name."""
    found = linked(text, home)
    assert found[max(found)].name == name, label


def test_county_named_before() -> None:
    """县委 in an article of a city is of the county that the text has just named."""
    found = linked("洪洞县召开大会，县委印发方案。", LINFEN, (("洪洞县", "141024"),))
    assert [e.name for e in found.values()] == ["中共洪洞县委员会"]
    assert not linked("县委印发方案。", LINFEN)


def test_glued_pair_keeps_its_city() -> None:
    """The government right after another city's committee is that city's."""
    found = linked("胶州市委市政府，市政府。", ("370000", "370200"))
    assert [e.name for e in found.values()] == ["中共胶州市委员会", "胶州市人民政府", "青岛市人民政府"]


def test_keys_and_aliases() -> None:
    """The key holds the code of the area; surfaces and usual variants are aliases; both scripts apart."""
    found = linked("临汾市委、市委。", LINFEN)
    (entity,) = set(found.values())
    assert entity.key == "organization/141000-中共临汾市委员会"
    assert {"临汾市委", "市委", "中共临汾市委"} <= {name for name, _ in entity.aliases}
    assert entity.classes == ("PartyOrgan",)


def test_jurisdictions() -> None:
    """Organs of power and their parts have an area; groups and companies have none."""
    found = linked("市委、市政府、市委办公室、三营镇政府、台州湾新区管委会、云岭集团。", ("640000", "640400"))
    names = {e.key: e.name for e in found.values()}
    assert {(names[k], code) for k, code in jurisdictions(found.values())} == {
        ("中共固原市委员会", "640400"),
        ("中共固原市委办公室", "640400"),
        ("固原市人民政府", "640400"),
        ("三营镇人民政府", "三营镇"),
        ("台州湾新区管委会", "台州湾新区"),
    }


def test_units() -> None:
    """A part points at its whole, by key where the text has it, else by name."""
    found = linked("市委、市委宣传部、市政府办公室，国家电投集团贵州金元公司。", LINFEN)
    names = {e.key: e.name for e in found.values()}
    assert {(names[k], names.get(p, p)) for k, p in units(found.values())} == {
        ("中共临汾市委宣传部", "中共临汾市委员会"),
        ("临汾市人民政府办公室", "临汾市人民政府"),
        ("国家电投集团贵州金元公司", "国家电投集团"),
    }
