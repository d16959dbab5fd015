"""Dated lines of a résumé, and what a note says of the author: 2018年6月任某县委书记, （作者系某县委书记）."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Mention, Span
from kg.relate.posts.titles_stated import Page, TitleOf, is_post, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.names.offices import Title

_OPENINGS = ("，男", "，女", "（男", "（女", "同志简历", "简历", "个人简历", "，现任", "，历任", "，曾任")


def careers(page: Page) -> Iterator[TitleOf]:
    """The spells of everybody whose résumé the text holds, and the posts of its one author."""
    subjects = [person for person in page.persons if _opens(page, person)]
    for name in ("spell", "since"):
        rule = page.rules[name]
        for block in page.blocks if subjects else ():
            for match in rule.regex.finditer(page.plain, block.start, block.end):
                person = _last(subjects, match.start())
                if person:
                    ended = match.groupdict().get("y2")
                    start, end = _date(match["y1"], match["m1"]), _date(ended, match["m2"]) if ended else ""
                    for title in _clauses(page, Span(*match.span("titles"))):
                        status = "former" if end else title.status
                        yield made(person, replace(title, status=status), name, rule.confidence, start, end)
    yield from _noted(page)


def _noted(page: Page) -> Iterator[TitleOf]:
    """The posts of the article's one author."""
    credited = {word.span for word in page.doc.document.masthead.credits if word.role == "author"}
    authors = [person for person in page.persons if person.span in credited]
    rule = page.rules["author-note"]
    for block in page.blocks if len(authors) == 1 else ():
        for match in rule.regex.finditer(page.plain, block.start, block.end):
            for title in filter(is_post, page.told(Span(*match.span("titles")))):
                yield made(authors[0], title, rule.name, rule.confidence)


def _clauses(page: Page, region: Span) -> Iterator[Title]:
    """The titles of every clause of a line."""
    at = region.start
    for clause in page.plain[region.start : region.end].split("，"):
        yield from filter(is_post, page.told(Span(at, at + len(clause.rstrip("。；")))))
        at += len(clause) + 1


def _opens(page: Page, person: Mention) -> bool:
    """Whether a résumé begins with a name: ，男， or ，1970年."""
    after = page.plain[person.span.end : person.span.end + 8]
    return after.lstrip(" 　").startswith(_OPENINGS) or (after[:1] in {"，", "（"} and after[1:5].isdecimal())


def _last(persons: list[Mention], before: int) -> Mention | None:
    at = bisect_right(persons, before, key=lambda person: person.span.end) - 1
    return persons[at] if at >= 0 else None


def _date(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02d}" if month else year
