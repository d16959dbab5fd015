"""Organizations: every organ, company, school, hospital, bank, media outlet and association that a text names."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extract.organization.corps import corps
from kg.extract.organization.groups_under import groups_under
from kg.extract.organization.names_by_head import NamesByHeadWord
from kg.extract.organization.partner_lists import Partners
from kg.extract.organization.parts import Parts
from kg.extract.organization.press import hosts, press
from kg.extract.organization.short_firm_names import Firms
from kg.extract.organization.short_forms import Shorts
from kg.extract.organization.title_organs import title_organs
from kg.extract.organization.titled import Titled
from kg.extract.organization.villages import villages
from kg.model import Mention, Span
from kg.model.order import in_order
from kg.names.known_organizations import FORMS, KnownNames
from kg.names.organ_names import OfficialOrgans
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.annotated import AnnotatedDocument

_REACH = 60  # no name of an organization is longer
_PARTS = ("公司", "集团", "医院", "银行")
_LEGAL = frozenset(("集团", *FORMS))
_SHORT = frozenset({"trade", "partner", "known"})


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every mention of an organization in text order; 市委 and the like with ``points``."""
    found: dict[Span, Mention] = {}
    led = doc.lexicon.rule("visit", "led-party").regex
    named = (m for m in _bodies(doc) if not led.search(m.name))
    bodies = [*_organs(doc), *named, *_firms(doc), *corps(doc)]
    for mention in _outer(
        doc,
        [
            *_press(doc),
            *bodies,
            *Parts(doc).read(bodies),
            *_partners(doc),
            *title_organs(doc),
            *Titled(doc).read(bodies),
            *groups_under(doc, bodies),
            *villages(doc),
        ],
    ):
        found.setdefault(mention.span, mention)
    yield from in_order(tuple(Shorts(doc).written_out(found)))


def _outer(doc: AnnotatedDocument, found: list[Mention]) -> Iterator[Mention]:
    """Without what stands inside a longer name and is none of its own (中国石油 in 中国石油大学)."""
    found = sorted(found, key=lambda m: (m.span.start, m.span.end, -m.confidence, m.rule))
    starts = [m.span.start for m in found]
    for mention in found:
        near = found[bisect_left(starts, mention.span.start - _REACH) : bisect_left(starts, mention.span.end)]
        others = (m for m in near if m.span.meets(mention.span) and m.span != mention.span)
        if winner := next((m for m in others if _loses(mention, m)), None):
            doc.drop(mention.span, "Organization", f"{winner.name} stands over it")
        else:
            yield mention


def _loses(mention: Mention, other: Mention) -> bool:
    """Whether a mention gives way to another one that it meets."""
    if mention.rule == "part-whole":
        return False
    inside, body = other.span.holds(mention.span), other.rule.startswith("body")
    if mention.rule in _SHORT:
        return inside and (body or other.rule == "partner" or other.rule.startswith("organ"))
    if mention.rule.startswith("organ"):
        return inside and other.span.end == mention.span.end and not _over_bracket(other, mention)
    if other.rule.startswith("organ") and mention.rule.startswith("body"):
        return not mention.span.holds(other.span) or _over_bracket(mention, other)
    if inside and other.rule == "part" and other.span.end == mention.span.end:
        return True  # 某大学某某物理学院 holds no 物理学院
    rest = other.name.removeprefix(mention.name)
    return inside and body and (not mention.name.endswith(_PARTS) or rest in _LEGAL)


def _over_bracket(body: Mention, organ: Mention) -> bool:
    """Whether a body's name reaches over a bracket to an organ's place: 日电（记者王某）|某省教育厅."""
    return organ.span.end == body.span.end and body.name.removesuffix(organ.name).endswith("）")


def _organs(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Organs of the table after their place or level: 临汾市委, 市发改委, and 政府 in 镇党委、政府."""
    organs = OfficialOrgans.of(doc.lexicon)
    for span in (*doc.spans, *hosts(doc)):
        for read in organs.read(doc.bigrams, span):
            rule = "organ-carried" if read.carried else "organ-level" if read.bare else "organ-place"
            name = doc.document.name(read.owner) + read.core if read.carried else doc.document.name(read.span)
            yield Mention(read.span, Kind.ORGANIZATION, name, rule, 0.95, points=read.bare or read.carried)


def _bodies(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Bodies by their head words: 某某农业发展有限公司, 某某大学, 市某某领导小组."""
    bodies, called = NamesByHeadWord(doc), doc.lexicon.rule("organization", "called").regex
    for span in doc.spans:
        for body in bodies.read(span):
            name = called.sub("", doc.document.name(body.span))  # 某某基地（简称基地）|管委会
            name = name[1:-1] if name[0] == "“" and name[-1] == "”" else name
            if founder := bodies.founder(body, span):
                yield Mention(body.span, Kind.ORGANIZATION, founder + name, "body-place", 0.85, points=True)
                continue
            yield Mention(body.span, Kind.ORGANIZATION, name, f"body-{body.opens}", 0.85)
            beside = bodies.beside(body, span)
            if beside:
                name = called.sub("", beside[1])
                yield Mention(beside[0], Kind.ORGANIZATION, name, "body-carried", 0.85, points=True)


def _partners(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Companies in lists of partners: 与某某动力、某某汽车签订协议."""
    for here, _, sure in Partners(doc).read():
        yield Mention(here, Kind.ORGANIZATION, doc.document.name(here), "partner", sure)


def _firms(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Known organizations and short names of companies: 中国石化, 某某动力."""
    firms, known = Firms(doc), KnownNames(doc)
    for span in doc.spans:
        yield from _named(doc, known.read(span), "known", 0.9)
        yield from _named(doc, firms.traded(span), "trade", 0.7)


def _press(doc: AnnotatedDocument) -> Iterator[Mention]:
    """The publisher, wherever the article names it or says 本报, and media in its breadcrumb."""
    for span, name, rule in press(doc):
        points = rule == "press-own" or doc.document.name(span) != name
        yield Mention(span, Kind.ORGANIZATION, name, rule, 0.95, points=points)


def _named(doc: AnnotatedDocument, spans: Iterable[Span], rule: str, sure: float) -> Iterator[Mention]:
    for span in spans:
        yield Mention(span, Kind.ORGANIZATION, doc.document.name(span), rule, sure)
