"""Those who speak at the event that an article tells of, in paragraphs that do not name it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.relate.activities.nesting import parts
from kg.relate.discourse.clause import FAR, SURE
from kg.relate.discourse.place_relations import in_line
from kg.relate.discourse.visits import visits_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Relation
    from kg.relate.activities.attending.roles import Roles
    from kg.relate.activities.meetings import Meetings
    from kg.relate.discourse.clause import Clause
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene

_FIELD = 16  # characters of the name of a field
_FIRST = 8  # sentences in which an article names the press conference it reports


class Speakers:
    """The speakers at the main event of an article; ``main`` is the key of the meeting it tells of, or ""."""

    def __init__(self, scene: Scene, meetings: Meetings, roles: Roles, main: str) -> None:
        self.scene, self.meetings, self.roles, self.main = scene, meetings, roles, main

    def read(self) -> Iterator[Relation]:
        """Officials whose words the article reports from a press conference, or who speak at its one meeting."""
        event = self._press() or (self.main if not visits_of(self.scene) else "")
        press = bool(event) and bool(self.roles.rules["press"].search(self.scene.name(event)))
        if not event or (not press and not self._alone(event)):
            return
        first = self.scene.first(event)
        for clause in self.scene.clauses:
            past = first is None or clause.sentence.end < first.start
            if past or self.roles.in_words(clause) or self.roles.to_press(clause):
                continue
            for who, role in (*((who, "spoke") for who in self._speaking(clause)), *self._acting(clause)):
                for found in self.scene.relation(who, Predicate.PARTICIPATES_IN, event, clause.span, "speaks", FAR):
                    yield replace(found, role=role)
        yield from self._in_fields(event) if press else ()

    def _in_fields(self, event: str) -> Iterator[Relation]:
        """Those whom the fields of a press conference name: 发布人：甲　乙局局长."""
        rules, first = self.roles.rules, self.scene.first(event)
        for m in self.scene.of(Kind.PERSON):
            before = rules["field"].search(self.scene.plain, max(0, m.span.start - _FIELD), m.span.start)
            if before and first and first.start < m.span.start and m.entity not in self.scene.reading.authors:
                who = self.scene.relation(m.entity, Predicate.PARTICIPATES_IN, event, m.span, "speaks", FAR)
                yield from (replace(found, role="presided" if before["chair"] else "spoke") for found in who)

    def _press(self) -> str:
        """The press conference that the first sentences name."""
        sentences = self.scene.doc.document.sentences[:_FIRST]
        events = (m for s in sentences for m in self.scene.between(s.start, s.end, Kind.EVENT))
        press = self.roles.rules["press"]
        return next((m.entity for m in events if press.search(self.scene.name(m.entity))), "")

    def _alone(self, event: str) -> bool:
        """Whether the article tells of no other event, but of those within it and those that speakers name."""
        events = (m for m in self.scene.of(Kind.EVENT) if not self.roles.said(m.span))
        keys = {m.entity for m in events if not self.meetings.national(m.entity)}
        return keys <= {event} or keys <= {event, *parts(self.scene, event)}

    def _speaking(self, clause: Clause) -> Iterator[str]:
        for head in clause.heads if clause.sure == SURE else ():
            key = head.mention.entity
            own = head.mention.kind is Kind.PERSON and clause.span.holds(head.mention.span)
            if not own or key in self.roles.national or key in self.scene.reading.authors:
                continue
            if self.roles.speaks(head, clause.sentence) and self._titled(key) and not self._elsewhere(head, clause):
                yield key

    def _elsewhere(self, head: Agent, clause: Clause) -> bool:
        """Whether an officer of another place speaks, not said to do so at the meeting of one place."""
        event = self._press() or self.main
        own, jurisdiction = self.scene.naming.inner_place(event), self.scene.jurisdiction(head)
        if not (self.scene.naming.code(own) and self.scene.naming.code(jurisdiction)):
            return False
        stated = self.roles.rules["at-some"].search(self.scene.plain, clause.span.start, clause.span.end)
        return not in_line(self.scene, own, jurisdiction) and not stated

    def _acting(self, clause: Clause) -> Iterator[tuple[str, str]]:
        """Officials who report, read out or chair in a clause of the article's one meeting: 甲通报了情况."""
        around = self.scene.clauses_of(clause.sentence)
        at = around.index(clause) if clause in around and clause.sure == SURE and clause.heads else -1
        roles = [role for role in self.roles.of(around, at) if role in {"spoke", "presided"}] if at >= 0 else []
        if roles and self.roles.rules["to-come"].match(self.scene.plain, self.scene.groups.end(clause.heads)):
            return
        for head in clause.heads if roles else ():
            key = head.mention.entity
            own = head.mention.kind is Kind.PERSON and clause.span.holds(head.mention.span)
            if not own or key in self.roles.national or self.roles.writes(head):
                continue
            if self._titled(key) and not self._elsewhere(head, clause):
                yield from ((key, role) for role in roles)

    def _titled(self, key: str) -> bool:
        """Whether a title stands before the name somewhere in the article."""
        return any(self.roles.official(m.span.start) for m in self.scene.named.get(key, ()))
