"""Titles behind a name: appointments (任某局局长), appositions (，某局局长，), forms of address, résumés."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Mention, Span
from kg.relate.posts.titles_stated import Page, TitleOf, is_post, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.names.offices import Title

_RULES = ("removed", "mandate", "apposition", "address", "vita", "vita-next")
_OVER = frozenset({"的", "不再担任", "不再兼任", "辞去", "曾任", "时任", "历任"})
_NEAR = 20  # characters before a name in which 免去, 任命, 提名 stand


def behind(page: Page) -> Iterator[TitleOf]:
    """The titles behind each person."""
    for person in page.persons:
        yield from _of(page, person)


def _of(page: Page, person: Mention) -> Iterator[TitleOf]:
    block = page.block(person.span)
    lead = _lead(page, person, block)
    for name in _RULES:
        rule = page.rules[name]
        match = rule.regex.match(page.plain, person.span.end, block.end)
        if not match or (name == "removed" and lead != "former"):
            continue
        words = match.groupdict()
        region = Span(*match.span("titles"))
        stated = tuple(_row(page, region)) if name == "vita" else page.told(region)
        for title in filter(is_post, stated):
            if name != "apposition" or stated[0].whole:
                status = _status(title, words.get("verb") or "", name, lead, words.get("end") or "")
                yield made(person, replace(title, status=status), name, rule.confidence)
        if stated and name in {"removed", "mandate"}:
            return


def _row(page: Page, region: Span) -> Iterator[Title]:
    """The titles of a row of clauses (现任某市政协副主席，某县委书记), up to the first clause that holds none."""
    at = region.start
    for clause in page.plain[region.start : region.end].split("，"):
        titles = page.told(Span(at, at + len(clause)))
        if not titles:
            return
        yield from titles
        at += len(clause) + 1


def _lead(page: Page, person: Mention, block: Span) -> str:
    """What is done to a person, as the words right before the name say."""
    left = max(block.start, person.span.start - _NEAR)
    for status in ("removed", "appointed", "proposed"):
        if page.rules[f"lead-{status}"].regex.search(page.plain, left, person.span.start):
            return "former" if status == "removed" else status
    return ""


def _status(title: Title, verb: str, rule: str, lead: str, end: str) -> str:
    if verb in _OVER or title.status == "former":
        return "former"
    if lead == "proposed" or end in {"候选人", "人选"} or verb in {"拟任", "提名为"} or rule == "vita-next":
        return "proposed"
    if title.status != "attested":
        return title.status
    if verb in {"代理", "兼任"}:
        return "acting" if verb == "代理" else "concurrent"
    return "appointed" if rule == "mandate" and verb != "现任" else "attested"
