"""What one careful reader got out of one article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kg.model.facts import Citation, Entity, Figure, Mention, Moment, Post, Quote, Relation
from kg.model.order import in_order
from kg.model.text import Document
from kg.vocab import Predicate


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document: every layer is sorted and without duplicates.

    ``article_place`` is the key of the place the article is about and speaks from (我市, 全市), else "". ``publisher``
    and ``authors`` are the keys of those who made the article. ``unresolved`` are names of places that may mean
    several, which nothing in the article decides: they are reported, never guessed.
    """

    document: Document
    article_place: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    posts: tuple[Post, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    moments: tuple[Moment, ...] = ()
    citations: tuple[Citation, ...] = ()
    unresolved: tuple[Mention, ...] = ()

    def __hash__(self) -> int:
        # Readings are keys of caches: their thousands of facts are not to be hashed each time.
        return hash(self.document)

    def plus(self, **layers: Any) -> Reading:
        """A new reading with more facts in the named layers, sorted and without duplicates.

        >>> Reading(Document("1", "1.txt", "", "")).plus(mentions=()).mentions
        ()
        """
        changed: dict[str, Any] = {k: in_order({*getattr(self, k), *v}) for k, v in layers.items()}
        return replace(self, **changed)

    def entity(self, key: str) -> Entity:
        """The entity of a key. Raises ``KeyError`` where there is none."""
        for entity in self.entities:
            if entity.key == key:
                return entity
        raise KeyError(key)

    def place_chain(self) -> dict[str, str]:
        """The names of home and of all that it lies in by their keys, nearest first; empty without a home."""
        names = {entity.key: entity.name for entity in self.entities}
        above = {r.subject: r.object for r in self.relations if r.predicate is Predicate.WITHIN}
        chain: dict[str, str] = {}
        key = self.article_place
        while key in names and key not in chain:
            chain[key] = names[key]
            key = above.get(key, "")
        return chain
