"""Rosters of a group in a notice: 组长：甲　副组长：乙、丙　成员：丁（市教育局）, and the lines below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument


class Listed(Struct, frozen=True, gc=False):
    """Where names of one label stand: its title (副组长), the title's characters, the stretch, its first name or None.

    ``below``: whether the stretch is a line under the one with the label.
    """

    title: str
    label: Span
    stretch: Span
    first: Span | None
    below: bool


def rosters(doc: AnnotatedDocument) -> Iterator[Listed]:
    """What each label of a text's rosters governs: up to the next label, and the lines below that begin with a name.

    A line without a label that begins otherwise ends the roster. One walk over the lines, in text order.
    """
    found = dict(_labels(doc))
    if not found:  # nearly every text
        return
    last: Listed | None = None
    for line in doc.spans:
        if labels := found.get(line):
            ends = [label.start() for label in labels[1:]] + [line.end]
            for label, end in zip(labels, ends, strict=True):
                title = "".join(label["title"].split())
                last = _listed(doc, title, Span(*label.span("title")), Span(label.end(), end), below=False)
                yield last
        elif last:
            below = _listed(doc, last.title, last.label, line, below=True)
            last = below if below.first else None
            if last:
                yield last


def _labels(doc: AnnotatedDocument) -> Iterator[tuple[Span, list[re.Match[str]]]]:
    """The lines that hold labels and no sentence before their end, each with its labels."""
    rule = doc.lexicon.rule("post", "roster")
    for line in rule.worth(doc.plain, doc.spans):
        labels = list(rule.regex.finditer(doc.plain, line.start, line.end))
        if labels and "。" not in doc.plain[line.start : line.end - 1]:
            yield line, labels


def _listed(doc: AnnotatedDocument, title: str, label: Span, stretch: Span, *, below: bool) -> Listed:
    name = doc.lexicon.rule("post", "roster-line").regex.match(doc.plain, stretch.start, stretch.end)
    return Listed(title, label, stretch, Span(*name.span("name")) if name else None, below)
