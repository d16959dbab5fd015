"""``careers`` and the panels: the made corpus to the last cell, and what spells do where texts disagree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kg.model import Article, Document, Entity, Evidence, Graph, Masthead, Post, Span
from kg.tables.index import Index
from kg.tables.months import bounds, month
from kg.tables.panel import known
from kg.tables.seats import seat
from kg.tables.spells import spells
from kg.vocab import Kind
from tests.tables import made

if TYPE_CHECKING:
    from kg.model.table import Table

Tables = dict[str, "Table"]


def test_every_spell_of_the_made_corpus_and_no_other(tables: Tables) -> None:
    rows = tables["careers"].dicts()
    told = {
        (row["person"], row["post"], row["body"], row["begin_date"], row["end_date"], "former")
        for row in rows
        if row["end_date"] and "former" in str(row["status"])
    }
    assert told == set(made.SPELLS)
    attested = {
        (row["person"], row["person_key"], row["post"], row["body"], row["first_attested"], row["last_attested"])
        for row in rows
        if not row["end_date"]
    }
    assert attested == set(made.ATTESTED)
    seen = {
        (row["person"], row["post"]): row["last_attested"] for row in rows if row["end_date"] and row["last_attested"]
    }
    assert seen == {("温如海", "县长"): "2019-05-14", ("聂清源", "副县长"): "2019-03-06"}  # told by résumé and by news
    assert len(rows) == len(made.SPELLS) + len(made.ATTESTED)


def test_places_levels_and_provinces(tables: Tables) -> None:
    for row in tables["careers"].dicts():
        if row["end_date"]:
            assert (row["adcode"], row["level"]) == made.PLACES[str(row["body"])]
        assert row["province"] == "江西省"
        assert row["branch"] == (
            "department" if str(row["body"]).endswith("局") else "party" if "书记" in str(row["post"]) else "government"
        )


def test_two_persons_of_one_name_are_two(tables: Tables) -> None:
    keys = {row["person_key"] for row in tables["careers"].dicts() if row["person"] == "钟月明"}
    assert keys == {"person/360722-钟月明", "person/361022-钟月明"}


def test_censoring_is_marked(tables: Tables) -> None:
    for row in tables["careers"].dicts():
        assert (row["left_censored"], row["right_censored"]) == (int(not row["begin_date"]), int(not row["end_date"]))
        assert (row["over_by"] is not None) == ("former" in str(row["status"]))


def test_every_row_shows_the_sentence_that_tells_it(tables: Tables) -> None:
    texts = made.articles()
    for name, table in tables.items():
        for row in (row for row in table.dicts() if row.get("sentence")):
            text = texts[str(row["file"])]
            assert text[int(str(row["begin"])) : int(str(row["end"]))].split() == str(row["sentence"]).split(), name


def test_keys_tell_rows_apart(tables: Tables) -> None:
    for table in tables.values():
        keys = Counter(tuple(row[column] for column in table.key) for row in table.dicts())
        assert not [key for key, often in keys.items() if often > 1], table.name
        assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_the_months_of_the_panel(tables: Tables) -> None:
    """Counted anew from the answers: every month from begin to end, and each attested month."""
    wanted = Counter[str]()
    for person, _, _, begin, end, _ in made.SPELLS:
        first, last = bounds(begin), bounds(end)
        assert first
        assert last
        wanted[person] += last.last - first.first + 1
    rows = [row for row in tables["career_months"].dicts() if row["basis"] == "told"]
    assert Counter(str(row["person"]) for row in rows) == wanted
    assert {row["held"] for row in rows} == {"certain"}
    gap = {row["month"] for row in rows if row["person"] == "沈若川"} & {month(at) for at in range(24176, 24192)}
    assert not gap  # 2014-09 to 2015-12


def test_the_years_of_the_panel(tables: Tables) -> None:
    rows = [row for row in tables["career_years"].dicts() if row["person"] == "梅思源"]
    assert [(row["year"], row["post"], row["held"]) for row in rows] == [
        *((str(year), "副局长", "certain") for year in range(2009, 2013)),
        *((str(year), "局长", "certain") for year in range(2012, 2018)),
        *((str(year), "副市长", "certain") for year in range(2018, 2023)),
    ]


def graph(*told: tuple[str, str, str, str]) -> Graph:
    """One person in one post: the date of each article, the status, begin and end that it tells."""
    person, place = Entity("person/甲", Kind.PERSON, "甲"), Entity("place/1-某县", Kind.PLACE, "某县")
    articles, posts = [], []
    for at, (date, status, start, end) in enumerate(told):
        why = Evidence(str(at), Span(0, 4), "r", 0.9)
        text = "至今任职" if status == "attested" and start else "县长甲说"
        document = Document(str(at), f"{at}.txt", text, text, masthead=Masthead(date=date or None))
        articles.append(Article(document, "", "", (), ()))
        posts.append(Post("person/甲", "县长", "place/1-某县", status, why, start, end))
    return Graph(tuple(articles), (person, place), (), tuple(sorted(posts)))


CASES = [
    # what is told; the spells as (start, end, attested, over)
    ("attested twice", [("2018-01-05", "attested", "", ""), ("2019-03-01", "attested", "", "")],
     [("", "", ("2018-01-05", "2019-03-01"), "")]),
    ("dated, and attested within", [("2020", "former", "2016-05", "2018"), ("2017-01-01", "attested", "", "")],
     [("2016-05", "2018", ("2017-01-01",), "2020")]),
    ("attested before a dated spell is another one", [("2020", "former", "2016-05", "2018"), ("2011", "attested", "", "")],
     [("", "", ("2011",), ""), ("2016-05", "2018", (), "2020")]),
    ("the year and the month of one begin", [("2020", "former", "2016", "2018"), ("2021", "former", "2016-05", "2018-02")],
     [("2016-05", "2018-02", (), "2020")]),
    ("twice in one post", [("2020", "former", "2008", "2010"), ("2020", "former", "2014", "2016")],
     [("2008", "2010", (), "2020"), ("2014", "2016", (), "2020")]),
    ("to the present", [("2022-04", "attested", "2019-02", "")], [("2019-02", "", ("2022-04",), "")]),
    ("no date at all", [("", "attested", "", "")], [("", "", (), "")]),
    ("appointed, then attested", [("2019-02-03", "appointed", "", ""), ("2019-05-01", "attested", "", "")],
     [("", "", ("2019-05-01",), "")]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "told", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_spells(
    label: str, told: list[tuple[str, str, str, str]], wanted: list[tuple[str, str, tuple[str, ...], str]]
) -> None:
    found = [(one.start, one.end, one.attested, one.over) for one in spells(Index(graph(*told)))]
    assert found == wanted


def test_what_is_only_possible_says_so() -> None:
    """A year as begin leaves its months open; two attestations alone leave open what lies between them."""
    years = spells(Index(graph(("2020", "former", "2016", "2018"))))[0]
    months = {month(at): sure for at, (sure, _) in known(years).items()}
    assert (months["2016-03"], months["2016-12"], months["2017-06"], months["2018-07"]) == (False, True, True, False)
    seen = spells(Index(graph(("2018-01-05", "attested", "", ""), ("2019-03-01", "attested", "", ""))))[0]
    assert [sure for _, (sure, _) in sorted(known(seen).items())] == [True, *[False] * 13, True]


def test_a_proposal_is_no_time_in_office() -> None:
    only = spells(Index(graph(("2020-01-01", "proposed", "", ""))))[0]
    assert only.proposed
    assert not known(only)


SEATS = [
    ("市委书记", "head"), ("县长", "head"), ("董事长", "head"), ("市委秘书长", "member"), ("党组书记", "head"),
    ("副局长", "deputy"), ("常务副县长", "deputy"), ("市委常委", "member"), ("党组成员", "member"),
    ("教科文司司长", "unit"), ("院士", "rank"), ("书记处书记", "member"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "wanted"), SEATS)
def test_seats(title: str, wanted: str) -> None:
    assert seat(title) == wanted
