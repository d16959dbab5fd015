"""One document for each number: what one article knows by its title and another by its number alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.names.document_numbers import numbers_of, parsed
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model.facts import Entity
    from kg.tables.index import Index


class Papers:
    """The documents of a graph. ``one(key)`` is the document that a key stands for."""

    def __init__(self, index: Index) -> None:
        self.entities = {one.key: one for one in index.graph.entities if one.kind is Kind.DOCUMENT}
        named: dict[str, list[str]] = defaultdict(list)
        for key, entity in sorted(self.entities.items()):
            for number in numbers_of(entity):
                named[number].append(key)
        self._one: dict[str, str] = {}
        for _, keys in sorted(named.items()):
            titled = [key for key in keys if self.title(key)]
            if len(titled) <= 1:  # two titles under one number stay apart: one of them is read wrongly
                self._one |= dict.fromkeys(keys, (titled or keys)[0])

    def one(self, key: str) -> str:
        """The key of the document itself: of its title where any article tells it."""
        return self._one.get(key, key)

    def all(self) -> dict[str, tuple[Entity, ...]]:
        """The documents, each with the entities that are it, in order."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for key, entity in sorted(self.entities.items()):
            found[self.one(key)].append(entity)
        return {key: tuple(those) for key, those in sorted(found.items())}

    def title(self, key: str) -> str:
        """The full title, "" where only the number is known."""
        entity = self.entities.get(key)
        return entity.name if entity and parsed(entity.name) is None else ""
