"""Enumerations: the items of 甲、乙和丙等三个项目, each with where its name starts and ends.

A row ends where a clause ends or where an item is followed by its predicate (等, 三个, 竣工).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span
from kg.text.numerals import DIGITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.boundary.left_boundary import Reach
    from kg.extract.boundary.proper_name import Proper
    from kg.text.annotated import AnnotatedDocument

_PAIRS = {"“": "”", "（": "）", "《": "》", "(": ")"}
_CLAUSE, _ITEM = re.compile("[，。；！？：\n “（《(]"), re.compile("[、和以及“（《(]")  # marks, and what opens a pair
_JOIN = ("以及", "和", "及")
_OPENS = frozenset("，；")
_LISTING = frozenset("等这上几多十") | DIGITS.keys() - set("零〇○")


class Item(Struct, frozen=True, order=True, gc=False):
    """One item: its span, the word that stands before it ("" for a mark), and whether the row goes on behind it."""

    span: Span
    before: str
    open: bool


class Marks(Struct, frozen=True, gc=False):
    """``end``: a predicate that ends an item; ``head``: a word that may be a name's last, ``last``: one that is."""

    end: re.Pattern[str]
    head: re.Pattern[str]
    last: re.Pattern[str]
    invested: re.Pattern[str]
    listing: re.Pattern[str]


def rows(
    doc: AnnotatedDocument, marks: Marks, reach: Reach, proper: Proper, may: Callable[[Span], bool]
) -> Iterator[tuple[Item, ...]]:
    """Every row of at least one item, clause by clause; clauses that ``may`` hold nothing are left out."""
    for clause in filter(may, _clauses(doc)):
        row: list[Item] = []
        for item in _items(doc, clause, marks, reach, proper):
            if row and (not row[-1].open or _breaks(doc, item, marks)):
                yield tuple(row)
                row = []
            row.append(item)
        if row:
            yield tuple(row)


def _breaks(doc: AnnotatedDocument, item: Item, marks: Marks) -> bool:
    """Whether a new row starts with an item: a word stands before it, other than the 的 of 投资三亿元的."""
    start = item.span.start
    return bool(item.before) and not marks.invested.search(doc.plain[max(0, start - 30) : start])


def _items(doc: AnnotatedDocument, clause: Span, marks: Marks, reach: Reach, proper: Proper) -> Iterator[Item]:
    """The items of a clause; where a predicate ends one inside its stretch, the rest of the stretch is read on."""
    first = True
    for part, opened in _parts(doc, clause, marks, proper):
        start, word = part.start, ""
        while start < part.end:
            rest, verb = Span(start, part.end), word
            end, start = _end(doc, rest, marks, reach)
            word = doc.plain[end:start]
            stop = _stop(doc, Span(rest.start, end), opened and end == part.end, marks, reach)
            left, before = reach.left(stop, rest.start, "和及与", 1, first=first or rest.start > part.start)
            left += _inset(doc, left)
            if left < stop:
                before = before or (verb if left == rest.start else "")
                yield Item(Span(left, stop), before, opened and stop == part.end)
            first = False


def _inset(doc: AnnotatedDocument, start: int) -> int:
    """How many characters of 其中, or of a joint that opens a clause, were left at the start of a name."""
    plain = doc.plain
    if plain[max(0, start - 1) : start] in _OPENS and plain[start : start + 1] in _JOIN:
        return int(start + 1 in doc.tokens.edges)
    if plain.startswith("其中", start):
        return 2
    return int(plain[max(0, start - 1) : start + 1] == "其中")


def _end(doc: AnnotatedDocument, part: Span, marks: Marks, reach: Reach) -> tuple[int, int]:
    """Where the first predicate in a stretch starts and ends; twice the end of the stretch if there is none."""
    plain, edges = doc.plain, doc.tokens.edges
    for match in marks.end.finditer(plain, part.start + 2, part.end):
        start, end = match.span()
        surely = (match[0] == "等" and marks.listing.match(plain, end)) or marks.last.search(plain[part.start : start])
        if (surely or (start in edges and end in edges)) and not reach.quoted(start):
            return start, end
    return part.end, part.end


def _stop(doc: AnnotatedDocument, part: Span, opened: bool, marks: Marks, reach: Reach) -> int:
    """Where an item's name ends: before 等 and 、 where the stretch ends, else at its last head word."""
    end = part.end
    if opened or _listing(doc.plain[end : end + 1]):
        return end
    heads = [m.end() for m in marks.head.finditer(doc.plain, part.start + 2, end) if m.end() in doc.tokens.edges]
    heads = [h for h in heads if not reach.quoted(h - 1) and (h == end or doc.plain[h] not in "与和及")]
    return heads[-1] if heads else end


def _listing(char: str) -> bool:
    """Whether a count or 等 starts with a character."""
    return char in _LISTING or char.isdigit()


def _clauses(doc: AnnotatedDocument) -> Iterator[Span]:
    for block in doc.spans:
        start = block.start
        for at in _marks(doc.plain, block, _CLAUSE):
            if at > start:
                yield Span(start, at)
            start = at + 1
        if start < block.end:
            yield Span(start, block.end)


def _parts(doc: AnnotatedDocument, clause: Span, marks: Marks, proper: Proper) -> Iterator[tuple[Span, bool]]:
    """The stretches between 、 and 和 outside of quotes and brackets, each with whether such a mark follows."""
    plain, start = doc.plain, clause.start
    for at in _marks(plain, clause, _ITEM):
        word = next((w for w in ("、", *_JOIN) if plain.startswith(w, at)), "")
        if not word or at < start or (word != "、" and not _joins(doc, Span(start, at), at + len(word), marks, proper)):
            continue
        if at > start:
            yield Span(start, at), True
        start = at + len(word)
    if start < clause.end:
        yield Span(start, clause.end), False


def _joins(doc: AnnotatedDocument, left: Span, right: int, marks: Marks, proper: Proper) -> bool:
    """Whether 和 stands between two items: a head word ends the left one, or the right one opens with a proper name."""
    edges = doc.tokens.edges
    if left.end not in edges or right not in edges:
        return False
    if marks.last.search(doc.plain[left.start : left.end]):
        return True
    if doc.plain.startswith("及", right - 1):
        return False
    tokens = doc.tokens.inside(Span(right, right + 1))
    return doc.plain.startswith(("“", "《"), right) or (
        bool(tokens) and proper.holds(Span(tokens[0].start, tokens[0].end))
    )


def _marks(plain: str, span: Span, marks: re.Pattern[str]) -> Iterator[int]:
    """Where one of the marks stands outside of quotes and brackets."""
    at = span.start
    while match := marks.search(plain, at, span.end):
        char, start = match[0], match.start()
        close = plain.find(_PAIRS[char], start, min(span.end, start + 80)) if char in _PAIRS else -1
        at = close + 1 if close > 0 else start + 1
        if char not in _PAIRS:
            yield start
