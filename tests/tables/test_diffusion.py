"""``diffusion``: a campaign over three levels and two waves, and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import UsageError
from kg.tables.diffusion import diffusion
from kg.tables.index import Index
from tests.tables import made

if TYPE_CHECKING:
    from kg.model import Graph
    from kg.model.table import Table

Tables = dict[str, "Table"]


def test_the_campaign_of_the_made_corpus(tables: Tables) -> None:
    rows = [row for row in tables["diffusion"].dicts() if row["theme"] == "解放思想大讨论"]
    columns = ("wave", "place", "first_date", "position", "days", "direction", "after")
    assert [tuple(row[column] for column in columns) for row in rows] == made.SPREAD


def test_a_theme_that_rises_from_below(tables: Tables) -> None:
    rows = [row for row in tables["diffusion"].dicts() if row["theme"] == "营商环境提升年"]
    columns = ("wave", "place", "first_date", "position", "days", "direction", "after")
    assert [tuple(row[column] for column in columns) for row in rows] == made.FROM_BELOW


def test_a_formula(corpus: Graph) -> None:
    rows = diffusion(Index(corpus), "晋位争先").dicts()
    assert [(row["place"], row["first_date"], row["articles"]) for row in rows] == made.WORD


def test_shares_and_last_dates(tables: Tables) -> None:
    rows = {(row["wave"], row["place"]): row for row in tables["diffusion"].dicts() if row["kind"] == "Campaign"}
    city = rows[2018, "赣州市"]
    assert (city["articles"], city["last_date"]) == (2, "2018-06-01")
    for row in rows.values():
        assert row["date_basis"] == "article"
        assert int(str(row["articles_of_place"])) > 0


def test_a_word(corpus: Graph) -> None:
    rows = diffusion(Index(corpus), "幹部作風").dicts()  # Traditional finds Simplified
    assert [(row["theme"], row["place"], row["first_date"], row["kind"]) for row in rows] == [
        ("幹部作風", "赣州市", "2018-06-01", "Phrase")
    ]
    assert rows[0]["sentence"] == "今年以来，赣州市深入开展赣州市解放思想大讨论，干部作风明显转变。"


@pytest.mark.parametrize("word", ["", "  "])
def test_no_word(corpus: Graph, word: str) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        diffusion(Index(corpus), word or " ")
