"""One entity that is two: what some articles tell of it is given to a new one, as a ``split`` of the ledger says.

Two waves of one campaign, two persons of one name in one city. Splits come before all other decisions, which may speak
of the new keys.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model.decision import Decision, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Article, Citation, Entity, Graph
    from kg.model.facts import Evidence

Moves = dict[tuple[str, str], str]
"""(an old key, the id of an article) to the new key that is meant there."""


def split(graph: Graph, decisions: Iterable[Decision]) -> tuple[Graph, list[str]]:
    """The graph with its splits, and in words those that contradict each other: none of these is applied."""
    moves, trouble = _moves(graph, [d for d in decisions if d.judgement is Judgement.SPLIT])
    return (_Split(graph, moves).graph() if moves else graph), trouble


def _moves(graph: Graph, rows: list[Decision]) -> tuple[Moves, list[str]]:
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    keys = {entity.key for entity in graph.entities}
    for row in rows:
        for article in row.value.split() if row.a in keys else ():
            wanted[row.a, article].add(row.b)
    clashes = {pair for pair, new in wanted.items() if len(new) > 1}
    taken = {(old, b) for (old, _), new in wanted.items() for b in new if b in keys}
    barred = {old for old, _ in (*clashes, *taken)}
    trouble = [f"split {a} in {i}: {' against '.join(sorted(wanted[a, i]))}" for a, i in sorted(clashes)]
    trouble += [f"split {a}: {b} is an entity already; give another key" for a, b in sorted(taken)]
    return {pair: min(new) for pair, new in wanted.items() if pair[0] not in barred}, trouble


class _Split:
    """One graph under its moves."""

    def __init__(self, graph: Graph, moves: Mapping[tuple[str, str], str]) -> None:
        self.old, self.moves = graph, moves
        self.there = {a.id for a in graph.articles}

    def graph(self) -> Graph:
        old, at = self.old, self._at
        posts = {replace(p, person=at(p.person, p.evidence), of=at(p.of, p.evidence)) for p in old.posts}
        figures = {replace(f, subject=at(f.subject, f.evidence)) for f in old.figures}
        quotes = {replace(q, speaker=at(q.speaker, q.evidence), said_at=at(q.said_at, q.evidence)) for q in old.quotes}
        relations = {
            replace(r, subject=at(r.subject, r.evidence), object=at(r.object, r.evidence)) for r in old.relations
        }
        return replace(
            old,
            articles=tuple(map(self._article, old.articles)),
            entities=tuple(sorted({*old.entities, *self._new()})),
            relations=tuple(sorted(relations)),
            posts=tuple(sorted(posts)),
            figures=tuple(sorted(figures)),
            quotes=tuple(sorted(quotes)),
            moments=tuple(sorted({replace(m, subject=at(m.subject, m.evidence)) for m in old.moments})),
            citations=tuple(sorted({self._cited(c) for c in old.citations})),
        )

    def _cited(self, one: Citation) -> Citation:
        return replace(one, source=self._at(one.source, one.evidence), target=self._at(one.target, one.evidence))

    def _at(self, key: str, why: Evidence) -> str:
        return self.moves.get((key, why.document), key)

    def _new(self) -> Iterable[Entity]:
        """The new entities: named as the old ones are; only where one of their articles is in the graph."""
        by_key = {entity.key: entity for entity in self.old.entities}
        for (old, article), new in self.moves.items():
            if article in self.there:
                yield replace(by_key[old], key=new)

    def _article(self, article: Article) -> Article:
        def to(key: str) -> str:
            return self.moves.get((key, article.id), key)

        return replace(
            article,
            home=to(article.home),
            publisher=to(article.publisher),
            authors=tuple(map(to, article.authors)),
            mentions=tuple(sorted(replace(m, entity=to(m.entity)) for m in article.mentions)),
        )
