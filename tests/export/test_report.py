"""The report: what was read, found, skipped, for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.export.report import cell, counts, report
from kg.model import Graph, Skipped
from tests.export.specimen import specimen

CELLS = [
    ("one line", "甲\r\n乙\u2028丙", "甲  乙 丙"),
    ("no table", "甲|乙", "甲\\|乙"),
    ("no link", "[甲](javascript:x)", "\\[甲\\](javascript:x)"),
    ("no element", "<img src=x>&amp;", "&lt;img src=x&gt;&amp;amp;"),
    ("no control characters", "甲\x00\x1b[31m", "甲\\[31m"),
    ("numbers as they are", 12, "12"),
]


@pytest.mark.parametrize(("why", "value", "written"), CELLS, ids=[row[0] for row in CELLS])
def test_a_cell_holds_no_markup(why: str, value: object, written: str) -> None:
    assert cell(value) == written


def test_counts_are_of_distinct_things() -> None:
    found = counts(specimen())
    assert found["articles"] == 2
    assert found["skipped"] == 1
    assert found["relations"] == len({(r.subject, r.predicate, r.object) for r in specimen().relations})
    assert found["posts"] == 2


def test_it_tells_everything_that_was_read_found_left_open_and_skipped() -> None:
    told = report(specimen()).decode()
    for words in (
        "Read 2 articles, skipped 1",
        "| Person 人物 | 1 |",
        "| within 位于 | 2 | 2 | 2 |",
        "坏.txt",
        "Remove it",
    ):
        assert words in told
    assert "b c: no title, date, publisher, home in the text" in told


def test_every_row_of_a_table_has_the_cells_of_its_head() -> None:
    nasty = replace(specimen(), skipped=(Skipped("a|b\n# c", "x|y", "z"),))
    widths: set[int] = set()
    for line in [*report(nasty).decode().split("\n"), ""]:
        if line.startswith("|"):
            widths.add(line.replace("\\|", "").count("|"))
        else:
            assert len(widths) <= 1
            widths.clear()


def test_an_empty_graph_has_a_report() -> None:
    assert "Read 0 articles" in report(Graph()).decode()
