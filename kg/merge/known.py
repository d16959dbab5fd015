"""What a graph knows of its entities, gathered once for all suggestions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import standard

if TYPE_CHECKING:
    from kg.model import Graph, Post


@dataclass(frozen=True)
class Known:
    """By key: the posts of a person, the years of the articles that name an entity, those articles."""

    posts: dict[str, list[Post]]
    years: dict[str, set[int]]
    articles: dict[str, set[str]]
    year_of: dict[str, int]


def known(graph: Graph) -> Known:
    """One pass over the graph."""
    found = Known(defaultdict(list), defaultdict(set), defaultdict(set), {})
    for held in graph.posts:
        found.posts[held.person].append(held)
    for article in graph.articles:
        date = (article.document.masthead.date or "")[:4]
        if date.isdigit():
            found.year_of[article.id] = int(date)
        for mention in article.mentions:
            found.articles[mention.entity].add(article.id)
            if date.isdigit():
                found.years[mention.entity].add(int(date))
    return found


@cache
def words(role: str) -> tuple[str, ...]:
    """The words of a role in the table ``alike``, the longest first."""
    rows = [row["word"] for row in standard().table("alike") if row["role"] == role]
    return tuple(sorted(rows, key=lambda word: (-len(word), word)))
