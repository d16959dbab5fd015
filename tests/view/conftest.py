"""The page of a graph in a tab."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from kg.export.page import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.model import Graph


@dataclass
class Opened:
    """A page in a tab, with what it asked for and what it complained of."""

    tab: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def texts(self, selector: str) -> list[str]:
        return list(self.tab.locator(selector).all_inner_texts())

    def go(self, hash_: str) -> None:
        self.tab.evaluate("(hash) => { location.hash = hash; }", hash_)
        self.tab.wait_for_timeout(120)

    def heading(self, words: str) -> None:
        """Waits until the panel is headed so."""
        self.tab.locator("#panel h2").filter(has_text=re.compile(f"^{re.escape(words)}$")).wait_for(timeout=3000)

    def find(self, query: str) -> list[str]:
        self.tab.fill("#query", query)
        return list(self.tab.locator("#hits .what").all_inner_texts())

    def shown(self) -> int:
        return int(self.tab.inner_text("#status .chip").split("/")[0].split()[1].replace(",", ""))


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a graph from disk: ``opened(graph, hash="", width=1440, height=900, **context)``."""
    contexts = []

    def one(graph: Graph, hash_: str = "", width: int = 1440, height: int = 900, **how: Any) -> Opened:
        path = tmp_path / "graph.html"
        path.write_bytes(page(graph))
        how = {"locale": "zh-CN", "reduced_motion": "reduce", "accept_downloads": True, **how}
        context = browser.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        made = Opened(context.new_page())
        made.tab.on("request", lambda request: made.requests.append(request.url))
        made.tab.on("console", lambda message: made.complaints.append(f"{message.type}: {message.text}"))
        made.tab.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.tab.goto(f"{path.as_uri()}#{hash_}")
        made.tab.wait_for_selector("html[data-ready]", state="attached", timeout=15000)
        made.tab.wait_for_timeout(100)
        return made

    yield one
    for context in contexts:
        context.close()
