"""What is done to the people of a list: 任命： stands once, before the first name or in a line of its own."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from kg.model import Mention
    from kg.relate.posts.titles_stated import Page

_NEAR = 20  # characters between a word like 免去 and the name, where it opens no list
_ENDS = frozenset("。；;，\n")
_ROLES = ("former", "proposed", "appointed")


class Leads:
    """Where a text says that people are appointed, removed or proposed."""

    def __init__(self, page: Page) -> None:
        self.plain = page.plain
        line = page.rules["lead-line"].regex
        found = [(match, False) for match in page.rules["lead"].over(page.plain, page.blocks)]
        alone = (line.match(page.plain[block.start : block.end]) for block in page.blocks)
        lists = [
            (block.end, _role(match), True)
            for block, match in zip(page.blocks, alone, strict=True)
            if match is not None
        ]
        self.words = sorted({*lists, *((m.end(), _role(m), m["list"] is not None) for m, _ in found)})
        self.ends = [end for end, _, _ in self.words]

    def of(self, person: Mention) -> str:
        """``former``, ``appointed``, ``proposed``, or "" where nothing is said to be done to a person."""
        for at in range(bisect_right(self.ends, person.span.start) - 1, -1, -1):
            end, role, opens = self.words[at]
            between = self.plain[end : person.span.start]
            if opens or (len(between) <= _NEAR and not _ENDS & set(between)):
                return role
            if len(between) > _NEAR and not any(row[2] for row in self.words[:at]):
                break
        return ""


def _role(match: re.Match[str]) -> str:
    return next(role for role in _ROLES if match[role])
