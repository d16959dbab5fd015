"""The lines of an article with their roles, and its masthead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ingest.credits import bare_names, signed
from kg.ingest.head import body_start, read_head
from kg.ingest.lines import lines
from kg.ingest.page import Page, opened
from kg.ingest.tail import read_tail
from kg.model import Block, Role

if TYPE_CHECKING:
    from kg.ingest.rules import Rules


def lay_out(plain: str, rules: Rules) -> Page:
    """Every line that is not blank with its role, the lines of the title, and the credits in text order."""
    page = opened(lines(plain), rules)
    start = body_start(page)
    read_head(page, start)
    if start < len(page.lines):
        read_tail(page, start)
        _body(page, start)
    _in_prose(page)
    page.credits = sorted(set(page.credits))
    return page


def blocks(page: Page) -> tuple[Block, ...]:
    """The blocks of a page that has been laid out."""
    return tuple(Block(line.span, role or Role.PARAGRAPH) for line, role in zip(page.lines, page.roles, strict=True))


def _body(page: Page, start: int) -> None:
    title = {page.lines[i].bare for i in page.title}
    points = _points(page)
    for i in range(start, len(page.lines)):
        if page.roles[i] is not None:
            continue
        if page.lines[i].bare in title:
            page.roles[i] = Role.FURNITURE
        elif page.matches(i, "caption-number") and i not in points:
            page.roles[i] = Role.CAPTION
        elif len(page.lines[i].text) <= 80 and page.matches(i, "heading-number", "heading-short"):
            page.roles[i] = Role.HEADING
        else:
            page.roles[i] = Role.PARAGRAPH


def _points(page: Page) -> set[int]:
    """The numbered lines that are points of a list and no captions: prose follows them."""
    found: set[int] = set()
    prose = False
    for i in reversed(range(len(page.lines))):
        if not page.matches(i, "caption-number"):
            prose = page.roles[i] is None and page.is_prose(i)
        elif prose:
            found.add(i)
    return found


def _in_prose(page: Page) -> None:
    """Names in brackets inside the text: behind the dateline (本报讯（记者某某）), and where a paragraph ends."""
    prose = [i for i, role in enumerate(page.roles) if role is Role.PARAGRAPH]
    for i in [*prose[:2], *prose[-1:]]:
        line = page.lines[i]
        for name in ("dateline", "bracketed"):
            match = page.rules.of(name).search(line.text[-120:] if name == "bracketed" else line.text)
            if not match:
                continue
            shift = max(0, len(line.text) - 120) if name == "bracketed" else 0
            at = line.span.start + shift + match.start("value")
            page.credits += signed(match["value"], at, page.rules)
            if i == prose[-1] and name == "bracketed" and not signed(match["value"], at, page.rules):
                page.credits += bare_names(match["value"], at, page.rules)
