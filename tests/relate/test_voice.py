"""What nobody is named as doing is put down to the home only where the article speaks from it. All names are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.documents import facts as documents
from kg.relate.activities.partners import facts as partners
from kg.relate.activities.programs import facts as programs
from kg.relate.activities.projects import facts as projects
from tests.relate.marked import told

HOME = "德州市"
SPEAKS = [
    (
        "in the name of the place",
        "<place 全市=德州市>上下齐心。<place 我市=德州市>气象一新。推行<program “三问三办”机制>。",
        "德州市 implements “三问三办”机制",
    ),
    (
        "a report that names no other",
        "<place 德州市>气象一新。\n推行<program “三问三办”机制>。",
        "德州市 implements “三问三办”机制",
    ),
]
SILENT = [
    (
        "a company of which the city is the seat",
        "<person 何志远>在<place 德州市>告诉记者。\n公司实施<program “双塔计划”>。",
        programs,
    ),
    (
        "a show",
        "<place 全市=德州市>上下齐心。<place 我市=德州市>气象一新。\n本届展会采用<program “一展三馆”模式>。",
        programs,
    ),
    (
        "the whole country",
        "<place 全市=德州市>上下齐心。<place 我市=德州市>气象一新。\n我国将完善<program 特种资产评估制度>。",
        programs,
    ),
    (
        "a speaker of no office",
        "<place 上海市>、<place 南京市>、<place 德州市>都有人来。\n<person 何志远>说，要坚持<program “两头并重”>。",
        programs,
    ),
    (
        "papers of others",
        "<place 上海市>、<place 南京市>、<place 德州市>都有人来。<person 何志远>说。\n会上发布<doc 《海运指数报告》>。",
        documents,
    ),
    (
        "partners of others",
        "<place 上海市>、<place 南京市>、<place 德州市>都有人来。<person 何志远>说。\n近年来已与<org 恒山集团>达成合作。",
        partners,
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in SPEAKS], ids=[c[0] for c in SPEAKS])
def test_speaks_from_home(text: str, expected: str) -> None:
    assert told(programs, text, HOME) == {expected}


@pytest.mark.parametrize(("text", "reader"), [c[1:] for c in SILENT], ids=[c[0] for c in SILENT])
def test_says_nothing_of_home(text: str, reader: object) -> None:
    assert told(reader, text, HOME) == set()


STANDS = [
    (
        "a line that a story about the city tells of",
        "<place 德州市>气象一新。<place 德州市>迎客。<place 全市=德州市>上下齐心。<place 上海市>来客说。\n"
        "<project 青石高铁项目>很忙。",
        set(),
    ),
    (
        "a work in a sentence that names the city",
        "<place 德州市>气象一新。<place 德州市>迎客。<place 全市=德州市>上下齐心。<place 上海市>来客说。\n"
        "<place 德州市>提速，<project 青石码头项目>开工。",
        {"青石码头项目 locatedIn 德州市"},
    ),
    (
        "the same behind a semicolon",
        "<place 德州市>气象一新。<place 德州市>迎客。<place 全市=德州市>上下齐心。<place 上海市>来客说。\n"
        "<place 德州市>提速；<project 青石码头项目>开工。",
        {"青石码头项目 locatedIn 德州市"},
    ),
    (
        "a work abroad",
        "<place 全市=德州市>上下齐心。<place 我市=德州市>气象一新。\n<project 老挝青石铁路项目>开工。",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in STANDS], ids=[c[0] for c in STANDS])
def test_stands_where_the_sentence_says(text: str, expected: set[str]) -> None:
    assert told(projects, text, HOME) == expected
