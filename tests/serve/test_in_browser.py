"""The query page in a real browser: a question is picked, asked, shown; nothing comes from elsewhere."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from kg.export.page import page as page_of
from tests.export.specimen import PERSON, specimen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.serve.pool import Pool


@pytest.fixture(scope="module")
def address(pool: Pool, specimen_turtle: Path) -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn")
    from kg.commands.serve import listening
    from kg.serve.app import application

    door = listening("127.0.0.1", 0)
    config = uvicorn.Config(application(pool, specimen_turtle.parent), log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{door.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)
    door.close()


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Any]:
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}query")
    yield page
    page.close()
    assert all(url.startswith(address) for url in asked), "the page asks its own server alone"
    assert [words for words in complaints if "400" not in words and "favicon" not in words] == []


def test_a_question_from_the_list(tab: Any) -> None:
    tab.select_option("#pick", "posts")
    tab.fill("#param-person", "张三丰")
    assert 'VALUES ?person { "张三丰" }' in tab.input_value("#query")
    tab.click("button")
    tab.wait_for_selector("table")
    assert "市委书记" in tab.inner_text("#results")
    assert "rows" in tab.inner_text("#status")
    assert "format=csv&query=" in tab.get_attribute("#csv", "href")


def test_hostile_values_and_names_are_text(tab: Any) -> None:
    tab.select_option("#pick", "posts")
    tab.fill("#param-person", '" } } #\\<script>')
    tab.click("button")
    tab.locator("#status", has_text="0 ").wait_for()
    tab.fill("#query", "SELECT ?x ?n { ?x a zt:Company ; rdfs:label ?n }")
    tab.press("#query", "Control+Enter")
    tab.wait_for_selector("table td")
    assert "<script>公司&" in tab.inner_text("#results")
    tab.click("#results a")
    tab.wait_for_selector("h1")
    assert tab.inner_text("h1") == "<script>公司&"


def test_an_error_says_where(tab: Any) -> None:
    tab.fill("#query", "SELECT * {\n ?s ?p }")
    tab.click("button")
    tab.locator("#error", has_text="line 2").wait_for()


def test_the_view_and_the_page_of_a_node_lead_to_each_other(browser: Any, address: str, specimen_turtle: Path) -> None:
    (specimen_turtle.parent / "graph.html").write_bytes(page_of(specimen()))
    tab = browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
    tab.goto(f"{address}#{PERSON}")
    tab.wait_for_selector("html[data-ready]", state="attached", timeout=10000)
    tab.click("#node-page")
    tab.wait_for_selector("h1:has-text('张三丰')", timeout=10000)
    tab.locator("footer a").first.click()
    tab.wait_for_selector("#panel .here", timeout=10000)
    assert "市委書記張三豐" in tab.inner_text("#panel .here")
    tab.go_back()
    tab.click("text=图中 in the view")
    tab.locator("#panel h2", has_text="张三丰").wait_for(timeout=10000)
    tab.close()
