"""Organs renamed and merged: two organs, and the later resulted from the earlier of the same place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.lexicon import Lexicon
from kg.link.place.divisions import division_entity
from kg.model import Entity
from kg.names.succession import renamed, successions
from kg.vocab import Kind

LEXICON = Lexicon()

CASES = [
    ("renamed", ["德州市环境保护局", "德州市生态环境局"], {("德州市环境保护局", "德州市生态环境局", "2018")}),
    ("of another place", ["德州市环境保护局", "济南市生态环境局"], set()),
    (
        "two into one",
        ["临汾市国土资源局", "临汾市城乡规划局", "临汾市自然资源和规划局"],
        {
            ("临汾市国土资源局", "临汾市自然资源和规划局", "2018"),
            ("临汾市城乡规划局", "临汾市自然资源和规划局", "2018"),
        },
    ),
    (
        "three into one",
        ["平原县工商行政管理局", "平原县质量技术监督局", "平原县食品药品监督管理局", "平原县市场监督管理局"],
        {
            (f"平原县{old}", "平原县市场监督管理局", "2018")
            for old in ("工商行政管理局", "质量技术监督局", "食品药品监督管理局")
        },
    ),
    (
        "from office to bureau to department",
        ["平原县扶贫开发办公室", "平原县乡村振兴局", "平原县农业农村局"],
        {
            ("平原县扶贫开发办公室", "平原县乡村振兴局", "2021"),
            ("平原县乡村振兴局", "平原县农业农村局", "2023"),
        },
    ),
    (
        "vertical: both tax offices of a place",
        ["德州市国家税务局", "德州市地方税务局", "国家税务总局德州市税务局"],
        {(f"德州市{old}", "国家税务总局德州市税务局", "2018") for old in ("国家税务局", "地方税务局")},
    ),
    ("the nation's", ["农业部", "农业农村部"], {("农业部", "农业农村部", "2018")}),
    ("a farm bureau is no farm ministry", ["德州市农业局", "农业农村部"], set()),
    ("a district of the same name as its city's end", ["长春市宽城区卫生局", "长春市卫生健康局"], set()),
    ("only the earlier is named", ["德州市环境保护局"], set()),
]


@pytest.mark.parametrize(("names", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_who_took_over_from_whom(names: list[str], told: set[tuple[str, str, str]]) -> None:
    found = successions([Entity(f"organization/{n}", Kind.ORGANIZATION, n) for n in names], LEXICON)
    assert {(s.before.partition("/")[2], s.after.partition("/")[2], s.year) for s in found} == told


def test_the_table_follows_the_reforms() -> None:
    rows = LEXICON.table("successions")
    assert {row["year"] for row in rows} <= {"2013", "2018", "2021", "2023"}
    assert len({(row["before"], row["after"]) for row in rows}) == len(rows)
    assert all(row["before"] != row["after"] for row in rows)


def test_a_renamed_city_is_one_node_with_its_earlier_name_and_its_years() -> None:
    """One code, two names: one node."""
    (old,) = LEXICON.gazetteer.named("襄樊市")
    city = division_entity(old, LEXICON.gazetteer)
    assert (city.key, city.name, city.adcode) == ("place/420600-襄阳市", "襄阳市", "420600")
    told = replace(city, aliases=(("襄樊市", "zh-Hans"),))
    assert list(renamed(told, LEXICON)) == ["1980—2009：襄樊市"]
    assert not list(renamed(city, LEXICON))


def test_a_city_that_took_another_code_is_replaced() -> None:
    """沙县 became 沙县区 under a code of its own: two nodes that are joined."""
    (county,) = (one for one in LEXICON.gazetteer.named("沙县") if one.level == "county" and not one.current)
    old = division_entity(county, LEXICON.gazetteer)
    new = division_entity(LEXICON.gazetteer.by_code(county.successors[0]) or county, LEXICON.gazetteer)
    (found,) = successions([old, new], LEXICON)
    assert (found.before, found.after) == (old.key, new.key)


def test_every_renamed_division_is_the_one_of_today() -> None:
    """All of the table: who kept the code and only changed the name is never a second node."""
    gazetteer = LEXICON.gazetteer
    rows = [one for one in gazetteer.divisions if not one.current and one.successors == (one.code,)]
    assert len(rows) > 150
    for one in rows:
        today = gazetteer.today(one)
        assert today.code == one.code
        assert division_entity(one, gazetteer).key == division_entity(today, gazetteer).key
