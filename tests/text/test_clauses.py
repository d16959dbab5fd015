"""Clauses of a sentence."""

from __future__ import annotations

import pytest

from kg.model import Span
from kg.text.clauses import clauses

CASES = [
    ("commas cut", "甲县开展活动，乙县跟进。", ["甲县开展活动", "乙县跟进"]),
    ("a short quotation is kept whole", "开展“比、学，赶”活动，乙县跟进", ["开展“比、学，赶”活动", "乙县跟进"]),
    ("so is a title", "印发《甲县办法（试行），乙》，执行", ["印发《甲县办法（试行），乙》", "执行"]),
    ("a colon cuts", "他说：要快，要好", ["他说", "要快", "要好"]),
    ("a mark that is never closed cuts nothing", "他说“要快，要好", ["他说“要快", "要好"]),
    ("nothing between marks is no clause", "，，甲县", ["甲县"]),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_clauses(label: str, text: str, expected: list[str]) -> None:
    """The pieces of one sentence."""
    assert [text[s.start : s.end] for s in clauses(text, Span(0, len(text)))] == expected, label
