"""No name opens or ends with a mark that parts clauses: ，与会者围绕…对话 begins behind its comma."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.annotated import AnnotatedDocument

_MARKS = frozenset("，。；：！？、\n")


def bare_edges(doc: AnnotatedDocument, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions without such marks at their ends; a mention that is cut to one character is dropped."""
    for mention in mentions:
        plain, start, end = doc.plain, mention.span.start, mention.span.end
        if plain[start] not in _MARKS and plain[end - 1] not in _MARKS:
            yield mention
            continue
        inner = plain[start:end].strip("".join(_MARKS))
        if len(inner) > 1:
            start = plain.index(inner, start)
            span = Span(start, start + len(inner))
            yield replace(mention, span=span, name=doc.document.name(span))
