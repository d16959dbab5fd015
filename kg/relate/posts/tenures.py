"""From when to when somebody holds a post, where the text says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kg.relate.posts.titles_stated import Page

_NEAR = 28  # characters of 2021年3月至2023年4月, before a name


class Dates(NamedTuple):
    """ISO at the precision of the text; "" where it says nothing, or where the tenure is open."""

    start: str = ""
    end: str = ""


def month(year: str | None, number: str | None) -> str:
    """``2021-03``, ``2021``, or "" without a year."""
    if not year:
        return ""
    return f"{year}-{int(number):02d}" if number and 0 < int(number) < 13 else year


def stated_before(page: Page, at: int, left: int) -> Dates:
    """The dates that stand right before a name whose appointment follows: 2021年3月至2023年4月，王某任…."""
    match = page.rules["tenure-before"].regex.search(page.plain, max(left, at - _NEAR), at)
    return Dates(month(match["y1"], match["m1"]), month(match["y2"], match["m2"])) if match else Dates()
