"""``graph.show()``: the page in a notebook cell."""

from __future__ import annotations

import html
import sys

import pytest

from kg.api import Graph
from kg.errors import UsageError
from kg.export.page import page
from tests.export.specimen import specimen


def graph() -> Graph:
    made = specimen()
    return Graph(made.articles, made.entities, made.relations, made.posts, made.figures, made.quotes, made.moments)


def test_the_whole_page_stands_in_a_frame_of_that_height() -> None:
    pytest.importorskip("IPython", reason="IPython is not installed (pip install ipython)")
    shown = graph().show(height=400)
    assert type(shown).__name__ == "HTML"
    start = shown.data.index('srcdoc="') + len('srcdoc="')
    inside = html.unescape(shown.data[start : shown.data.index('"', start)])
    assert inside.encode() == page(graph())
    assert 'height="400"' in shown.data
    assert 'sandbox="allow-scripts allow-downloads"' in shown.data


def test_without_ipython_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "IPython"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "IPython", None)
    with pytest.raises(UsageError, match="pip install ipython"):
        graph().show()
