"""Place names inside names of other things: which are places of the story, and which only part of a name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.names.place_names import PlaceNames
from kg.text.occurrences import Stretches
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.lexicon.division import Division
    from kg.model import Mention, Span
    from kg.text.annotated import AnnotatedDocument

_TELLING = 5  # characters of a site's name that tell it from others
_BRANDED = frozenset({"known", "trade", "partner", "carried"})
_SITE = "place-site"
_SITES = frozenset({_SITE, "place-developmentzone"})


class Nested:
    """The names of projects and bodies of one text, beside its places."""

    def __init__(self, doc: AnnotatedDocument, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.kinds, self.stages = (
            PlaceNames.of(doc.lexicon).kinds,
            PlaceNames.of(doc.lexicon).words["stage"],
        )
        self.makers = tuple(sorted(PlaceNames.of(doc.lexicon).words["maker"]))
        works = [m for m in mentions if m.kind in {Kind.PROJECT, Kind.ORGANIZATION}]
        self.spans = Stretches(sorted({m.span for m in works}))
        self.works = Stretches(sorted({m.span for m in works if m.kind is Kind.PROJECT}))
        self.projects = tuple(sorted({m.name for m in works if m.kind is Kind.PROJECT}))
        bodies = [m for m in works if m.kind is Kind.ORGANIZATION and not m.rule.startswith("organ-")]
        self.names = {m.name for m in bodies}
        self.bodies = Stretches(sorted({m.span for m in bodies}))
        self.known = {m.span for m in bodies if m.rule in _BRANDED}
        self.firms = {m.span for m in bodies if m.name.endswith(self.makers)}

    def part(self, place: Mention) -> bool:
        """Whether it is no place of its own.

        A site that is the end of a project's name here or elsewhere (郓城县|智能家居产业园), or opens that of a firm
        (青岭港|务集团); a region that is part of a
        body's name (豫北|电梯) or is a body (东盟).
        """
        span = place.span
        inside = any(body.holds(span) and body != span for body in self.bodies.meeting(span))
        if place.rule == "place-region":
            land = self.kinds.get(place.name) in {"river", "mountain"}
            within = land and any(work.holds(span) and work.start < span.start for work in self.works.meeting(span))
            return inside or within or place.name in self.names
        if place.rule == "place-water" and inside:
            return True
        if place.rule not in _SITES:
            return False
        if place.rule == _SITE and any(firm.start == span.start and firm != span for firm in self.firms_at(span)):
            return True
        if len(place.name) >= _TELLING and any(name.endswith(place.name) for name in self.projects):
            return True
        longer = [work for work in self.spans.meeting(span) if work.holds(span) and work != span]
        return any(self.doc.plain[span.end : work.end] in self.stages for work in longer)

    def brands(self, named: Mapping[Mention, Division], place_chain: Sequence[str]) -> frozenset[Mention]:
        """The short names of places that stand only at the head of firms' names: of provinces in any
        (广西北部湾国际港务集团), of others in brands (宁德时代, 泰山啤酒); those of far counties in names of works too.
        """
        rows: dict[str, list[tuple[bool, Mention]]] = defaultdict(list)
        for mention, one in named.items():
            firm = self._firm(mention) if one.level == "province" else self._brand(mention)
            far = one.level == "county" and bool(place_chain) and one.parent not in place_chain
            firm = firm or (far and self._opens(mention))
            rows[one.code].append((mention.rule == "place-short" and firm, mention))
        return frozenset(m for row in rows.values() if all(inside for inside, _ in row) for _, m in row)

    def _firm(self, place: Mention) -> bool:
        here = place.span
        return any(body.start == here.start and body.holds(here) for body in self.firms_at(here))

    def _brand(self, place: Mention) -> bool:
        here = place.span
        return any(body.start == here.start and body in self.known for body in self.bodies.meeting(here))

    def _opens(self, place: Mention) -> bool:
        """Whether a place opens the name of a work: 江汉|智能家居产业园."""
        here = place.span
        return any(work.start == here.start and work != here for work in self.works.meeting(here))

    def firms_at(self, span: Span) -> list[Span]:
        """The names of firms that share characters with a stretch."""
        return [body for body in self.bodies.meeting(span) if body in self.firms]
