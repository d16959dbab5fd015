"""Signs and the tables they are weighed by: all with a weight, nothing twice, verdicts as a reader gives them."""

from __future__ import annotations

import pytest

from kg.extract.initiative.evidence_weights import signs_of
from kg.lexicon import Lexicon
from kg.vocab import Kind

LEXICON = Lexicon()
WITHOUT_PATTERN = {"head", "weak-head", "other-head", "figure", "beside"}


def test_every_sign_has_a_weight() -> None:
    patterns = {pattern.name for pattern in LEXICON.patterns("phrase")}
    weights = {row["sign"] for row in LEXICON.table("signs")}
    assert patterns <= weights
    assert weights - patterns == WITHOUT_PATTERN


@pytest.mark.parametrize(
    ("table", "key"),
    [("signs", "sign"), ("figures", "word"), ("national", "name"), ("heads", "head"), ("stops", "word")],
)
def test_no_doubles(table: str, key: str) -> None:
    keys = [row[key] for row in LEXICON.table(table)]
    assert len(keys) == len(set(keys)), sorted({k for k in keys if keys.count(k) > 1})


def test_one_wording_names_one_thing() -> None:
    wordings = [w for row in LEXICON.table("national") for w in (row["name"], *row["aliases"].split(";")) if w]
    assert len(wordings) == len(set(wordings)), sorted({w for w in wordings if wordings.count(w) > 1})


VERDICTS = [
    ("a count behind an aim", "深入聚焦", "五大跃升", "，积极", Kind.PROGRAM),
    ("as the vehicle", "坚持以", "三个走遍", "为抓手，", Kind.PROGRAM),
    ("a fight", "打响", "碧水攻坚战", "，", Kind.CAMPAIGN),
    ("a likeness", "犹如一面", "明镜高悬", "，照出", None),
    ("a figure", "牵住", "牛鼻子", "，", None),
    ("speech", "他说", "日子越过越好。", "", None),
    ("a difficulty", "破解", "融资贵", "的难题", None),
]


@pytest.mark.parametrize(("before", "inside", "after", "kind"), [c[1:] for c in VERDICTS], ids=[c[0] for c in VERDICTS])
def test_verdicts(before: str, inside: str, after: str, kind: Kind | None) -> None:
    signs = signs_of(LEXICON)
    verdict = signs.judge(signs.read(before, inside, after), None)
    assert (verdict.kind if verdict.holds else None) is kind
