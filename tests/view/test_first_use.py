"""What hurt those who opened the page for the first time: each stands here as they met it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.export.page import page as page_of
from kg.model import Entity, Graph, Relation
from kg.vocab import Kind, Predicate
from tests.export.specimen import KNOWN, PERSON, specimen
from tests.view.synthetic import synthetic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.view.conftest import Opened

    Open = Callable[..., Opened]

PROVINCES = {
    "11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区", "21": "辽宁省", "22": "吉林省",
    "23": "黑龙江省", "31": "上海市", "32": "江苏省", "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省",
    "37": "山东省", "41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区", "46": "海南省",
    "50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省",
}  # fmt: skip


def country(each: int = 50) -> Graph:
    """Twenty-five provinces with counties of invented names; a large graph, as the overview folds it."""
    entities, relations = [], []
    for code, name in PROVINCES.items():
        top = f"place/{code}0000-{name}"
        entities.append(Entity(top, Kind.PLACE, name, (), ("Province",), f"{code}0000"))
        for number in range(each):
            one = f"place/{code}{number // 20 + 1:02}{number % 20 + 21:02}-甲{number}县"
            entities.append(Entity(one, Kind.PLACE, f"甲{number}县", (), ("County",), one[6:12]))
            relations.append(Relation(one, Predicate.WITHIN, top, KNOWN))
    return Graph(entities=tuple(sorted(entities)), relations=tuple(sorted(relations)))


def drawing(page: Opened) -> ElementTree.Element:
    """What is on the stage, as its SVG."""
    with page.tab.expect_download() as download:
        page.tab.evaluate("document.getElementById('saveSvg').click()")
    return ElementTree.fromstring(Path(download.value.path()).read_text("utf-8"))


def words(picture: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in picture.iter("{http://www.w3.org/2000/svg}text")]


def circles(picture: ElementTree.Element, colour: str) -> list[tuple[float, float, float]]:
    """Middle and radius of every round mark of a colour: a person is one."""
    paths = [path for path in picture.iter("{http://www.w3.org/2000/svg}path") if path.get("fill") == colour]
    marks = re.compile(r"M([-\d.]+) ([-\d.]+)A([-\d.]+) ")
    found = [tuple(map(float, three)) for path in paths for three in marks.findall(path.get("d", ""))]
    return [(x - r, y, r) for x, y, r in found]


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1440, 900), (1920, 1080)])
def test_an_article_scrolls_its_panel_and_nothing_else(
    opened: Open, seeds_graph: Graph, width: int, height: int
) -> None:
    page = opened(seeds_graph, "", width, height)
    for article in seeds_graph.articles:
        page.go(f"article={article.id}&char={len(article.document.text) - 60},{len(article.document.text) - 20}")
        assert page.tab.locator("#panel .here").is_visible()
        assert page.tab.locator("header.bar").bounding_box()["y"] == 0
    assert page.tab.evaluate("[document.documentElement, document.body].map((one) => one.scrollTop)") == [0, 0]


def test_a_tap_on_a_hit_presses_nothing_beneath_it(opened: Open) -> None:
    page = opened(synthetic(2500), "", 390, 844, has_touch=True)
    before = page.shown()
    page.tab.tap("#query")
    page.tab.fill("#query", page.texts("#panel .to > span:first-of-type")[0])
    hit, button = (page.tab.locator(one).first.bounding_box() for one in ("#hits [role=option]", "#show-all"))
    assert hit["y"] < button["y"] + button["height"], "the button lies beneath the list"
    page.tab.touchscreen.tap(button["x"] + button["width"] / 2, hit["y"] + hit["height"] / 2)
    page.tab.wait_for_selector("#panel:not(.home)")
    assert page.shown() < before + 200
    assert page.tab.locator("#show-all").count() == 1


def test_the_graph_fits_its_stage_again_when_that_grows(opened: Open) -> None:
    page = opened(specimen(), "", 950, 300)
    page.tab.set_viewport_size({"width": 1600, "height": 1000})
    page.tab.wait_for_timeout(200)
    marks = [words.get("x") for words in drawing(page).iter("{http://www.w3.org/2000/svg}text")]
    across = [float(x or 0) for x in marks]
    assert max(across) - min(across) > 350
    assert page.complaints == []


def test_a_camera_that_a_hand_has_moved_stays(opened: Open) -> None:
    page = opened(specimen(), "", 950, 600)
    box = page.tab.locator("#canvas").bounding_box()
    page.tab.mouse.move(box["x"] + 60, box["y"] + 300)
    for _ in range(12):
        page.tab.mouse.wheel(0, -200)
    page.tab.wait_for_timeout(250)
    near = set(words(drawing(page)))
    page.tab.set_viewport_size({"width": 960, "height": 610})
    page.tab.wait_for_timeout(250)
    after = set(words(drawing(page)))
    names = {entity.name for entity in specimen().entities}
    assert len(after & names) <= len(near & names) + 1 < 14


def test_a_graph_shown_below_the_fold_of_a_notebook_fits_when_it_comes_into_sight(browser: Any, tmp_path: Path) -> None:
    inner, outer = tmp_path / "graph.html", tmp_path / "cell.html"
    inner.write_bytes(page_of(specimen()))
    outer.write_text(f'<iframe src="{inner.as_uri()}" style="width:0;height:0;border:0"></iframe>', encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1300, "height": 800}, locale="zh-CN", reduced_motion="reduce")
    tab.goto(outer.as_uri())
    tab.frame_locator("iframe").locator("html[data-ready]").wait_for(state="attached", timeout=5000)
    tab.evaluate("Object.assign(document.querySelector('iframe').style, {width: '1200px', height: '700px'})")
    tab.wait_for_timeout(400)
    tab.frames[1].locator("#open-save").click()
    with tab.expect_download() as download:
        tab.frames[1].locator("#saveSvg").click()
    picture = ElementTree.fromstring(Path(download.value.path()).read_text("utf-8"))
    across = [float(words.get("x") or 0) for words in picture.iter("{http://www.w3.org/2000/svg}text")]
    tab.close()
    assert len(across) >= 12
    assert max(across) - min(across) > 250


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
def test_the_biggest_in_sight_have_their_names(opened: Open, width: int, height: int) -> None:
    told = " ".join(words(drawing(opened(country(), "", width, height))))
    missing = [name for name in PROVINCES.values() if name[:2] not in told]
    assert missing == []


def test_of_persons_alone_each_can_be_seen_and_hit(opened: Open) -> None:
    page = opened(synthetic(5000))
    page.tab.click("#show-all")
    page.tab.locator("[data-switch^=kind-]").first.wait_for()
    page.tab.locator("section:has(> .legend) h2 button", has_text="全不选").first.click()
    page.tab.click("[data-switch=kind-0]")
    page.tab.wait_for_timeout(500)
    look = page.tab.evaluate("document.querySelector('[data-switch=kind-0] .dot [fill]').getAttribute('fill')")
    persons = circles(drawing(page), look)
    assert len(persons) > 100
    assert min(r for _, _, r in persons) >= 2
    seen = sorted(
        persons, key=lambda one: min((one[0] - x) ** 2 + (one[1] - y) ** 2 for x, y, _ in persons if (x, y) != one[:2])
    )
    x, y, _ = seen[-1]
    box = page.tab.locator("#canvas").bounding_box()
    page.tab.mouse.click(box["x"] + x + 10, box["y"] + y)
    page.tab.wait_for_selector("#panel:not(.home)", timeout=2000)


def test_a_figure_without_a_period_is_given_none(opened: Open) -> None:
    rows = opened(specimen(), "place/991000-某市").texts("#panel section:has-text('数据') tbody tr")
    visits = next(row for row in rows if "走访企业" in row)
    assert "2021" not in visits  # the day on which it was told is not when it was
    assert any("=投资" in row and "2021年" in row for row in rows)


def test_a_hit_of_a_person_is_reached_with_a_finger(opened: Open) -> None:
    page = opened(specimen(), "", 390, 844, has_touch=True)
    look = page.tab.evaluate("document.querySelector('[data-switch=kind-0] .dot [fill]').getAttribute('fill')")
    x, y, r = circles(drawing(page), look)[0]
    box = page.tab.locator("#canvas").bounding_box()
    page.tab.touchscreen.tap(box["x"] + x + 4, box["y"] + y - max(r + 2, 14))
    page.heading("张三丰")
    assert page.tab.evaluate("decodeURIComponent(location.hash.slice(1))") == PERSON
