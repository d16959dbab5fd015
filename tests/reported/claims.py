"""What the whole program claims about a text, as short lines that a table of cases can hold.

``person 王某``, ``place 某县 130000``, ``organization 某局``, ``post 王某 县长 130000 attested`` (the code of the place that
the organ's or place's key holds, else the name), ``attends 王某``, ``figure 指标 1.5 元 exact 2021 主体``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.model.identity import code_of
from kg.pipeline.article import read
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from kg.model import Reading

LEXICON = Lexicon()


@dataclass(frozen=True)
class Case:
    """One text; what must be claimed (``want``) and what must not (``never``; with * at the end: nothing that begins
    so). ``number``: the reports that it stands for, in our own words. ``fails``: why it is not read yet, in one
    sentence; whoever mends it deletes the word.
    """

    number: int
    label: str
    text: str
    want: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    fails: str = ""


def cases(table: list[Case]) -> list[ParameterSet]:
    """The parameters of a table; what is not read yet must fail (strict)."""
    return [
        pytest.param(
            case,
            id=f"{case.number}-{case.label}".replace(" ", "-"),
            marks=[pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else [],
        )
        for case in table
    ]


def check(case: Case) -> None:
    """Hold a case."""
    found = claims(case.text)
    missing = [line for line in case.want if line not in found]
    wrong = [line for line in found for no in case.never if line == no or (no[-1] == "*" and line.startswith(no[:-1]))]
    assert (missing, wrong) == ([], []), sorted(found)


@cache
def claims(text: str) -> frozenset[str]:
    """All that the program claims of a text."""
    reading = read(from_text(text, "t", "t.txt"), LEXICON)
    return frozenset((*_entities(reading), *_posts(reading), *_attendance(reading), *_figures(reading)))


def names(reading: Reading) -> dict[str, str]:
    """The names of entities by key."""
    return {entity.key: entity.name for entity in reading.entities}


def _entities(reading: Reading) -> list[str]:
    out = []
    for entity in reading.entities:
        kind = entity.kind.value.lower()
        out.append(f"{kind} {entity.name}")
        if entity.kind is Kind.PLACE:
            out.append(f"place {entity.name} {entity.adcode or code_of(entity.key)}")
    home = names(reading).get(reading.article_place, "")
    return [*out, f"home {home}"]


def _posts(reading: Reading) -> list[str]:
    known = names(reading)
    return [
        f"post {known.get(held.person)} {held.title} {code_of(held.of) or known.get(held.of, '')} {held.status}"
        for held in reading.posts
    ] + [
        f"spell {known.get(held.person)} {held.title} {held.start or '..'} {held.end or '..'}" for held in reading.posts
    ]


def _attendance(reading: Reading) -> list[str]:
    known = names(reading)
    return [
        f"{'attends' if r.predicate is Predicate.PARTICIPATES_IN else r.predicate.value} {known.get(r.subject)}"
        + ("" if r.predicate is Predicate.PARTICIPATES_IN else f" {known.get(r.object)}")
        for r in reading.relations
    ]


def _figures(reading: Reading) -> list[str]:
    known = names(reading)
    return [
        f"figure {f.indicator} {f.value:.12g} {f.unit} {f.bound} {f.period or '-'} {known.get(f.subject, '-')}"
        for f in reading.figures
    ]
