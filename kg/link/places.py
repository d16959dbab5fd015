"""Which place each mention of a place means, and what lies in what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.home import year_of
from kg.model import Entity
from kg.model.identity import mint
from kg.text.atlas import Atlas
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.lexicon.division import Division
    from kg.lexicon.gazetteer import Gazetteer
    from kg.model import Mention
    from kg.text.sheet import Sheet

_CLASS = {"province": "Province", "prefecture": "Prefecture", "county": "County"}
_SORTS = {"developmentzone": "DevelopmentZone", "site": "Site", "village": "Village", "township": "Township"}
_FITS = {
    "市": ("市",),
    "区": ("区",),
    "县": ("县", "旗"),
    "州": ("州",),
    "盟": ("盟",),
    "旗": ("旗",),
    "省": ("省", "自治区"),
}


def place_entities(sheet: Sheet, mentions: Iterable[Mention], home: Sequence[str]) -> dict[Mention, Entity]:
    """The place of every mention of a place; a mention whose place stays open is left out."""
    lexicon, year = sheet.lexicon, year_of(sheet)
    gazetteer = lexicon.gazetteer
    found: dict[Mention, Entity] = {}
    seen: list[tuple[int, str]] = []
    for mention in sorted(m for m in mentions if m.kind is Kind.PLACE):
        sentence = sheet.sentence(mention.span)
        near = [code for end, code in reversed(seen) if end > sentence.start] + list(reversed(home))
        if mention.points:
            one = _pointed(gazetteer, mention.name, [c for _, c in reversed(seen)], home, year)
        else:
            one = gazetteer.resolve(Atlas.of(lexicon).signed.get(mention.name, mention.name), near, year)
        if one:
            found[mention] = division_entity(one)
            seen.append((mention.span.end, one.code))
        elif not mention.points and mention.rule not in {"place-full", "place-short", "place-weak"}:
            found[mention] = _other(lexicon, mention, near)
    return found


def division_entity(one: Division) -> Entity:
    """The entity of a division, under the name it has in the gazetteer."""
    classes = {"AdministrativeDivision", _CLASS[one.level]} | ({"City"} if one.name.endswith("市") else set())
    return Entity(
        mint(Kind.PLACE, one.name, one.code), Kind.PLACE, one.name, classes=tuple(sorted(classes)), adcode=one.code
    )


def home_entities(lexicon: Lexicon, home: Sequence[str], year: int | None = None) -> tuple[Entity, ...]:
    """The entities of the home chain, province first."""
    found = (lexicon.gazetteer.by_code(code, year) for code in home)
    return tuple(division_entity(one) for one in found if one)


def containment(lexicon: Lexicon, entities: Iterable[Entity], year: int | None = None) -> Iterator[tuple[str, Entity]]:
    """(key of a place, the place it lies in): the nearest division above it, for divisions and for what they scope."""
    for entity in sorted(e for e in entities if e.kind is Kind.PLACE):
        code = entity.adcode or _scope(entity)
        one = lexicon.gazetteer.by_code(code, year) if code else None
        above = lexicon.gazetteer.parent(one, year) if one and entity.adcode else one
        if above:
            yield entity.key, division_entity(above)


def _scope(entity: Entity) -> str:
    head = entity.key.partition("/")[2].partition("-")[0]
    return head if len(head) == 6 and head.isdigit() else ""


def _pointed(
    gazetteer: Gazetteer, word: str, before: Sequence[str], home: Sequence[str], year: int | None
) -> Division | None:
    ends = _FITS.get(word[-1], (word[-1],))
    order = [*before, *reversed(home)] if word[0] == "该" else [*reversed(home), *before]
    for code in order:
        one = gazetteer.by_code(code, year)
        if one and one.name.endswith(ends):
            return one
    return None


def _other(lexicon: Lexicon, mention: Mention, near: Sequence[str]) -> Entity:
    """A region, a township, a zone or a site: scoped by the nearest county or city, a region by nothing."""
    atlas = Atlas.of(lexicon)
    if mention.rule == "place-region":
        name = atlas.regions.get(mention.name, mention.name)
        return Entity(mint(Kind.PLACE, name), Kind.PLACE, name, classes=("Region",))
    if mention.rule == "place-landmark":
        row = atlas.landmarks[mention.name]
        return Entity(mint(Kind.PLACE, row["name"], row["code"]), Kind.PLACE, row["name"], classes=(row["class"],))
    scope = near[0] if near else ""
    parents = [one.code for one in lexicon.gazetteer.townships(mention.name)]
    scope = next((code for code in near if code in parents), parents[0] if len(parents) == 1 else scope)
    kind = "Township" if mention.rule == "place-town" else _SORTS[mention.rule.partition("-")[2]]
    return Entity(mint(Kind.PLACE, mention.name, scope), Kind.PLACE, mention.name, classes=(kind,))
