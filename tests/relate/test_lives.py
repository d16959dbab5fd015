"""Lives: each clause has its own verb and times, and nobody's spell is told of somebody else."""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read

LEXICON = Lexicon()
LIVES = [
    (
        "历任…，现任…",
        "李红梅，女，历任夏津县县长，现任德州市副市长。",
        {("李红梅", "德州市", "副市长", "attested", ""), ("李红梅", "夏津县", "县长", "former", "")},
    ),
    (
        "历任…，since then",
        "王伟强，历任清河县副县长、县长，2019年5月至今任邢台市副市长。",
        {
            ("王伟强", "清河县", "副县长", "former", ""),
            ("王伟强", "清河县", "县长", "former", ""),
            ("王伟强", "邢台市", "副市长", "attested", "2019-05"),
        },
    ),
    (
        "spells behind semicolons",
        "李红梅，女，历任夏津县副县长；武城县委书记；德州市水利局局长。",
        {
            ("李红梅", "夏津县", "副县长", "former", ""),
            ("李红梅", "中共武城县委员会", "县委书记", "former", ""),
            ("李红梅", "德州市水利局", "局长", "former", ""),
        },
    ),
    (
        "another life, another person",
        "李红梅，女，现任德州市副市长。\n王伟强曾任清河县县长，2019年5月起任邢台市副市长。",
        {
            ("李红梅", "德州市", "副市长", "attested", ""),
            ("王伟强", "清河县", "县长", "former", ""),
            ("王伟强", "邢台市", "副市长", "attested", "2019-05"),
        },
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), LIVES, ids=[life[0] for life in LIVES])
def test_posts_of_a_life(label: str, text: str, expected: set[tuple[str, ...]]) -> None:
    reading = read(from_text(text, "t"), LEXICON)
    names = {entity.key: entity.name for entity in reading.entities}
    found = {(names[p.person], names.get(p.of, ""), p.title, p.status, p.start) for p in reading.posts}
    people = {row[0] for row in found}
    assert people == {row[0] for row in expected}
    assert {row for row in expected if row[3] == "attested"} <= found
    assert not {
        row
        for row in found
        if row[3] == "former" and (row[0], row[1], row[2]) in {e[:3] for e in expected if e[3] == "attested"}
    }


def test_every_spell_behind_a_semicolon_and_nobody_elses() -> None:
    text = "李红梅，女，历任夏津县副县长；武城县委书记；清河县县长的王伟强也到会。"
    reading = read(from_text(text, "t"), LEXICON)
    names = {entity.key: entity.name for entity in reading.entities}
    found = {(names[p.person], names[p.of], p.title) for p in reading.posts}
    assert {("李红梅", "夏津县", "副县长"), ("李红梅", "中共武城县委员会", "县委书记")} <= found
    assert not {row for row in found if row[:2] == ("李红梅", "清河县")}
