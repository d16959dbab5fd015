"""Rosters of a group in a notice: 组长：甲　副组长：乙、丙　成员：丁（市教育局）, and the lines below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon


class Listed(Struct, frozen=True, gc=False):
    """Where names of one label stand: its title (副组长), the title's characters, the stretch, its first name or None.

    ``below``: whether the stretch is a line under the one with the label.
    """

    title: str
    label: Span
    stretch: Span
    first: Span | None
    below: bool


def rosters(plain: str, lines: tuple[Span, ...], lexicon: Lexicon) -> Iterator[Listed]:
    """What each label of a text's rosters governs: up to the next label, and the lines below that begin with a name.

    A line that holds a sentence, or begins otherwise, ends the roster. One walk over the lines, in text order.
    """
    rule, opening = lexicon.rule("post", "roster"), lexicon.rule("post", "roster-line").regex
    if not rule.worth(plain, lines):
        return
    last: Listed | None = None

    def listed(title: str, label: Span, start: int, end: int, *, below: bool) -> Listed:
        name = opening.match(plain, start, end)
        return Listed(title, label, Span(start, end), Span(*name.span("name")) if name else None, below)

    for line in lines:
        labels = (
            [] if "。" in plain[line.start : line.end - 1] else list(rule.regex.finditer(plain, line.start, line.end))
        )
        ends = [label.start() for label in labels[1:]] + [line.end]
        for label, end in zip(labels, ends, strict=False):
            title = "".join(label["title"].split())
            last = listed(title, Span(*label.span("title")), label.end(), end, below=False)
            yield last
        if not labels and last:
            below = listed(last.title, last.label, line.start, line.end, below=True)
            last = last if below.first else None
            if last:
                yield below
