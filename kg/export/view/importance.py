"""Which nodes matter most: those told of often, in many articles, and joined to many others."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.view.links import Link
    from kg.model.facts import Entity
    from kg.model.graph import Graph

_LEVELS = {"Province": 1.0, "Prefecture": 1.4, "County": 0.7, "CampaignFamily": 1.5}


def importance(graph: Graph, joined: Sequence[Link]) -> dict[str, float]:
    """A weight from about 0 to 12 for each key; it grows with the logarithm of what is counted."""
    mentions = Counter(m.entity for article in graph.articles for m in article.mentions)
    articles = Counter(key for article in graph.articles for key in {m.entity for m in article.mentions})
    degrees: Counter[str] = Counter()
    for link in joined:
        degrees.update({link.source, link.target})
    return {
        entity.key: _level(entity)
        + math.log2(1 + degrees[entity.key])
        + 0.5 * math.log2(1 + mentions[entity.key])
        + math.log2(1 + articles[entity.key])
        for entity in graph.entities
    }


def size(weight: float) -> int:
    """The radius of a node in the picture, 5 to 26.

    >>> size(0.0), size(6.0)
    (5, 13)
    """
    return min(26, round(5 + 0.9 * math.pow(weight, 1.2)))


def _level(entity: Entity) -> float:
    return max((_LEVELS.get(cls, 0.0) for cls in entity.classes), default=0.0)
