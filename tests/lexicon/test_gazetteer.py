"""The gazetteer: hard names, names in time, and every county of China in sentence templates."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Lexicon().gazetteer


RESOLVED = [
    # name, near, year, code
    ("伊美区", (), None, "230717"),
    ("丰林县", (), None, "230724"),
    ("大箐山县", (), None, "230725"),
    ("嫩江市", (), None, "231183"),
    ("嫩江县", (), 2017, "231121"),
    ("嫩江县", (), 2019, "231121"),
    ("嫩江县", (), 1990, "232622"),
    ("嫩江县", (), None, "231121"),
    ("嫩江", (), 2017, "231121"),
    ("嫩江", (), 2024, "231183"),
    ("五营区", (), 2016, "230710"),
    ("霍县", (), 1986, "142626"),
    ("霍州市", (), 1995, "142603"),
    ("霍州市", (), 2024, "141082"),
    ("尧都区", (), None, "141002"),
    ("隰县", (), None, "141031"),
    ("临汾", (), None, "141000"),
    ("临汾地区", (), 1995, "142600"),
    ("襄樊市", (), 2005, "420600"),
    ("宽城区", (), None, "220103"),
    ("古塔区", (), None, "210702"),
    ("鼓楼区", ("320100",), None, "320106"),
    ("鼓楼区", ("320300",), None, "320302"),
    ("鼓楼区", ("350100",), None, "350102"),
    ("鼓楼区", ("410200",), None, "410204"),
    ("鼓楼区", ("410000",), None, "410204"),
    ("鼓楼区", ("320300", "320100"), None, "320302"),
    ("鼓楼区", (), None, None),
    ("鼓楼区", ("320000",), None, None),
    ("朝阳区", (), None, None),
    ("朝阳区", ("110000",), None, "110105"),
    ("朝阳区", ("220103",), None, "220104"),
    ("城关区", (), None, None),
    ("城关区", ("620102",), None, "620102"),
    ("城关区", ("540000",), None, "540102"),
    ("市中区", ("370100",), None, "370103"),
    ("市中区", ("511100",), None, "511102"),
    ("市中区", (), None, None),
    ("错那县", (), 2022, "540530"),
    ("错那市", (), None, "540581"),
    ("莱芜区", (), None, "370116"),
    ("江北区", ("500000",), 2020, "500105"),
    ("江北区", ("330200",), 2020, "330205"),
    ("两江新区", (), None, "500157"),
    ("岑岭县", (), None, "653132"),
    ("济源市", (), None, "419001"),
    ("东莞", (), None, "441900"),
    ("吉林", (), None, "220000"),
    ("吉林", ("220200",), None, "220000"),
    ("吉林市", (), None, "220200"),
    ("承德", (), None, "130800"),
    ("没有市", (), None, None),
]


@pytest.mark.parametrize(("name", "near", "year", "code"), RESOLVED)
def test_resolve(places: Gazetteer, name: str, near: tuple[str, ...], year: int | None, code: str | None) -> None:
    found = places.resolve(name, near, year)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("year", "total"),
    [(2018, 2851), (2019, 2846), (2020, 2844), (2021, 2843), (2022, 2843), (2023, 2844), (2024, 2846)],
)
def test_county_totals(places: Gazetteer, year: int, total: int) -> None:
    counties = {one.code for one in places.divisions if one.level == "county" and one.stood(year)}
    assert len(counties) == total


def test_current_totals(places: Gazetteer) -> None:
    current = [one for one in places.divisions if one.current]
    assert [sum(one.level == level for one in current) for level in ("province", "prefecture", "county")] == [
        34,
        333,
        2846,
    ]


def test_every_county_in_templates(places: Gazetteer) -> None:
    current = [one for one in places.divisions if one.level == "county" and one.current]
    right = asked = 0
    for one in current:
        chain = [x.code for x in places.chain(one)]
        for near in ((chain[-2],), tuple(chain[:-1]), (chain[-2], "110000")):
            for year in (None, 2026):
                asked += 1
                right += places.resolve(one.name, near, year) == one
    assert right / asked >= 0.99


def test_every_county_without_context_is_right_or_open(places: Gazetteer) -> None:
    for one in places.divisions:
        if one.level == "county" and one.current:
            found = places.resolve(one.name)
            assert found == one or (found is None and one in places.ambiguous(one.name))


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("141081", ["山西省", "临汾市", "侯马市"]),
        ("419001", ["河南省", "济源市"]),
        ("110105", ["北京市", "朝阳区"]),
        ("500229", ["重庆市", "城口县"]),
        ("460400", ["海南省", "儋州市"]),
    ],
)
def test_chain(places: Gazetteer, code: str, chain: list[str]) -> None:
    found = places.by_code(code)
    assert found
    assert [one.name for one in places.chain(found)] == chain


def test_chain_in_time(places: Gazetteer) -> None:
    xiangcheng = places.by_code("420602")
    assert xiangcheng
    assert [one.name for one in places.chain(xiangcheng, 2005)][1] == "襄樊市"
    assert [one.name for one in places.chain(xiangcheng, 2015)][1] == "襄阳市"


@pytest.mark.parametrize(("old", "new"), [("231121", "231183"), ("230710", "230724"), ("142626", "142603")])
def test_successors(places: Gazetteer, old: str, new: str) -> None:
    found = places.by_code(old)
    assert found
    assert new in found.successors


def test_every_parent_and_successor_is_known(places: Gazetteer) -> None:
    for one in places.divisions:
        assert one.level == "province" or places.by_code(one.parent), one
        assert all(places.by_code(code) for code in one.successors), one


@pytest.mark.parametrize(
    ("code", "year", "after"),
    [("130103", 2010, ("130102",)), ("350403", 2010, ("350404",)), ("500105", 2020, ("500157",))],
)
def test_successors_by_hand(places: Gazetteer, code: str, year: int, after: tuple[str, ...]) -> None:
    found = places.by_code(code, year)
    assert found
    assert found.successors == after


def test_successors_stay_in_the_province(places: Gazetteer) -> None:
    moved = {
        (one.code[:2], code[:2]) for one in places.divisions for code in one.successors if one.code[:2] != code[:2]
    }
    assert moved == {("44", "46"), ("51", "50")}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("洪洞县", "洪洞"),
        ("黑龙江省", "黑龙江"),
        ("内蒙古自治区", "内蒙古"),
        ("恩施土家族苗族自治州", "恩施"),
        ("蒲县", ""),
        ("鄂伦春自治旗", "鄂伦春"),
        ("大厂回族自治县", "大厂"),
        ("东乡族自治县", "东乡"),
        ("吉县", ""),
        ("芒市", ""),
    ],
)
def test_short_names(places: Gazetteer, name: str, short: str) -> None:
    assert places.named(name)[0].short == short


@pytest.mark.parametrize(
    ("name", "common"), [("解放", True), ("资源", True), ("城区", True), ("洪洞", False), ("大同市", False)]
)
def test_common(places: Gazetteer, name: str, common: bool) -> None:
    assert places.common(name) is common


def test_within(places: Gazetteer) -> None:
    assert places.within("141081", "140000")
    assert places.within("141081", "141081")
    assert not places.within("141081", "140100")


def test_townships(places: Gazetteer) -> None:
    assert [one.name for one in places.townships("多宝山镇")] == ["嫩江市"]
    assert {one.name for one in places.townships("五营镇")} >= {"丰林县", "秦安县"}
    assert places.townships("没有镇") == ()


def test_names_feed_a_matcher(places: Gazetteer) -> None:
    names = {name: (codes, short) for name, codes, short in places.names()}
    assert names["临汾"][1]
    assert "141000" in names["临汾"][0]
    assert names["临汾市"][0] == ("141000", "142601")
