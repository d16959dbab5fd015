"""Who acts in each clause, and for which place.

A subject stands at the head of a clause (甲县开展…), is carried on over commas, and over sentences where the paragraph
opened with it or somebody speaks; it gives way to the next subject and to a crowd (各级各部门 → the home place).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Span
from kg.relate.discourse.attributes import modifies
from kg.relate.discourse.clause import CARRIED, DEFAULT, FAR, SURE, Clause
from kg.text.clauses import clauses
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.relate.discourse.groups import Agent, Groups
    from kg.relate.discourse.naming import Naming
    from kg.text.annotated import AnnotatedDocument

_NEAR = 24  # how far before a paragraph its heading may begin
_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION})
_BARE = 3  # marks around a name that stands alone on its line: 【甲县】, ■乙镇


class Actors:
    """Reads the actors of one article, clause by clause."""

    def __init__(self, doc: AnnotatedDocument, groups: Groups, naming: Naming) -> None:
        self.doc, self.plain = doc, doc.plain
        self.groups, self.naming, self.article_place = groups, naming, naming.article_place
        self._two: tuple[Agent, ...] = ()

    def read(self) -> Iterator[Clause]:
        """All clauses in text order, with their actors."""
        heads: tuple[Agent, ...] = ()
        kept: tuple[Agent, ...] | None = None  # who acted before a place that does no more than name a thing
        block, topic, blocks = -1, Span(0, 0), [s.start for s in self.doc.spans]
        for sentence in self.doc.document.sentences:
            heads, kept = (heads if kept is None else kept), None
            if (here := bisect_right(blocks, sentence.start) - 1) != block:
                heads = heads if self._titled(heads, topic) else ()
                block, topic = here, sentence
            elif sentence != topic and self.plain[sentence.start - 1 : sentence.start] != "；":
                alike = len({h.mention.kind in _BODIES for h in heads}) == 1  # a meeting in a row of places is none
                heads = tuple(h for h in heads if self._persists(h, topic)) if alike else ()
            sure = FAR
            things: tuple[Agent, ...] = ()
            for span in clauses(self.plain, sentence):
                clause = self._clause(span, sentence, block, heads, sure)
                if things and not clause.things and clause.sure != SURE:
                    clause = replace(clause, things=things)
                kept = heads if self._modifies(clause) else kept if clause.sure != SURE else None
                heads, things = self._carry(clause, heads)
                sure = CARRIED
                yield clause

    def _titled(self, heads: tuple[Agent, ...], block: Span) -> bool:
        """Whether the block before was no more than the name of a county or town: a heading over what follows."""
        places = [h.mention for h in heads if h.mention.kind is Kind.PLACE]
        return len(places) == 1 and block.holds(places[0].span) and len(block) - len(places[0].span) <= _BARE

    def _persists(self, head: Agent, topic: Span) -> bool:
        """Whether a subject stays the subject of the next sentence: a speaker, or what the paragraph opened with.

        A report goes back to its own place after a county has been named; a paragraph on a county does not.
        """
        return (
            head.mention.kind in {Kind.PERSON, Kind.EVENT} or topic.start - _NEAR <= head.mention.span.start < topic.end
        )

    def _lends(self, heads: tuple[Agent, ...], sure: float) -> bool:
        """Whether an earlier actor of the sentence gives the jurisdiction: so for a firm or institution acting now."""
        return sure != FAR and all(h.mention.kind is Kind.ORGANIZATION and not self.lasting(h) for h in heads)

    def _all_of_them(self, span: Span) -> tuple[Agent, ...]:
        """The actors that 双方 or 三地 means: the last bodies that stood side by side in a row."""
        at = self.groups.skip(span.start, span.end)
        said = self.groups.rules["all-of-them"].match(self.plain, at, span.end)
        return self.groups.last_row(span.start) if said else ()

    def _one_of_two(self, span: Span) -> Agent | None:
        """The actor that 前者 or 后者 means: the first or second of the last two that acted together."""
        match = self.groups.rules["pair"].match(self.plain, span.start, span.end) if self._two else None
        return self._two[0 if match["first"] else -1] if match else None

    def _carry(self, clause: Clause, carried: tuple[Agent, ...]) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        """Subjects and things carried into the next clause; heads that cannot last (a site) leave the earlier ones."""
        if clause.local or clause.meeting or (not clause.heads and not clause.things):
            return (clause.heads if not clause.meeting else carried), clause.things
        lasting = tuple(h for h in clause.heads if self.lasting(h))
        firms = any(h.mention.kind in {Kind.ORGANIZATION, Kind.PERSON} for h in clause.heads)
        row = len(lasting) == 1 < len(clause.heads) and not firms
        lasting = () if row else lasting  # a zone and a site in one row: neither alone acts on
        if self._wide and self._modifies(clause):  # the report of a province goes on with the province
            return carried, clause.heads
        if lasting or not clause.heads:
            return lasting, clause.things
        return carried, clause.heads

    def _modifies(self, clause: Clause) -> bool:
        return modifies(self.doc, self.groups, self.article_place, clause)

    @property
    def _wide(self) -> bool:
        return bool(self.article_place) and self.naming.code(self.article_place).endswith("0000")

    def _clause(self, span: Span, sentence: Span, block: int, carried: tuple[Agent, ...], sure: float) -> Clause:
        opening = self.groups.opening(span)
        if row := self._all_of_them(span):
            return Clause(span, sentence, block, row, (), self._jurisdiction(row), CARRIED)
        if (one := self._one_of_two(span)) is not None:
            return Clause(span, sentence, block, (one,), (), self._jurisdiction((one,)), CARRIED)
        if opening.crowd:
            return Clause(span, sentence, block, (), (), self.article_place, DEFAULT)
        if opening.meeting:
            return Clause(span, sentence, block, carried, (), self._jurisdiction(carried), FAR, meeting=True)
        if opening.heads and not any(self.bodily(h) for h in opening.heads):
            carried = carried if sure != FAR else ()
            jurisdiction = self._jurisdiction(carried)
            return Clause(
                span, sentence, block, carried, (), jurisdiction, sure if carried else DEFAULT, things=opening.heads
            )
        if opening.heads and not opening.local:
            self._two = opening.heads if len(opening.heads) == 2 else self._two
            jurisdiction = self._jurisdiction((*opening.heads, *(carried if self._lends(opening.heads, sure) else ())))
            return Clause(span, sentence, block, opening.heads, (), jurisdiction, SURE)
        if opening.heads:
            who = (*opening.heads, *(carried if self._lends(opening.heads, CARRIED) else ()))
            return Clause(span, sentence, block, carried, opening.heads, self._jurisdiction(who), SURE)
        return Clause(span, sentence, block, carried, (), self._jurisdiction(carried), sure if carried else DEFAULT)

    def bodily(self, head: Agent) -> bool:
        """Whether a head can act: a division, zone, organisation, person or meeting, not a site or a thing."""
        kind = head.mention.kind
        return kind in {Kind.ORGANIZATION, Kind.PERSON, Kind.EVENT} or (kind is Kind.PLACE and self.lasting(head))

    def lasting(self, head: Agent) -> bool:
        """Whether a subject may act on in further clauses: divisions, towns, organs, persons; not sites or things."""
        key, kind = head.mention.entity, head.mention.kind
        if kind is Kind.PLACE:
            return bool(self.naming.code(key)) or self.naming.matches("zone", key)
        organs = kind is Kind.ORGANIZATION and any(self.naming.matches(r, key) for r in ("seat", "organ", "branch"))
        return organs or kind in {Kind.PERSON, Kind.EVENT}

    def _jurisdiction(self, heads: tuple[Agent, ...]) -> str:
        events = len(heads) > 1 and all(h.mention.kind is Kind.EVENT for h in heads)  # each has a place of its own
        return (
            self.article_place
            if events
            else next((g for h in heads if (g := self.jurisdiction(h))), self.article_place)
        )

    def jurisdiction(self, head: Agent) -> str:
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
        host = self.naming.opens(self.naming.entities[key].name)
        inner = self.naming.inner_place(key)
        firm = inner and (self.naming.code(inner) or self.naming.matches("zone", inner))
        return (self.naming.area(host) if host else "") or (inner if firm else "")
