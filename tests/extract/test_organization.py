"""Organizations named in one line of text. All names of companies and campaigns are invented."""

from __future__ import annotations

import pytest

from kg.extract.organization.organization_mentions import mentions
from kg.lexicon import Lexicon
from kg.model import Block, Document, Masthead, Role, Span, Word
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()
NO_HEAD = Masthead()


def doc(text: str, masthead: Masthead = NO_HEAD) -> AnnotatedDocument:
    """A document of one paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(at, at + len(line)), Role.PARAGRAPH))
        at += len(line) + 1
    return AnnotatedDocument(Document("t", "t.txt", text, text, tuple(blocks), masthead=masthead), LEXICON)


def surfaces(text: str) -> list[str]:
    """What stands in the text for each mention, in text order."""
    return [text[m.span.start : m.span.end] for m in mentions(doc(text))]


ORGANS = [
    ("和 between two organs is no 和县", "在市委、市政府和县委的领导下", ["市委", "市政府", "县委"]),
    ("nor behind a title", "《关于评选的请示》和县妇联来函。", ["县妇联"]),
    ("committee of a named city", "湖州市委召开会议。", ["湖州市委"]),
    ("level word alone", "市委、市政府高度重视。", ["市委", "市政府"]),
    ("glued pair", "县委县政府出台意见。", ["县委", "县政府"]),
    ("organ inside a title", "市委书记和省发改委副主任到场。", ["市委", "省发改委"]),
    ("organ before its own head", "市委宣传部部长主持。", ["市委", "市委宣传部"]),
    ("offices in short", "区委办、区府办联合发文。", ["区委", "区委办", "区府办"]),
    ("government left out after the committee", "洪塘镇党委、政府组织群众转移。", ["洪塘镇党委", "政府"]),
    ("autonomous region", "自治区党委、政府作出部署。", ["自治区党委", "政府"]),
    ("short name with the sign of its level", "延边州公安局、恩施州委参加。", ["延边州公安局", "恩施州委"]),
    ("chain of places", "长沙市岳麓区人民检察院提起公诉。", ["长沙市岳麓区人民检察院"]),
    ("numbered term", "政协金华市第八届委员会闭幕。", ["政协金华市第八届委员会"]),
    ("youth league", "团市委、共青团宿迁市委主办。", ["团市委", "共青团宿迁市委"]),
    ("democratic party", "民盟遵义市委提交提案。", ["民盟遵义市委"]),
    (
        "every usual short form",
        "市资规局、省住建厅、县农业农村局、市卫健委。",
        ["市资规局", "省住建厅", "县农业农村局", "市卫健委"],
    ),
    ("vertical organ", "国家税务总局莆田市税务局发布公告。", ["国家税务总局莆田市税务局"]),
    ("a unit of a bureau", "市公安局交警支队提醒。", ["市公安局", "市公安局交警支队"]),
    ("zone", "雄安新区党工委、管委会负责人说。", ["雄安新区党工委", "管委会"]),
    ("named zone", "台州湾新区管委会揭牌。", ["台州湾新区管委会"]),
    ("national organ", "教育部、国务院国资委印发通知。", ["教育部", "国务院国资委"]),
]

BODIES = [
    ("leading group of a committee", "市委乡村振兴领导小组办公室通报。", ["市委", "市委乡村振兴领导小组办公室"]),
    ("headquarters", "市防汛抗旱指挥部办公室会商。", ["市防汛抗旱指挥部办公室"]),
    ("inspection team", "省委第五巡视组进驻。", ["省委", "省委第五巡视组"]),
    ("limited company", "引进四川青禾云农业发展有限公司。", ["四川青禾云农业发展有限公司"]),
    ("preposition glued by the segmenter", "项目由华岭新能源集团承建。", ["华岭新能源集团"]),
    ("subsidiary", "国家电投集团贵州金元公司投资。", ["国家电投集团", "国家电投集团贵州金元公司"]),
    ("school", "请来甘肃农业大学专家。", ["甘肃农业大学"]),
    ("numbered school", "六安第一中学举行典礼。", ["六安第一中学"]),
    ("hospital of a school", "郑州大学第一附属医院承担体检。", ["郑州大学第一附属医院"]),
    ("hospital branch", "邵阳市第二人民医院东塔院区启用。", ["邵阳市第二人民医院", "邵阳市第二人民医院东塔院区"]),
    ("campus with brackets", "中国石油大学（北京）克拉玛依校区承担。", ["中国石油大学（北京）克拉玛依校区"]),
    ("quoted body", "共建“绿色矿山与生态修复联合实验室”。", ["“绿色矿山与生态修复联合实验室”"]),
    ("joined by 与", "干旱区水资源与可持续发展全国重点实验室获批。", ["干旱区水资源与可持续发展全国重点实验室"]),
    ("newspaper", "据榆林日报报道。", ["榆林日报"]),
    ("partners in a list", "与云岭动力、长城汽车荆门基地签订协议。", ["云岭动力", "长城汽车荆门基地"]),
    ("companies in a list", "望山集团、青岩酒庄等企业参展。", ["望山集团", "青岩酒庄"]),
    ("known company", "比亚迪、中国石化负责人出席。", ["比亚迪", "中国石化"]),
    ("member of a known group", "鞍钢集团鞍山钢铁高炉大修。", ["鞍钢集团", "鞍钢集团鞍山钢铁"]),
]

NONE = [
    ("party organs in general", "全市各级党组织、各级党委政府和有关部门要带头。"),
    ("enterprises in general", "上市公司、龙头企业、相关单位和高新技术企业踊跃参加。"),
    ("deputies and members", "市人大代表、政协委员提出建议。"),
    ("all cities' committees", "各市（州）党委、人民政府要抓好落实。"),
    ("pointing words", "该局、我局、本院负责人发言，公司董事长表示。"),
    ("counted bodies", "新增9个全国重点实验室、3家三甲医院。"),
    ("words that end like organs", "优化布局，开创新局面，着眼大局，服务全局。"),
    ("a line of business", "发展现代物流、电子信息、绿色食品和生态农业。"),
    ("generic teams", "驻村工作队、联合工作组深入一线，成立专班。"),
    ("students", "大学生、小学生参加，银行业、公司制改革推进。"),
]


@pytest.mark.parametrize(("label", "text", "expected"), ORGANS + BODIES, ids=[c[0] for c in ORGANS + BODIES])
def test_named(label: str, text: str, expected: list[str]) -> None:
    """Every organization of the line, and no other."""
    assert surfaces(text) == expected, label


@pytest.mark.parametrize(("label", "text"), NONE, ids=[c[0] for c in NONE])
def test_not_named(label: str, text: str) -> None:
    """Words that sound like organizations and name none."""
    assert surfaces(text) == [], label


def test_level_words_point() -> None:
    """市委 points, 湖州市委 names; a government left out has the township in its name."""
    found = {m.name: m.points for m in mentions(doc("湖州市委、市政府，洪塘镇党委、政府。"))}
    assert found == {"湖州市委": False, "市政府": True, "洪塘镇党委": False, "洪塘镇政府": True}


def test_short_name_after_the_full_one() -> None:
    """A short name is written out where the document gives the full one."""
    text = "云帆达电子有限公司投产。云帆达计划扩建。"
    assert [m.name for m in mentions(doc(text))] == ["云帆达电子有限公司", "云帆达电子有限公司"]


def test_called() -> None:
    """（以下简称“…”） gives a short name."""
    text = "市森林草原防灭火指挥部（以下简称“市森防指”）会商。市森防指要求做好值守。"
    assert [m.name for m in mentions(doc(text))] == ["市森林草原防灭火指挥部"] * 3


def test_an_organ_behind_the_bracket_of_a_dateline() -> None:
    """No name reaches from the dateline over the bracket of its reporter."""
    text = "中新网成都3月4日电（记者王某）四川省水利厅4日介绍，水库建成。"
    assert "四川省水利厅" in {m.name for m in mentions(doc(text)) if m.rule == "organ-place"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“今年订单多。”云帆行董事长王建国说。", {"云帆行"}),
        ("“市场稳定。”平原百人会副秘书长李志强表示，明年更好。", {"平原百人会"}),
        ("，公司执行总裁王建国说。", set()),
        ("，云帆达电子有限公司投产。“今年好。”云帆达董事长王建国说。", set()),
        ("，学术委员会主任王建国说。", set()),
    ],
)
def test_a_body_that_only_a_title_tells(text: str, named: set[str]) -> None:
    assert {m.name for m in mentions(doc(text)) if m.rule == "titled"} == named


def test_publisher_and_this_paper() -> None:
    """The masthead's publisher is a mention, and 本报 is it."""
    text = "来源：榆林日报\n本报记者报道。"
    head = Masthead(publisher=Word(Span(3, 7), "榆林日报", "publisher"))
    assert {m.name for m in mentions(doc(text, head))} == {"榆林日报"}
    assert len(list(mentions(doc(text, head)))) == 2


