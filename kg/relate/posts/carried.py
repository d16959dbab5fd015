"""Titles that a later clause gives to somebody named before: 甲从乙市来，担任丙大学校长; 免去其…; 甲、乙分别任…."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Mention, Span
from kg.relate.posts.after_name import further, row, status_of
from kg.relate.posts.tenures import month
from kg.relate.posts.titles_stated import Page, TitleOf, is_post, made

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FAR = 60  # characters between a name and the clause that goes on about it
_PRONOUNS = frozenset("他她")
_BETWEEN = frozenset({"、", "和", "与", "及", "，"})


def carried(page: Page) -> Iterator[TitleOf]:
    """The titles of whoever a sentence has named last, and of each of a row of names."""
    rule = page.rules["carried"]
    for match in rule.over(page.plain, page.blocks):
        person = _subject(page, match)
        if person:
            region = Span(*match.span("titles"))
            verb = "免去" if match["taken"] else match["verb"]
            dates = month(match["y1"], match["m1"]), month(match["y2"], match["m2"])
            titles = page.titles_in(region)
            if titles and not match["taken"]:
                titles += tuple(further(page, region.end, page.block(region).end))
            for title in filter(is_post, titles):
                status = "former" if dates[1] else status_of(title, verb, rule.name, "", match["end"] or "")
                yield made(person, replace(title, status=status), rule.name, rule.confidence, *dates)
    yield from _respectively(page)


def _subject(page: Page, match: re.Match[str]) -> Mention | None:
    """The one person whom the sentence has named before, if it begins with the name or its clause does."""
    at = match.start("titles")
    left = page.doc.sentence(Span(match.start(), match.end())).start
    first, last = bisect_left(page.starts, max(left, at - _FAR)), bisect_right(page.ends, match.start())
    named = page.persons[first:last]
    if not named and not match["taken"]:
        return _meant(page, left, at)
    if not named or (len(named) > 1 and not match["taken"]):
        return None
    person = named[-1]
    opens = person.span.start == left or not page.plain[person.span.start - 1].isalnum()
    return person if opens or match["taken"] else None


def _meant(page: Page, left: int, at: int) -> Mention | None:
    """Whom 他 means in a sentence that names nobody: the one person of the last sentence before that names any."""
    last = bisect_right(page.ends, left)
    if not last or not _PRONOUNS & set(page.plain[left:at]):
        return None
    person = page.persons[last - 1]
    sentence = page.doc.sentence(person.span)
    named = page.persons[bisect_left(page.starts, sentence.start) : last]
    near = left - sentence.end <= _FAR and all(one.entity == person.entity for one in named)
    return person if near else None


def _respectively(page: Page) -> Iterator[TitleOf]:
    """甲、乙、丙分别任…: as many titles as names, one for each."""
    rule = page.rules["respectively"]
    for match in rule.over(page.plain, page.blocks):
        titles = [title for title in row(page, Span(*match.span("titles"))) if is_post(title)]
        last = bisect_right(page.ends, match.start())
        named = page.persons[max(0, last - len(titles)) : last]
        if len(named) < 2 or len(named) != len(titles) or not _in_a_row(page, named, match.start()):
            continue
        for person, title in zip(named, titles, strict=True):
            status = status_of(title, match["verb"], rule.name, "", match["end"] or "")
            yield made(person, replace(title, status=status), rule.name, rule.confidence)


def _in_a_row(page: Page, named: tuple[Mention, ...], end: int) -> bool:
    """Whether nothing but commas stands between some names and up to an offset."""
    gaps = [page.plain[a.span.end : b.span.start] for a, b in pairwise(named)]
    return all(gap in _BETWEEN for gap in gaps) and named[-1].span.end == end
