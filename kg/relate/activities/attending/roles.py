"""What somebody did at an event, by the words behind the name: 出席会议并讲话 is attended and spoke."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.relate.discourse.clause import SURE
from kg.vocab import ROLES, Kind

if TYPE_CHECKING:
    import re

    from kg.model import Mention, Span
    from kg.relate.discourse.clause import Clause
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene

_TITLE = 14  # characters of a title right before a name
_BEFORE = 30  # characters in which 受…委托 may open


class Roles:
    """The roles of those who act in the sentences of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.plain = scene, scene.plain
        self.rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in scene.doc.lexicon.patterns("relation-roles")}
        self.words = tuple((role, self.rules[role]) for role in ROLES if role in self.rules)

    def of(self, clauses: tuple[Clause, ...], at: int) -> tuple[str, ...]:
        """What those who act in a clause of a sentence are told to do there, the heaviest first; () if nothing."""
        start, end = self.scene.groups.end(clauses[at].heads), clauses[at].span.end
        for clause in clauses[at + 1 :]:
            if clause.sure == SURE and any(h.mention.kind is Kind.PERSON for h in clause.heads):
                break
            end = clause.span.end
        if said := self.rules["speech"].search(self.plain, start, min(len(self.plain), end + 1)):
            end = said.end()
        return tuple(role for role, rule in self.words if rule.search(self.plain, start, end)) if end > start else ()

    def in_words(self, clause: Clause) -> bool:
        """Whether a clause is part of somebody's words: behind a verb of speech in its sentence, or quoted."""
        start, at = clause.sentence.start, clause.span.start
        if self.plain.rfind("“", start, at) > self.plain.rfind("”", start, at):
            return True
        return bool(self.rules["speech"].search(self.plain, start, at))

    def to_press(self, clause: Clause) -> bool:
        """Whether a clause is told to a reporter, perhaps elsewhere: 甲对乙报记者说."""
        return bool(self.rules["to-press"].search(self.plain, clause.sentence.start, clause.span.end))

    def said(self, span: Span) -> bool:
        """Whether a meeting is named within the words of a speaker, who need not be there: 甲指出，乙会议…"""
        return bool(self.rules["speech"].search(self.plain, self.scene.sentence(span).start, span.start))

    def absent(self, head: Agent) -> bool:
        """Whether somebody is named only for a commission or for what he said (受甲委托, 按照甲的要求,
        甲的重要讲话), or as away: 甲因公出差.
        """
        span = head.mention.span
        if self.rules["own-words"].match(self.plain, span.end) or self.rules["away"].match(self.plain, span.end):
            return True
        before = self.rules["sent-by"].search(self.plain, max(0, span.start - _BEFORE), span.start)
        return bool(before and self.rules["commission"].match(self.plain, span.end))

    def writes(self, head: Agent) -> bool:
        """Whether somebody is an author of the article, or stands in a line of reporters and photographers."""
        return self.writer(head.mention)

    def writer(self, person: Mention) -> bool:
        """The same of a mention."""
        start = person.span.start
        line = self.rules["reporter"].search(self.plain, max(0, start - _BEFORE), start)
        return bool(line) or person.entity in self.scene.reading.authors

    def official(self, start: int) -> bool:
        """Whether a title stands right before an offset."""
        return bool(self.rules["official"].search(self.plain, max(0, start - _TITLE), start))

    def speaks(self, head: Agent, sentence: Span) -> bool:
        """Whether somebody's words follow right behind the name."""
        return bool(self.rules["says"].match(self.plain, head.mention.span.end, sentence.end))

    @cached_property
    def national(self) -> frozenset[str]:
        """The keys of national leaders, who are named more often than they are there."""
        rows = self.scene.doc.lexicon.table("leaders")
        names = {row["word"] for row in rows if row["role"] == "sure"}
        return frozenset(k for k, e in self.scene.entities.items() if e.kind is Kind.PERSON and e.name in names)
