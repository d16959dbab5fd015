"""Enumerations: the items of 甲、乙和丙等三个项目, each with where its name starts and ends.

A row ends where a clause ends or where an item is followed by its predicate (等, 三个, 竣工).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.reach import Reach
    from kg.text.sheet import Sheet

_CLAUSE = "，。；！？：\n ："
_PAIRS = {"“": "”", "（": "）", "《": "》", "(": ")"}
_JOIN = ("以及", "和")


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One item: its span, the word that stands before it ("" for a mark), and whether the row goes on behind it."""

    span: Span
    before: str
    open: bool


def rows(sheet: Sheet, end: re.Pattern[str], reach: Reach) -> Iterator[tuple[Item, ...]]:
    """Every row of at least one item, clause by clause; ``end`` says what may follow the last item."""
    for clause in _clauses(sheet):
        row: list[Item] = []
        for part, opened in _parts(sheet, clause):
            item = _item(sheet, part, opened, end, reach)
            if item is None:
                continue
            if (row and not row[-1].open) or item.before:
                if row:
                    yield tuple(row)
                row = []
            row.append(item)
        if row:
            yield tuple(row)


def _item(sheet: Sheet, part: Span, opened: bool, end: re.Pattern[str], reach: Reach) -> Item | None:
    stop = part.end
    for match in end.finditer(sheet.plain, part.start + 2, part.end):
        if match.start() in sheet.tokens.edges and not _quoted(sheet, match.start()):
            stop = match.start()
            break
    start, before = reach.left(stop, part.start)
    return Item(Span(start, stop), before, opened and stop == part.end) if start < stop else None


def _quoted(sheet: Sheet, at: int) -> bool:
    return any(q.span.start < at < q.span.end for q in sheet.quotes)


def _clauses(sheet: Sheet) -> Iterator[Span]:
    for block in sheet.spans:
        start = block.start
        for at in _marks(sheet.plain, block, _CLAUSE):
            if at > start:
                yield Span(start, at)
            start = at + 1
        if start < block.end:
            yield Span(start, block.end)


def _parts(sheet: Sheet, clause: Span) -> Iterator[tuple[Span, bool]]:
    """The stretches between 、 and 和 outside of quotes and brackets, each with whether such a mark follows."""
    plain, start = sheet.plain, clause.start
    for at in _marks(plain, clause, "、和以"):
        word = next((w for w in ("、", *_JOIN) if plain.startswith(w, at)), "")
        if not word or (word != "、" and not _stands(sheet, at, word)) or at < start:
            continue
        if at > start:
            yield Span(start, at), True
        start = at + len(word)
    if start < clause.end:
        yield Span(start, clause.end), False


def _stands(sheet: Sheet, at: int, word: str) -> bool:
    return at in sheet.tokens.edges and at + len(word) in sheet.tokens.edges


def _marks(plain: str, span: Span, marks: str) -> Iterator[int]:
    """Where one of the marks stands outside of quotes and brackets."""
    close = ""
    for at in range(span.start, span.end):
        char = plain[at]
        if close:
            close = "" if char == close else close
        elif char in _PAIRS and plain.find(_PAIRS[char], at, min(span.end, at + 80)) > 0:
            close = _PAIRS[char]
        elif char in marks:
            yield at
