"""The map and the timeline: what they show follows filters and slider, and leads to the graph."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

import kg
from kg.model import Entity, Figure, Graph, Moment, Relation
from kg.vocab import Kind, Predicate
from tests.export.specimen import FIRST, KNOWN, PERSON, because, specimen
from tests.view.synthetic import synthetic
from tests.view.test_first_use import country

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.view.conftest import Opened

    Open = Callable[..., Opened]

SIZES = [(1440, 900), (1024, 768), (390, 844)]
SICHUAN, CHENGDU, HEBEI = "place/510000-四川省", "place/510100-成都市", "place/130000-河北省"


def spread() -> Graph:
    """Two provinces and a city with a campaign in each, begun on different days, and one figure of two of them."""
    graph, told = specimen(), because(FIRST)
    places = [(SICHUAN, "四川省", "Province"), (CHENGDU, "成都市", "Prefecture"), (HEBEI, "河北省", "Province")]
    entities = [Entity(key, Kind.PLACE, name, (), (cls,), key[6:12]) for key, name, cls in places]
    runs = [f"campaign/{key[6:12]}-除雪行动" for key, _, _ in places]
    entities += [Entity(key, Kind.CAMPAIGN, "除雪行动") for key in runs]
    relations = [
        Relation(run, Predicate.CONDUCTED_IN, key, told) for run, (key, _, _) in zip(runs, places, strict=True)
    ]
    relations.append(Relation(CHENGDU, Predicate.WITHIN, SICHUAN, KNOWN))
    days = ["2020-03-01", "2021-11-09", "2022-05-01"]
    moments = [Moment(run, "began", day, day, told) for run, day in zip(runs, days, strict=True)]
    figures = [
        Figure("粮食产量", 3e9, "公斤", "exact", "", SICHUAN, told, "2020"),
        Figure("粮食产量", 2e9, "公斤", "exact", "", HEBEI, told, "2020"),
        Figure("粮食产量", 1e9, "公斤", "exact", "", HEBEI, told, "2019"),
    ]
    return replace(
        graph,
        entities=tuple(sorted([*graph.entities, *entities])),
        relations=tuple(sorted([*graph.relations, *relations])),
        moments=tuple(sorted(moments)),
        figures=tuple(sorted([*graph.figures, *figures])),
    )


def tile(page: Opened, code: str) -> str:
    return page.tab.locator(f"#map [data-region='{code}']").inner_text().replace("\n", " ")


def here(page: Opened) -> str:
    return unquote(page.tab.evaluate("location.hash.slice(1)"))


def test_the_map_has_every_province_once_in_its_place(opened: Open) -> None:
    page = opened(country(2))
    page.tab.click("#view-map")
    spots = page.tab.evaluate(
        "[...document.querySelectorAll('#map .tile')].map((one) => `${one.style.gridColumn} ${one.style.gridRow}`)"
    )
    assert len(spots) == len(set(spots)) == 34
    assert tile(page, "51") == "四川 3"  # the province and two counties folded in
    assert page.tab.locator("#map [data-region='61']").is_disabled()
    assert here(page) == "?view=map!"
    assert page.complaints == []


def test_a_tile_leads_to_the_place_and_unfolds_what_lies_below(opened: Open) -> None:
    page = opened(spread(), "?view=map!")
    page.tab.click("#map [data-region='51']")
    page.heading("四川省")
    assert here(page) == f"?view=map&at=51!{SICHUAN}"
    page.tab.click("#map [data-region='5101']")
    page.heading("成都市")
    page.tab.locator("#map .crumbs button").first.click()
    assert page.tab.locator("#map .tile").count() == 34
    page.tab.click("#view-graph")
    page.heading("成都市")
    assert not page.tab.locator("#map").is_visible()


def test_the_map_is_coloured_by_what_is_asked(opened: Open) -> None:
    page = opened(spread(), "?view=map!")
    page.tab.select_option("#map-ask", label="除雪行动 (3)")
    assert tile(page, "51") == "四川 2020年3月1日"
    assert tile(page, "13") == "河北 2022年5月1日"
    assert tile(page, "37") == "山东 ·"
    page.tab.select_option("#map-ask", "figure:粮食产量")
    assert tile(page, "51") == "四川 30亿公斤"
    assert tile(page, "13") == "河北 20亿公斤"  # of 2020, not of 2019
    heats = page.tab.evaluate(
        "['51', '13', '37'].map((one) => document.querySelector(`[data-region='${one}']`).className)"
    )
    assert len(set(heats)) == 3
    again = opened(spread(), here(page))
    assert tile(again, "51") == "四川 30亿公斤"


def test_filters_and_slider_change_the_map(opened: Open) -> None:
    page = opened(spread(), "?view=map&ask=kind:Campaign!")
    assert tile(page, "13") == "河北 1"
    page.tab.click("[data-switch=kind-3]")
    page.tab.wait_for_timeout(300)
    assert tile(page, "13") == "河北 ·"
    page.tab.click("[data-switch=kind-3]")
    page.tab.fill("#by-until", "0")
    page.tab.wait_for_timeout(300)
    assert tile(page, "51") == "四川 1"
    assert tile(page, "13") == "河北 ·"


def test_what_a_map_can_be_asked_follows_the_filters(opened: Open) -> None:
    page = opened(spread(), "?view=map!")
    assert "除雪行动 (3)" in page.texts("#map-ask option")
    page.tab.click("[data-switch=kind-3]")
    page.tab.wait_for_timeout(300)
    assert not [words for words in page.texts("#map-ask option") if words.startswith("除雪行动")]


@pytest.mark.parametrize("width", [390, 1024])
@pytest.mark.parametrize("speech", ["zh-CN", "en"])
def test_nothing_is_cut_where_there_is_little_room(opened: Open, width: int, speech: str) -> None:
    page = opened(spread(), "?view=map!", width, 800, locale=speech)
    cut = "[...document.querySelectorAll('#map .tile')].filter((one) => one.scrollWidth > one.clientWidth).length"
    assert page.tab.evaluate(cut) == 0
    page.tab.click("#toggle-table")
    assert (
        page.tab.evaluate(
            "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.getElementById('table'))"
        )
        <= 0
    )


def test_runs_lead_to_map_and_timeline_and_are_drawn_as_they_spread(opened: Open) -> None:
    page = opened(spread(), "runs=campaign/510000-除雪行动")
    assert page.texts("#panel .fact time") == ["2020年3月1日", "2021年11月9日", "2022年5月1日"]
    assert page.tab.get_attribute("#panel .spread", "aria-label") == "3 处，从 2020年3月1日 到 2022年5月1日"
    page.tab.locator("#panel .acts button", has_text="看地图").click()
    assert tile(page, "51") == "四川 2020年3月1日"
    page.tab.locator("#panel .acts button", has_text="看时间").click()
    assert [name.split()[0] for name in page.texts("#time .lane-name")] == ["时间", "四川省", "成都市", "河北省"]


def test_the_timeline_has_lanes_by_kind_and_by_place(opened: Open) -> None:
    page = opened(spread(), "?view=time!")
    lanes = page.texts("#time .lane-name")
    assert lanes[0] == "时间"
    assert "活动 4" in lanes
    assert "任职 2" in lanes
    assert "文章 1" in lanes
    page.tab.select_option("#time-lanes", "place")
    assert {"河北省 1", "四川省 2"} <= set(page.texts("#time .lane-name"))


def test_a_mark_tells_what_it_stands_for(opened: Open) -> None:
    page = opened(spread(), "?view=time!")
    page.tab.locator("#time .mark[data-lane=post]").first.click()
    assert "张三丰" in page.tab.inner_text("#then")
    assert "市长" in page.tab.inner_text("#then")
    page.tab.locator("#then .to").first.click()
    page.heading("张三丰")
    assert here(page) == f"?view=time!{PERSON}"


def test_a_press_on_a_unit_of_the_axis_filters_and_a_second_takes_it_away(opened: Open) -> None:
    page = opened(spread(), "?view=time!")
    whole = page.tab.locator("#time .mark").count()
    page.tab.click("[data-unit='2022-05-01']")
    page.tab.wait_for_timeout(300)
    assert page.texts("#status .chip.on span") == ["时间 2022年5月1日"]
    assert 0 < page.tab.locator("#time .mark").count() < whole
    assert page.tab.get_attribute("[data-unit='2022-05-01']", "aria-pressed") == "true"
    page.tab.click("[data-unit='2022-05-01']")
    page.tab.wait_for_timeout(300)
    assert page.texts("#status .chip.on") == []


def test_posts_of_a_person_are_bars(opened: Open) -> None:
    page = opened(specimen(), PERSON)
    assert page.tab.locator("#panel .tenure rect").count() == 1
    assert page.tab.locator("#panel .tenure circle").count() == 1
    assert "市长 某市 · 2016年5月–2018年" in page.tab.locator("#panel .tenure").text_content()


def test_keys_open_the_views(opened: Open) -> None:
    page = opened(specimen())
    for key, name in (("m", "map"), ("l", "time"), ("t", "table")):
        page.tab.keyboard.press(key)
        assert page.tab.locator(f"#{name}").is_visible()
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator("#table").is_visible()


@pytest.mark.parametrize("view", ["map", "time"])
def test_twenty_thousand_nodes_are_drawn_soon(opened: Open, view: str) -> None:
    page = opened(synthetic(20000))
    took: Any = page.tab.evaluate(
        f"""() => {{ document.getElementById('view-{view}').click(); document.getElementById('view-graph').click();
        const begun = performance.now(); document.getElementById('view-{view}').click();
        document.body.getBoundingClientRect(); return performance.now() - begun; }}"""
    )
    assert took < 1200, "four times what is wanted of a quiet machine"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("state", ["?view=map!", "?view=map&at=1410!", "?view=time!", "?view=time&lanes=place!"])
def test_the_seeds_at_three_sizes_in_both_themes(
    opened: Open, seeds_graph: Graph, tmp_path: Path, state: str, width: int, height: int, scheme: str
) -> None:
    """Set KG_SCREENSHOTS to a folder to keep the pictures and look at them."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed (pip install axe-core-python)")
    page = opened(seeds_graph, state, width, height, color_scheme=scheme)
    assert page.tab.locator("#map .tile, #time .mark").count() > 3
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    folder, name = Path(os.environ.get("KG_SCREENSHOTS", tmp_path)), "".join(filter(str.isalnum, state))
    page.tab.screenshot(path=str(folder / f"{name}-{width}-{scheme}.png"))
    page.tab.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.tab.evaluate("axe.run()")["violations"]
    serious = [v for v in found if v["impact"] in {"serious", "critical"}]
    assert [f"{v['id']}: {node['html'][:160]}" for v in serious for node in v["nodes"]] == []
    assert len(page.requests) == 1
    assert page.complaints == []


