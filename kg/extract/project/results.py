"""Names that stand in a field (项目：…), and results of research: titles in marks behind who completed them, or before
what they won: 陈某完成的“…机理研究”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.registry import RESULT
from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kg.text.annotated import AnnotatedDocument

_NEAR = 12
_CALLED, _WORKS, _LEAST = "项目", ("工程", "改造", "扩建", "一期", "二期", "三期"), 6


def results(doc: AnnotatedDocument, rules: Mapping[str, re.Pattern[str]]) -> Iterator[Mention]:
    """Every title of a piece of research that the text says is done or honoured, without its marks, and what stands in
    a field for the name of a project.
    """
    for span in doc.spans:
        for match in rules["field"].finditer(doc.plain, span.start, span.end):
            inner = Span(*match.span("name"))
            yield Mention(inner, Kind.PROJECT, doc.document.name(inner), "field", 0.9)
    for quote in doc.quotes:
        title = doc.plain[quote.inner.start : quote.inner.end]
        if quote.mark != "“":
            continue
        after = doc.plain[quote.span.end : quote.span.end + _NEAR]
        called = title.endswith(_WORKS) and after.startswith(_CALLED)  # “甲港区一期——码头及航道工程”项目
        if called or (title.endswith(_CALLED) and _project(title, after, rules)):
            yield Mention(quote.span, Kind.PROJECT, doc.document.name(quote.inner), "quoted", 0.8)
        if not rules["result-title"].match(title):
            continue
        before = doc.plain[max(0, quote.span.start - _NEAR) : quote.span.start]
        if rules["result-before"].search(before) or rules["result-after"].match(after):
            yield Mention(quote.span, Kind.PROJECT, doc.document.name(quote.inner), RESULT, 0.9)


def _project(title: str, after: str, rules: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether marks hold the whole name of a project (“京蒙帮扶合作项目”), and no more than a kind of it."""
    none = len(title) < _LEAST or rules["generic"].match(title) or rules["business"].search(title)
    return not none and rules["quoted-after"].match(after) is not None
