"""Places below or beside the divisions: townships, villages, zones, sites, regions; each scoped by where it lies."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Entity
from kg.model.identity import code_of, mint
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.link.place.divisions import Divisions
    from kg.model import Mention
    from kg.names.place_names import PlaceNames

_SORTS = {
    "developmentzone": "DevelopmentZone",
    "site": "Site",
    "water": "Site",
    "village": "Village",
    "township": "Township",
    "town": "Township",
    "unlisted": "County",
    "foreign": "AdministrativeDivision",
}
_REGIONS = {"region": "Region", "country": "Region", "river": "Site", "mountain": "Site"}


_CHAIN = 20  # characters of the longest name of a division


@dataclass
class Localities:
    """Resolves zones, sites, towns and villages of one text, which have no code of their own.

    ``divisions`` knows where the divisions stand.
    """

    divisions: Divisions
    zones: dict[str, Entity] = field(default_factory=dict)
    called: dict[str, Entity] = field(default_factory=dict)

    @cached_property
    def place_names(self) -> PlaceNames:
        """The names of the tables."""
        return self.divisions.place_names

    def read(self, mentions: Sequence[Mention]) -> dict[Mention, Entity]:
        """The entity of every mention of a locality; the long forms of a zone first, so that short ones find them."""
        found: dict[Mention, Entity] = {}
        for mention in sorted(mentions, key=lambda m: (-len(m.name), m)):
            known = self.called.get(mention.name)
            entity = known or self._tabled(mention) or self._town(mention) or self._scoped(mention)
            if short := self._named_after(mention):
                self.called.setdefault(short, entity)
            found[mention] = entity
        return found

    def _named_after(self, mention: Mention) -> str:
        """The short name that the text says it will use: …试验区（以下简称“甲试验区”）."""
        rule = self.divisions.doc.lexicon.rule("organization", "called")
        match = rule.regex.match(self.divisions.doc.plain, mention.span.end)
        return match["short"] if match else ""

    def pointed(self, mention: Mention) -> Entity | None:
        """The zone that 经开区 or 自贸试验区 alone means: the only one of its kind in the text, else the home's own."""
        kind = self._short(mention.name)
        chain = [self.divisions.gazetteer.by_code(code, self.divisions.year) for code in self.divisions.place_chain]
        row = self.place_names.landmarks.get(chain[0].short + kind) if chain and chain[0] else None
        if row:
            return _entity(row["name"], row["code"], row["class"])
        same = sorted({zone for zone in self.zones.values() if self._short(zone.name).endswith(kind)})
        if same:
            return same[0] if len(same) == 1 else None
        own = chain[-1] if len(chain) > 1 and kind != "自贸区" else None
        return _entity(own.short + mention.name, own.code, "DevelopmentZone") if own else None

    def _tabled(self, mention: Mention) -> Entity | None:
        """A region or a landmark."""
        if mention.rule == "place-region":
            name, kind = self.place_names.regions[mention.name], self.place_names.kinds[mention.name]
            return _entity(name, "", _REGIONS.get(kind, "Region"))
        row = self.place_names.landmarks.get(mention.name)
        if row is None:
            return None
        ruled = ("AdministrativeDivision",) if row["class"] == "City" else ()
        entity = _entity(row["name"], row["code"], row["class"], *ruled)
        if row["class"] == "DevelopmentZone":
            self.zones.setdefault(self._short(row["name"]), entity)
        return entity

    def _town(self, mention: Mention) -> Entity | None:
        """A township: scoped by the county that has one of the name, the nearest first."""
        if mention.rule not in {"place-town", "place-township"}:
            return None
        parents = [one.code for one in self.divisions.gazetteer.townships(mention.name)]
        near = self.divisions.near(mention.span)
        own = next((code for code in near if code in parents), "")
        if not own and near and self._right_before(mention, near[0]):
            own = near[0]  # 兰考县|城关镇, which the table has no longer: another county's is not meant
        if not own:
            akin = self.divisions.gazetteer.within
            own = next((code for above in near for code in parents if akin(code, above)), "")
        scope = own or (parents[0] if len(parents) == 1 else next(iter(near), ""))
        return _entity(mention.name, scope, "Township", "AdministrativeDivision")

    def _right_before(self, mention: Mention, code: str) -> bool:
        """Whether the county of a code stands right before a mention."""
        rows = self.divisions.between(mention.span.start - _CHAIN, mention.span.start)
        one = self.divisions.gazetteer.by_code(code, self.divisions.year)
        return bool(one and one.level == "county") and any(e == mention.span.start and c == code for _, e, c in rows)

    def _scoped(self, mention: Mention) -> Entity:
        """A village, a zone, a site: scoped by the place in its name, before it, or that the sentence speaks of."""
        kind = _SORTS[mention.rule.partition("-")[2]]
        scope = "" if mention.rule == "place-foreign" else self._scope(mention)
        extra = ("AdministrativeDivision",) if kind in {"Village", "County"} else ()
        if kind not in {"DevelopmentZone", "Site"}:
            return _entity(mention.name, scope, kind, *extra)
        core = self._core(mention.name)
        known = self.zones.get(core)
        if known and (known.name.endswith(mention.name) or self._short(known.name) == self._short(mention.name)):
            return known
        if known and core == self._core(known.name) and code_of(known.key) == scope != "":
            return known  # 北京市|行政副中心, 北京|行政副中心
        entity = _entity(mention.name, scope, kind)
        self.zones.setdefault(core, entity)
        return entity

    def _core(self, name: str) -> str:
        """A zone's name without the place that opens it, its kind in its short form.

        长春装备制造产业开发区 → 装备制造产业开发区. A name of nothing but its kind keeps its place:
        临汾经济开发区 → 临汾经开区.
        """
        name = self._short(name)
        bare = self._unplaced(name)
        return name if bare in {short for _, short in self.place_names.forms} or len(bare) < 3 else bare

    def _short(self, name: str) -> str:
        """A zone's name with its kind in the short form."""
        for long, short in self.place_names.forms:
            if name.endswith(long):
                return name.removesuffix(long) + short
        return name

    def _unplaced(self, name: str) -> str:
        for end in range(len(name) - 2, 1, -1):
            if self.place_names.name_types.get(name[:end]) in {"full", "short"}:
                return name[end:]
        return name

    def _scope(self, mention: Mention) -> str:
        """The code of the county, city or province that a locality lies in."""
        span = mention.span
        sentence = self.divisions.doc.sentence(span)
        rows = self.divisions.between(min(sentence.start, span.start - _CHAIN), span.end)
        inside = [c for start, end, c in rows if span.start <= start and end <= span.end]
        if inside:
            return inside[-1]
        before = [c for _, end, c in rows if end == span.start]
        spoken = [c for start, end, c in rows if sentence.start <= start and end <= span.start]
        place_chain = self.divisions.place_chain
        akin = [c for c in reversed(spoken) if not place_chain or self.divisions.gazetteer.within(c, place_chain[0])]
        return next(iter([*before, *akin, *place_chain[::-1]]), "")


def _entity(name: str, scope: str, *classes: str) -> Entity:
    return Entity(mint(Kind.PLACE, name, scope), Kind.PLACE, name, classes=tuple(sorted(set(classes))))
