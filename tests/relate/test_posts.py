"""Posts, each in one line of text. All persons are invented."""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read

LEXICON = Lexicon()
DEZHOU = "371400"


def posts(text: str) -> set[tuple[str, str, str, str]]:
    """(person, title, name of the organ or place, status)."""
    reading = read(from_text(text, "t", "t.txt"), LEXICON, (DEZHOU,))
    names = {entity.key: entity.name for entity in reading.entities}
    return {(names[p.person], p.title, names[p.of], p.status) for p in reading.posts}


COMMITTEE, CITY = "中共德州市委员会", "德州市"
CASES = [
    (
        "what somebody has been, clause by clause, up to whom the next clause names",
        "郭建华历任夏津县委常委、组织部部长，德州市水利局局长等职。唐晓峰此前担任德州市审计局副局长，王启明原任宁津县副县长。",
        {
            ("郭建华", "县委常委", "中共夏津县委员会", "former"),
            ("郭建华", "部长", "中共夏津县委组织部", "former"),
            ("郭建华", "局长", "德州市水利局", "former"),
            ("唐晓峰", "副局长", "德州市审计局", "former"),
            ("王启明", "副县长", "宁津县", "former"),
        },
    ),
    (
        "a department of the committee, named with its place alone",
        "夏津县组织部部长郭建华、宁津县政法委书记唐晓峰出席。全县组织部分干部学习。",
        {
            ("郭建华", "部长", "中共夏津县委组织部", "attested"),
            ("唐晓峰", "书记", "中共宁津县委政法委员会", "attested"),
        },
    ),
    ("title before name", "市委书记郭建华主持会议。", {("郭建华", "市委书记", COMMITTEE, "attested")}),
    ("ambassador", "巴西驻华大使郭建华致辞。", {("郭建华", "驻华大使", "巴西", "attested")}),
    (
        "title in brackets' keeping",
        "夏津县委副书记、宁津县委书记（兼）郭建华出席。",
        {
            ("郭建华", "县委副书记", "中共夏津县委员会", "attested"),
            ("郭建华", "县委书记", "中共宁津县委员会", "attested"),
        },
    ),
    (
        "from one post to another",
        "郭建华由德州市水利局局长调任夏津县委副书记。",
        {
            ("郭建华", "局长", "德州市水利局", "former"),
            ("郭建华", "县委副书记", "中共夏津县委员会", "appointed"),
        },
    ),
    (
        "of the dead",
        "郭建华烈士生前系德州市人民医院内科主治医师。",
        {("郭建华", "内科主治医师", "德州市人民医院", "attested")},
    ),
    (
        "two posts of one person",
        "市委副书记、市长唐晓峰作报告。",
        {("唐晓峰", "市委副书记", COMMITTEE, "attested"), ("唐晓峰", "市长", CITY, "attested")},
    ),
    (
        "two persons of one post",
        "副市长郭建华、唐晓峰参加。",
        {("郭建华", "副市长", CITY, "attested"), ("唐晓峰", "副市长", CITY, "attested")},
    ),
    (
        "two districts of one name",
        "北京市通州区区长郭建华与南通市通州区区长唐晓峰签约。",
        {("郭建华", "区长", "通州区", "attested"), ("唐晓峰", "区长", "通州区", "attested")},
    ),
    (
        "前 begins the name",
        "前郭县委书记郭建华、乾安县县长唐晓峰参加会议。",
        {
            ("郭建华", "县委书记", "中共前郭尔罗斯蒙古族自治县委员会", "attested"),
            ("唐晓峰", "县长", "乾安县", "attested"),
        },
    ),
    ("代 begins the name", "代县县长郭建华到枣林镇调研。", {("郭建华", "县长", "代县", "attested")}),
    (
        "和 in the name",
        "呼和浩特市委副书记郭建华出席。",
        {("郭建华", "市委副书记", "中共呼和浩特市委员会", "attested")},
    ),
    (
        "和 begins the name",
        "和顺县委书记郭建华到义兴镇调研。和县县委书记唐晓峰到香泉镇调研。",
        {("郭建华", "县委书记", "中共和顺县委员会", "attested"), ("唐晓峰", "县委书记", "中共和县委员会", "attested")},
    ),
    (
        "short names with their rank",
        "宽甸县县长郭建华、喀左县县委书记唐晓峰参加会议。",
        {
            ("郭建华", "县长", "宽甸满族自治县", "attested"),
            ("唐晓峰", "县委书记", "中共喀喇沁左翼蒙古族自治县委员会", "attested"),
        },
    ),
    (
        "时任 is no part of an organ",
        "时任天津大学化工学院院长郭建华作报告。",
        {("郭建华", "院长", "天津大学化工学院", "former")},
    ),
    ("an acting head", "代市长欧阳志远作报告。", {("欧阳志远", "市长", CITY, "acting")}),
    ("a former post", "市财政局原局长郭建华接受审查。", {("郭建华", "局长", "德州市财政局", "former")}),
    (
        "原 stands for the whole row",
        "市财政局原党组书记、局长郭建华接受审查。",
        {("郭建华", "党组书记", "德州市财政局党组", "former"), ("郭建华", "局长", "德州市财政局", "former")},
    ),
    ("an appointment", "会议决定任命郭建华为德州市教育局局长。", {("郭建华", "局长", "德州市教育局", "appointed")}),
    (
        "names and titles pairwise",
        "郭建华、唐晓峰分别拟任德州市财政局、德州市水利局局长。",
        {("郭建华", "局长", "德州市财政局", "proposed"), ("唐晓峰", "局长", "德州市水利局", "proposed")},
    ),
    (
        "posts during which",
        "检察机关指控，郭建华在担任夏津县委副书记、县长，德州市财政局局长等职务期间收受财物。",
        {
            ("郭建华", "县委副书记", "中共夏津县委员会", "former"),
            ("郭建华", "县长", "夏津县", "former"),
            ("郭建华", "局长", "德州市财政局", "former"),
        },
    ),
    (
        "one of a list of proposals",
        "1、郭建华，现任德州市财政局局长。男，1963年5月生，汉族。拟任德州市副市长（正县级），试用期一年。",
        {("郭建华", "局长", "德州市财政局", "attested"), ("郭建华", "副市长", CITY, "proposed")},
    ),
    (
        "a part of the organ before",
        "德州市人民医院院长郭建华、医务科科长唐晓峰参加。",
        {("郭建华", "院长", "德州市人民医院", "attested"), ("唐晓峰", "医务科科长", "德州市人民医院", "attested")},
    ),
    (
        "a county named with its level twice",
        "夏津县县委书记、县长郭建华主持会议。",
        {("郭建华", "县委书记", "中共夏津县委员会", "attested"), ("郭建华", "县长", "夏津县", "attested")},
    ),
    (
        "现任 ends what 历任 opened",
        "历任夏津县副县长、县长，现任德州市副市长的郭建华出席会议。",
        {
            ("郭建华", "副县长", "夏津县", "former"),
            ("郭建华", "县长", "夏津县", "former"),
            ("郭建华", "副市长", CITY, "attested"),
        },
    ),
    ("a university keeps its name", "郭建华就任山东大学校长。", {("郭建华", "校长", "山东大学", "appointed")}),
    (
        "a name between organ and title",
        "德州市水利局郭建华副局长介绍了情况。",
        {("郭建华", "副局长", "德州市水利局", "attested")},
    ),
    ("a removal", "会议决定免去郭建华的德州市教育局局长职务。", {("郭建华", "局长", "德州市教育局", "former")}),
    (
        "titles in brackets behind names",
        "出席人员：郭建华（市委书记）、唐晓峰（女，副市长）。",
        {
            ("郭建华", "市委书记", COMMITTEE, "attested"),
            ("唐晓峰", "副市长", CITY, "attested"),
        },
    ),
    (
        "a branch of the committee",
        "市委常委、宣传部部长郭建华出席。市委宣传部发布消息。",
        {("郭建华", "市委常委", COMMITTEE, "attested"), ("郭建华", "部长", "中共德州市委宣传部", "attested")},
    ),
    ("a county of the city", "平原县县长郭建华介绍，项目进展顺利。", {("郭建华", "县长", "平原县", "attested")}),
    (
        "a résumé",
        "郭建华，男，汉族，1970年3月生，现任平原县委书记，拟任德州市副市长。",
        {("郭建华", "县委书记", "中共平原县委员会", "attested"), ("郭建华", "副市长", CITY, "proposed")},
    ),
    (
        "a company named before",
        "恒丰新材料有限公司项目开工。公司总经理郭建华说，年底投产。",
        {("郭建华", "总经理", "恒丰新材料有限公司", "attested")},
    ),
    (
        "a title carried along a row",
        "山东大学教授郭建华、讲师唐晓峰参加。",
        {
            ("郭建华", "教授", "山东大学", "attested"),
            ("唐晓峰", "讲师", "山东大学", "attested"),
        },
    ),
    (
        "every title of a row goes to every name, where several may hold it",
        "德州市水利局党组成员、副局长郭建华、唐晓峰参加。",
        {
            ("郭建华", "党组成员", "德州市水利局党组", "attested"),
            ("郭建华", "副局长", "德州市水利局", "attested"),
            ("唐晓峰", "党组成员", "德州市水利局党组", "attested"),
            ("唐晓峰", "副局长", "德州市水利局", "attested"),
        },
    ),
    (
        "a short word for the organ",
        "德州市水利局局长郭建华主持会议，局党组成员、总工程师唐晓峰作报告。",
        {
            ("郭建华", "局长", "德州市水利局", "attested"),
            ("唐晓峰", "党组成员", "德州市水利局", "attested"),
            ("唐晓峰", "总工程师", "德州市水利局", "attested"),
        },
    ),
    (
        "titles of further clauses, and a bracket behind a title",
        "2023年1月，郭建华任夏津县副县长（兼），德州市水利局局长。",
        {("郭建华", "副县长", "夏津县", "appointed"), ("郭建华", "局长", "德州市水利局", "appointed")},
    ),
    (
        "他 is the one person of the sentence before",
        "郭建华长期在县里工作。他历任夏津县副县长、县长，德州市财政局局长等职。",
        {
            ("郭建华", "副县长", "夏津县", "former"),
            ("郭建华", "县长", "夏津县", "former"),
            ("郭建华", "局长", "德州市财政局", "former"),
        },
    ),
    ("他 is nobody where two were named", "郭建华与唐晓峰座谈。他担任过夏津县县长。", set()),
    ("a title of its own organ", "国务委员郭建华来访。", {("郭建华", "国务委员", "国务院", "attested")}),
    ("a head that no organ stands for", "国务院发布通知。全国著名校长郭建华到会。", set()),
    (
        "a legal form is no branch",
        "云帆集团在德州市开工。云帆集团有限公司董事长郭建华致辞。",
        {("郭建华", "董事长", "云帆集团有限公司", "attested")},
    ),
    ("a villager holds no post", "村民郭建华说，今年收成好。", set()),
    ("a reporter holds no post", "记者郭建华报道。", set()),
    (
        "of a committee whose school is named only with it",
        "德州市第一中学党委书记郭建华告诉记者，学校将扩建。",
        {("郭建华", "党委书记", "德州市第一中学党委", "attested")},
    ),
    (
        "of the dead, of whom the sentence before tells",
        "郭建华是德州人。他生前曾任德州市作家协会副主席、顾问，山东省诗歌学会副会长等职。",
        {
            ("郭建华", "副主席", "德州市作家协会", "former"),
            ("郭建华", "顾问", "德州市作家协会", "former"),
            ("郭建华", "副会长", "山东省诗歌学会", "former"),
        },
    ),
    (
        "once held, in a later clause",
        "郭建华现年60岁，曾担任夏津县县长一职。",
        {("郭建华", "县长", "夏津县", "former")},
    ),
    (
        "proposed, with the month of birth",
        "郭建华（1957.2）为德州市政协副主席人选考察对象。",
        {("郭建华", "副主席", "中国人民政治协商会议德州市委员会", "proposed")},
    ),
    (
        "proposed, with the rank of the post",
        "郭建华拟任夏津县水利局局长（正科级）人选。",
        {("郭建华", "局长", "夏津县水利局", "proposed")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_posts_are_read(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


def test_a_dated_spell_keeps_the_precision_of_its_words() -> None:
    text = "郭建华，男，1970年3月生。\n2015年3月至2018年6月 平原县委副书记、县长\n2018年6月至今 平原县委书记\n"
    reading = read(from_text(text, "t", "t.txt"), LEXICON, (DEZHOU,))
    spells = {(p.title, p.start, p.end) for p in reading.posts}
    assert ("县委副书记", "2015-03", "2018-06") in spells
    assert ("县委书记", "2018-06", "") in spells


def test_a_line_that_says_only_since_when_is_a_spell_of_the_life() -> None:
    text = "郭建华，男，1970年3月生。\n1995.01夏津县水利局局长\n2003.06中共夏津县委副书记，县长\n2008.07在党校学习\n"
    reading = read(from_text(text, "t", "t.txt"), LEXICON, (DEZHOU,))
    spells = {(p.title, p.start, p.end) for p in reading.posts}
    assert spells == {("局长", "1995-01", ""), ("县委副书记", "2003-06", ""), ("县长", "2003-06", "")}


def test_each_spell_of_a_sentence_is_its_own() -> None:
    """A career told in one sentence: every post has its own years, and the last is open."""
    text = (
        "郭建华，1990年至1995年任夏津县教育局局长，1995年至2000年任夏津县副县长，2000年至今任夏津县县长。\n"
        "2010年3月，唐晓峰任夏津县副县长，2016年起任德州市副市长。"
    )
    reading = read(from_text(text, "t", "t.txt"), LEXICON, (DEZHOU,))
    names = {entity.key: entity.name for entity in reading.entities}
    assert {(names[p.person], p.title, p.start, p.end, p.status == "former") for p in reading.posts} == {
        ("郭建华", "局长", "1990", "1995", True),
        ("郭建华", "副县长", "1995", "2000", True),
        ("郭建华", "县长", "2000", "", False),
        ("唐晓峰", "副县长", "2010-03", "", False),
        ("唐晓峰", "副市长", "2016", "", False),
    }


GROUP = "德州市信用建设工作领导小组"


@pytest.mark.parametrize(
    ("roster", "held"),
    [
        (
            "组长：郭建华\n副组长：唐　敏\n帅建筑（市教育局）\n成　员：王启明　市财政局副局长\n李 梅（市水利局）",
            {("郭建华", "组长"), ("唐敏", "副组长"), ("帅建筑", "副组长"), ("王启明", "成员"), ("李梅", "成员")},
        ),
        (
            "组  长：郭建华 副组长：唐晓峰、王启明 成员：李红梅、赵志强",
            {("郭建华", "组长"), ("唐晓峰", "副组长"), ("王启明", "副组长"), ("李红梅", "成员"), ("赵志强", "成员")},
        ),
        (
            "组长：郭建华\n成员：唐晓峰\n领导小组下设办公室。\n王启明（市教育局）",
            {("郭建华", "组长"), ("唐晓峰", "成员")},
        ),
        ("组长：郭建华\n各有关部门：\n唐晓峰（市教育局）", {("郭建华", "组长")}),
    ],
)
def test_a_label_of_a_roster_governs_the_names_behind_it_and_the_lines_below(
    roster: str, held: set[tuple[str, str]]
) -> None:
    text = f"德州市人民政府办公室关于成立{GROUP}的通知\n现将{GROUP}组成人员通知如下。\n{roster}\n"
    assert {(who, title) for who, title, _, _ in posts(text) if title in {"组长", "副组长", "成员"}} == held
    assert {of for _, title, of, _ in posts(text) if title in {"组长", "副组长", "成员"}} == {GROUP}
