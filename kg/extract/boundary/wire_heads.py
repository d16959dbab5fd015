"""The head of a wire is no part of any name: 中新网北京6月25日电(记者甲乙) | 全国政协办公厅."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.text.annotated import AnnotatedDocument

_LONGEST = 64  # characters of a head
_SIGNS = ("电", "讯")
_NAME = 2


def behind_wire_heads(doc: AnnotatedDocument, mentions: Iterable[Mention]) -> set[Mention]:
    """The mentions, each that reaches over the end of a wire's head cut to what stands behind it."""
    ends = doc.layer(_heads)
    return set(mentions) if not ends else {cut for m in mentions if (cut := _cut(doc, m, ends))}


def _heads(doc: AnnotatedDocument) -> tuple[tuple[int, int], ...]:
    """Start and end of the head of each block that has one."""
    rule = doc.lexicon.rule("relation-clauses", "wire")
    found = []
    for span in doc.spans:
        opening = doc.plain[span.start : min(span.end, span.start + _LONGEST)]
        if any(sign in opening for sign in _SIGNS) and (match := rule.regex.match(opening)):
            found.append((span.start, span.start + match.end()))
    return tuple(found)


def _cut(doc: AnnotatedDocument, mention: Mention, heads: tuple[tuple[int, int], ...]) -> Mention | None:
    at = bisect_right(heads, (mention.span.start, len(doc.plain))) - 1
    if at < 0 or not heads[at][0] <= mention.span.start < heads[at][1] < mention.span.end:
        return mention
    span = Span(heads[at][1], mention.span.end)
    return replace(mention, span=span, name=doc.document.name(span)) if len(span) > _NAME else None
