"""A page in the making: its lines, the role of each, and the credits that bylines gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.ingest.credits import in_fields, signed
from kg.model import Role, Word

if TYPE_CHECKING:
    from kg.ingest.lines import Line
    from kg.ingest.rules import Rules

_LONGEST_SIGN = 200


@dataclass
class Page:
    """Lines with the roles found so far (None: not yet known). Filled by the head, the tail and the body in turn."""

    lines: tuple[Line, ...]
    rules: Rules
    roles: list[Role | None] = field(default_factory=list)
    credits: list[Word] = field(default_factory=list)
    title: list[int] = field(default_factory=list)

    def is_prose(self, i: int) -> bool:
        """Whether a line reads as running text: a sentence, a salutation, or simply long."""
        text = self.lines[i].text
        return len(text) > 80 or (len(text) > 4 and bool(self.rules.of("prose").search(text)))

    def matches(self, i: int, *names: str) -> bool:
        """Whether any of the named patterns is found in a line."""
        return any(self.rules.within(name, self.lines[i].text) for name in names)

    def credit(self, i: int, words: tuple[Word, ...]) -> bool:
        """Make a line a byline with these credits; nothing where there are none."""
        if words:
            self.roles[i] = Role.BYLINE
            self.credits += words
        return bool(words)


def opened(lines: tuple[Line, ...], rules: Rules) -> Page:
    """A page on which every line that shows its role by itself has it: furniture, masthead, byline, caption."""
    page = Page(lines, rules, [None] * len(lines))
    for i, line in enumerate(lines):
        page.roles[i] = _by_itself(page, i, line)
    return page


def _by_itself(page: Page, i: int, line: Line) -> Role | None:
    rules, text = page.rules, line.text
    if len(text) > _LONGEST_SIGN:
        return None
    if any(pattern.within(text) for pattern in rules.furniture):
        return Role.FURNITURE
    if page.matches(i, "meta-labelled", "meta-outlet", "meta-number", "meta-printed"):
        page.credits += in_fields(text, line.span.start, rules)
        return Role.META
    if page.matches(i, "caption-says", "caption-shot") or page.matches(i, "caption-scene"):
        found = signed(text, line.span.start, rules)
        page.credits += found
        return Role.BYLINE if found else Role.CAPTION
    if page.matches(i, "affiliation") or page.credit(i, signed(text, line.span.start, rules)):
        return Role.BYLINE
    return None
