"""The head of a page: everything above the first line of prose. Finds the title among columns, kickers and bylines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.ingest.credits import bare_names, organ, with_post
from kg.model import Role

if TYPE_CHECKING:
    from kg.ingest.page import Page

_LONGEST_TITLE = 60
_COMPLETE = 12  # a title of more characters is whole; a shorter one may go on in the next line
_LONGEST_HEAD = 80


def body_start(page: Page) -> int:
    """The index of the first line of the body: the first prose, numbered heading or label of a roster."""
    for i, role in enumerate(page.roles[:_LONGEST_HEAD]):
        if role is None and (page.is_prose(i) or page.matches(i, "heading-number", "roster-label")):
            return i
    return min(len(page.lines), _LONGEST_HEAD)


def read_head(page: Page, end: int) -> None:
    """Give every line above ``end`` its role, and the page its title."""
    for i in range(end):
        if page.roles[i] is None and page.matches(i, "meta-date", "meta-letterhead"):
            page.roles[i] = Role.META
    _strip_trail(page, end)
    page.title = _title(page, end)
    for i in page.title:
        page.roles[i] = Role.TITLE
    _above(page, page.title[0] if page.title else end)
    if page.title:
        _below(page, page.title[-1] + 1, end)


def _strip_trail(page: Page, end: int) -> None:
    """The last step of a navigation list stands behind its sign, and often once more as the name of the channel."""
    for i in range(1, end):
        if page.roles[i] is None and page.lines[i - 1].text in {">", ">>", "»", "›", "＞"}:
            page.roles[i] = Role.FURNITURE
            if i + 1 < end and page.lines[i + 1].bare == page.lines[i].bare:
                page.roles[i + 1] = Role.FURNITURE


def _title(page: Page, end: int) -> list[int]:
    free = [i for i in range(end) if page.roles[i] is None and _may_be_title(page, i)]
    counts = Counter(page.lines[i].bare for i in free)
    strong = [i for i in free if not page.matches(i, "column", "channel", "meta-site")]
    pool = [i for i in strong if counts[page.lines[i].bare] > 1] or strong
    if not pool:
        return []
    first = pool[0]
    found = [first]
    while counts[page.lines[first].bare] == 1 and _goes_on(page, found, end):
        found.append(found[-1] + 1)
    return found


def _may_be_title(page: Page, i: int) -> bool:
    line = page.lines[i]
    if not 4 <= len(line.bare) <= _LONGEST_TITLE or page.matches(i, "dash") or _is_session(page, i):
        return False
    at, rules = line.span.start, page.rules
    if page.matches(i, "title-whole"):  # 任前公示 might else be two persons, 任前 and 公示
        return True
    return not (bare_names(line.text, at, rules) or with_post(line.text, at, rules))


def _goes_on(page: Page, found: list[int], end: int) -> bool:
    """Whether the next line belongs to the title: the title so far is short, or plainly not finished."""
    last, after = found[-1], found[-1] + 1
    if after >= end or page.roles[after] is not None or len(found) > 2 or not _may_be_title(page, after):
        return False
    text = page.lines[after].text
    if page.matches(after, "column", "channel", "meta-site") or text[0] in "（(":
        return False
    so_far = sum(len(page.lines[i].bare) for i in found)
    if so_far + len(page.lines[after].bare) > _LONGEST_TITLE + 20:
        return False
    if page.matches(last, "unfinished"):
        return bool(page.matches(after, "follows")) or page.lines[last].text[-1] in "，、：:和与及—"
    return len(found) == 1 and so_far <= _COMPLETE and not page.matches(last, "title-whole")


def _above(page: Page, end: int) -> None:
    for i in range(end):
        if page.roles[i] is not None:
            continue
        if page.matches(i, "meta-site"):
            page.roles[i] = Role.META
        else:
            page.roles[i] = Role.FURNITURE if page.matches(i, "channel") else Role.HEADING


def _below(page: Page, start: int, end: int) -> None:
    title = {page.lines[i].bare for i in page.title} | {"".join(page.lines[i].bare for i in page.title)}
    repeated = False  # the title printed again between the photographs: what follows each time is a caption
    for i in range(start, end):
        line = page.lines[i]
        if line.bare in title:
            page.roles[i], repeated = Role.FURNITURE, True
        elif page.roles[i] is not None:
            repeated = repeated and page.roles[i] is not Role.CAPTION
        elif repeated:
            page.roles[i], repeated = Role.CAPTION, False
        else:
            _byline(page, i)


def _byline(page: Page, i: int) -> None:
    line, rules = page.lines[i], page.rules
    at = line.span.start
    if page.matches(i, "dash") or _is_session(page, i):
        page.roles[i] = Role.HEADING
    elif page.matches(i, "meta-site"):
        page.roles[i] = Role.META
    elif not any(page.credit(i, find(line.text, at, rules)) for find in (with_post, bare_names, organ)):
        page.roles[i] = Role.HEADING


def _is_session(page: Page, i: int) -> bool:
    """Whether a line says where a speech was held or a report given, or ends such a line that was broken."""
    if page.matches(i, "session"):
        return True
    return i > 0 and page.matches(i - 1, "dash") and page.matches(i, "session-end")
