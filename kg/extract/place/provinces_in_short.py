"""Provinces named by one character each, in a row that says what they are: 苏|浙|皖三省, 江|浙一带."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.place.toponyms import Toponyms
    from kg.lexicon import Lexicon

_TRUST = 0.85
_ROW = "row"


def lettered(places: Toponyms) -> Iterator[Mention]:
    """Every province of such a row, in text order; none where the row is, or cuts into, a name of its own (京津冀)."""
    doc, edges = places.doc, places.cut.edges
    row = doc.lexicon.rule("provinces", _ROW)
    for match in row.over(doc.plain, doc.spans):
        span = Span(*match.span(_ROW))
        names = [_province(doc.lexicon, match[_ROW][at:]) for at in range(len(match[_ROW]))]
        whole = span.start in edges and span.end in edges and not places.within(span) and not places.covered(span)
        if whole and all(names) and len(set(names)) == len(names):
            for at, name in enumerate(names, span.start):
                yield Mention(Span(at, at + 1), Kind.PLACE, name, "place-letter", _TRUST)


def _province(lexicon: Lexicon, rest: str) -> str:
    """The full name of the province that the first character stands for, "" for none."""
    for rule in lexicon.patterns("provinces"):
        if rule.name != _ROW and rule.regex.match(rest):
            one = lexicon.gazetteer.by_code(rule.name)
            return one.name if one else ""
    return _letters(lexicon).get(rest[0], "")


@lru_cache(maxsize=4)
def _letters(lexicon: Lexicon) -> dict[str, str]:
    rows = lexicon.table("provinces")
    return {letter: row["name"] for row in rows for letter in (row["abbreviation"], row["second"]) if letter}
