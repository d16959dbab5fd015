"""Editions of a campaign: 百名专家湖滨行|第一期|活动 beside 百名专家湖滨行活动, and 第一期活动 alone behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.initiative.quoted import Named
    from kg.text.annotated import AnnotatedDocument

_LEAST = 5  # characters of a stem
_TAIL = "活动"


def editions(doc: AnnotatedDocument, found: list[Named]) -> Iterator[Named]:
    """Every numbered run of a campaign found before, in text order of their first mentions."""
    edition = doc.lexicon.rule("campaign", "edition").regex
    first = {n.name.strip("“”"): n for n in reversed(found) if n.kind is Kind.CAMPAIGN and n.name.endswith(_TAIL)}
    for name, one in first.items():
        stem = name.removesuffix(_TAIL)
        if len(stem) < _LEAST or doc.plain.count(stem) < 2:
            continue
        runs: dict[str, str] = {}
        for match in edition.finditer(doc.plain):
            run, start = match[0], match.start() - len(stem)
            whole = start >= 0 and doc.plain.startswith(stem, start)
            if whole or run in runs:
                runs.setdefault(run, stem + run)
                span = Span(start if whole else match.start(), match.end())
                yield replace(one, span=span, name=runs[run], rule="edition", confidence=0.8)
