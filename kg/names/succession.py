"""Organs and divisions that a reform renamed or merged, and those of the same place that took over from them.

襄樊市 is 襄阳市 since 2010, renamed and of the same code: one node, its earlier name dated. 沙县 became 沙县区 under
another code: two nodes, the earlier replaced by the later. So 德州市国土资源局 and 德州市自然资源局: the later resulted
from the earlier (2018).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon
    from kg.model import Entity

_PLACE = "{P}"


class Succession(Struct, frozen=True, order=True, gc=False):
    """The key of an organ or division, the key of one that took over from it, and the year of the reform."""

    before: str
    after: str
    year: str


def successions(entities: Iterable[Entity], lexicon: Lexicon) -> Iterator[Succession]:
    """Every succession of which both ends are among the entities; one line for each pair."""
    entities = tuple(entities)
    yield from _renamed(entities, lexicon)
    organs = {entity.name: entity.key for entity in entities if entity.kind is Kind.ORGANIZATION}
    table = _table(lexicon)
    for name, key in sorted(organs.items()):
        for tail, bigrams in _fitting(name, table):
            place = name.removesuffix(tail) if tail != name else ""
            for after, year in bigrams:
                other = organs.get(after.replace(_PLACE, place))
                if other and other != key and bool(place) == (_PLACE in after):
                    yield Succession(key, other, year)


def _renamed(entities: Iterable[Entity], lexicon: Lexicon) -> Iterator[Succession]:
    """The divisions under an earlier name, and the one that stands today under the same code or took theirs over."""
    places = {(one.adcode, one.name): one.key for one in entities if one.kind is Kind.PLACE and one.adcode}
    for (code, name), key in sorted(places.items()):
        for one in lexicon.gazetteer.named(name):
            if one.code != code or one.current:
                continue
            year = str(one.spans[-1][1])
            for after in sorted({code, *one.successors}):
                later = lexicon.gazetteer.by_code(after)
                other = places.get((after, later.name)) if later and later.current else None
                if other and other != key:
                    yield Succession(key, other, year)


def renamed(entity: Entity, lexicon: Lexicon) -> Iterator[str]:
    """From when to when a division bore each of its earlier names that the texts have: 1980—2009：襄樊市."""
    told = {alias for alias, _ in entity.aliases}
    for one in lexicon.gazetteer.former(entity.adcode) if entity.adcode else ():
        if told & {one.name, one.short}:
            yield f"{one.spans[0][0]}—{one.spans[-1][1]}：{one.name}"


def may_succeed(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether an entity is an organ that the table of reforms could name, earlier or later."""
    name = entity.name
    return entity.kind is Kind.ORGANIZATION and any(name[at:] in _ends(lexicon) for at in range(len(name) - 2))


Table = dict[str, tuple[tuple[str, str], ...]]


def _fitting(name: str, table: Table) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The ends of a name that stand in the table; a name that is a row itself is the nation's."""
    for at in range(len(name) - 2):
        if name[at:] in table:
            yield name[at:], table[name[at:]]


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> Table:
    """What stands after the place in the earlier name, or all of it, to the later names with their years."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in lexicon.table("successions"):
        found[row["before"].removeprefix(_PLACE)].append((row["after"], row["year"]))
    return {before: tuple(rows) for before, rows in found.items()}


@lru_cache(maxsize=4)
def _ends(lexicon: Lexicon) -> frozenset[str]:
    """What stands after the place in the names of the table, before a reform and after it."""
    table = _table(lexicon)
    later = (name.rpartition(_PLACE)[2] for rows in table.values() for name, _ in rows)
    return frozenset(table) | frozenset(later)
