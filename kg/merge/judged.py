"""A graph under the decisions of a ledger: the same decisions in any order give the same graph.

Decisions that contradict each other are not applied, none of them, and are told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.merge.entities import merged
from kg.merge.split import split
from kg.model.agreement import agreed
from kg.model.decision import Decision, Judgement
from kg.vocab import SIGNATURES, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.model import Article, Citation, Entity, Graph, Relation


@dataclass(frozen=True, slots=True)
class Judged:
    """A graph after its ledger, and in words what of the ledger could not be applied."""

    graph: Graph
    problems: tuple[str, ...]
    one_for: Mapping[str, str] = field(default_factory=dict)
    """Keys that were merged into others, to those that stand for them."""


def apply_decisions(graph: Graph, decisions: Iterable[Decision]) -> Judged:
    """The graph in which all sound decisions hold; decisions on entities that it does not have wait in silence."""
    graph, broken = split(graph, decisions := tuple(decisions))
    if not decisions and all(map(_fitting({e.key: e.kind for e in graph.entities}), graph.relations)):
        return Judged(graph, ())
    known = {entity.key for entity in graph.entities}
    rows = sorted({replace(d, reason="", author="", date="") for d in decisions if d.a in known})
    pairs = [d for d in rows if not d.b or d.b in known]
    names, trouble = _values(pairs, Judgement.RENAME)
    kinds, more = _values(pairs, Judgement.RETYPE)
    one_for, clashes = _groups(pairs)
    hidden = {d.a for d in pairs if d.judgement is Judgement.HIDE}
    changed = _Change(graph, one_for, hidden, names, kinds)
    return Judged(changed.graph(), tuple(sorted([*broken, *trouble, *more, *clashes, *changed.lost])), one_for)


def _values(rows: list[Decision], judgement: Judgement) -> tuple[dict[str, str], list[str]]:
    """The one new value of each entity; two different ones cancel each other."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.judgement is judgement:
            wanted[row.a].add(row.value)
    trouble = [f"{judgement} {key}: {' against '.join(sorted(v))}" for key, v in sorted(wanted.items()) if len(v) > 1]
    return {key: next(iter(values)) for key, values in wanted.items() if len(values) == 1}, trouble


def _groups(rows: list[Decision]) -> tuple[dict[str, str], list[str]]:
    """Each merged entity's key to the key that stands for its group; a group that holds a ``different`` stays apart."""
    leader: dict[str, str] = {}

    def top(key: str) -> str:
        while leader.get(key, key) != key:
            key = leader[key]
        return key

    for row in rows:
        if row.judgement is Judgement.SAME:
            first, second = sorted((top(row.a), top(row.b)))
            leader[second] = first
    apart = [d for d in rows if d.judgement is Judgement.DIFFERENT and top(d.a) == top(d.b)]
    broken = {top(d.a) for d in apart}
    clashes = [
        f"different {d.a} and {d.b}: other decisions make them the same; none of the group is merged" for d in apart
    ]
    return {key: top(key) for key in leader if top(key) not in broken}, clashes


def _fitting(kinds: Mapping[str, Kind]) -> Callable[[Relation], bool]:
    """Whether a relation may hold between two things of such kinds."""

    def fits(relation: Relation) -> bool:
        domain, target = SIGNATURES[relation.predicate]
        subject, thing = relation.subject, relation.object
        return subject != thing and kinds[subject] in domain and kinds[thing] in target

    return fits


class _Change:
    """One graph under change."""

    def __init__(
        self,
        graph: Graph,
        one_for: Mapping[str, str],
        hidden: set[str],
        names: Mapping[str, str],
        kinds: Mapping[str, str],
    ) -> None:
        self.old, self.one_for, self.hidden, self.names, self.retyped = graph, one_for, hidden, names, kinds
        self.entities = merged(self._entity(e) for e in graph.entities if e.key not in hidden)
        self._fits = _fitting({entity.key: entity.kind for entity in self.entities})
        self.lost = [f"retype: {r.subject} {r.predicate} {r.object} no longer fits" for r in self._unfit()]

    def graph(self) -> Graph:
        """The new graph: facts follow their entities, those of hidden ones go."""
        old, to, stays = self.old, self._to, self._stays
        posts = {replace(p, person=to(p.person), of=to(p.of)) for p in old.posts if stays(p.person, p.of)}
        figures = {replace(f, subject=to(f.subject)) for f in old.figures if stays(f.subject)}
        quotes = {replace(q, speaker=to(q.speaker), said_at=to(q.said_at)) for q in old.quotes if stays(q.speaker)}
        moments = {replace(m, subject=to(m.subject)) for m in old.moments if stays(m.subject)}
        changed = replace(
            old,
            articles=tuple(map(self._article, old.articles)),
            entities=self.entities,
            relations=tuple(sorted({r for r in self._relations() if self._fits(r)})),
            posts=tuple(sorted(posts)),
            figures=tuple(sorted(figures)),
            quotes=tuple(sorted(quotes)),
            moments=tuple(sorted(moments)),
            citations=tuple(sorted(self._citations())),
        )
        return agreed(changed)  # two things that are now one may be told of in one sentence

    def _to(self, key: str) -> str:
        return self.one_for.get(key, key)

    def _stays(self, *keys: str) -> bool:
        return not any(key in self.hidden for key in keys)

    def _entity(self, entity: Entity) -> Entity:
        kind = Kind(self.retyped[entity.key]) if entity.key in self.retyped else entity.kind
        named = self.names.get(entity.key, entity.name)
        aliases = {*entity.aliases, (entity.name, "zh-Hans")} - {(named, "zh-Hans")}
        classes = entity.classes if kind is entity.kind else ()
        broader = self._to(entity.broader) if self._stays(entity.broader) else ""
        kept = tuple(sorted(aliases)) if named != entity.name else entity.aliases
        return replace(
            entity, key=self._to(entity.key), kind=kind, name=named, aliases=kept, classes=classes, broader=broader
        )

    def _relations(self) -> Iterable[Relation]:
        for r in self.old.relations:
            if self._stays(r.subject, r.object):
                yield replace(r, subject=self._to(r.subject), object=self._to(r.object))

    def _citations(self) -> set[Citation]:
        papers = {entity.key for entity in self.entities if entity.kind is Kind.DOCUMENT}
        kept = (c for c in self.old.citations if self._stays(c.source, c.target))
        moved = {replace(c, source=self._to(c.source), target=self._to(c.target)) for c in kept}
        return {c for c in moved if c.source != c.target and {c.source, c.target} <= papers | {""}}

    def _unfit(self) -> list[Relation]:
        return sorted(r for r in self._relations() if r.subject != r.object and not self._fits(r))

    def _article(self, article: Article) -> Article:
        to = self._to
        mentions = sorted(replace(m, entity=to(m.entity)) for m in article.mentions if self._stays(m.entity))
        return replace(
            article,
            home=to(article.home) if self._stays(article.home) else "",
            publisher=to(article.publisher) if self._stays(article.publisher) else "",
            authors=tuple(to(author) for author in article.authors if self._stays(author)),
            mentions=tuple(mentions),
        )
