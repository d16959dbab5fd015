"""All readings together: the graph that is written out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.facts import Citation, Entity, Figure, Mention, Moment, Post, Quote, Relation
from kg.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Article:
    """One source article in the graph, with the entities it mentions (linked mentions only, in text order).

    ``home``: the key of the article's place (``Reading.article_place``), or "". ``unresolved``: names of places that
    stayed open. ``digest``: the same for all printings of one text, "" where that is not known; ``version_of``: the id
    of the first article with this text, where it is another one. ``amends``: bare titles that the article says it
    corrects; ``corrects``: the ids of the articles that bear them.
    """

    document: Document
    home: str
    publisher: str
    authors: tuple[str, ...]
    mentions: tuple[Mention, ...]
    unresolved: tuple[Mention, ...] = ()
    digest: str = ""
    version_of: str = ""
    amends: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The article's id, unique in the graph."""
        return self.document.id

    def surface(self, span: Span) -> str:
        """The characters of the source under a span."""
        return self.document.surface(span)


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """An input that could not be read, with the cause and the cure."""

    source: str
    cause: str
    cure: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Entities and facts of all articles. Every tuple is sorted; every key that a fact names is an entity here."""

    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    posts: tuple[Post, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    moments: tuple[Moment, ...] = ()
    citations: tuple[Citation, ...] = ()
    skipped: tuple[Skipped, ...] = ()
