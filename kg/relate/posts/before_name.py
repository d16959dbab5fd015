"""Titles before a name: 市委副书记、市长甲, 副市长甲、乙, 某大学教授甲、讲师乙."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Mention, Span
from kg.relate.posts.titles_stated import Page, TitleOf, is_post, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.names.offices import Title

_REACH = 90
_BRACKET = 24  # characters in a bracket between an organ and a title
_PARTY = frozenset({"党组", "党委"})
_CUTS = "。；！？\n”》）"
_JOINTS = frozenset({"、", "和", "及", " ", "　", "与"})


def ahead(page: Page) -> Iterator[TitleOf]:
    """The titles before each person; of a row of names under one title, the title for each."""
    row: tuple[TitleOf, ...] = ()
    for number, person in enumerate(page.persons):
        own = tuple(_before(page, person, row))
        if not own and row and page.plain[page.ends[number - 1] : person.span.start] in _JOINTS:
            shared = row if all(page.rules["several"].regex.search(title.title) for title in row) else row[-1:]
            own = tuple(replace(title, person=person, confidence=0.8, rule="row") for title in shared)
        row = own
        yield from own


def _before(page: Page, person: Mention, row: tuple[TitleOf, ...]) -> Iterator[TitleOf]:
    block, end = page.block(person.span), person.span.start
    while end > block.start and page.plain[end - 1] in " 　：:的":
        end -= 1
    if end > block.start and not page.plain[end - 1].isalnum() and not _in_bracket(page, block.start, end):
        return
    left = max(block.start, end - _REACH, page.last_end(end))
    cut = _cut(page, left, end)
    region = Span(max(left, cut + 1), end)
    for title in _behind_bracket(page, region, cut) or page.titles_in(region):
        whole = _carried(page, title, row)
        if is_post(whole):
            yield made(person, whole, "title-name", 0.95 if whole is title else 0.8)


def _in_bracket(page: Page, left: int, end: int) -> bool:
    """Whether （兼） stands right before a name, which says something of the title before it."""
    opening = page.plain.rfind("（", left, end)
    return opening >= 0 and bool(page.rules["title-bracket"].regex.fullmatch(page.plain, opening, end))


def _cut(page: Page, left: int, end: int) -> int:
    """The last mark before a name behind which its titles begin; （兼） behind a title is none."""
    cut = max(page.plain.rfind(mark, left, end) for mark in _CUTS)
    return _cut(page, left, page.plain.rfind("（", left, cut)) if _in_bracket(page, left, cut + 1) else cut


def _behind_bracket(page: Page, region: Span, cut: int) -> tuple[Title, ...]:
    """市发改委（以下简称发改委）主任: the titles of a stretch behind a bracket that stands right behind an organ."""
    if cut < 0 or page.plain[cut] != "）" or cut + 1 != region.start:
        return ()
    organ = page.organ_before(page.plain.rfind("（", max(0, cut - _BRACKET), cut))
    titles = page.titles_in(region) if organ else ()
    return page.owned(organ, region) if organ and titles and not titles[0].organ_span else ()


def _carried(page: Page, title: Title, row: tuple[TitleOf, ...]) -> Title:
    """A title without an organ right behind another person's is of the same organ."""
    if title.organ or not row or not row[-1].organ:
        return title
    between = page.plain[row[-1].person.span.end : title.span.start]
    alike = title.title.endswith(row[-1].title[-2:]) or title.title[:2] == row[-1].title[:2] in _PARTY
    if between not in {"、", "和"} and not (between == "，" and alike):
        return title
    return replace(title, organ=row[-1].organ, organ_span=row[-1].organ_span)
