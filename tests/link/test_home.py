"""The place an article speaks from. Articles are invented; each case says which cue decides."""

from __future__ import annotations

import pytest

from kg.extract.place.place_mentions import mentions
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.link.place.article_place import find_article_place
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def home(text: str, hint: tuple[str, ...] = ()) -> str:
    """The names of the home chain, joined."""
    page = AnnotatedDocument(from_text(text, "t"), LEXICON)
    found = find_article_place(page, list(mentions(page)), hint)
    return "".join(one.name for code in found if (one := LEXICON.gazetteer.by_code(code)))


CITY = "我市召开动员会，市委书记要求，全市上下要迅速行动。{} 市政府印发方案，全市各级各部门狠抓落实。"
CASES = [
    ("title and level", "汉中推进产业转型\n\n" + CITY.format("南郑区、城固县、勉县先后部署。"), "陕西省汉中市"),
    ("only the counties are named", CITY.format("南郑区、城固县、勉县、洋县先后部署。"), "陕西省汉中市"),
    (
        "a county of a city",
        "会后，全县各级行动起来，县委书记带头。桃源县对标长沙、常德，我县实施项目。全县增长。",
        "湖南省常德市桃源县",
    ),
    ("a banner", "全旗牧民受益。达拉特旗旗委、旗政府决定，我旗将在全市率先建成。", "内蒙古自治区鄂尔多斯市达拉特旗"),
    ("a prefecture", "全州上下一心。凉山州委、州政府部署，西昌市、会理市先行。我州力争。", "四川省凉山彝族自治州"),
    ("a league", "全盟干部下沉。兴安盟行署安排，乌兰浩特市、突泉县落实，我盟增长。", "内蒙古自治区兴安盟"),
    ("a district", "全区动员。江汉区委书记说，我区要走在全市前列。武汉市领导肯定江汉区做法。", "湖北省武汉市江汉区"),
    (
        "全区 of an autonomous region",
        "广西全区上下行动。自治区党委部署，南宁、柳州、桂林落实，全区增长。",
        "广西壮族自治区",
    ),
    (
        "全区 in a district of an autonomous region",
        "青秀区召开会议，全区上下行动，区委要求。青秀区增长，我区领先，全市肯定。",
        "广西壮族自治区南宁市青秀区",
    ),
    ("a province", "云南全省会议召开。省委、省政府部署，昆明、曲靖、大理落实，全省增长，我省领先。", "云南省"),
    ("a municipality", "全市大会召开。重庆市委部署，江津区、永川区、荣昌区落实，我市增长。", "重庆市"),
    (
        "a county in a round-up is not the home",
        CITY.format("宜川县组织全县干部下乡，延川县、洛川县跟进，延安增长。"),
        "陕西省延安市",
    ),
    ("no level, one city", "3月5日，攀枝花市举行开工仪式，攀枝花市西区、仁和区参加。", "四川省攀枝花市"),
    ("a street of one district only", "市委常委、区委书记到下应街道调研，下应街道负责人汇报。", "浙江省宁波市鄞州区"),
    ("a city whose name is a word too", CITY.format("黄山崛起。黄山口岸开放。黄山旅游增长。"), "安徽省黄山市"),
    (
        "only by its outlets",
        "我市召开会议，市政府副市长出席。《青禾报》、宜宾电视台等媒体受邀参加。全市增长。",
        "四川省宜宾市",
    ),
    ("open: outlets of two places", "我市召开会议。绵阳电视台、宜宾日报等媒体受邀参加。全市增长。", ""),
    ("open: places far apart", "北京、上海、广州、深圳、成都、武汉等地企业参展。", ""),
    ("open: one of many", "在广西，自治区党委派出指导组。福建省委召开会议。黑龙江省委部署。新疆自治区党委研究。", ""),
    (
        "the level of the words",
        "海口7月16日讯，省纪委召开会议，推进我省行动。全省各级落实，全省推进，省委要求。",
        "海南省",
    ),
    ("open: the seat of a wire", "中新网北京6月25日电(记者王明) 国家能源局在北京通报，上半年新增装机一亿千瓦。", ""),
    ("the capital's own", "中新网北京6月25日电(记者王明) 北京市民政局通报，上半年新增床位一万张。", "北京市"),
    ("the wire of another city", "中新网南京6月25日电(记者王明) 上半年新增装机一亿千瓦。", "江苏省南京市"),
    ("open: no place", "大家一致认为，要抓好落实。", ""),
]


@pytest.mark.parametrize(("text", "name"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_home(text: str, name: str) -> None:
    assert home(text) == name


HINTS = [
    ("code", ("610700",), "陕西省汉中市"),
    ("name", ("汉中市",), "陕西省汉中市"),
    ("chain of names", ("福建省", "福州市", "鼓楼区"), "福建省福州市鼓楼区"),
    ("unknown: the text decides", ("不存在的地方",), "云南省"),
]


@pytest.mark.parametrize(("hint", "name"), [case[1:] for case in HINTS], ids=[case[0] for case in HINTS])
def test_hint_goes_first(hint: tuple[str, ...], name: str) -> None:
    assert home("云南省委、省政府部署，全省增长，我省领先。", hint) == name


def test_outlet_tells_the_city() -> None:
    text = "抓落实见成效\n\n来源：汉中日报  2023-05-06\n\n全市上下行动起来，我市增长。市委要求，各县区跟进。\n"
    page = AnnotatedDocument(from_text(text, "t"), LEXICON)
    assert find_article_place(page, list(mentions(page)))[-1:] == ("610700",)
    assert page.year == 2023
