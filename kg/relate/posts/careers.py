"""Dated lines of a résumé, and what a note says of the author: 2018年6月任某县委书记, （作者系某县委书记）."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Mention, Span
from kg.relate.posts.after_name import row, status_of
from kg.relate.posts.tenures import month
from kg.relate.posts.titles_stated import Page, TitleOf, is_post, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.names.offices import Title

_OPENINGS = ("，男", "，女", "（男", "（女", "同志简历", "简历", "个人简历", "，现任", "，历任", "，曾任")


def careers(page: Page) -> Iterator[TitleOf]:
    """The spells of everybody whose résumé the text holds, and the posts of its one author."""
    subjects = [person for person in page.persons if _opens(page, person)]
    yield from _lives(page, subjects)
    for name in ("spell", "line", "since"):
        rule = page.rules[name]
        for block in page.blocks if subjects else ():
            for match in rule.regex.finditer(page.plain, block.start, block.end):
                person = _opener(page, match.start()) or _last(subjects, match.start())
                if person and not _of_another(page, person, match.start()):
                    ended = match.groupdict().get("y2")
                    start, end = month(match["y1"], match["m1"]), month(ended, match["m2"]) if ended else ""
                    for title in _clauses(page, Span(*match.span("titles"))):
                        status = "former" if end else title.status
                        yield made(person, replace(title, status=status), name, rule.confidence, start, end)
    yield from _noted(page)


def _of_another(page: Page, person: Mention, at: int) -> bool:
    """Whether the sentence has named somebody else before an offset, whose years they are."""
    named = page.persons[: bisect_right(page.ends, at)]
    sentence = page.doc.sentence(Span(at, at + 1)).start
    return bool(named) and named[-1].entity != person.entity and named[-1].span.start >= sentence


def _lives(page: Page, subjects: list[Mention]) -> Iterator[TitleOf]:
    """What a life says of posts without dates: 现任…, 曾任…, 拟任… in any clause up to the next life or the end of
    the line, and a title that is the whole of a clause (，平原大学教授，).
    """
    rule = page.rules["life"]
    for number, person in enumerate(subjects):
        end = page.block(person.span).end
        if number + 1 < len(subjects):
            end = min(end, subjects[number + 1].span.start)
        for match in rule.regex.finditer(page.plain, person.span.end, end):
            for title in filter(is_post, row(page, Span(*match.span("titles")))):
                status = status_of(title, match["verb"], rule.name, "", "")
                yield made(person, replace(title, status=status), rule.name, rule.confidence)
        yield from _plain(page, person, end)


def _plain(page: Page, person: Mention, end: int) -> Iterator[TitleOf]:
    """The clauses of a life's first sentence that are titles and nothing else, and the sentences behind it that hold
    nothing but such clauses: 平原大学教授，省专家委员会副主任。
    """
    at, first = person.span.end, True
    while at < end:
        stop = page.plain.find("。", at, end)
        stop = stop if stop >= 0 else end
        clauses = list(_whole(page, Span(at, stop)))
        if not first and not all(clauses):
            return
        yield from (made(person, title, "life", 0.85) for titles in clauses for title in filter(is_post, titles))
        at, first = stop + 1, False


def _whole(page: Page, sentence: Span) -> Iterator[tuple[Title, ...]]:
    """For each clause of a sentence the titles that it is, or none where it is anything else."""
    at = sentence.start
    for clause in page.plain[sentence.start : sentence.end].split("，"):
        titles = page.titles_in(Span(at, at + len(clause))) if clause else ()
        yield titles if titles and titles[0].whole and titles[0].organ_span else ()
        at += len(clause) + 1


def _noted(page: Page) -> Iterator[TitleOf]:
    """The posts of the article's one author."""
    credited = {word.span for word in page.doc.document.masthead.credits if word.role == "author"}
    authors = [person for person in page.persons if person.span in credited]
    rule = page.rules["author-note"]
    for block in page.blocks if len(authors) == 1 else ():
        for match in rule.regex.finditer(page.plain, block.start, block.end):
            for title in filter(is_post, page.titles_in(Span(*match.span("titles")))):
                yield made(authors[0], title, rule.name, rule.confidence)


def _clauses(page: Page, region: Span) -> Iterator[Title]:
    """The titles of every clause of a line."""
    at = region.start
    for clause in page.plain[region.start : region.end].split("，"):
        yield from filter(is_post, page.titles_in(Span(at, at + len(clause.rstrip("。；")))))
        at += len(clause) + 1


def _opens(page: Page, person: Mention) -> bool:
    """Whether a résumé begins with a name: ，男， or ，1970年."""
    after = page.plain[person.span.end : person.span.end + 8]
    return after.lstrip(" 　").startswith(_OPENINGS) or (after[:1] in {"，", "（"} and after[1:5].isdecimal())


def _opener(page: Page, at: int) -> Mention | None:
    """The person that opens the sentence at an offset: a spell told of somebody by name is nobody else's."""
    start = page.doc.sentence(Span(at, at + 1)).start
    return next((person for person in page.persons if person.span.start == start and person.span.end <= at), None)


def _last(persons: list[Mention], before: int) -> Mention | None:
    at = bisect_right(persons, before, key=lambda person: person.span.end) - 1
    return persons[at] if at >= 0 else None
