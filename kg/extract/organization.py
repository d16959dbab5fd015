"""Organizations: every organ, company, school, hospital, bank, media outlet and association that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.bodies import Bodies
from kg.text.firms import Firms
from kg.text.organs import Organs
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every mention of an organization; 市委 and the like with ``points``."""
    found: dict[Span, Mention] = {}
    whole = [*_masthead(sheet), *_organs(sheet), *_bodies(sheet)]
    taken = [m.span for m in whole if m.rule.startswith("body")]
    short = [m for m in _firms(sheet) if not any(t.holds(m.span) for t in taken)]
    for mention in (*whole, *short):
        found.setdefault(mention.span, mention)
    yield from sorted(found.values())


def _organs(sheet: Sheet) -> Iterator[Mention]:
    """Organs of the table after their place or level: 临汾市委, 市发改委."""
    organs = Organs.of(sheet.lexicon)
    for span in sheet.spans:
        for read in organs.read(sheet.plain, span):
            rule = "organ-level" if read.bare else "organ-place"
            yield Mention(read.span, Kind.ORGANIZATION, sheet.document.name(read.span), rule, 0.95, points=read.bare)


def _bodies(sheet: Sheet) -> Iterator[Mention]:
    """Bodies by their head words: 甘肃某某农业发展有限公司, 某某大学, 市某某领导小组."""
    bodies = Bodies(sheet)
    for span in sheet.spans:
        for body in bodies.read(span):
            name = sheet.document.name(body.span)
            name = name[1:-1] if name[0] == "“" and name[-1] == "”" else name
            yield Mention(body.span, Kind.ORGANIZATION, name, f"body-{body.opens}", 0.85)


def _firms(sheet: Sheet) -> Iterator[Mention]:
    """Known organizations and short names of companies: 中国石化, 某某动力."""
    firms = Firms(sheet)
    for span in sheet.spans:
        for here in firms.known(span):
            yield Mention(here, Kind.ORGANIZATION, sheet.document.name(here), "known", 0.9)
        for here in firms.traded(span):
            yield Mention(here, Kind.ORGANIZATION, sheet.document.name(here), "trade", 0.7)


def _masthead(sheet: Sheet) -> Iterator[Mention]:
    word = sheet.document.masthead.publisher
    if word:
        yield Mention(word.span, Kind.ORGANIZATION, word.text, "publisher", 0.98)
