"""Entities of one key are one: names, aliases and classes together, by rules that no order can change."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from kg.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROW = attrgetter("kind", "name", "aliases", "classes", "adcode", "broader")  # hashed and compared faster than entities


def merged(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """One entity for each key, sorted.

    Of several names the shortest stands, of equally short ones the first in code-point order (names of one key differ
    in punctuation alone); the others become aliases.
    """
    by_key: dict[str, dict[tuple[Any, ...], Entity]] = defaultdict(dict)
    for entity in entities:
        by_key[entity.key][_ROW(entity)] = entity
    return tuple(_one([same[row] for row in sorted(same)]) for _, same in sorted(by_key.items()))


def _one(same: list[Entity]) -> Entity:
    if len(same) == 1:
        return same[0]
    name = min((entity.name for entity in same), key=lambda text: (len(text), text))
    names = {(entity.name, "zh-Hans") for entity in same}
    aliases = {alias for entity in same for alias in entity.aliases} | names
    classes = {cls for entity in same for cls in entity.classes}
    known = max(entity.adcode for entity in same)
    broader = min((entity.broader for entity in same if entity.broader), default="")
    others = tuple(sorted(aliases - {(name, "zh-Hans")}))
    return Entity(same[0].key, same[0].kind, name, others, tuple(sorted(classes)), known, broader)
