"""Every county of China in sentences: names are found in running text and resolved by what stands beside them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from kg.lexicon import Lexicon

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Division, Gazetteer

TEMPLATES = [
    "近日，{province}{prefecture}{county}召开动员大会。",
    "记者从{prefecture}{county}了解到，各项工作进展顺利。",
    "{prefecture}委主要领导到{county}调研时强调，要抓好落实。",
    "会上，{county}、{prefecture}有关部门作了发言。",
]


@cache
def gazetteer() -> Gazetteer:
    return Lexicon().gazetteer


@cache
def full_names() -> frozenset[str]:
    return frozenset(one.name for one in gazetteer().divisions)


def found(text: str) -> list[str]:
    """Full names in the text, leftmost and longest."""
    names, at = [], 0
    while at < len(text):
        size = next((n for n in range(15, 1, -1) if text[at : at + n] in full_names()), 0)
        names += [text[at : at + size]] if size else []
        at += size or 1
    return names


def read(text: str, year: int) -> set[str]:
    """Codes of the places in a sentence: the sure ones first, then the others by those."""
    names, codes = found(text), []
    for _ in range(2):
        for name in names:
            one = gazetteer().resolve(name, codes[::-1], year)
            if one and one.code not in codes:
                codes.append(one.code)
    return set(codes)


def sentence(template: str, one: Division) -> str:
    chain = gazetteer().chain(one)
    return template.format(province=chain[0].name, prefecture=chain[-2].name, county=one.name)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_county(template: str) -> None:
    counties = [one for one in gazetteer().divisions if one.level == "county" and one.current]
    known = {one.code for one in counties}
    wrong = [one.name for one in counties if read(sentence(template, one), 2026) & known != {one.code}]
    assert len(wrong) / len(counties) <= 0.01, wrong
