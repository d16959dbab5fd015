"""What a page says of itself: title, date, publisher, makers. Nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ingest.dates import date_in
from kg.model import Masthead, Role, Span, Word

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.ingest.lines import Line
    from kg.ingest.page import Page

_WIRES = ("field-wire", "field-reporter", "field-comment")
_TOP = 3  # lines at the top of a page
_HEAD = 20  # lines in which a wire's head stands


def masthead(page: Page) -> Masthead:
    """The masthead of a page that has been laid out."""
    title = [page.lines[i] for i in page.title]
    dated = page.rules.of("date-first").match(title[0].text) if title else None
    begin = dated.end() if dated else 0  # 2023-05-08　|某县召开会议
    words = " ".join(" ".join(line.text for line in title)[begin:].split())
    date, date_span = _date(page) or (None, None)
    return Masthead(
        title=words or None,
        title_span=Span(title[0].span.start + begin, title[-1].span.end) if title else None,
        date=date,
        date_span=date_span,
        publisher=_publisher(page),
        credits=tuple(page.credits),
    )


def _meta(page: Page) -> list[Line]:
    return [line for line, role in zip(page.lines, page.roles, strict=True) if role is Role.META]


def _date(page: Page) -> tuple[str, Span] | None:
    """The day of publication; failing that the day the document was drawn up or signed, or the speech was held."""
    return next(iter(_dates(page)), None) or _first(page) or _wire_day(page)


def _first(page: Page) -> tuple[str, Span] | None:
    """The day that stands before the title, or before a wire's head, in its line."""
    for line in page.lines[:_TOP]:
        if match := page.rules.of("date-first").match(line.text):
            return date_in(match.group(), line.span.start, page.rules)
    return None


def _dates(page: Page) -> Iterator[tuple[str, Span]]:
    of, meta = page.rules.of, _meta(page)
    drawn = [line for line in meta if of("date-drawn").search(line.text)]
    published = [line for line in meta if line not in drawn and of("date-published").search(line.text)]
    session = [
        line
        for line, role in zip(page.lines, page.roles, strict=True)
        if role is Role.HEADING and of("session").search(line.text)
    ][:1]
    session += [line for line in page.lines[:20] if of("dash").search(line.text) and of("date-day").search(line.text)]
    printed = [line for line in page.lines[-8:] if of("field-printed").search(line.text)]
    for line in [*published, *(x for x in meta if x not in drawn), *printed, *drawn, *session]:
        found = date_in(line.text, line.span.start, page.rules)
        if found:
            yield found


def _wire_day(page: Page) -> tuple[str, Span] | None:
    """The day of a wire's head (3月4日电), in the latest year that the text names, where that is plainly the report's:
    the whole day stands in the text with it, or an edition that bears it is what the text is about (2023平原茶博会).
    """
    heads = ((line, page.rules.of("wire-day").search(line.text)) for line in page.lines[:_HEAD])
    head, match = next(((line, match) for line, match in heads if match), (None, None))
    if head is None or match is None:
        return None
    lines = [line.text for line in page.lines]
    latest = max((found["year"] for line in lines for found in page.rules.of("year-named").finditer(line)), default="")
    whole = f"{latest}年{match['month']}月{match['day']}日"
    edition = page.rules.of("year-edition")
    if not latest or not any(whole in line or _names(line, edition, latest) for line in lines):
        return None
    start = head.span.start
    found = date_in(whole, 0, page.rules)
    return (found[0], Span(start + match.start("month"), start + match.end("day") + 1)) if found else None


def _names(line: str, edition: re.Pattern[str], year: str) -> bool:
    return any(found["year"] == year for found in edition.finditer(line))


def _publisher(page: Page) -> Word | None:
    """Who brought it out: 来源：某某日报, the outlet beside the date, or the agency of the dateline."""
    for name in ("field-source", "field-outlet"):
        for line in _meta(page):
            match = page.rules.of(name).search(line.text)
            if match:
                return _word(line, match, "value" if match["value"] else "late")
    for line, after in zip(page.lines, page.lines[1:], strict=False):
        if page.rules.of("field-label-alone").search(line.text) and len(after.text) <= 30:
            return Word(after.span, after.text, "publisher")
    for line in page.lines[-8:]:
        match = page.rules.of("field-printed").search(line.text)
        if match:
            return _word(line, match, "value")
    return _wire(page)


def _wire(page: Page) -> Word | None:
    """Who the head of the story names: the agency of the dateline (also above it: 电题：…), the paper, the site."""
    for at, (line, role) in enumerate(zip(page.lines, page.roles, strict=True)):
        for name in _WIRES:
            match = page.rules.of(name).search(line.text)
            if match:
                return _word(line, match, "value" if match["value"] else "late")
        if role is Role.PARAGRAPH and at > 0:  # a headline may be laid out as a paragraph
            return None
    return None


def _word(line: Line, match: re.Match[str], group: str) -> Word:
    start = line.span.start
    return Word(Span(start + match.start(group), start + match.end(group)), match[group], "publisher")
