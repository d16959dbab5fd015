"""Which organization each mention means: the one full official name with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.aliases import seen
from kg.model import Entity
from kg.model.identity import mint
from kg.text.atlas import TOWN, Atlas
from kg.text.organs import Organ, Organs
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.lexicon.division import Division
    from kg.model import Mention
    from kg.text.sheet import Sheet

_FITS = {"省": "province", "州": "prefecture", "盟": "prefecture", "县": "county", "旗": "county", "区": "county"}


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
    return found


class _Linker:
    def __init__(self, sheet: Sheet, places: Mapping[Mention, Entity], home: Sequence[str]) -> None:
        self.sheet, self.home = sheet, tuple(home)
        self.gazetteer, self.organs = sheet.lexicon.gazetteer, Organs.of(sheet.lexicon)
        self.codes = sorted((m.span.end, e.adcode) for m, e in places.items() if e.adcode)

    def entity(self, mention: Mention) -> Entity | None:
        if mention.rule not in {"organ-level", "organ-place"}:
            return self._made(mention.name, (), "", (mention,))
        read = next(self.organs.read(self.sheet.plain, mention.span), None)
        if read is None:
            return None
        surface = self.sheet.plain[read.owner.start : read.owner.end]
        division = self._pointed(surface, mention) if read.bare else self._named(surface, mention)
        rows = self.organs.rows[read.core]
        if division:
            row = self._row(rows, division)
            name = row.full.replace("{P}", self._full(division))
            return self._made(name, (row.kind,), division.code, (mention,))
        if not read.bare:
            town = self._town(surface)
            return self._made(rows[0].full.replace("{P}", town), (rows[0].kind,), "", (mention,))
        return None

    def _town(self, surface: str) -> str:
        sorts = Atlas.of(self.sheet.lexicon).sorts
        return next((surface[i:] for i in range(len(surface)) if sorts.get(surface[i:]) == TOWN), surface)

    def _row(self, rows: tuple[Organ, ...], division: Division) -> Organ:
        level = {"province": "省", "prefecture": "市", "county": "县"}[division.level]
        return next((r for r in rows if level in r.levels), next((r for r in rows if not r.levels), rows[0]))

    def _full(self, division: Division) -> str:
        above = self.gazetteer.parent(division)
        if division.name.endswith("区") and division.level == "county" and above:
            return above.name + division.name
        return division.name

    def _near(self, mention: Mention) -> list[str]:
        sentence = self.sheet.sentence(mention.span)
        here = [c for end, c in self.codes if sentence.start < end <= mention.span.end]
        return here[::-1] + list(self.home[::-1])

    def _named(self, surface: str, mention: Mention) -> Division | None:
        atlas = Atlas.of(self.sheet.lexicon)
        near = self._near(mention)
        for at in range(len(surface) - 1):
            tail = surface[at:]
            sort = atlas.sorts.get(tail)
            if sort and sort != TOWN:
                return self.gazetteer.resolve(atlas.signed.get(tail, tail), near)
        return None

    def _pointed(self, level: str, mention: Mention) -> Division | None:
        for code in (*self.home[::-1], *self._near(mention)):
            one = self.gazetteer.by_code(code)
            if one and _fits(one, level):
                return one
        return None

    def _made(self, name: str, classes: tuple[str, ...], code: str, mentions: Iterable[Mention]) -> Entity:
        aliases = {a for m in mentions for a in seen(self.sheet.document, m)}
        aliases.discard((name, "zh-Hans"))
        return Entity(mint(Kind.ORGANIZATION, name, code), Kind.ORGANIZATION, name, tuple(sorted(aliases)), classes)


def _fits(one: Division, level: str) -> bool:
    if level in {"省", "自治区"}:
        return one.level == "province"
    if level in {"州", "自治州"}:
        return one.name.endswith("州")
    if level in {"县", "旗", "自治县", "自治旗"}:
        return one.level == "county" and one.name.endswith(level[-1])
    return one.name.endswith(level)


def jurisdictions(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """(key of an organ, code of the division it governs)."""
    for entity in sorted(set(entities)):
        code = entity.key.partition("/")[2].partition("-")[0]
        if len(code) == 6 and code.isdigit():
            yield entity.key, code


def units(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """(key of a part, key of what it is a part of)."""
    yield from ()
