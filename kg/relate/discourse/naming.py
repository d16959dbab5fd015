"""What the names of entities say: the area of an organ, the organ of a branch, the names inside a name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.names.place_names import PlaceNames
from kg.relate.discourse.surfaces import QUOTES, Table, bare_town, inside, plain_name, surfaces, whole_word
from kg.vocab import Kind

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon
    from kg.model import Entity


class Naming:
    """The entities of one article by what their names say."""

    def __init__(self, lexicon: Lexicon, entities: tuple[Entity, ...], article_place: str) -> None:
        self.lexicon, self.article_place = lexicon, article_place
        self.entities = {e.key: e for e in entities}
        self.rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in lexicon.patterns("relation-organs")}
        self._areas: dict[str, str] = {}
        self._within: dict[tuple[str, str], tuple[tuple[int, str], ...]] = {}

    def matches(self, rule: str, key: str) -> bool:
        """Whether an entity's name is of a kind of organ: ``seat`` (committee, government), ``branch``, ``zone`` …"""
        return bool(self.rules[rule].search(self.entities[key].name))

    @cached_property
    def places(self) -> Table:
        """(surface, key) of every place, the longest first; a bare level (全市, 省) is no surface."""
        return Table(
            sorted({*surfaces(self.entities.values(), Kind.PLACE), *self._shorts}, key=lambda x: (-len(x[0]), x))
        )

    @cached_property
    def _shorts(self) -> Table:
        """The short names of divisions that are no ordinary words: 平原 of 平原市."""
        gazetteer = self.lexicon.gazetteer
        found = (
            (d.short, key) for code, key in self.by_code.items() if (d := gazetteer.by_code(code)) and len(d.short) > 1
        )
        return Table((text, key) for text, key in found if not gazetteer.common(text))

    @cached_property
    def vague(self) -> frozenset[str]:
        """The names of regions alone, which sign nothing."""
        kinds = PlaceNames.of(self.lexicon).kinds
        return frozenset(name for name, kind in kinds.items() if kind == "region")

    @cached_property
    def world(self) -> frozenset[str]:
        """The names of regions, countries, great rivers and mountains, and of cities abroad, which lie in no county."""
        names = PlaceNames.of(self.lexicon)
        return frozenset({*names.kinds, *names.countries})

    @cached_property
    def abroad(self) -> frozenset[str]:
        """The names of foreign countries, and of cities in them."""
        names = PlaceNames.of(self.lexicon)
        countries = frozenset(name for name, kind in names.kinds.items() if kind == "country") - names.words["never"]
        return countries | frozenset(names.countries)

    @cached_property
    def organs(self) -> Table:
        """(surface, key) of every organisation, the longest first."""
        return surfaces(self.entities.values(), Kind.ORGANIZATION)

    @cached_property
    def activities(self) -> Table:
        """(surface, key) of every campaign, programme and event, the longest first."""
        return surfaces(self.entities.values(), Kind.CAMPAIGN, Kind.PROGRAM, Kind.EVENT)

    def code(self, key: str) -> str:
        """The GB/T 2260 code that an entity carries, else ""; also for no entity, ""."""
        return self.entities[key].adcode if key else ""

    def scope(self, key: str) -> str:
        """The division that an entity's key is scoped by, if it is an entity too, else ""."""
        head = key.partition("/")[2][:6]
        return self.by_code.get(head, "") if head.isdigit() else ""

    def region(self, key: str) -> bool:
        """Whether a place is a region, a country or a great river or mountain, which lies in no county."""
        return self.entities[key].name in self.world or "Region" in self.entities[key].classes

    @cached_property
    def by_code(self) -> dict[str, str]:
        """The places that carry a code, by it."""
        return {e.adcode: e.key for e in self.entities.values() if e.kind is Kind.PLACE and e.adcode}

    @cached_property
    def zones(self) -> dict[str, str]:
        """The places that are zones, by their names."""
        return {e.name: k for k, e in sorted(self.entities.items()) if e.kind is Kind.PLACE and self.matches("zone", k)}

    def area(self, key: str) -> str:
        """The place that a party or state organ stands for, "" if it is none or its place is no entity.

        中共平原市委员会 → 平原市; 平原市教育局 → 平原市.
        """
        if key not in self._areas:
            self._areas[key] = self._area(key)
        return self._areas[key]

    def _area(self, key: str) -> str:
        entity = self.entities[key]
        if entity.kind is not Kind.ORGANIZATION:
            return ""
        if not any(self.rules[r].search(entity.name) for r in ("seat", "organ", "branch")):
            return ""
        own = self.scope(key)
        if own and self.entities[own].name in entity.name:  # 长春市朝阳区教育局, where 北京市朝阳区 is named too
            return own
        bare = entity.name.removeprefix("中国人民政治协商会议").removeprefix("中共")
        best, size = "", 0
        for text, place in self.places:
            if text in bare[: len(text) + 9] and self._area_size(bare, text) > size:
                best, size = place, self._area_size(bare, text)
        return best or own

    def _area_size(self, bare: str, text: str) -> int:
        """How far into the name the place reaches, 0 where it is not part of its head (长春市宽城区 → 宽城区)."""
        at = bare.find(text)
        return at + len(text) if at == 0 or any(bare.startswith(t) and at <= len(t) for t, _ in self.places) else 0

    def _true_inner(self, name: str, key: str) -> list[str]:
        """The places in a name, without the thing itself as a place (现代农机城 in 甲县现代农机城)."""
        bare, found = name.translate(QUOTES), []
        for at, place in self.within(name, key, self.places):
            texts = [t for t, k in self.places if k == place and bare.startswith(t, at)]
            rest = bare[at + max(map(len, texts), default=0) :]
            if self.code(place) or (rest and not self.rules["rest"].fullmatch(rest)):
                found.append(place)
            else:  # 青山小镇提升工程 builds 青山小镇 itself and stands where that does: 青山镇
                found += [p for _, p in self.inner(place, self.places) if self.code(p) and p != key]
        return found

    def local(self, key: str) -> str:
        """The division under the home (or the home) that the name of any other body opens with: 甲县四套班子 → 甲县."""
        if self.entities[key].kind is not Kind.ORGANIZATION or self.matches("press", key):
            return ""
        first = next((place for at, place in self.inner(key, self.places) if at == 0), "")
        code, here = (self.code(key) if key else "" for key in (first, self.article_place))
        return first if code and here and self.lexicon.gazetteer.within(code, here) else ""

    def committee(self, place: str) -> str:
        """The party committee of a place, "" if it is no entity."""
        found = (k for k, e in self.entities.items() if e.kind is Kind.ORGANIZATION and self.matches("party", k))
        return next((k for k in found if self.area(k) == place), "") if place else ""

    def government(self, place: str) -> str:
        """The government of a place, "" if it is no entity."""
        found = (k for k, e in self.entities.items() if e.kind is Kind.ORGANIZATION and self.matches("government", k))
        return next((k for k in found if self.area(k) == place), "") if place else ""

    def opens(self, name: str) -> str:
        """The seat of party or state that a name opens with (市委常委会会议 → the committee), "" if there is none."""
        bare = name.translate(QUOTES).removeprefix("中共")
        for text, key in self.organs:
            if len(text) < len(bare) and bare.startswith((text, plain_name(text))) and self.matches("seat", key):
                return key
        return ""

    @cached_property
    def chain(self) -> tuple[str, ...]:
        """The home and the places over it that are entities, the nearest first."""
        code = self.code(self.article_place) if self.article_place else ""
        division = self.lexicon.gazetteer.by_code(code) if code else None
        above = self.lexicon.gazetteer.chain(division)[:-1] if division else ()
        return (
            (self.article_place, *(self.by_code[d.code] for d in reversed(above) if d.code in self.by_code))
            if self.article_place
            else ()
        )

    def at_level(self, level: str) -> str:
        """The place of the home's chain that 全市, 全县, 自治区 … means, "" if there is none."""
        return next((p for p in self.chain if self.entities[p].name.endswith(level)), "")

    def whole(self, key: str) -> str:
        """The larger organisation that the name begins with: 平原集团南山公司 → 平原集团; "" if none is an entity."""
        name = plain_name(self.entities[key].name)
        found = [row for size in range(3, len(name) - 1) for row in self._heads.get(name[:size], ()) if row[1] != key]
        return min(found, default=(0, ""))[1]

    @cached_property
    def _heads(self) -> dict[str, list[tuple[int, str]]]:
        """The plain names of organisations with the place in ``organs`` and the key of each that has it."""
        heads: dict[str, list[tuple[int, str]]] = {}
        for order, (text, key) in enumerate(self.organs):
            heads.setdefault(plain_name(text), []).append((order, key))
        return heads

    def inner(self, key: str, table: Table) -> tuple[tuple[int, str], ...]:
        """The (offset, key) of other entities whose surface stands inside an entity's name, the longest winning."""
        return self.within(self.entities[key].name, key, table)

    def within(self, name: str, key: str, table: Table) -> tuple[tuple[int, str], ...]:
        """The same for any name of an entity."""
        if table is not self.places:
            return inside(name, key, table)
        if (name, key) not in self._within:
            found = inside(name, key, table)
            self._within[name, key] = tuple((at, k) for at, k in found if whole_word(name, at, self._texts[k]))
        return self._within[name, key]

    @cached_property
    def _texts(self) -> dict[str, tuple[str, ...]]:
        """What each place is called."""
        texts: dict[str, tuple[str, ...]] = {}
        for text, key in self.places:
            texts[key] = (*texts.get(key, ()), text)
        return texts

    def inner_place(self, key: str) -> str:
        """The last place in an entity's name, a division or zone first: 平原县青山光伏园 → 平原县; "" if none."""
        names = (self.entities[key].name, *(text for text, _ in self.entities[key].aliases))
        found = next((f for n in names if (f := self._true_inner(n, key))), [])
        firm = [place for place in found if self.code(place) or self.matches("zone", place)]
        firm = [p for p in firm if not bare_town(self.entities[p].name, names)] or firm
        return next(iter([*reversed(firm), *reversed(found)]), "")
