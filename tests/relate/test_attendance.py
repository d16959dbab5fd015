"""Who is at an event and what they do there, read from whole invented articles."""

from __future__ import annotations

from functools import cache

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read
from kg.vocab import ROLES, Kind, Predicate

LEXICON = Lexicon()


@cache
def there(text: str) -> frozenset[str]:
    """``role name`` of everybody at an event, ``at place`` where one is held, and the events' names."""
    reading = read(from_text(text, "a.txt"), LEXICON)
    kinds, names = ({e.key: getattr(e, a) for e in reading.entities} for a in ("kind", "name"))
    found = {names[key] for key, kind in kinds.items() if kind is Kind.EVENT}
    for r in reading.relations:
        if r.predicate is Predicate.PARTICIPATES_IN and kinds[r.object] is Kind.EVENT:
            assert not r.role or r.role in ROLES
            found.add(f"{r.role} {names[r.subject]}".strip())
        if r.predicate is Predicate.CONDUCTED_IN and kinds[r.subject] is Kind.EVENT:
            found.add(f"at {names[r.object]}")
    return frozenset(found)


MEETING = """平阳县召开2023年度平安建设工作会议
2月8日，平阳县召开2023年度平安建设工作会议。县委书记王启明出席会议并讲话，县长李立恒主持会议，县政协主席陈立国出席。
县委政法委书记孙丽华通报了2022年平安建设工作情况。昆阳镇作交流发言。
王启明指出，要提高政治站位。
"""
SIGNING = """3月6日，平阳县人民政府与浙江大洋控股集团有限公司战略合作签约仪式在昆阳镇举行。县委书记王启明出席并见证签约。
副县长钱文远与浙江大洋控股集团有限公司总裁孙立平代表双方签约。
"""
PRESS = """浙江省政府新闻办召开水利建设新闻发布会，介绍全省水利建设情况。
浙江省水利厅副厅长李建民介绍，去年完成投资八百亿元。
平阳县县长李立恒表示，全县水库除险加固提前完成。
村民王小毛说，用水方便了。
"""
WIRE = "本报温州7月16日讯（记者 赵明明）7月16日，全省海水养殖现场推进会召开。省委书记王启明讲话，省长李立恒主持会议。"
ROSTER = "2月3日，平阳县举行水利工程开工仪式。参加开工仪式的有县长李立恒、副县长钱文远。"
SITES = "2月3日，全县茶产业发展现场会在平阳县召开。与会人员实地观摩了昆阳镇、鳌江镇。副县长钱文远出席。"
PRIZES = """3月30日，在平阳县举行的2010年度温州市科学技术奖励大会上，温州大学获九项奖励。
温州市委书记王启明出席颁奖大会并讲话。"""
SAID = "平阳县县长李立恒指出，去年全省茶产业论坛上有了共识，要抓好落实。"
WORDS = """2月8日，平阳县召开茶产业发展推进会。
王启明同志的重要指示鼓舞人心。平阳县茶叶亮相海外多个城市。"""
OTHERS = """2月8日，平阳县茶产业发展推进会召开，县长李立恒出席。
宁德市农业农村局局长孙立平表示，要学先进。"""
FAIR = """2月8日，第三届平阳茶产业博览会在平阳县开幕。
平阳县县长李立恒表示，茶园要扩大。“质量是根本。”平阳县农业农村局局长钱文远说。
博览会期间，将举办平阳茶产业发展研讨会。"""
GUESTS = """2月8日，第三届平阳茶产业论坛在平阳县拉开帷幕。
蓝海国驻华大使孙立平表示，平阳茶香飘海外。村民王小毛说，茶好喝。
平阳县县长李立恒指出，去年县里办过平阳县茶叶采摘大赛。温州市茶叶协会会长陈立国等嘉宾莅会。
水头镇镇长周文海等人都将作推介。"""
ROWS = """平阳县民营企业家座谈会召开
2月8日，平阳县民营企业家座谈会在昆阳镇召开。县政协原主席王启明，温州市工商联副主席、县茶业商会会长李立恒，外地茶业商会代表，平阳县台联会会长陈立国等出席。
座谈会上，平阳大洋茶业公司董事长钱文远，平阳大洋茶机集团党委书记、董事长孙立平分别作了发言。
县委常委、县委统筹茶业和旅游工作领导小组（指挥部）组长周文海出席会议并讲话。
副县长赵明诚说，去年县长吴国栋、局长郑海波参加调研。
"""
WHOLE_NATION = """全国茶叶机械创新大会在平阳县举行
2月8日，全国茶叶机械创新大会在平阳县举行。县委书记王启明出席大会并致辞，县长李立恒主持开幕式。
学习贯彻全国茶业工作会议精神，副县长钱文远在茶园对平阳日报记者说，要出好茶。
"""
RITES = """首艘运茶船“平阳号”命名交付仪式举行
2月8日，首艘运茶船“平阳号”命名交付仪式在昆阳镇举行。县长李立恒出席仪式。
第四届“平阳茶友”盛典同日举行。"""
CASES = [
    (
        "rows of names over commas, titles that nobody knows between them",
        ROWS,
        {
            *(f"attended {name}" for name in ("王启明", "李立恒", "陈立国", "周文海")),
            *(f"spoke {name}" for name in ("钱文远", "孙立平", "周文海")),
        },
    ),
    ("a national meeting that is reported", WHOLE_NATION, {"attended 王启明", "spoke 王启明", "presided 李立恒"}),
    ("rites named by a quotation", RITES, {"“平阳号”命名交付仪式", "第四届“平阳茶友”盛典", "attended 李立恒"}),
    (
        "an envoy and who comes; what a speaker names is no second event",
        GUESTS,
        {"spoke 孙立平", "spoke 李立恒", "attended 陈立国"},
    ),
    (
        "speaks at a fair within which a seminar is held, before or behind the words",
        FAIR,
        {"spoke 李立恒", "spoke 钱文远"},
    ),
    ("attends and speaks", MEETING, {"attended 王启明", "spoke 王启明", "attended 陈立国"}),
    ("presides", MEETING, {"presided 李立恒"}),
    ("reports in a paragraph of its own", MEETING, {"spoke 孙丽华"}),
    ("a town speaks", MEETING, {"昆阳镇"}),
    ("signs", SIGNING, {"signed 钱文远", "signed 孙立平", "attended 王启明", "at 昆阳镇"}),
    ("speakers of a press conference", PRESS, {"spoke 李建民", "spoke 李立恒"}),
    ("held where the wire head says", WIRE, {"at 温州市", "spoke 王启明", "presided 李立恒"}),
    ("a roster", ROSTER, {"attended 李立恒", "attended 钱文远"}),
    ("sites that a meeting goes to see", SITES, {"at 昆阳镇", "at 鳌江镇", "attended 钱文远"}),
    ("a bare name goes back to the full one", PRIZES, {"spoke 王启明", "2010年度温州市科学技术奖励大会"}),
    (
        "a name holds the congress it is about",
        "平阳县召开学习党的二十大精神宣讲报告会。",
        {"学习党的二十大精神宣讲报告会"},
    ),
]
NEVER = [
    ("a villager who is not told to speak there", GUESTS, "spoke 王小毛"),
    ("who accompanied another time is not there", ROWS, "attended 吴国栋"),
    ("what is told to a reporter is not told there", WHOLE_NATION, "spoke 钱文远"),
    ("nor who is yet to speak", GUESTS, "spoke 周文海"),
    ("who names a meeting in his words need not be there", SAID, "spoke 李立恒"),
    ("nor he whose words are praised", WORDS, "attended 王启明"),
    ("nor a county whose tea is shown abroad", WORDS, "平阳县"),
    ("nor an officer of another city who speaks elsewhere", OTHERS, "spoke 孙立平"),
    ("a witness does not sign", SIGNING, "signed 王启明"),
    ("who chairs has not spoken", MEETING, "spoke 李立恒"),
    ("a villager is no speaker of a press conference", PRESS, "spoke 王小毛"),
    ("a reporter is not there", WIRE, "attended 赵明明"),
    ("a company's province is not where it is", SIGNING, "at 浙江省"),
    ("a bare name is no second event", PRIZES, "颁奖大会"),
]


@pytest.mark.parametrize(("why", "text", "want"), CASES, ids=[row[0] for row in CASES])
def test_there(why: str, text: str, want: set[str]) -> None:
    assert want <= there(text), sorted(there(text))


@pytest.mark.parametrize(("why", "text", "never"), NEVER, ids=[row[0] for row in NEVER])
def test_not_there(why: str, text: str, never: str) -> None:
    assert never not in there(text), sorted(there(text))
