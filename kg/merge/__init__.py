"""Readings together: one graph. The order of the articles does not matter, and merging is associative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.merge.cascade import cascade
from kg.merge.entities import merged
from kg.model import Article, Figure, Graph, Moment, Post, Quote, Reading, Relation, Skipped
from kg.model.order import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable


def merge(readings: Iterable[Reading], skipped: Iterable[Skipped] = ()) -> Graph:
    """The graph of all readings: entities of one key are one, every fact of every article stands.

    What only names in several articles together show, the cascade of campaigns, is added.
    """
    rows = sorted(readings, key=lambda reading: reading.document.id)
    articles = tuple(map(_article, rows))
    entities = merged(entity for reading in rows for entity in reading.entities)
    relations = ordered(Relation, (fact for reading in rows for fact in reading.relations))
    added = tuple(cascade(entities, articles, relations))
    return Graph(
        articles=articles,
        entities=entities,
        relations=ordered(Relation, (*relations, *added)) if added else relations,
        posts=ordered(Post, (fact for reading in rows for fact in reading.posts)),
        figures=ordered(Figure, (fact for reading in rows for fact in reading.figures)),
        quotes=ordered(Quote, (fact for reading in rows for fact in reading.quotes)),
        moments=ordered(Moment, (fact for reading in rows for fact in reading.moments)),
        skipped=tuple(sorted(skipped)),
    )


def _article(reading: Reading) -> Article:
    return Article(
        reading.document, reading.home, reading.publisher, reading.authors, reading.mentions, reading.unresolved
    )
