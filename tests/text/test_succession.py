"""Organs renamed and merged: two organs, and the later resulted from the earlier of the same place."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.model import Entity
from kg.names.succession import successions
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


def test_a_renamed_city_is_replaced_by_its_new_name() -> None:
    """One code, two names: two nodes that are joined."""
    old = Entity("place/420600-襄樊市", Kind.PLACE, "襄樊市", adcode="420600")
    new = Entity("place/420600-襄阳市", Kind.PLACE, "襄阳市", adcode="420600")
    (found,) = successions([old, new], Lexicon())
    assert (found.before, found.after) == (old.key, new.key)
    assert not list(successions([new], Lexicon()))
