"""What makes a project of an item: clauses without a head word and without a cue are skipped, so no rule may do without."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace

import pytest

from kg.extract.project.classifier import verdict
from kg.extract.project.work_words import works
from kg.lexicon import Lexicon

CASE = [
    "proper",
    "strong",
    "placed",
    "named",
    "staged",
    "numbered",
    "aim",
    "slogan",
    "area",
    "quoted",
    "loose",
    "last",
    "told",
]
ROW = ["done", "many", "proper", "strong"]
BARE = {"use": "", "generic": False, "invested": False}
ALONE = {"listed": False, "called": False, "shared": "", "headed": False, "all_headed": False}


@pytest.mark.parametrize("seed", range(500))
def test_nothing_is_a_project_without_head_or_cue(seed: int) -> None:
    chance = Random(seed)
    case = SimpleNamespace(**BARE, **{name: chance.random() < 0.7 for name in CASE})
    row = SimpleNamespace(**ALONE, **{name: chance.random() < 0.7 for name in ROW})
    assert verdict(case, row) is None


def test_heads_that_a_row_may_share_are_heads() -> None:
    known = works(Lexicon())
    assert known.classes <= known.uses.keys()


@pytest.mark.parametrize(
    ("label", "name", "head"),
    [
        ("plain", "白鹿水电站", "水电站"),
        ("the longest", "云岭高速公路", "高速公路"),
        ("a bracket behind it", "白鹿水库（二期）", "水库"),
        ("what is done to it", "青羊水库建设", "水库"),
        ("a mark behind it", "“白鹿机场”", "机场"),
        ("a head alone is no name", "水电站", ""),
        ("none", "白鹿书院", ""),
    ],
)
def test_head_of_a_name(label: str, name: str, head: str) -> None:
    assert works(Lexicon()).head(name) == head, label
