"""Organizations: every organ, company, school, hospital, bank, media outlet and association that a text names."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extract.organization.names_by_head import Bodies
from kg.extract.organization.partner_lists import Partners
from kg.extract.organization.press import hosts, press
from kg.extract.organization.short_firm_names import Firms
from kg.extract.organization.short_forms import Shorts
from kg.model import Mention, Span
from kg.model.order import in_order
from kg.names.known_organizations import KnownNames
from kg.names.organ_names import Organs
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.annotated import Sheet

_REACH = 60  # no name of an organization is longer
_PARTS = ("公司", "集团", "医院", "银行")
_LEGAL = frozenset({"股份有限公司", "有限责任公司", "有限公司", "集团", "集团有限公司"})
_SHORT = frozenset({"trade", "partner", "known"})


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every mention of an organization in text order; 市委 and the like with ``points``."""
    found: dict[Span, Mention] = {}
    for mention in _outer([*_press(sheet), *_organs(sheet), *_bodies(sheet), *_partners(sheet), *_firms(sheet)]):
        found.setdefault(mention.span, mention)
    yield from in_order(tuple(Shorts(sheet).written_out(found)))


def _outer(found: list[Mention]) -> Iterator[Mention]:
    """Without what stands inside a longer name and is none of its own (中国石油 in 中国石油大学)."""
    found = sorted(found, key=lambda m: (m.span.start, m.span.end, -m.confidence, m.rule))
    starts = [m.span.start for m in found]
    for mention in found:
        near = found[bisect_left(starts, mention.span.start - _REACH) : bisect_left(starts, mention.span.end)]
        if not any(_loses(mention, m) for m in near if m.span.meets(mention.span) and m.span != mention.span):
            yield mention


def _loses(mention: Mention, other: Mention) -> bool:
    """Whether a mention gives way to another one that it meets."""
    inside, body = other.span.holds(mention.span), other.rule.startswith("body")
    if mention.rule in _SHORT:
        return inside and (body or other.rule == "partner" or other.rule.startswith("organ"))
    if mention.rule.startswith("organ"):
        return inside and other.span.end == mention.span.end
    if other.rule.startswith("organ") and mention.rule.startswith("body"):
        return not mention.span.holds(other.span)
    rest = other.name.removeprefix(mention.name)
    return inside and body and (not mention.name.endswith(_PARTS) or rest in _LEGAL)


def _organs(sheet: Sheet) -> Iterator[Mention]:
    """Organs of the table after their place or level: 临汾市委, 市发改委, and 政府 in 镇党委、政府."""
    organs = Organs.of(sheet.lexicon)
    for span in (*sheet.spans, *hosts(sheet)):
        for read in organs.read(sheet.pairs, span):
            rule = "organ-carried" if read.carried else "organ-level" if read.bare else "organ-place"
            name = sheet.document.name(read.owner) + read.core if read.carried else sheet.document.name(read.span)
            yield Mention(read.span, Kind.ORGANIZATION, name, rule, 0.95, points=read.bare or read.carried)


def _bodies(sheet: Sheet) -> Iterator[Mention]:
    """Bodies by their head words: 某某农业发展有限公司, 某某大学, 市某某领导小组."""
    bodies = Bodies(sheet)
    for span in sheet.spans:
        for body in bodies.read(span):
            name = sheet.document.name(body.span)
            name = name[1:-1] if name[0] == "“" and name[-1] == "”" else name
            yield Mention(body.span, Kind.ORGANIZATION, name, f"body-{body.opens}", 0.85)
            beside = bodies.beside(body, span)
            if beside:
                yield Mention(beside[0], Kind.ORGANIZATION, beside[1], "body-carried", 0.85, points=True)


def _partners(sheet: Sheet) -> Iterator[Mention]:
    """Companies in lists of partners: 与某某动力、某某汽车签订协议."""
    for here, _, sure in Partners(sheet).read():
        yield Mention(here, Kind.ORGANIZATION, sheet.document.name(here), "partner", sure)


def _firms(sheet: Sheet) -> Iterator[Mention]:
    """Known organizations and short names of companies: 中国石化, 某某动力."""
    firms, known = Firms(sheet), KnownNames(sheet)
    for span in sheet.spans:
        yield from _named(sheet, known.read(span), "known", 0.9)
        yield from _named(sheet, firms.traded(span), "trade", 0.7)


def _press(sheet: Sheet) -> Iterator[Mention]:
    """The publisher, wherever the article names it or says 本报, and media in its breadcrumb."""
    for span, name, rule in press(sheet):
        points = rule == "press-own" or sheet.document.name(span) != name
        yield Mention(span, Kind.ORGANIZATION, name, rule, 0.95, points=points)


def _named(sheet: Sheet, spans: Iterable[Span], rule: str, sure: float) -> Iterator[Mention]:
    for span in spans:
        yield Mention(span, Kind.ORGANIZATION, sheet.document.name(span), rule, sure)
