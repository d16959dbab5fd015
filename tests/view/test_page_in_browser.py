"""What the page does in a real browser: asks nothing, shows the sentence, finds, filters, leads back."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from kg.export.notebook import frame
from kg.export.page import page as page_of
from kg.model import Moment
from tests.export.specimen import CAMPAIGN, EVENT, FAMILY, FIRST, PERSON, PROJECT, SECOND, because, specimen
from tests.view.hostile import PAYLOADS, hostile
from tests.view.synthetic import synthetic

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kg.model import Graph
    from tests.view.conftest import Opened

    Open = Callable[..., Opened]

CITY, ALL = "place/991000-某市", len(specimen().entities)


def here(page: Opened) -> str:
    return unquote(page.tab.evaluate("location.hash.slice(1)"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_asks_the_network_for_nothing_and_complains_of_nothing(opened: Open, scheme: str) -> None:
    page = opened(specimen(), color_scheme=scheme)
    page.go(CITY)
    page.tab.click("#toggle-table")
    page.tab.click("#toggle-language")
    assert [url for url in page.requests if not url.startswith("file:")] == []
    assert len(page.requests) == 1
    assert page.complaints == []


def test_words_of_an_article_never_run(opened: Open) -> None:
    page = opened(hostile())
    for number in range(len(PAYLOADS)):
        page.go(f"event/{number}")
    page.go("campaign/constructor")
    page.go("article=%3Cb%3Eid%3C%2Fb%3E&char=0,20")
    assert PAYLOADS[2] in page.tab.inner_text("#panel .text")
    page.find("script")
    page.tab.click("#open-save")
    with page.tab.expect_download() as download:
        page.tab.click("#saveSvg")
    drawing = Path(download.value.path()).read_text("utf-8")
    ElementTree.fromstring(drawing)
    assert "<script" not in drawing
    assert page.tab.evaluate("window.hacked") is None
    assert page.tab.evaluate("document.scripts.length") == 1
    assert page.tab.evaluate("document.images.length") == 0
    assert len(page.requests) == 1
    assert page.complaints == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("某市", "某市"),
        ("比学赶超", "“比学赶超”大讨论"),
        ("比學趕超", "“比学赶超”大讨论"),
        ("zsf", "张三丰"),
        ("zhangsanfeng", "张三丰"),
        ("zhangsf", "张三丰"),
        ("張三豐", "张三丰"),
        ("市委", "中共某市委员会"),
        ("991021", "𠮷县"),
        ("SCRIPT", "<script>公司&"),
    ],
)
def test_search_finds(opened: Open, query: str, name: str) -> None:
    assert opened(specimen()).find(query)[0] == name


def test_search_says_when_there_is_nothing(opened: Open) -> None:
    page = opened(specimen())
    page.tab.fill("#query", "没有此人")
    assert page.texts("#hits li") == ["没有找到“没有此人”"]


def test_keyboard_alone_leads_to_the_evidence(opened: Open) -> None:
    page = opened(specimen())
    press = page.tab.keyboard.press
    press("/")
    page.tab.keyboard.type("zsf")
    press("Enter")
    assert here(page) == PERSON
    assert page.tab.evaluate("document.activeElement.id") == "panel"
    page.tab.wait_for_selector("#panel h2:text-is('张三丰')")  # drawn after the address has changed
    for _ in range(12):
        press("Tab")
        if page.tab.evaluate("document.activeElement.className") == "said":
            break
    press("Enter")
    assert here(page).startswith("article=001&char=")
    press("Escape")
    assert here(page) == ""
    page.tab.focus("#canvas")
    press("Enter")
    first = here(page)
    assert first
    reached = set()
    for arrow in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        press(arrow)
        page.tab.wait_for_timeout(50)
        reached.add(here(page))
    assert reached - {"", first}


def test_panel_shows_the_sentence_that_tells_the_fact(opened: Open) -> None:
    page = opened(specimen(), PERSON)
    said = page.tab.locator("#panel .said").first
    assert "某市市委書記張三豐在大會上說" in said.inner_text()
    assert said.locator("mark").all_inner_texts() == ["市委", "張三豐"]
    assert "某市：“比学赶超”" in said.inner_text()
    assert "2021年11月9日" in said.inner_text()
    assert "97%" in said.inner_text()
    posts = page.texts("#panel section:has-text('任职') tbody tr")
    assert any("市委书记" in row and "见报" in row for row in posts)
    assert any("市长" in row and "曾任" in row and "2016-05–2018" in row for row in posts)


def test_sentence_opens_the_article_and_a_mention_leads_back(opened: Open) -> None:
    page = opened(specimen(), "campaign/991000-2021-比学赶超大讨论")
    page.tab.locator("#panel .said").first.click()
    article = specimen().articles[0]
    assert page.tab.locator("#panel .text").text_content() == article.document.text
    assert page.tab.locator("#panel .here").text_content() == article.surface(SECOND)
    assert page.tab.locator("#panel .text .in").count() == len(article.mentions)
    page.tab.locator("#panel .text .in", has_text="𠮷縣").click()
    page.heading("𠮷县")
    assert here(page) == "place/991021-𠮷县"


def test_back_button_and_permalink(opened: Open) -> None:
    page = opened(specimen(), CITY)
    assert page.tab.inner_text("#panel h2") == "某市"
    page.go(PERSON)
    assert page.tab.inner_text("#panel h2") == "张三丰"
    page.tab.go_back()
    page.tab.wait_for_timeout(100)
    assert page.tab.inner_text("#panel h2") == "某市"
    page.go("person/nobody")
    assert page.tab.inner_text("#panel h2") == "图谱概览"


def test_figures_of_a_place_are_a_table(opened: Open) -> None:
    rows = opened(specimen(), CITY).texts("#panel section:has-text('数据') tbody tr")
    assert any("=投资" in row and "997.9亿元" in row and "2021" in row for row in rows)
    assert any("走访企业" in row and "同比" in row and "超8,704户次" in row for row in rows)


def test_figures_of_an_article_name_whose_they_are(opened: Open) -> None:
    rows = opened(specimen(), "article=001").texts("#panel section:has-text('数据') tbody tr")
    assert len(rows) == len(specimen().figures)
    assert all("某市" in row for row in rows)


def test_files_that_could_not_be_read_are_told(opened: Open) -> None:
    assert "坏.txt: the file is empty. Remove it." in opened(specimen()).tab.inner_text("#panel")


def test_timeline_of_a_campaign_and_its_family(opened: Open) -> None:
    page = opened(specimen(), FAMILY)
    assert page.texts("#panel .line time") == ["2021年11月9日"]


def dated() -> Graph:
    """The specimen with times of its own for its campaign, the meeting that is part of it, and a project."""
    told, rows = because(SECOND, "time-began", 0.8), []
    rows.append(Moment(CAMPAIGN, "began", "2021-10", "2021年10月", told))
    rows.append(Moment(CAMPAIGN, "began", "2021-10-08", "大讨论", told))
    rows.append(Moment(EVENT, "at", "2021-11-01/2021-11-02", "11月1日至2日", because(FIRST, "time-at", 0.85)))
    rows.append(Moment(PROJECT, "ended", "", "去年<i>", told))
    return replace(specimen(), moments=tuple(sorted(rows)))


def test_a_campaign_tells_when_it_began_and_what_happened_in_it(opened: Open) -> None:
    page = opened(dated(), CAMPAIGN)
    assert page.tab.inner_text("#panel .when") == "开始 2021年10月8日"
    line = page.tab.locator("#panel .line > li")
    times = ["2021年10月", "2021年10月8日", "2021年11月1日至2日"]
    assert page.texts("#panel .line time") == times  # nothing else is told of it than the sentences shown already
    assert page.texts("#panel .line .to > span:first-of-type") == ["某市大会"]
    assert line.nth(1).locator("mark").all_inner_texts() == ["“比學趕超”大討論"]
    assert page.texts("#panel .line .tag") == ["开始", "开始", "举行"]
    page.tab.click("#toggle-language")
    assert page.texts("#panel .line time")[2] == "2021-11-01 – 2021-11-02"
    page.go(EVENT)
    page.heading("某市大会")
    assert "2021-11-01" in page.tab.inner_text("#panel .when")


def test_a_project_tells_the_words_where_no_day_is_known(opened: Open) -> None:
    page = opened(dated(), PROJECT)
    assert page.tab.inner_text("#panel .when") == "建成 “去年<i>”"


def test_the_slider_knows_the_days_on_which_things_were(opened: Open) -> None:
    page = opened(dated())
    assert page.tab.get_attribute("#by-until", "max") == "4"  # October, the 8th, two days of a meeting, the article
    page.tab.uncheck("#by-undated")
    page.tab.fill("#by-until", "1")
    page.tab.wait_for_timeout(300)
    assert page.shown() == 7  # the campaign that began then, and what is joined to it
    assert here(page) == "?until=2021-10-08&undated=no!"


def test_the_address_keeps_the_filters(opened: Open) -> None:
    page = opened(specimen())
    page.tab.click("[data-switch=kind-1]")
    page.tab.fill("#by-sure", "60")
    page.tab.wait_for_timeout(350)
    page.find("zsf")
    page.tab.keyboard.press("Enter")
    page.heading("张三丰")
    assert here(page) == f"?hide=Place&sure=60!{PERSON}"
    seen = page.shown()
    again = opened(specimen(), here(page))
    assert again.tab.inner_text("#panel h2") == "张三丰"
    assert again.shown() == seen
    assert again.tab.input_value("#by-sure") == "60"
    assert again.tab.get_attribute("[data-switch=kind-1]", "aria-pressed") == "false"
    again.tab.keyboard.press("Escape")
    again.heading("图谱概览")
    assert here(again) == "?hide=Place&sure=60!"
    again.tab.click("#reset")
    again.tab.wait_for_timeout(350)
    assert here(again) == ""
    assert again.shown() == ALL
    page.tab.go_back()
    page.tab.wait_for_timeout(150)
    assert page.shown() == seen
    assert page.complaints == []


@pytest.mark.parametrize(
    ("languages", "lang"),
    [(["zh-TW", "en"], "zh-Hans"), (["en-US", "zh-CN"], "en"), (["de", "zh-CN"], "zh-Hans"), (["fr"], "en")],
)
def test_the_first_language_of_the_browser_that_the_page_speaks(
    browser: Any, tmp_path: Path, languages: list[str], lang: str
) -> None:
    path = tmp_path / "graph.html"
    path.write_bytes(page_of(specimen()))
    tab = browser.new_page()
    tab.add_init_script(f"Object.defineProperty(navigator, 'languages', {{ get: () => {languages} }})")
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert tab.evaluate("document.documentElement.lang") == lang
    tab.close()


def test_legend_and_filters_hide(opened: Open) -> None:
    page = opened(specimen())
    assert page.shown() == ALL
    page.tab.click("[data-switch=kind-1]")
    assert page.shown() == ALL - 3
    page.tab.click("#reset")
    assert page.shown() == ALL
    page.tab.select_option("#by-article", "1")
    assert page.shown() == 1
    page.tab.click("#reset")
    page.tab.fill("#by-sure", "95")
    assert page.shown() == 7  # the post of 0.97, what the gazetteer knows, a campaign in its family
    page.tab.click("#reset")
    page.tab.uncheck("#by-undated")
    assert page.shown() == ALL - 2  # the province is known from the gazetteer alone, a decision from a citation
    page.tab.click("#reset")
    page.tab.click(".side details summary:has-text('关系')")
    page.tab.locator(".side details h2 button", has_text="全不选").click()
    assert page.texts("#status .chip")[0] == "当前筛选下没有内容。"


def test_time_slider(opened: Open) -> None:
    page = opened(synthetic(400))
    every = page.shown()
    page.tab.fill("#by-from", "4")
    later = page.shown()
    assert 0 < later < every
    page.tab.click("#toggle-table")
    assert page.tab.locator("#table tbody tr").count() == min(200, later)


def test_path_between_two(opened: Open) -> None:
    page = opened(specimen(), "organization/某报")
    page.tab.locator("#panel button", has_text="找路径").click()
    page.tab.fill("#path-to", "某战略")
    page.tab.keyboard.press("Enter")
    page.tab.wait_for_timeout(150)
    assert "3 步" in page.tab.inner_text("#panel")
    assert (
        page.texts("#panel .stop") == ["中共某市委员会\n组织", "某市\n地点", "某战略\n规划与机制"]
        or len(page.texts("#panel .stop")) == 3
    )


def test_table_sorts(opened: Open) -> None:
    page = opened(specimen())
    page.tab.keyboard.press("t")
    assert page.tab.locator("#table tbody tr").count() == ALL
    page.tab.click("[data-column=name]")
    assert page.tab.get_attribute("#table th:first-child", "aria-sort") == "ascending"
    page.tab.click("[data-column=name]")
    assert page.tab.get_attribute("#table th:first-child", "aria-sort") == "descending"
    page.tab.locator("#table .to", has_text="张三丰").click()
    assert here(page) == f"?view=table!{PERSON}"


def test_what_is_seen_is_saved(opened: Open, tmp_path: Path) -> None:
    page = opened(specimen())
    page.tab.click("[data-switch=kind-1]")
    saved = {}
    for button in ("savePng", "saveSvg", "saveJson", "saveCsv"):
        page.tab.click("#open-save")
        with page.tab.expect_download() as download:
            page.tab.click(f"#{button}")
        saved[button] = Path(download.value.path()).read_bytes()
    assert saved["savePng"].startswith(b"\x89PNG")
    assert "张三丰" in saved["saveSvg"].decode()
    ElementTree.fromstring(saved["saveSvg"])
    data = json.loads(saved["saveJson"])
    assert len(data["nodes"]) == ALL - 3
    assert {"张三丰", "某报"} <= {node["label"] for node in data["nodes"]}
    evidence = [why for edge in data["edges"] for why in edge["evidence"]]
    text = specimen().articles[0].document.text
    assert evidence
    assert all(text[why["begin"] : why["end"]] == why["text"] for why in evidence)
    assert saved["saveCsv"].decode("utf-8-sig").startswith('"subject"')
    assert page.complaints == []


def test_language_and_theme(opened: Open) -> None:
    page = opened(specimen(), locale="en-GB")
    assert page.tab.evaluate("document.documentElement.lang") == "en"
    assert "Person" in page.texts(".legend span")
    page.tab.click("#toggle-language")
    assert "人物" in page.texts(".legend span")
    before = page.tab.evaluate("getComputedStyle(document.body).backgroundColor")
    page.tab.click("#toggle-theme")
    assert page.tab.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_a_large_graph_opens_on_an_overview_and_unfolds(opened: Open) -> None:
    page = opened(synthetic(2500))
    first = page.shown()
    assert first <= 150
    name = page.texts("#panel .to > span:first-of-type")[0]
    page.tab.locator("#panel .to", has_text=name).first.click()
    page.heading(name)
    near = page.shown()
    assert near > first
    page.tab.locator("#panel .acts button", has_text="展开").click()
    page.tab.keyboard.press("Escape")
    page.heading("图谱概览")
    assert page.shown() == near
    page.tab.click("#show-all")
    alone = int(page.tab.inner_text("#open-alone").split()[1])
    assert page.shown() + alone == 2500
    page.tab.click("#show-overview")
    assert page.shown() <= 150


def test_small_screen(opened: Open) -> None:
    page = opened(specimen(), PERSON, width=390, height=844, has_touch=True)
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.tab.locator("#panel h2").is_visible()
    assert not page.tab.locator("#side").is_visible()
    page.tab.click("#open-side")
    assert page.tab.locator("#side").is_visible()


@pytest.mark.parametrize(
    "state", ["", CITY, PERSON, "article=001", f"path={PERSON}&to={CITY}", "table", "english", "dark", "phone"]
)
def test_axe_finds_no_serious_fault(opened: Open, state: str) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed (pip install axe-core-python)")
    small = {"width": 390, "height": 844} if state == "phone" else {}
    scheme = {"color_scheme": "dark"} if state == "dark" else {}
    hash_ = {"phone": PERSON, "dark": CITY}.get(state, state if "/" in state or "=" in state else "")
    page = opened(specimen(), hash_, **small, **scheme)
    if state in {"table", "english"}:
        page.tab.click(f"#toggle-{'table' if state == 'table' else 'language'}")
    page.tab.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.tab.evaluate("axe.run()")["violations"]
    told = [
        f"{v['id']}: {node['html'][:160]}"
        for v in found
        if v["impact"] in {"serious", "critical"}
        for node in v["nodes"]
    ]
    assert told == []


def test_a_line_between_two_shows_its_facts(opened: Open) -> None:
    page = opened(specimen(), "between=place%2F991021-%F0%A0%AE%B7%E5%8E%BF&and=place%2F991000-%E6%9F%90%E5%B8%82")
    page.heading("𠮷县 — 某市")
    assert page.tab.locator("#panel .fact").count() == 1
    assert "走訪企業8704戶次" in page.tab.inner_text("#panel .said >> nth=0")
    assert page.tab.locator("#panel .said").count() == 1, "two rules read one sentence: it stands once"
    assert "规则：by-hand、another-rule" in page.tab.inner_text("#panel .fact")
    assert "行政区划资料" in page.tab.inner_text("#panel .fact")
    page.tab.click("#toggle-language")
    assert "1 relation" in page.texts("#panel .kindline")


def test_a_click_on_a_line_or_node_opens_it(opened: Open) -> None:
    page = opened(specimen())
    page.go(CITY)
    page.tab.wait_for_timeout(600)
    box = page.tab.locator("#canvas").bounding_box()
    page.tab.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    page.heading("图谱概览")
    page.go(CITY)
    page.heading("某市")
    page.tab.keyboard.press("f")
    page.tab.wait_for_timeout(300)
    assert 1 < page.shown() < ALL
    page.tab.keyboard.press("f")
    page.tab.wait_for_timeout(300)
    assert page.shown() == ALL


def test_focus_is_not_lost_when_the_panel_changes(opened: Open) -> None:
    page = opened(specimen(), CITY)
    page.tab.locator("#panel .to").first.focus()
    page.tab.keyboard.press("Enter")
    page.tab.wait_for_timeout(150)
    assert page.tab.evaluate("document.activeElement.id") == "panel"


def test_in_a_notebook_frame_it_works_shut_off(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{frame(page_of(specimen()))}", encoding="utf-8")
    tab = browser.new_page(locale="zh-CN")
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(path.as_uri())
    inner = tab.frame_locator("iframe")
    inner.locator("#query").fill("zsf")
    inner.locator("#query").press("Enter")
    inner.locator("#panel h2", has_text="张三丰").wait_for(timeout=5000)
    tab.close()
    assert complaints == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_at_three_sizes(opened: Open, tmp_path: Path, width: int, height: int, scheme: str) -> None:
    """Set KG_SCREENSHOTS to a folder to keep them and look at them."""
    page = opened(synthetic(300), "", width, height, color_scheme=scheme)
    folder = Path(os.environ.get("KG_SCREENSHOTS", tmp_path))
    picture = page.tab.screenshot(path=str(folder / f"page-{width}-{scheme}.png"))
    assert len(picture) > 20_000  # a blank stage is smaller
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
