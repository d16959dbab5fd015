"""The scene of an article: its linked mentions over its clauses, and who acts in each clause on which ground.

A subject stands at the head of a clause (甲县开展…), is carried on over commas and sentences of a paragraph, and gives
way to the next subject, to a crowd (各级各部门 → the home place) or to the paragraph's end.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.model import Entity, Evidence, Mention, Reading, Relation, Span
from kg.relate.groups import Groups, Head
from kg.relate.naming import Naming
from kg.text.clauses import clauses
from kg.vocab import SIGNATURES, Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet

_FAMILY = "CampaignFamily"
SURE, CARRIED, FAR, DEFAULT = 0.95, 0.85, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its sentence and block, the heads that act in it, the place they act for, and how sure that is.

    ``local``: heads of a prepositional opening (自甲市开展…以来), which act in this clause alone. ``things``: names of
    things that open it (甲项目、乙园区竣工); who acted before stays the one who acts.
    """

    span: Span
    sentence: Span
    block: int
    heads: tuple[Head, ...]
    local: tuple[Head, ...]
    ground: str
    sure: float
    meeting: bool = False
    things: tuple[Head, ...] = ()

    @property
    def acting(self) -> tuple[Head, ...]:
        """Who acts here."""
        return self.local or self.heads


class Scene:
    """One article under reading for relations. Made by ``scene``."""

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self.sheet, self.reading, self.plain = sheet, reading, sheet.plain
        self.home = reading.home
        self.entities: dict[str, Entity] = {e.key: e for e in reading.entities if _FAMILY not in e.classes}
        self.mentions = tuple(m for m in reading.mentions if m.entity in self.entities)
        self.naming = Naming(sheet.lexicon, tuple(self.entities.values()), self.home)
        self._two: tuple[Head, ...] = ()
        self.groups = Groups(sheet, self.tops, self.mentions)

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

    def of(self, *kinds: Kind) -> Iterator[Mention]:
        """The outermost mentions of some kinds, in text order."""
        return (m for m in self.tops if m.kind in kinds)

    def between(self, start: int, end: int, *kinds: Kind) -> tuple[Mention, ...]:
        """The outermost mentions of some kinds (or all) that lie in a stretch of text."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return tuple(m for m in self.tops[first:last] if m.span.end <= end and (not kinds or m.kind in kinds))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.tops]

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
        return tuple(self._read())

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [c.span.start for c in self.clauses]

    def clause(self, offset: int) -> Clause:
        """The clause at an offset; where there is none, an empty one on home ground."""
        at = bisect_right(self._clause_starts, offset) - 1
        if at >= 0 and self.clauses[at].span.end > offset:
            return self.clauses[at]
        span = Span(offset, offset)
        return Clause(span, span, -1, (), (), self.home, DEFAULT)

    def clauses_of(self, sentence: Span) -> tuple[Clause, ...]:
        """The clauses of one sentence."""
        at = bisect_right(self._clause_starts, sentence.start - 1)
        found = []
        while at < len(self.clauses) and self.clauses[at].sentence == sentence:
            found.append(self.clauses[at])
            at += 1
        return tuple(found)

    def told_until(self, mention: Mention) -> int:
        """Where the telling of a thing ends: with its sentence, or the next one where that goes on with 该项目."""
        sentence = self.sentence(mention.span)
        after = self.clauses[bisect_right(self._clause_starts, sentence.end - 1) :][:1]
        goes_on = after and self.groups.rules["again"].match(self.plain, after[0].span.start)
        return after[0].sentence.end if goes_on else sentence.end

    def before(self, offset: int) -> tuple[Clause, ...]:
        """The clauses that start before an offset, at most the last forty."""
        at = bisect_right(self._clause_starts, offset - 1)
        return self.clauses[max(0, at - 40) : at]

    def _read(self) -> Iterator[Clause]:
        heads: tuple[Head, ...] = ()
        block, blocks = -1, [s.start for s in self.sheet.spans]
        for sentence in self.sheet.document.sentences:
            if (here := bisect_right(blocks, sentence.start) - 1) != block:
                block, heads = here, ()
            sure = FAR
            things: tuple[Head, ...] = ()
            for span in clauses(self.plain, sentence):
                clause = self._clause(span, sentence, block, heads, sure)
                clause = clause if clause.things or clause.sure == SURE else replace(clause, things=things)
                heads, things = self._carry(clause, heads)
                sure = CARRIED
                yield clause

    def _one_of_two(self, span: Span) -> Head | None:
        """前者, 后者: the first or last of the last two that acted together."""
        match = self.groups.rules["pair"].match(self.plain, span.start, span.end)
        return self._two[0 if match["first"] else -1] if match and self._two else None

    def _carry(self, clause: Clause, carried: tuple[Head, ...]) -> tuple[tuple[Head, ...], tuple[Head, ...]]:
        """Who acts on in the next clause, and which things are spoken of; a company or site gives no way to others."""
        if clause.local or clause.meeting or (not clause.heads and not clause.things):
            return (clause.heads if not clause.meeting else carried), clause.things
        lasting = tuple(h for h in clause.heads if self.lasting(h))
        if lasting or not clause.heads:
            return lasting, clause.things
        return carried, clause.heads

    def _clause(self, span: Span, sentence: Span, block: int, carried: tuple[Head, ...], sure: float) -> Clause:
        opening = self.groups.opening(span)
        if (one := self._one_of_two(span)) is not None:
            return Clause(span, sentence, block, (one,), (), self._ground((one,)), CARRIED)
        if opening.crowd:
            return Clause(span, sentence, block, (), (), self.home, DEFAULT)
        if opening.meeting:
            return Clause(span, sentence, block, carried, (), self._ground(carried), FAR, meeting=True)
        if opening.heads and not any(self.bodily(h) for h in opening.heads):
            carried = carried if sure != FAR else ()
            ground = self._ground(carried)
            return Clause(
                span, sentence, block, carried, (), ground, sure if carried else DEFAULT, things=opening.heads
            )
        if opening.heads and not opening.local:
            self._two = opening.heads if len(opening.heads) == 2 else self._two
            return Clause(span, sentence, block, opening.heads, (), self._ground(opening.heads), SURE)
        if opening.heads:
            return Clause(span, sentence, block, carried, opening.heads, self._ground(opening.heads), SURE)
        return Clause(span, sentence, block, carried, (), self._ground(carried), sure if carried else DEFAULT)

    def bodily(self, head: Head) -> bool:
        """Whether a head can act: a division, zone, organisation, person or meeting, not a site or a thing."""
        kind = head.mention.kind
        return kind in {Kind.ORGANIZATION, Kind.PERSON, Kind.EVENT} or (
            kind is Kind.PLACE and (self.lasting(head) or self.naming.matches("zone", head.mention.entity))
        )

    def lasting(self, head: Head) -> bool:
        """Whether a subject may act in the next sentence too: divisions, zones, organs, persons; not sites or things."""
        key, kind = head.mention.entity, head.mention.kind
        if kind is Kind.PLACE:
            return bool(self.naming.code(key)) or self.naming.matches("village", key)
        organs = kind is Kind.ORGANIZATION and any(self.naming.matches(r, key) for r in ("seat", "organ", "branch"))
        return organs or kind in {Kind.PERSON, Kind.EVENT}

    def _ground(self, heads: tuple[Head, ...]) -> str:
        return next((g for h in heads if (g := self.ground(h))), self.home)

    def ground(self, head: Head) -> str:
        """The place that somebody acts for: a place itself, an organ's area, a person's office; "" where unknown."""
        key = head.mention.entity
        if head.mention.kind is Kind.PLACE:
            return key
        if found := self.naming.area(key) or self.naming.local(key):
            return found
        if head.holder is not None:
            holder = head.holder.entity
            return holder if head.holder.kind is Kind.PLACE else self.naming.area(holder)
        if head.mention.kind is not Kind.EVENT:
            return ""
        host = self.naming.opens(self.name(key))
        return (self.naming.area(host) if host else "") or self.naming.inner_place(key)

    def sentence(self, span: Span) -> Span:
        """The sentence of a span."""
        return self.sheet.sentence(span)

    def relation(
        self, subject: str, predicate: Predicate, obj: str, at: Span, rule: str, sure: float
    ) -> Iterator[Relation]:
        """The relation, with the sentence it stands in as evidence, if the predicate may join the two kinds."""
        if not subject or not obj or subject == obj:
            return
        domain, codomain = SIGNATURES[predicate]
        if self.kind(subject) in domain and self.kind(obj) in codomain:
            evidence = Evidence(self.reading.document.id, self.sentence(at), rule, round(min(sure, 1.0), 2))
            yield Relation(subject, predicate, obj, evidence)


@lru_cache(maxsize=2)
def scene(sheet: Sheet, reading: Reading) -> Scene:
    """The scene of an article; kept for the modules that read the same article one after the other."""
    return Scene(sheet, reading)
