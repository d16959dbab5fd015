"""Two side by side, sets, notes, steps along one relation, what lines say, which figures come first."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from kg.model import Figure, Graph, Mention
from kg.vocab import Kind
from tests.export.specimen import COUNTY, FAMILY, ORGAN, PERSON, SECOND, because, span, specimen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.view.conftest import Opened

    Open = Callable[..., Opened]

CITY = "place/991000-某市"


def here(page: Opened) -> str:
    return unquote(unquote(page.tab.evaluate("location.hash.slice(1)")))


def section(page: Opened, title: str) -> str:
    return page.tab.locator("#panel section", has=page.tab.locator("h3", has_text=title)).first.inner_text()


def test_two_places_side_by_side_show_what_they_share(opened: Open, seeds_graph: Graph) -> None:
    page = opened(seeds_graph, "place/220103-宽城区")
    page.tab.locator("#panel .acts button", has_text="比较").click()
    page.tab.fill("#path-to", "古塔区")
    page.tab.keyboard.press("Enter")
    page.heading("比较")
    assert here(page) == "compare=place/220103-宽城区&with=place/210702-古塔区"
    rows = page.texts("#panel .sides tr")
    assert any("地点" in row and "长春市" in row and "锦州市" in row for row in rows)
    near = section(page, "名称相近")
    assert "解放思想" in near
    page.tab.locator("#panel .pair .to").first.click()
    page.tab.wait_for_timeout(150)
    assert here(page).startswith("campaign/")


def test_what_both_are_joined_to_stands_with_a_sentence_of_each(opened: Open) -> None:
    page = opened(specimen(), f"compare={CITY}&with={COUNTY}")
    shared = section(page, "共有")
    assert "“比学赶超”大讨论" in shared
    assert "<script>公司&" in shared
    assert "比學趕超" in shared


def test_figures_of_both_stand_in_one_row(opened: Open) -> None:
    graph = specimen()
    more = Figure("=投资", 5e8, "元", "exact", "", COUNTY, because(SECOND), "2021")
    page = opened(replace(graph, figures=tuple(sorted([*graph.figures, more]))), f"compare={CITY}&with={COUNTY}")
    row = next(row for row in page.texts("#panel .sides tr") if row.startswith("=投资"))
    assert "997.9亿元" in row
    assert "5亿元" in row


def test_a_set_is_kept_in_the_address_and_can_be_looked_at_alone(opened: Open) -> None:
    page = opened(specimen())
    for key, name in ((PERSON, "张三丰"), (ORGAN, "中共某市委员会"), (FAMILY, "大讨论")):
        page.go(f"{here(page).split('!')[0]}!{key}" if "!" in here(page) else key)
        page.heading(name)
        page.tab.click("#turn-set")
    assert page.tab.get_attribute("#turn-set", "aria-pressed") == "true"
    assert here(page) == f"?set={PERSON}|{ORGAN}|{FAMILY}!{FAMILY}"
    page.tab.click("#open-set")
    page.heading("集合")
    assert page.tab.locator("#panel .member").count() == 3
    assert "市委书记" in section(page, "彼此的关系")
    again = opened(specimen(), page.tab.evaluate("location.hash.slice(1)"))
    again.tab.locator("#panel .acts button", has_text="只看这些").click()
    again.tab.wait_for_timeout(200)
    assert again.shown() == 3
    again.tab.locator("#panel .member button[aria-label^=移出]").first.click()
    again.tab.wait_for_timeout(200)
    assert again.tab.locator("#panel .member").count() == 2
    again.tab.locator("#panel .acts button", has_text="清空").click()
    again.tab.wait_for_timeout(200)
    assert here(again) == ""
    assert again.complaints == []


def test_notes_stay_in_the_browser_and_go_to_a_file_and_back(opened: Open, tmp_path: Path) -> None:
    page = opened(specimen(), PERSON)
    page.tab.click("#panel .own-note summary")
    page.tab.fill("#panel .own-note textarea", "再查 <b>任期</b>")
    page.go(CITY)
    page.go(PERSON)
    assert page.tab.input_value("#panel .own-note textarea") == "再查 <b>任期</b>"
    page.tab.click("#open-save")
    with page.tab.expect_download() as download:
        page.tab.click("#saveNotes")
    saved = tmp_path / "notes.json"
    saved.write_bytes(Path(download.value.path()).read_bytes())
    assert json.loads(saved.read_text("utf-8")) == {PERSON: "再查 <b>任期</b>"}
    page.tab.reload()
    page.tab.wait_for_selector("html[data-ready]", state="attached")
    assert page.tab.input_value("#panel .own-note textarea") == "再查 <b>任期</b>"
    other = opened(specimen(), PERSON)
    assert other.tab.input_value("#panel .own-note textarea") == ""
    other.tab.click("#open-save")
    with other.tab.expect_file_chooser() as chooser:
        other.tab.click("#openNotes")
    chooser.value.set_files(saved)
    other.tab.wait_for_timeout(200)
    assert other.tab.input_value("#panel .own-note textarea") == "再查 <b>任期</b>"
    assert other.tab.locator("#panel b", has_text="任期").count() == 0


def test_a_file_that_is_no_notes_changes_nothing(opened: Open, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[1, 2", encoding="utf-8")
    page = opened(specimen(), PERSON)
    page.tab.click("#open-save")
    with page.tab.expect_file_chooser() as chooser:
        page.tab.click("#openNotes")
    chooser.value.set_files(wrong)
    page.tab.wait_for_timeout(200)
    assert page.tab.inner_text("#live") == "这不是笔记文件"
    assert page.complaints == []


def test_one_relation_is_unfolded_alone(opened: Open) -> None:
    page = opened(specimen(), PERSON)
    page.tab.locator("#panel .acts button", has_text="只看相邻").click()
    page.go(ORGAN)
    page.heading("中共某市委员会")
    before = page.shown()
    issued = page.tab.locator("#panel section", has=page.tab.locator("h3", has_text="发布"))
    issued.locator(".step-out").click()
    page.tab.wait_for_timeout(200)
    assert page.shown() == before + 1
    assert issued.locator(".step-out").count() == 0
    assert page.tab.locator("#panel .step-out").count() > 0


def test_the_neighbours_are_brought_into_sight(opened: Open) -> None:
    page = opened(specimen(), CITY)
    page.tab.locator("#panel .acts button", has_text="相邻入镜").click()
    page.tab.wait_for_timeout(200)
    assert page.complaints == []
    assert page.shown() == len(specimen().entities)


def told() -> Graph:
    """The specimen where the sentence of the county names the city too."""
    graph = specimen()
    first, *rest = graph.articles
    more = Mention(span("某市", "上說"), Kind.PLACE, "某市", "gazetteer", 0.9, CITY)
    return replace(graph, articles=(replace(first, mentions=tuple(sorted([*first.mentions, more]))), *rest))


def test_a_relation_that_its_sentence_does_not_name_is_marked(opened: Open) -> None:
    link = f"between={COUNTY}&and={CITY}"
    assert "据上下文" in opened(specimen(), link).tab.inner_text("#panel .said >> nth=0")
    assert "据上下文" not in opened(told(), link).tab.inner_text("#panel .said >> nth=0")
    assert "规则：by-hand" in opened(told(), link).tab.inner_text("#panel .said >> nth=0")


def test_a_line_tells_its_relation_and_sentence_when_the_pointer_rests_on_it(opened: Open) -> None:
    page = opened(specimen())
    box = page.tab.locator("#canvas").bounding_box()
    seen = ""
    for x in range(int(box["width"] * 0.2), int(box["width"] * 0.8), 7):
        page.tab.mouse.move(box["x"] + x, box["y"] + box["height"] / 2)
        tip = page.tab.locator("#tip")
        if tip.is_visible() and tip.locator(".relation").count():
            seen = tip.inner_text()
            break
    assert seen, "no line was met"
    assert len(seen.split("\n")) > 1 or "行政区划" in seen


def test_few_lines_have_their_words(opened: Open) -> None:
    page = opened(specimen())
    page.tab.evaluate("document.getElementById('saveSvg').closest('ul').hidden = false")
    with page.tab.expect_download() as download:
        page.tab.evaluate("document.getElementById('saveSvg').click()")
    drawing = Path(download.value.path()).read_text("utf-8")
    assert "合作" in drawing or "任职" in drawing or "开展于" in drawing


def test_the_command_that_explains_an_entity_can_be_copied(opened: Open) -> None:
    page = opened(specimen(), "campaign/991000-2021-比学赶超大讨论")
    assert page.tab.inner_text("#panel .command code") == "kg explain output 'campaign/991000-2021-比学赶超大讨论'"
    page.tab.click("#panel .command button")
    assert page.tab.evaluate("getSelection().toString()").startswith("kg explain output")


def test_in_english_names_are_latin_with_the_characters_beside(opened: Open, seeds_graph: Graph) -> None:
    page = opened(seeds_graph, "place/141000-临汾市", locale="en-GB")
    assert page.tab.inner_text("#panel h2") == "Linfen City 临汾市"
    page.tab.fill("#query", "linfen")
    assert page.texts("#hits .what")[0] == "Linfen City 临汾市"
    page.tab.keyboard.press("Escape")
    beside = page.texts("#panel .to")
    assert any(row.startswith("Yaodu District") and "尧都区" in row for row in beside)
    page.tab.click("#toggle-language")
    page.heading("临汾市")


def test_a_sentence_has_the_command_that_traces_how_it_was_read(opened: Open) -> None:
    page = opened(specimen(), "article=001&char=7,30")
    assert page.tab.inner_text("#trace code") == "kg trace '001_某报.txt' --at 7"
    page.go("article=001")
    page.tab.wait_for_timeout(100)
    assert page.tab.locator("#trace").count() == 0


@pytest.mark.parametrize("state", [f"compare={CITY}&with={COUNTY}", PERSON, f"?view=map!{CITY}"])
def test_on_a_phone_the_panel_lies_over_the_lower_half_and_the_drawer_at_the_left(opened: Open, state: str) -> None:
    page = opened(specimen(), state, 390, 844, has_touch=True)
    panel = page.tab.locator("#panel").bounding_box()
    assert 300 < panel["y"] < 500
    assert panel["y"] + panel["height"] <= 844 + 1
    views = page.tab.locator("#views").bounding_box()
    assert views["y"] + views["height"] <= panel["y"]
    page.tab.click("#open-side")
    page.tab.wait_for_timeout(300)
    assert page.tab.locator("#side").bounding_box()["x"] == 0


def test_headline_figures_come_first_and_each_indicator_is_named_once(opened: Open) -> None:
    graph, why = specimen(), because(SECOND)
    more = [
        Figure("地区生产总值", 2e11, "元", "exact", "", CITY, why, "2021"),
        Figure("地区生产总值", 5.1, "%", "exact", "yoy", CITY, why, "2021"),
        Figure("GDP目标", 6.0, "%", "exact", "", CITY, why, "2022", "target"),
        Figure("阿猫数量", 3.0, "只", "exact", "", CITY, why),
    ]
    page = opened(replace(graph, figures=tuple(sorted([*graph.figures, *more]))), CITY)
    rows = page.texts("#panel section:has-text('数据') tbody tr")
    assert [row.split("\t")[0] for row in rows[:3]] == ["地区生产总值", "〃", "GDP目标"]
    assert rows.index(next(row for row in rows if "阿猫" in row)) > 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    "state", [f"compare={CITY}&with={COUNTY}", f"?set={PERSON}|{CITY}!set", f"?set={PERSON}!{CITY}", f"runs={CITY}"]
)
def test_axe_finds_no_serious_fault_in_them(opened: Open, state: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed (pip install axe-core-python)")
    page = opened(specimen(), state, width, 844, color_scheme=scheme)
    page.tab.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.tab.evaluate("axe.run()")["violations"]
    serious = [v for v in found if v["impact"] in {"serious", "critical"}]
    assert [f"{v['id']}: {node['html'][:160]}" for v in serious for node in v["nodes"]] == []
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
