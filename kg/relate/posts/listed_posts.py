"""The posts of a group's roster: 组长：甲 / 成员：乙（市教育局） / 丙（市财政局), one for each name of a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.names.rosters import rosters
from kg.relate.posts.titles_stated import Page, TitleOf

if TYPE_CHECKING:
    from collections.abc import Iterator


def of_rosters(page: Page) -> Iterator[TitleOf]:
    """The title of a label for every person named behind it and at the start of each line below."""
    rule = page.rules["roster"]
    for part in rosters(page.doc):
        for person in page.named_in(part.stretch):
            where = person.span if part.below else part.label  # the sentence that tells it
            yield TitleOf(person, part.title, "", None, where, "attested", "", "", rule.name, rule.confidence)
