"""Search: names alike are told apart; posts, sentences and filters typed as words are found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from kg.model import Entity, Graph, Relation
from kg.vocab import Kind, Predicate
from tests.export.specimen import KNOWN, specimen
from tests.view.synthetic import synthetic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.view.conftest import Opened

    Open = Callable[..., Opened]


def runs(number: int = 14) -> Graph:
    """The specimen with one campaign run in many counties, each with a key and a place of its own."""
    entities, relations = [], []
    for at in range(1, number + 1):
        county, campaign = f"place/98{at:02}00-丁{at}市", f"campaign/98{at:02}00-除雪行动"
        entities.append(Entity(county, Kind.PLACE, f"丁{at}市", (), ("Prefecture",), f"98{at:02}00"))
        entities.append(Entity(campaign, Kind.CAMPAIGN, "除雪行动"))
        relations.append(Relation(campaign, Predicate.CONDUCTED_IN, county, KNOWN))
    graph = specimen()
    return replace(
        graph,
        entities=tuple(sorted([*graph.entities, *entities])),
        relations=tuple(sorted([*graph.relations, *relations])),
    )


def rows(page: Opened, query: str) -> list[str]:
    page.tab.fill("#query", query)
    return [" | ".join(row.split("\n")) for row in page.texts("#hits li")]


def test_things_of_one_name_are_one_row_that_leads_to_all_of_them(opened: Open) -> None:
    page = opened(runs())
    found = rows(page, "除雪")
    assert len(found) == 1
    assert "除雪行动×14" in found[0]
    page.tab.keyboard.press("Enter")
    page.heading("除雪行动")
    assert "14 个地方" in page.tab.inner_text("#panel .kindline")
    assert page.tab.locator("#panel .fact").count() == 14
    assert {f"丁{at}市" for at in range(1, 15)} == set(page.texts("#panel .fact .to > span:first-of-type"))
    assert unquote(page.tab.evaluate("location.hash")) == "#runs=campaign/980100-除雪行动"


def test_a_hit_says_what_it_is_and_where_and_when(opened: Open) -> None:
    page = opened(specimen())
    assert rows(page, "比学赶超")[0] == "“比学赶超”大讨论 | 活动 · 某市 · 2021 · 1 篇"
    assert rows(page, "张三丰")[0].startswith("张三丰 | 人物 · 某市")
    assert rows(page, "𠮷县")[0] == "𠮷县 | 县级行政区 · 某市 · 2021 · 1 篇"


def test_a_name_with_its_place_finds_the_one(opened: Open) -> None:
    page = opened(runs())
    assert [row.split(" | ")[0] for row in rows(page, "除雪 丁7市")] == ["除雪行动"]
    page.tab.keyboard.press("Enter")
    page.heading("除雪行动")
    assert unquote(page.tab.evaluate("location.hash")) == "#campaign/980700-除雪行动"
    page.tab.click("#open-runs")
    page.tab.wait_for_timeout(150)
    assert page.tab.locator("#panel .fact").count() == 14


def test_what_is_more_is_counted_and_listed(opened: Open) -> None:
    page = opened(runs(40))
    last = rows(page, "丁")[-1]
    assert last == "… | 还有 32 个 | 在表格中列出全部"
    page.tab.locator("#hits li").last.click()
    assert page.tab.locator("#table tbody tr").count() == 40
    assert page.tab.input_value("#table-text") == "丁"
    page.tab.fill("#table-text", "丁3")
    assert page.tab.locator("#table tbody tr").count() == 11
    assert page.tab.evaluate("document.activeElement.id") == "table-text"


@pytest.mark.parametrize("query", ["市委书记", "市委书记 某市", "某市市委书记", "市委書記 2021", "市委书记 year:2021"])
def test_a_post_finds_who_holds_it(opened: Open, query: str) -> None:
    found = rows(opened(specimen()), query)
    assert found[0] == "任职"
    assert found[1] == "张三丰 | 市委书记 · 中共某市委员会 · 2021年11月9日 见报"


def test_a_post_of_another_year_is_not_given(opened: Open) -> None:
    page = opened(specimen())
    assert rows(page, "市长 2017")[1] == "张三丰 | 市长 · 某市 · 2016年5月–2018年 曾任"
    assert rows(page, "市长 2020") == ["没有找到“市长 2020”"]
    assert rows(page, "市长 乙县") == ["没有找到“市长 乙县”"]


def test_who_was_mayor_then_and_by_which_sentence(opened: Open, seeds_graph: Graph) -> None:
    page = opened(seeds_graph)
    page.tab.fill("#query", "市长 临汾 2022")
    page.tab.keyboard.press("Enter")
    page.tab.wait_for_selector("#panel:not(.home)")
    assert page.tab.locator("#panel .said", has_text="市长").count() > 0


def test_a_sentence_is_found_in_either_script_and_opens_its_article(opened: Open) -> None:
    page = opened(specimen())
    found = rows(page, "走访企业")
    assert found[-2].startswith("原文")
    assert "開展“比學趕超”大討論，走訪企業8704戶次" in found[-1]
    page.tab.locator("#hits li").last.click()
    page.tab.wait_for_selector("#panel .here")
    assert page.tab.inner_text("#panel .here").startswith("某市開展“比學趕超”大討論")
    assert page.tab.inner_text("#panel .here").endswith("997.9億元。")
    assert "原文" in " ".join(rows(page, "走訪企業"))


@pytest.mark.parametrize("query", ["投资 某市", "投资 2021", "投資 某市"])
def test_a_figure_is_found_by_what_was_counted_and_of_whom(opened: Open, query: str) -> None:
    page = opened(specimen())
    found = rows(page, query)
    at = found.index("数据")
    assert found[at + 1].startswith("# | =投资 997.9亿元 | 某市 · 2021年")
    page.tab.locator("#hits [role=option]", has_text="=投资").first.click()
    page.tab.wait_for_selector("#panel .here")
    assert "997.9億元" in page.tab.inner_text("#panel .here")
    assert rows(page, "投资 乙县") == ["没有找到“投资 乙县”"]


def test_filters_are_typed_as_words(opened: Open) -> None:
    page = opened(runs())
    names = [row.split(" | ")[0] for row in rows(page, "kind:人物")]
    assert names[:1] == ["张三丰"]
    assert [row.split(" | ")[0] for row in rows(page, "类型：规划")][:1] == ["某战略"]
    assert [row.split(" | ")[0] for row in rows(page, "place:丁3市 kind:活动")][:1] == ["除雪行动"]
    assert [row.split(" | ")[0] for row in rows(page, "year:1999 某")] == ["▽"]
    rows(page, "place:丁3市 kind:活动")
    page.tab.locator("#hits li").last.click()
    page.tab.wait_for_timeout(300)
    assert page.shown() == 1
    assert [chip.split("\n")[0] for chip in page.texts("#status .chip.on span")] == ["只看 活动", "地点 丁3市"]


def test_active_filters_stand_at_the_top_each_with_a_cross(opened: Open) -> None:
    page = opened(specimen(), "?hide=Place&sure=60&undated=no!")
    assert page.texts("#status .chip.on span") == ["不看 地点", "不含无日期", "最低可信度 60%"]
    page.tab.locator("#status .chip.on", has_text="地点").locator("button").click()
    page.tab.wait_for_timeout(300)
    assert page.tab.get_attribute("[data-switch=kind-1]", "aria-pressed") == "true"
    assert unquote(page.tab.evaluate("location.hash")) == "#?undated=no&sure=60!"
    page.tab.click("#clear-all")
    page.tab.wait_for_timeout(300)
    assert page.texts("#status .chip.on") == []
    assert page.shown() == len(specimen().entities)


def test_search_among_five_thousand_nodes(opened: Open) -> None:
    page = opened(synthetic(5000))
    assert rows(page, "教育")
    assert rows(page, "局长 2021")
