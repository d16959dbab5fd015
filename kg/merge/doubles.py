"""One key for two persons: namesakes of one place, whom articles of about one time show in two departments or firms.

Nobody heads two bureaus in one year without a text that says so; a move, or two persons, is for a person to judge.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.merge.suggestion import Scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.merge.known import Known
    from kg.merge.suggestion import Suggestion
    from kg.model import Graph, Post

_FULL = frozenset({"Department", "Company", "School", "Hospital", "Bank", "Media"})  # each takes a whole person
_NOW = frozenset({"attested", "acting", "appointed"})
_NEAR = 1  # years


def doubles(graph: Graph, known: Known) -> Iterator[Suggestion]:
    """For each person of two such organs in two articles, and of both in none: whether the later one is another."""
    full = {entity.key for entity in graph.entities if _FULL & set(entity.classes)}
    for person, posts in known.posts.items():
        organs = _organs([p for p in posts if p.status in _NOW and p.of in full])
        if len(organs) > 1 and not any(len(found) > 1 for found in organs.values()):
            yield from _judge(person, organs, known)


def _organs(posts: list[Post]) -> dict[str, set[str]]:
    """The organs of a person by article."""
    found: dict[str, set[str]] = defaultdict(set)
    for post in posts:
        found[post.evidence.document].add(post.of)
    return found


def _judge(person: str, organs: dict[str, set[str]], known: Known) -> Iterator[Suggestion]:
    by_organ: dict[str, list[str]] = defaultdict(list)
    for article in sorted(organs, key=lambda a: (known.year_of.get(a, 0), a)):
        by_organ[min(organs[article])].append(article)
    (first, there), *others = by_organ.items()
    years = {known.year_of[article] for article in there if article in known.year_of}
    for organ, articles in others:
        near = any(abs(known.year_of.get(article, 0) - year) <= _NEAR for article in articles for year in years)
        if near:
            scales = Scales()
            scales.put(f"one name in {first.partition('/')[2]} and, within a year, in {organ.partition('/')[2]}", 0.35)
            name = person.rpartition("-")[2]
            if len(name) < 3:
                scales.put("two characters, which many share", 0.1)
            yield scales.suggestion(person, f"{person}-{organ.partition('/')[2]}", tuple(articles))
