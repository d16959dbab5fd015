"""``review.json``: the pairs of entities that may be one, with where each is first named, for ``kg review``."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.export.markup import utf8

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Graph
    from kg.model.graph import Article

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where an entity is named: the id of the article, and the words."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One entity of a pair: what a reviewer sees of it."""

    key: str
    name: str
    sentences: list[Sentence]


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the file, as it is read again; ``articles``: those of b, where what is one entity now may be two."""

    score: float
    reasons: list[str]
    a: Side
    b: Side
    articles: list[str] = field(default_factory=list)


def pairs_of(data: bytes) -> list[Pair]:
    """The rows of a file. Raises ``ValueError`` with the place of what is no row of one."""
    import msgspec

    try:
        return msgspec.json.decode(data, type=list[Pair])
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def questions(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs that one answer settles together: those of one kind, name and standing, as the runs of one campaign.

    Those come first whose answer changes most, the most pairs and then the surest. A pair that may be two things that
    are one now is always asked alone, for each has articles of its own.
    """
    found: dict[tuple[str, ...], list[Pair]] = {}
    for pair in pairs:
        alike = pair.a.name == pair.b.name and not pair.articles
        kind = pair.a.key.split("/", 1)[0]
        found.setdefault((kind, pair.a.name) if alike else (kind, pair.a.key, pair.b.key), []).append(pair)
    return sorted(found.values(), key=lambda group: (-len(group), -max(pair.score for pair in group), group[0].a.key))


def review(graph: Graph, pairs: Iterable[Any]) -> bytes:
    """The bytes of the file. ``pairs``: with ``score``, ``a``, ``b`` (keys), ``reasons`` and ``articles``."""
    names = {entity.key: entity.name for entity in graph.entities}
    pairs = list(pairs)
    told = _told(graph, _wanted(pairs))
    rows = [
        {
            "score": pair.score,
            "reasons": list(pair.reasons),
            "a": {"key": pair.a, "name": names[pair.a], "sentences": told.get(pair.a, [])},
            "b": {"key": pair.b, "name": names.get(pair.b, names[pair.a]), "sentences": told.get(pair.b, [])},
            **({"articles": list(pair.articles)} if pair.articles else {}),
        }
        for pair in pairs
    ]
    body = ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
    return utf8(f"[\n{body}\n]\n") if rows else b"[]\n"


Wanted = dict[tuple[str, str], str]
Told = dict[str, list[dict[str, str]]]


def _wanted(pairs: list[Any]) -> Wanted:
    """(key, id of an article) to the key under which its sentences are told; (key, "") for all other articles."""
    found: Wanted = {(key, ""): key for pair in pairs for key in (pair.a, pair.b)}
    return found | {(pair.a, article): pair.b for pair in pairs for article in pair.articles}


def _told(graph: Graph, wanted: Wanted) -> Told:
    """The first sentences that name each of the entities."""
    found: Told = {}
    for article in graph.articles:
        for mention in article.mentions:
            key = wanted.get((mention.entity, article.id)) or wanted.get((mention.entity, ""))
            rows = found.setdefault(key, []) if key else None
            if rows is not None and len(rows) < _SHOWN and not mention.points:
                text = _sentence(article, mention.span.start)
                if text not in [row["text"] for row in rows]:
                    rows.append({"article": article.id, "file": article.document.source, "text": text})
    return found


def _sentence(article: Article, at: int) -> str:
    inside = (s for s in article.document.sentences if s.start <= at < s.end)
    span = next(inside, None)
    return article.surface(span) if span else ""