@pytest.fixture(scope="session")
def reports() -> kg.Graph:
    """Whole reports, where somebody has them: KG_REPORTS names a corpus with columns title, full_text, publish_date."""
    named = os.environ.get("KG_REPORTS")
    if not named:
        pytest.skip("set KG_REPORTS to a corpus of whole reports")
    return kg.build(named)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("view", ["map", "time", "table"])
def test_whole_reports_at_three_sizes(
    opened: Open, reports: kg.Graph, tmp_path: Path, view: str, width: int, height: int, scheme: str
) -> None:
    page = opened(reports, f"?view={view}!", width, height, color_scheme=scheme)
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    folder = Path(os.environ.get("KG_SCREENSHOTS", tmp_path))
    page.tab.screenshot(path=str(folder / f"reports-{view}-{width}-{scheme}.png"))
    assert page.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1024, "dark"), (390, "light")])
def test_on_whole_reports_questions_are_answered_by_the_page_alone(
    opened: Open, reports: kg.Graph, width: int, scheme: str
) -> None:
    page = opened(reports, "", width, 844, color_scheme=scheme)
    page.tab.fill("#query", "提振消费专项行动")
    page.tab.keyboard.press("Enter")
    page.heading("提振消费专项行动")
    provinces = {name for name in page.texts("#panel .fact .head .to > span:first-of-type") if name[-1] in "省市区"}
    assert len(provinces) >= 20
    page.tab.locator("#panel .acts button", has_text="看地图").click()
    assert page.tab.locator("#map .tile:not(.h0):not(:disabled)").count() >= 20
    page.tab.fill("#query", "地区生产总值 四川")
    page.tab.locator("#hits [role=option]", has_text="四川省").first.click()
    page.tab.wait_for_selector("#panel .here")
    assert "地区生产总值" in page.tab.inner_text("#panel .here")
    page.go("compare=place/510000-四川省&with=place/440000-广东省")
    page.heading("比较")
    assert "共有" in " ".join(page.texts("#panel h3"))
    page.go("?set=place/510000-四川省|place/440000-广东省!set")
    page.heading("集合")
    assert page.tab.locator("#panel .member").count() == 2
    assert len(page.requests) == 1
    assert page.complaints == []
