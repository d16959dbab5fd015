"""Content negotiation: what a client gets for the Accept header it sends."""

from __future__ import annotations

import pytest

from kg.serve.negotiate import choose

OFFERED = ("application/sparql-results+json", "text/csv", "text/html")
CASES = [
    ("nothing said", "", OFFERED[0]),
    ("anything", "*/*", OFFERED[0]),
    ("one", "text/csv", "text/csv"),
    ("the better one", "text/csv;q=0.5, text/html;q=0.6", "text/html"),
    ("our order where they are equal", "text/html, text/csv", "text/csv"),
    ("a family", "text/*", "text/csv"),
    ("the more specific range counts", "text/*;q=0.9, text/csv;q=0.1", "text/html"),
    ("refused by name", "*/*, application/sparql-results+json;q=0", "text/csv"),
    ("capitals and spaces", " TEXT/CSV ; Q=1 ", "text/csv"),
    ("none of ours", "image/png", None),
    ("all refused", "*/*;q=0", None),
    ("a broken quality refuses", "text/csv;q=high", None),
    ("a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
]


@pytest.mark.parametrize(("why", "accept", "wanted"), CASES, ids=[row[0] for row in CASES])
def test_choose(why: str, accept: str, wanted: str | None) -> None:
    assert choose(accept, OFFERED) == wanted
