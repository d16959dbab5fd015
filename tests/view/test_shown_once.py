"""What stood twice, lay beneath something or was cut: each was seen on the page of a real graph."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from kg.export.view.articles import articles
from kg.model import Block, Document, Evidence, Graph, Masthead, Post, Relation, Role, Span
from kg.vocab import Predicate
from tests.export.specimen import CITY, COUNTY, ORGAN, PERSON, specimen
from tests.view.test_first_use import country, drawing
from tests.view.test_views import HEBEI, SICHUAN, spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.view.conftest import Opened

    Open = Callable[..., Opened]

SENTENCE = "甲县开展清河行动。"
LINES = ("首页", "打印", "甲县清河", SENTENCE, "雨停了。", SENTENCE)
ROLES = (Role.FURNITURE, Role.FURNITURE, Role.TITLE, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH)
TEXT = "\n".join(LINES)
SVG = "http://www.w3.org/2000/svg"


def spans() -> list[Span]:
    made, at = [], 0
    for line in LINES:
        made.append(Span(at, at + len(line)))
        at += len(line) + 1
    return made


def again() -> Graph:
    """An article with two lines of the web page before it, which says one sentence twice, and a post in each."""
    graph, places = specimen(), spans()
    blocks = tuple(Block(place, role) for place, role in zip(places, ROLES, strict=True))
    article = Document("twice", "twice.txt", TEXT, TEXT, blocks, (places[3], places[4], places[5]), Masthead())
    told = [Evidence("twice", places[number], "by-hand", 0.9) for number in (3, 5)]
    relations = [Relation(COUNTY, Predicate.COOPERATES_WITH, ORGAN, one) for one in told]
    posts = [Post(PERSON, "局长", ORGAN, "attested", one) for one in told] + [
        Post(PERSON, "县长", CITY, "attested", told[0])
    ]
    return replace(
        graph,
        articles=(*graph.articles, replace(graph.articles[1], document=article, mentions=())),
        relations=tuple(sorted([*graph.relations, *relations])),
        posts=tuple(sorted([*graph.posts, *posts])),
    )


def test_a_sentence_that_stands_twice_is_shown_once_with_both_places(opened: Open) -> None:
    page = opened(again(), COUNTY)
    fact = page.tab.locator("#panel .fact", has_text=SENTENCE)
    assert fact.locator(".said").count() == 1
    assert fact.locator(".more").count() == 0
    second = spans()[5]
    fact.locator(".said-also button", has_text=f"{second.start}–{second.end}").click()
    page.tab.wait_for_selector("#panel .here")
    assert f"char={second.start},{second.end}" in unquote(page.tab.evaluate("location.hash"))
    page.go(PERSON)
    page.heading("张三丰")
    posts = page.tab.locator("#panel section", has=page.tab.locator("h3", has_text="任职"))
    assert posts.locator(".said", has_text=SENTENCE).count() <= 1
    while posts.locator("div > .more").count():
        posts.locator("div > .more").first.click()
    assert posts.locator(".said", has_text=SENTENCE).count() == 1
    assert page.complaints == []


def test_a_search_lists_a_sentence_that_stands_twice_once(opened: Open) -> None:
    page = opened(again())
    assert [row for row in page.find("开展清河行动") if "清河" in row] == [SENTENCE]
    assert "文中 2 处" in page.tab.locator("#hits .why").last.inner_text()


def test_scraps_of_the_web_page_are_small_and_the_text_stays_to_the_letter(opened: Open) -> None:
    page = opened(again(), "article=twice&char=0,5")
    assert page.tab.locator("#panel .text").text_content() == TEXT
    assert page.tab.locator("#panel .scrap").all_text_contents() == ["首页\n打印"]
    assert page.tab.locator("#panel .scrap").bounding_box()["height"] < 30, "in one line"
    page.go("article=twice&char=1,8")
    page.tab.wait_for_timeout(100)
    assert page.tab.locator("#panel .text").text_content() == TEXT
    assert page.tab.locator("#panel .here").text_content() == TEXT[1:8]


def test_scraps_are_stretches_of_lines_of_the_web_page() -> None:
    assert articles(again(), {})[-1]["scraps"] == [[0, 5]]
    assert articles(specimen(), {})[0]["scraps"] == []


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_lies_over_what_a_set_shows(opened: Open, width: int, height: int) -> None:
    members = [SICHUAN, HEBEI, "place/230000-黑龙江省", "place/440000-广东省"]
    page = opened(country(), f"?set={'|'.join(members)}!set", width, height)
    page.heading("集合")
    page.tab.wait_for_timeout(200)
    area = page.tab.locator("#canvas").bounding_box()
    words = {text.text.split(" +")[0]: text for text in drawing(page).iter(f"{{{SVG}}}text") if text.text}
    for name in ("四川", "河北", "黑龙江", "广东"):
        at = [float(words[name].get(axis) or 0) + area[axis] for axis in ("x", "y")]
        assert page.tab.evaluate("([x, y]) => document.elementFromPoint(x, y)?.id", at) == "canvas", name


@pytest.mark.parametrize("width", [1440, 390])
def test_the_days_with_most_in_them_have_their_words_on_the_axis(opened: Open, width: int) -> None:
    page = opened(spread(), "?view=time!", width)
    rows = page.tab.locator("#time .years button").evaluate_all(
        "all => all.map(one => [Number(/\\((\\d+)\\)/.exec(one.ariaLabel)[1]), one.innerText])"
    )
    most = max(count for count, _ in rows)
    assert all(words for count, words in rows if count == most)
    boxes = [box.bounding_box() for box in page.tab.locator("#time .years button > span").all()]
    assert all(a["x"] + a["width"] <= b["x"] + 4 for a, b in pairwise(boxes))


def test_on_a_phone_hits_are_as_wide_as_the_screen(opened: Open) -> None:
    page = opened(specimen(), "", 390, 844)
    page.find("市")
    assert page.tab.locator("#hits").bounding_box()["width"] > 360
    assert page.tab.locator("#hits").bounding_box()["y"] >= 44
