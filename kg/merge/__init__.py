"""Readings together: one graph. The order of the articles does not matter, and merging is associative."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.merge.cascade import part_of_by_name
from kg.merge.entities import merged
from kg.merge.shared_names import with_families
from kg.merge.versions import corrected_titles, linked, text_digest
from kg.model import Article, Citation, Figure, Graph, Moment, Post, Quote, Reading, Relation, Skipped
from kg.model.agreement import agreed
from kg.model.order import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable


def merge(readings: Iterable[Reading], skipped: Iterable[Skipped] = ()) -> Graph:
    """The graph of all readings: entities of one key are one, every fact of every article stands.

    What only several articles together show is added: the cascade of campaigns, the families of one name, reprints,
    corrections.
    """
    graph = joined(readings, skipped)
    graph = replace(graph, articles=linked(graph.articles))
    more = tuple(part_of_by_name(graph.entities, graph.articles, graph.relations))
    graph = replace(graph, relations=ordered(Relation, (*graph.relations, *more))) if more else graph
    entities = with_families(graph.entities)
    return graph if entities == graph.entities else replace(graph, entities=entities)


def joined(readings: Iterable[Reading], skipped: Iterable[Skipped] = ()) -> Graph:
    """The graph of all readings without what only several articles together show."""
    rows = sorted(readings, key=lambda reading: reading.document.id)
    graph = Graph(
        articles=tuple(map(_article, rows)),
        entities=merged(entity for reading in rows for entity in reading.entities),
        relations=ordered(Relation, (fact for reading in rows for fact in reading.relations)),
        posts=ordered(Post, (fact for reading in rows for fact in reading.posts)),
        figures=ordered(Figure, (fact for reading in rows for fact in reading.figures)),
        quotes=ordered(Quote, (fact for reading in rows for fact in reading.quotes)),
        moments=ordered(Moment, (fact for reading in rows for fact in reading.moments)),
        citations=ordered(Citation, (fact for reading in rows for fact in reading.citations)),
        skipped=tuple(sorted(skipped)),
    )
    return agreed(graph)


def _article(reading: Reading) -> Article:
    return Article(
        reading.document,
        reading.article_place,
        reading.publisher,
        reading.authors,
        reading.mentions,
        reading.unresolved,
        digest=text_digest(reading.document),
        amends=corrected_titles(reading.document),
    )
