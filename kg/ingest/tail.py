"""The tail of a page: what stands below the last line of the body: editors, imprints, links to other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ingest.credits import bare_names, organ
from kg.model import Role

if TYPE_CHECKING:
    from kg.ingest.page import Page

_LINK = 80  # a link to another article is shorter than this


def read_tail(page: Page, start: int) -> None:
    """Give the lines at the end of the page their role, from the last one upwards, but none above ``start``."""
    _links(page, start)
    for i in range(len(page.lines) - 1, start, -1):
        if page.roles[i] in {Role.FURNITURE, Role.BYLINE, Role.META, Role.CAPTION}:
            continue
        if page.matches(i, "meta-date"):
            page.roles[i] = Role.META
        elif not _signed(page, i):
            return


def _signed(page: Page, i: int) -> bool:
    """The names below an article, or the organ that drew it up (with its date below)."""
    line = page.lines[i]
    below = page.roles[i + 1] if i + 1 < len(page.lines) else None
    if line.text[0] in "（(" and page.credit(i, bare_names(line.text, line.span.start, page.rules)):
        return True
    if below is Role.META and page.matches(i + 1, "meta-date"):
        return page.credit(i, organ(line.text, line.span.start, page.rules))
    return False


def _links(page: Page, start: int) -> None:
    """Below a line like 相关报道 stand other articles, not this one."""
    first, long = len(page.lines), 0
    for i in range(len(page.lines) - 1, start, -1):
        # The body goes on where several long lines follow: then the sign stood in the middle of the page.
        long += len(page.lines[i].text) > _LINK
        if long > 1:
            break
        if page.matches(i, "related"):
            first = i
    for i in range(first, len(page.lines)):
        page.roles[i] = page.roles[i] if page.roles[i] in {Role.BYLINE, Role.META} else Role.FURNITURE
