"""Full names of meetings and documents. Numbers stay as the text has them."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.link.initiative.normal_forms import normal
from kg.vocab import Kind

LEXICON = Lexicon()
CITY = ("山西省", "临汾市")
COUNTY = ("甘肃省", "白银市", "会宁县")
REGION = ("新疆维吾尔自治区", "昌吉回族自治州", "奇台县")
DISTRICT = ("重庆市", "江津区")

MEETINGS = [
    ("the party's congress", "党的二十大", CITY, "中国共产党第二十次全国代表大会"),
    ("its plenum", "党的十九届六中全会", CITY, "中国共产党第十九届中央委员会第六次全体会议"),
    (
        "a plenum of the discipline commission",
        "二十届中央纪委四次全会",
        CITY,
        "中国共产党第二十届中央纪律检查委员会第四次全体会议",
    ),
    (
        "a county's discipline commission",
        "县纪委十四届三次全会",
        COUNTY,
        "中国共产党会宁县第十四届纪律检查委员会第三次全体会议",
    ),
    ("省 is the province", "省第十二次党代会", CITY, "中国共产党山西省第十二次代表大会"),
    ("市 is the city", "市第五次党代会", CITY, "中国共产党临汾市第五次代表大会"),
    ("自治区 is the region", "自治区第十次党代会", REGION, "中国共产党新疆维吾尔自治区第十次代表大会"),
    ("区 is the district, not the region", "区第三次党代会", DISTRICT, "中国共产党重庆市江津区第三次代表大会"),
    ("市 over a district", "市第六次党代会", DISTRICT, "中国共产党重庆市第六次代表大会"),
    ("a committee's plenum", "市委五届五次全会", CITY, "中共临汾市第五届委员会第五次全体会议"),
    ("the term before the body", "十二届市委八次全会", CITY, "中共临汾市第十二届委员会第八次全体会议"),
    ("nobody's plenum is home's", "十八届五次全会", COUNTY, "中共会宁县第十八届委员会第五次全体会议"),
    ("a named county's", "会宁县委十八届五次全会", CITY, "中共会宁县第十八届委员会第五次全体会议"),
    ("a region's committee", "自治区党委十届三次全会", REGION, "中共新疆维吾尔自治区第十届委员会第三次全体会议"),
    ("a people's congress", "省十四届人大四次会议", CITY, "山西省第十四届人民代表大会第四次会议"),
    (
        "its standing committee",
        "县十八届人大常委会第三次会议",
        COUNTY,
        "会宁县第十八届人民代表大会常务委员会第三次会议",
    ),
    ("a consultative conference", "市政协五届三次会议", CITY, "中国人民政治协商会议临汾市第五届委员会第三次会议"),
    ("the other order", "政协会宁县十届二次会议", COUNTY, "中国人民政治协商会议会宁县第十届委员会第二次会议"),
    ("a government's meeting", "市政府第49次常务会议", CITY, "临汾市人民政府第49次常务会议"),
    ("with its term", "八届市政府第7次常务会议", CITY, "临汾市第八届人民政府第7次常务会议"),
    ("a standing committee", "市委常委会会议", CITY, "中共临汾市委常委会会议"),
    ("nobody's standing committee is home's", "常委会会议", CITY, "中共临汾市委常委会会议"),
    (
        "the nation's conference is not the city's",
        "全国政协十三届一次会议",
        CITY,
        "中国人民政治协商会议第十三届全国委员会第一次会议",
    ),
    ("the nation's congress", "十四届全国人大二次会议", CITY, "第十四届全国人民代表大会第二次会议"),
    ("no such level at home", "州第五次党代会", CITY, "州第五次党代会"),
    ("no home at all", "市委五届五次全会", (), "市委五届五次全会"),
    ("no meeting by number", "全省康养旅游大会", CITY, "全省康养旅游大会"),
]


@pytest.mark.parametrize(("label", "name", "home", "full"), MEETINGS, ids=[c[0] for c in MEETINGS])
def test_full_names_of_meetings(label: str, name: str, home: tuple[str, ...], full: str) -> None:
    found, others = normal(Kind.EVENT, name, home, LEXICON)
    assert found == full, label
    assert name == full or name in others


def test_short_forms_come_along() -> None:
    assert "中共会宁县委十八届五次全会" in normal(Kind.EVENT, "县委十八届五次全会", COUNTY, LEXICON)[1]
    assert "二十大" in normal(Kind.EVENT, "党的二十大", COUNTY, LEXICON)[1]


@pytest.mark.parametrize(
    ("name", "full", "others"),
    [
        ("《政务公开办法（试行）》", "政务公开办法（试行）", ("政务公开办法", "《政务公开办法（试行）》")),
        ("政务公开办法", "政务公开办法", ()),
    ],
)
def test_titles_lose_their_marks(name: str, full: str, others: tuple[str, ...]) -> None:
    assert normal(Kind.DOCUMENT, name, CITY, LEXICON) == (full, others)


def test_other_kinds_stay() -> None:
    assert normal(Kind.PROJECT, "青羊水电站", CITY, LEXICON) == ("青羊水电站", ())
