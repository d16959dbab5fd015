"""Places inside the names of other things: when they are places of the story, and when only part of a name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.text.atlas import Atlas
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.lexicon.division import Division
    from kg.model import Mention
    from kg.text.sheet import Sheet

_SITES = frozenset({"place-site", "place-developmentzone"})


class Nested:
    """The names of projects and bodies of one text, beside its places."""

    def __init__(self, sheet: Sheet, mentions: Sequence[Mention]) -> None:
        self.sheet = sheet
        self.stages = Atlas.of(sheet.lexicon).words["stage"]
        self.makers = tuple(sorted(Atlas.of(sheet.lexicon).words["maker"]))
        self.works = [m for m in mentions if m.kind in {Kind.PROJECT, Kind.ORGANIZATION}]
        self.bodies = [m for m in self.works if m.kind is Kind.ORGANIZATION and not m.rule.startswith("organ-")]

    def part(self, place: Mention) -> bool:
        """Whether a site is the end of a longer name (郓城县|智能家居产业园), a region part of a body's (豫北|电梯)."""
        if place.rule == "place-region":
            return any(body.span.holds(place.span) and body.span != place.span for body in self.bodies)
        if place.rule not in _SITES:
            return False
        return any(
            work.span != place.span
            and work.span.holds(place.span)
            and self.sheet.plain[place.span.end : work.span.end] in self.stages
            for work in self.works
        )

    def brands(self, named: Mapping[Mention, Division]) -> frozenset[Mention]:
        """The short names of provinces that stand only at the head of firms' names: 广西北部湾国际港务集团."""
        rows: dict[str, list[tuple[bool, Mention]]] = defaultdict(list)
        for mention, one in named.items():
            inside = one.level == "province" and mention.rule == "place-short" and self._firm(mention)
            rows[one.code].append((inside, mention))
        return frozenset(m for row in rows.values() if all(inside for inside, _ in row) for _, m in row)

    def _firm(self, place: Mention) -> bool:
        return any(
            body.span.start == place.span.start and body.span.holds(place.span) and body.name.endswith(self.makers)
            for body in self.bodies
        )
