"""Organizations: every organ, company, school, hospital, bank, media outlet and association that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.organs import Organs
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every mention of an organization; 市委 and the like with ``points``."""
    found: dict[Span, Mention] = {}
    for mention in (*_organs(sheet), *_masthead(sheet)):
        found.setdefault(mention.span, mention)
    yield from sorted(found.values())


def _organs(sheet: Sheet) -> Iterator[Mention]:
    """Organs of the table after their place or level: 临汾市委, 市发改委."""
    organs = Organs.of(sheet.lexicon)
    for span in sheet.spans:
        for read in organs.read(sheet.plain, span):
            rule = "organ-level" if read.bare else "organ-place"
            yield Mention(read.span, Kind.ORGANIZATION, sheet.document.name(read.span), rule, 0.95, points=read.bare)


def _masthead(sheet: Sheet) -> Iterator[Mention]:
    word = sheet.document.masthead.publisher
    if word:
        yield Mention(word.span, Kind.ORGANIZATION, word.text, "publisher", 0.98)
