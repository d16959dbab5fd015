"""Which of several mentions that share characters may stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link.overlap import resolve_overlaps
from kg.model import Mention, Span
from kg.vocab import Kind


def mention(start: int, end: int, kind: Kind, confidence: float = 0.9) -> Mention:
    return Mention(Span(start, end), kind, f"{start}–{end}", "r", confidence)


CAMPAIGN, PLACE = mention(0, 14, Kind.CAMPAIGN), mention(6, 8, Kind.PLACE)
CASES = [
    (
        "a place that is the whole name of a project goes",
        [replace(mention(0, 8, Kind.PROJECT), name="“甲园”"), replace(mention(1, 4, Kind.PLACE), name="甲园")],
        [replace(mention(0, 8, Kind.PROJECT), name="“甲园”")],
    ),
    ("a place stays inside a campaign", [CAMPAIGN, PLACE], [CAMPAIGN, PLACE]),
    ("a campaign inside a longer one goes", [CAMPAIGN, mention(4, 14, Kind.CAMPAIGN)], [CAMPAIGN]),
    (
        "a program inside a document goes",
        [mention(0, 20, Kind.DOCUMENT), mention(5, 9, Kind.PROGRAM)],
        [mention(0, 20, Kind.DOCUMENT)],
    ),
    (
        "nothing stays inside a person",
        [mention(3, 7, Kind.PERSON), mention(3, 5, Kind.PLACE)],
        [mention(3, 7, Kind.PERSON)],
    ),
    (
        "of two that cross the longer stays",
        [mention(0, 6, Kind.PLACE), mention(4, 12, Kind.ORGANIZATION)],
        [mention(4, 12, Kind.ORGANIZATION)],
    ),
    (
        "of one span the surer stays",
        [mention(0, 4, Kind.EVENT, 0.7), mention(0, 4, Kind.CAMPAIGN, 0.9)],
        [mention(0, 4, Kind.CAMPAIGN)],
    ),
    (
        "neighbours do not disturb each other",
        [mention(0, 3, Kind.PLACE), mention(3, 6, Kind.PERSON)],
        [mention(0, 3, Kind.PLACE), mention(3, 6, Kind.PERSON)],
    ),
]


@pytest.mark.parametrize(("given", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_overlaps_are_settled(given: list[Mention], expected: list[Mention]) -> None:
    assert list(resolve_overlaps(given)) == expected
    assert list(resolve_overlaps(reversed(given))) == expected
