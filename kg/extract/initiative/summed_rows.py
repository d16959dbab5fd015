"""Rows that a sum closes: 实施|港口提升、制造业振兴|等“十项行动” are two of the ten, without a head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.initiative.quoted import Named
from kg.model import Span
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_LEAST, _MOST = 4, 18  # characters of a member
_SURE = 0.6


def summed_rows(doc: AnnotatedDocument) -> Iterator[Named]:
    """The members of every such row, in text order; what stands in marks is judged where marks are."""
    rules = {p.name: p for p in doc.lexicon.patterns("venture")}
    for match in rules["sum"].over(doc.plain, doc.spans):
        for span in _members(doc, match, rules["sum-verb"].regex):
            name = doc.document.name(span)
            fits = _LEAST <= len(name) <= _MOST and "“" not in name and not rules["sum-never"].regex.search(name)
            if fits and span.start in doc.tokens.edges and not doc.lexicon.gazetteer.named(name):
                yield Named(span, Kind.PROGRAM, name, "summed-row", _SURE)


def _members(doc: AnnotatedDocument, match: re.Match[str], verb: re.Pattern[str]) -> Iterator[Span]:
    """The stretches between 、, the first one from behind the verb that takes the row; none where no verb does."""
    start, end = match.span("row")
    verbs = list(verb.finditer(doc.plain, start, end))
    first = verbs[-1].end() if verbs else 0
    opened = doc.plain[max(0, start - 1) : start] in {"", "，", "。", "\n", "；"}
    at = first or start
    if not (first or opened):
        return
    for piece in doc.plain[at:end].split("、"):
        yield Span(at, at + len(piece))
        at += len(piece) + 1
