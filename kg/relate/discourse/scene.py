"""The scene of an article: its linked mentions over its clauses, and who acts in each clause for which jurisdiction."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.model import Evidence, Mention, Relation, Span
from kg.relate.discourse.actors import Actors
from kg.relate.discourse.clause import DEFAULT, Clause
from kg.relate.discourse.groups import Groups
from kg.relate.discourse.naming import Naming
from kg.vocab import SIGNATURES, Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Entity, Reading
    from kg.relate.discourse.groups import Agent
    from kg.text.annotated import AnnotatedDocument

_LONG = 120  # characters of the longest names
_SOON = 8  # clauses within which 该项目 points back
_FAMILY = "CampaignFamily"


class Scene:
    """One article under reading for relations. Made by ``scene``."""

    def __init__(self, doc: AnnotatedDocument, reading: Reading) -> None:
        self.doc, self.reading, self.plain = doc, reading, doc.plain
        self.entities: dict[str, Entity] = {e.key: e for e in reading.entities if _FAMILY not in e.classes}
        self.article_place = reading.article_place if reading.article_place in self.entities else ""
        acting = (m for m in reading.mentions if m.rule != "title-organ")  # 国务委员 acts, and not 国务院
        self.mentions = tuple(m for m in acting if m.entity in self.entities)
        self.naming = Naming(doc.lexicon, tuple(self.entities.values()), self.article_place)
        self.groups = Groups(doc, self.tops, self.mentions)
        self.actors = Actors(doc, self.groups, self.naming)
        self.refused: list[tuple[Span, str, str, Predicate, str]] = []
        """What rules would have said of two things that the predicate does not join: for ``kg trace``."""

    @cached_property
    def tops(self) -> tuple[Mention, ...]:
        """Mentions that stand inside no longer one, in text order."""
        ordered = sorted(self.mentions, key=lambda m: (m.span.start, -m.span.end, m))
        found: list[Mention] = []
        end, width = -1, Span(0, 0)
        for m in ordered:
            if m.span.end <= end and m.span != width:
                continue
            found.append(m)
            if m.span.end > end:
                end, width = m.span.end, m.span
        return tuple(found)

    @cached_property
    def named(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of every entity, in text order."""
        found: dict[str, list[Mention]] = {}
        for m in sorted(self.mentions, key=lambda m: (m.span, m)):
            found.setdefault(m.entity, []).append(m)
        return {key: tuple(row) for key, row in found.items()}

    @cached_property
    def shown(self) -> dict[str, tuple[Mention, ...]]:
        """The outermost mentions of every entity that has some, in text order."""
        found: dict[str, list[Mention]] = {}
        for m in self.tops:
            found.setdefault(m.entity, []).append(m)
        return {key: tuple(row) for key, row in found.items()}

    def first(self, key: str) -> Span | None:
        """Where an entity is first named, None if only pointed at by others."""
        row = self.named.get(key, ())
        return row[0].span if row else None

    def of(self, *kinds: Kind) -> Iterator[Mention]:
        """The outermost mentions of some kinds, in text order."""
        return (m for m in self.tops if m.kind in kinds)

    def between(self, start: int, end: int, *kinds: Kind) -> tuple[Mention, ...]:
        """The outermost mentions of some kinds (or all) that lie in a stretch of text."""
        first = bisect_right(self.groups.starts, start - 1)
        last = bisect_right(self.groups.starts, end - 1)
        return tuple(m for m in self.tops[first:last] if m.span.end <= end and (not kinds or m.kind in kinds))

    def around(self, span: Span, kind: Kind) -> Iterator[Mention]:
        """The outermost mentions of a kind that a span stands inside."""
        near = self.between(max(0, span.start - _LONG), span.end + _LONG, kind)
        return (m for m in near if m.span.holds(span) and m.span != span)

    @cached_property
    def _ends(self) -> dict[int, tuple[Mention, ...]]:
        found: dict[int, tuple[Mention, ...]] = {}
        for m in sorted(self.mentions, key=lambda m: (m.span.start, m)):
            found[m.span.end] = (*found.get(m.span.end, ()), m)
        return found

    def ending(self, offset: int, kind: Kind) -> Mention | None:
        """The longest mention of a kind that ends at an offset, also inside a longer name."""
        return next((m for m in self._ends.get(offset, ()) if m.kind is kind), None)

    def name(self, key: str) -> str:
        """The name of an entity."""
        return self.entities[key].name

    def kind(self, key: str) -> Kind:
        """The kind of an entity."""
        return self.entities[key].kind

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in text order, with their actors."""
        return tuple(self.actors.read())

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [c.span.start for c in self.clauses]

    def clause(self, offset: int) -> Clause:
        """The clause at an offset; where there is none, an empty one in the article's place."""
        at = bisect_right(self._clause_starts, offset) - 1
        if at >= 0 and self.clauses[at].span.end > offset:
            return self.clauses[at]
        span = Span(offset, offset)
        return Clause(span, span, -1, (), (), self.article_place, DEFAULT)

    def clauses_of(self, sentence: Span) -> tuple[Clause, ...]:
        """The clauses of one sentence."""
        at = bisect_right(self._clause_starts, sentence.start - 1)
        found = []
        while at < len(self.clauses) and self.clauses[at].sentence == sentence:
            found.append(self.clauses[at])
            at += 1
        return tuple(found)

    def carried(self, clause: Clause) -> tuple[Agent, ...]:
        """Who acts in the sentence besides those of its prepositional opening: 按照省委部署，甲市…"""
        return next((c.heads for c in self.clauses_of(clause.sentence) if c.heads and not c.local), clause.heads)

    def told_until(self, mention: Mention) -> int:
        """Where the telling of a thing ends: with its sentence, or a later one of the block that opens with 该项目."""
        end = self.sentence(mention.span).end
        block = self.clause(mention.span.start).block
        for clause in self.clauses[bisect_right(self._clause_starts, end - 1) :][:_SOON]:
            if clause.block != block or self.between(end, clause.span.start, Kind.PROJECT):
                break
            if self.groups.rules["again"].match(self.plain, clause.span.start):
                return clause.sentence.end
        return end

    def after(self, offset: int) -> tuple[Clause, ...]:
        """The clauses that start behind an offset, at most the next twenty."""
        at = bisect_right(self._clause_starts, offset)
        return self.clauses[at : at + 20]

    def before(self, offset: int) -> tuple[Clause, ...]:
        """The clauses that start before an offset, at most the last forty."""
        at = bisect_right(self._clause_starts, offset - 1)
        return self.clauses[max(0, at - 40) : at]

    def bodily(self, head: Agent) -> bool:
        """Whether a head can act: a division, zone, organisation, person or meeting, not a site or a thing."""
        return self.actors.bodily(head)

    def jurisdiction(self, head: Agent) -> str:
        """The place that somebody acts for: a place itself, an organ's area, a person's office; "" where unknown."""
        return self.actors.jurisdiction(head)

    def sentence(self, span: Span) -> Span:
        """The sentence of a span."""
        return self.doc.sentence(span)

    @cached_property
    def _measured(self) -> dict[tuple[str, float], float]:
        """What relations of a rule that were given a confidence turned out to deserve."""
        rows = self.doc.lexicon.table("relation-confidence")
        return {(row["rule"], float(row["given"])): float(row["measured"]) for row in rows}

    def relation(
        self, subject: str, predicate: Predicate, obj: str, at: Span, rule: str, sure: float
    ) -> Iterator[Relation]:
        """The relation, with the sentence it stands in as evidence, if the predicate may join the two kinds."""
        if not subject or not obj or subject == obj:
            return
        domain, codomain = SIGNATURES[predicate]
        if self.kind(subject) in domain and self.kind(obj) in codomain:
            given = round(min(sure, 1.0), 2)
            confidence = self._measured.get((rule, given), given)
            evidence = Evidence(self.reading.document.id, self.sentence(at), rule, confidence)
            yield Relation(subject, predicate, obj, evidence)
        else:
            self.refused.append((self.sentence(at), rule, subject, predicate, obj))


@lru_cache(maxsize=2)
def scene_of(doc: AnnotatedDocument, reading: Reading) -> Scene:
    """The scene of an article; kept for the modules that read the same article one after the other."""
    return Scene(doc, reading)
