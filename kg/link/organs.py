"""Which organization each mention means: the one full official name with its place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.link.aliases import seen
from kg.link.structure import jurisdictions, units
from kg.model import Entity, Span
from kg.model.identity import mint
from kg.text.atlas import TOWN, Atlas
from kg.text.bodies import Words
from kg.text.organs import Organ, Organs
from kg.text.roll import Roll
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.lexicon.division import Division
    from kg.model import Mention
    from kg.text.organs import Read
    from kg.text.sheet import Sheet

__all__ = ["jurisdictions", "organ_entities", "units"]

_NEAR = 60  # places before a mention that may say which county is meant
_LEADS = {"政协": "中国人民政治协商会议", "中国共产主义青年团": "共青团", "团": "共青团"}


def organ_entities(
    sheet: Sheet, mentions: Iterable[Mention], places: Mapping[Mention, Entity], home: Sequence[str]
) -> dict[Mention, Entity]:
    """The organization of every mention of one; a mention whose place stays open is left out."""
    linker = _Linker(sheet, places, home)
    found: dict[Mention, Entity] = {}
    for mention in sorted(m for m in mentions if m.kind is Kind.ORGANIZATION):
        entity = linker.entity(mention)
        if entity:
            found[mention] = entity
    return _gathered(found)


def _gathered(found: dict[Mention, Entity]) -> dict[Mention, Entity]:
    """The same with one entity a key, that has the surfaces of all its mentions."""
    aliases: dict[str, set[tuple[str, str]]] = {}
    for entity in found.values():
        aliases.setdefault(entity.key, set()).update(entity.aliases)
    return {
        m: Entity(e.key, e.kind, e.name, tuple(sorted(aliases[e.key] - {(e.name, "zh-Hans")})), e.classes)
        for m, e in found.items()
    }


class _Linker:
    def __init__(self, sheet: Sheet, places: Mapping[Mention, Entity], home: Sequence[str]) -> None:
        self.sheet, self.home = sheet, tuple(home)
        self.gazetteer, self.organs = sheet.lexicon.gazetteer, Organs.of(sheet.lexicon)
        self.codes = sorted((m.span.end, e.adcode) for m, e in places.items() if e.adcode and not m.points)
        self.ends = [end for end, _ in self.codes]
        self.last: tuple[int, Division] | None = None
        self.towns = sorted((m.span.end, e.name) for m, e in places.items() if "Township" in e.classes)

    def entity(self, mention: Mention) -> Entity | None:
        """The entity of one mention, or None where its place stays open."""
        name = mention.name
        known = Roll.of(self.sheet.lexicon).rows.get(name)
        if known:
            return self._made(mention, known.name, (known.kind,))
        read = next(iter(self.organs.read(name, Span(0, len(name)))), None)
        if mention.rule.startswith("organ") and read:
            return self._organ(mention, read)
        return self._body(mention, read)

    def _organ(self, mention: Mention, read: Read) -> Entity | None:
        owner = mention.name[read.owner.start : read.owner.end]
        division = self._pointed(owner, mention) if read.bare else self._named(owner, mention)
        rows = self.organs.rows[read.core]
        self.last = (mention.span.end, division) if division else None
        if division:
            if read.lead not in {"", "中共", "中国共产党"}:
                return self._led(mention, read, division)
            row = self._row(rows, division)
            name = row.full.replace("{P}", self._full(division))
            return self._made(mention, name, (row.kind,), division.code, self._variants(division, read.core, row))
        town = self._town(owner, mention)
        return (
            self._made(mention, rows[0].full.replace("{P}", town), (rows[0].kind,), self._county(town))
            if town
            else None
        )

    def _led(self, mention: Mention, read: Read, division: Division) -> Entity:
        """The committee of another body: 政协临汾市委员会, 共青团临汾市委员会 (团市委), 民盟临汾市委员会."""
        lead, place = _LEADS.get(read.lead, read.lead), self._full(division)
        kind = "CPPCC" if lead == "中国人民政治协商会议" else "Association"
        variants = (f"{division.name}政协",) if kind == "CPPCC" else (f"团{division.name[-1]}委",) * (lead == "共青团")
        return self._made(mention, f"{lead}{place}委员会", (kind,), division.code, variants)

    def _body(self, mention: Mention, read: Read | None) -> Entity | None:
        """A body: its level word or organ at the start is written out (市委某领导小组, 县某中心)."""
        name, classes, code = mention.name, self._classes(mention), ""
        if read and read.span.start == 0 and read.core in {"委", "政府"} and read.span.end < len(name):
            organ = self._organ(mention, read)
            if organ:
                full = organ.name.removesuffix("员会") if read.core == "委" else organ.name
                return self._made(mention, full + name[read.span.end :], classes, organ.key[13:19])
        owner = self.organs.level(name)
        if owner:
            division = self._pointed(owner, mention)
            if division and (division.code in self.home or division.code in self._before(mention)[:2]):
                return self._made(mention, self._full(division) + name[len(owner) :], classes, division.code)
        if classes == ("LeadingGroup",) and self.home:
            code = (
                self._owner(mention, read) or self.home[-1]
            )  # many articles have a 大讨论领导小组: this is this place's
        return self._made(mention, name, classes, code)

    def _owner(self, mention: Mention, read: Read | None) -> str:
        """The code of the committee named inside a group's name (某某大讨论市委宣讲团), or ""."""
        organ = self._organ(mention, read) if read else None
        return organ.key[13:19] if organ and organ.key[13:19].isdigit() else ""

    def _classes(self, mention: Mention) -> tuple[str, ...]:
        heads = Words.of(self.sheet.lexicon).heads
        name = mention.name
        head = next((name[i:] for i in range(len(name)) if name[i:] in heads), "")
        if head:
            return (heads[head][0],)
        if mention.rule == "publisher":
            return ("Media",)
        return ("Company",) if mention.rule in {"trade", "partner", "carried"} else ()

    def _town(self, owner: str, mention: Mention) -> str:
        if owner in {"镇", "乡"}:
            before = [name for end, name in self.towns if end <= mention.span.start and name.endswith(owner)]
            return before[-1] if before else ""
        sorts = Atlas.of(self.sheet.lexicon).sorts
        return next((owner[i:] for i in range(len(owner)) if sorts.get(owner[i:]) == TOWN), "")

    def _county(self, town: str) -> str:
        codes = [one.code for one in self.gazetteer.townships(town)]
        near = [c for c in codes if any(self.gazetteer.within(c, h) for h in self.home[-1:])]
        return near[0] if len(near) == 1 else codes[0] if len(codes) == 1 else ""

    def _row(self, rows: tuple[Organ, ...], division: Division) -> Organ:
        level = {"province": "省", "prefecture": "市", "county": "县"}[division.level]
        return next((r for r in rows if level in r.levels), next((r for r in rows if not r.levels), rows[0]))

    def _full(self, division: Division) -> str:
        above = self.gazetteer.parent(division)
        if division.name.endswith("区") and division.level == "county" and above:
            return above.name + division.name
        return division.name

    def _before(self, mention: Mention) -> list[str]:
        """Codes of the places named before a mention, the nearest first."""
        last = bisect_right(self.ends, mention.span.end)
        return [code for _, code in reversed(self.codes[max(0, last - _NEAR) : last])]

    def _named(self, owner: str, mention: Mention) -> Division | None:
        atlas = Atlas.of(self.sheet.lexicon)
        near = [*self._before(mention)[:3], *reversed(self.home)]
        parents: list[str] = []
        at = 0
        while at < len(owner) - 1:
            size = next((n for n in range(len(owner) - at, 1, -1) if owner[at : at + n] in atlas.sorts), 0)
            name = owner[at : at + size]
            if atlas.sorts.get(name) == TOWN:
                return None
            one = self.gazetteer.resolve(atlas.signed.get(name, name), [*parents, *near]) if size else None
            if one and at + size == len(owner):
                return one
            parents = [one.code, *parents] if one else parents
            at += size or 1
        return None

    def _pointed(self, level: str, mention: Mention) -> Division | None:
        """The division that a level word means: of the home chain, else the nearest named before."""
        chain = [one for one in map(self.gazetteer.by_code, reversed(self.home)) if one and _fits(one, level)]
        if level == "区" and self.home and self._region() and (len(self.home) == 1 or mention.name == "区党委"):
            return self._region()
        if self.last and 0 <= mention.span.start - self.last[0] <= 1 and self.last[1].name.endswith(level):
            return self.last[1]  # 胶州市委、市政府: the government of the same city
        if chain:
            return chain[0]
        for code in self._before(mention):
            one = self.gazetteer.by_code(code)
            if one and _fits(one, level):
                return one
        return None

    def _region(self) -> Division | None:
        """The autonomous region that the article lies in, where its home is no county."""
        top = self.gazetteer.by_code(self.home[0])
        return top if top and top.name.endswith("自治区") and len(self.home) < 3 else None

    @staticmethod
    def _variants(division: Division, core: str, row: Organ) -> tuple[str, ...]:
        """The usual other names of an organ: 临汾市委, 中共临汾市委, 临汾市政府."""
        full = row.full.replace("{P}", division.name)
        if row.full == "中共{P}委员会":
            return full, f"{division.name}委", f"中共{division.name}委"
        return full, division.name + core

    def _made(
        self, mention: Mention, name: str, classes: tuple[str, ...], code: str = "", variants: tuple[str, ...] = ()
    ) -> Entity:
        aliases = set(seen(self.sheet.document, mention)) | {(v, "zh-Hans") for v in (mention.name, *variants)}
        return Entity(mint(Kind.ORGANIZATION, name, code), Kind.ORGANIZATION, name, tuple(sorted(aliases)), classes)


def _fits(one: Division, level: str) -> bool:
    if level in {"省", "自治区"}:
        return one.level == "province"
    if level in {"县", "旗", "自治县", "自治旗"}:
        return one.level == "county" and one.name.endswith(level[-1])
    if level in {"州", "自治州"}:
        return one.name.endswith("州") and one.level == "prefecture"
    return one.name.endswith(level) and not one.name.endswith("自治区")