def test_no_quadratic_time() -> None:
    """A long article is read in a moment."""
    text = "市委、市政府与云岭动力、青岩酒庄等企业签订协议。" * 1500
    assert len(list(mentions(doc(text)))) > 5000


def names(text: str) -> set[str]:
    """The names that mentions stand for."""
    return {m.name for m in mentions(doc(text))}


def test_groups_are_named_with_the_headquarters_that_lists_them() -> None:
    found = names("宽城区成立了防汛工作指挥部，下设综合协调组、医疗保障组和各镇转移组等。")
    head = "宽城区防汛工作指挥部"
    assert {head, f"{head}综合协调组", f"{head}医疗保障组"} <= found
    assert not any("各镇" in name for name in found)


def test_committees_of_a_village() -> None:
    assert "中共青石村委员会" in names("白石镇青石村风光好。青石村党委书记到会。")
    assert "青石村村民委员会" in names("白石镇青石村风光好。村委会主任到会。")
    assert not any("青石" in name for name in names("白石镇青石村和白石镇黄土村相邻。村委会主任到会。"))


def test_a_branch_behind_a_bare_place_is_no_firm() -> None:
    assert names("他在上海分公司工作。") == set()
    assert names("一家医药公司和一家第三方公司参与。") == set()


def test_a_reporter_is_no_part_of_the_paper() -> None:
    assert names("北青报记者致电丰元资产北京分公司。") == {"北青报"}


def test_a_grade_is_no_organ() -> None:
    assert not any(name.endswith(("局", "厅")) for name in names("宽城区正局级干部、松原市政府副厅级干部王某。"))


def test_a_short_form_in_brackets_is_no_part_of_the_name() -> None:
    assert "平阳医药产业基地管委会" in names("平阳医药产业基地（简称医药基地）管委会主任到会。")


def test_parts_of_the_committee_of_a_region() -> None:
    """An autonomous region says 党委 where a province says 委."""
    found = surfaces("西藏自治区党委组织部、自治区党委常委会部署，镇党委书记到会。")
    assert {"西藏自治区党委", "西藏自治区党委组织部", "自治区党委常委会"} <= set(found)
