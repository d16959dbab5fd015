"""Who is at which meeting: those who attend, speak, sign, send experts, or report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Role, Span
from kg.relate.activities.attending.event_speakers import Speakers
from kg.relate.activities.attending.roles import Roles
from kg.relate.activities.attending.rows import Rows
from kg.relate.activities.meetings import Meetings
from kg.relate.discourse.acts import acts
from kg.relate.discourse.clause import FAR, SURE, Clause
from kg.relate.discourse.visits.sightings import SITES, Sightings
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Relation
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene


_OPENS = 8  # characters in which a clause without a subject has its verb
_NEAR = 12  # characters between a verb and the site or organ it leads to


class Attendance:
    """Who is at which meeting, sentence by sentence; a meeting stays the one spoken of to the end of its block."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.meetings, self.roles = scene, Meetings(scene), Roles(scene)
        self.rules = self.meetings.rules

    def read(self) -> Iterator[Relation]:
        """All attendance."""
        held, last, rows = "", -1, Rows(self.scene, self.roles)
        main = self._main()
        for sentence, clauses in self._sentences():
            if clauses[0].block != last:
                held, last = "", clauses[0].block
            events = [
                m for m in self.scene.between(sentence.start, sentence.end, Kind.EVENT) if not self.roles.said(m.span)
            ]
            spoken = [m for m in events if self.rules["on"].match(self.scene.plain, m.span.end)]
            current = next(iter(spoken), None) or next((m for m in events if self._told(m)), None)
            at = self.rules["at"].match(self.scene.plain, clauses[0].span.start, clauses[0].span.end + 1)
            there = self.rules["there"].search(self.scene.plain, sentence.start, sentence.end)
            come = self._come(sentence)
            where = current.entity if current else (held or (main if at or there or come else ""))
            if not where:
                yield from self._show(clauses)
            if where:
                yield from self._present(where, sentence, clauses, current)
            yield from rows.read(sentence, where, held or main)
            held = where or held
        yield from self._reporters()
        yield from self._visits()
        yield from self._observed(main)
        yield from Speakers(self.scene, self.meetings, self.roles, main).read()

    def _sentences(self) -> Iterator[tuple[Span, tuple[Clause, ...]]]:
        at, clauses = 0, self.scene.clauses
        while at < len(clauses):
            end = at
            while end < len(clauses) and clauses[end].sentence == clauses[at].sentence:
                end += 1
            yield clauses[at].sentence, clauses[at:end]
            at = end

    def _main(self) -> str:
        """The meeting that the title or the first sentences tell of."""
        first = self.scene.doc.document.sentences[:6]
        events = [m for s in first for m in self.scene.between(s.start, s.end, Kind.EVENT)]
        return next((m.entity for m in events if self._told(m)), "")

    def _told(self, mention: Mention) -> bool:
        act = acts(self.scene).act(mention)
        held = bool(act.roles & {"hold", "attend", "join"})
        if held and self.meetings.national(mention.entity):
            return not self.rules["of-the-nation"].search(self.scene.name(mention.entity)) and not self.meetings.cited(
                act
            )
        return held

    def _present(
        self, event: str, sentence: Span, clauses: tuple[Clause, ...], mention: Mention | None
    ) -> Iterator[Relation]:
        plain = self.scene.plain
        attends = bool(self.rules["attend"].search(plain, sentence.start, sentence.end))
        attends = attends or bool(self.rules["at-it"].search(plain, sentence.start, sentence.end))
        spoken = mention is not None and bool(self.rules["on"].match(plain, mention.span.end))
        for at, clause in enumerate(clauses):
            if self.roles.in_words(clause) or not (clause.sure == SURE or (at == 0 and self._goes_on(clause))):
                continue
            roles = self.roles.of(clauses, at) if clause.heads else ()
            for head in clause.heads:
                there = self._there(head, clause, attends, spoken, named=mention is not None)
                if there and not self.roles.absent(head):
                    yield from self._takes_part(head.mention.entity, event, sentence, clause.sure, roles)
        yield from self._listed(event, sentence)
        yield from self._guests(event, sentence, mention)

    def _goes_on(self, clause: Clause) -> bool:
        """Whether a clause without a subject goes on with the one before: 并主持…, 出席会议…"""
        near = min(clause.span.end, clause.span.start + _OPENS)
        opens = any(self.rules[r].search(self.scene.plain, clause.span.start, near) for r in ("attend", "at", "on"))
        return opens or bool(self.roles.rules["pronoun"].match(self.scene.plain, clause.span.start))

    def _takes_part(
        self, who: str, event: str, sentence: Span, sure: float, roles: tuple[str, ...], rule: str = "attends"
    ) -> Iterator[Relation]:
        """Each role that the sentence tells is a relation of its own; attended where it tells none."""
        stated = roles if self.scene.kind(who) is Kind.PERSON else ("",)
        for found in self.scene.relation(who, Predicate.PARTICIPATES_IN, event, sentence, rule, sure):
            yield from (replace(found, role=role) for role in stated or ("attended",))

    def _come(self, sentence: Span) -> bool:
        """Whether a sentence is no more than who came: 市领导甲、乙出席; 参加…的有甲、乙."""
        plain = self.scene.plain
        comes = any(self.roles.rules[r].search(plain, sentence.start, sentence.end) for r in ("comes", "roster"))
        if comes and self.scene.between(sentence.start, sentence.end, Kind.PERSON):
            return True
        return bool(self.roles.rules["delegates"].search(plain, sentence.start, sentence.end))

    def _observed(self, event: str) -> Iterator[Relation]:
        """与会人员前往甲、乙等点位观摩: the sites that a meeting goes to see are where it is held, too."""
        sights, rule = Sightings(self.scene), self.roles.rules["observes"]
        for match in rule.finditer(self.scene.plain) if event else ():
            end = self.scene.sentence(Span(match.start(), match.end())).end
            site = next(iter(self.scene.between(match.end(), min(end, match.end() + _NEAR), *SITES)), None)
            for head in sights.row(site.span.start, end) if site else ():
                where, at = head.mention.entity, head.mention.span
                yield from self.scene.relation(event, Predicate.CONDUCTED_IN, where, at, "observed", FAR)

    def _listed(self, event: str, sentence: Span) -> Iterator[Relation]:
        """The persons behind 参加…的有, and those in 在…见证下."""
        plain, rules = self.scene.plain, self.roles.rules
        for match in rules["roster"].finditer(plain, sentence.start, sentence.end):
            for m in self.scene.between(match.end(), sentence.end, Kind.PERSON):
                yield from self._takes_part(m.entity, event, sentence, SURE, ("attended",), "listed")
        for match in rules["witnesses"].finditer(plain, sentence.start, sentence.end):
            for m in self.scene.between(match.start("names"), match.end("names"), Kind.PERSON):
                yield from self._takes_part(m.entity, event, sentence, SURE, ("attended",), "listed")

    def _guests(self, event: str, sentence: Span, mention: Mention | None) -> Iterator[Relation]:
        """Behind the meeting in its sentence: …论坛，甲大学的专家…; at a signing those who sign; 会议特邀甲局…."""
        plain = self.scene.plain
        signing = "签" in self.scene.name(event) or "对接" in self.scene.name(event)
        start = mention.span.end if mention is not None else sentence.start
        for m in self.scene.between(start, sentence.end, Kind.ORGANIZATION):
            invited = self.roles.rules["invited"].search(plain, max(sentence.start, m.span.start - _NEAR), m.span.start)
            if mention is None and not invited:
                continue
            sent = invited or self.rules["delegate"].match(plain, m.span.end, sentence.end)
            signs = signing and self.rules["signs"].search(plain, m.span.end, min(sentence.end, m.span.end + 40))
            if sent or signs or (signing and self.rules["with"].search(plain, start, m.span.start)):
                yield from self.scene.relation(m.entity, Predicate.PARTICIPATES_IN, event, m.span, "guest", FAR)

    def _there(self, head: Agent, clause: Clause, attends: bool, spoken: bool, *, named: bool) -> bool:
        """A person where somebody attends or speaks; a body only where its own clause says so.

        ``named``: whether the sentence names the meeting, so that 签约 or 亮相 is told of it.
        """
        if head.mention.kind is Kind.PERSON:
            return (attends or spoken) and not self.roles.writes(head)
        if head.mention.kind not in {Kind.PLACE, Kind.ORGANIZATION} or head.mention.span.start < clause.sentence.start:
            return False
        at = max(head.mention.span.end, clause.span.start)
        found = self.rules["speak"].search(self.scene.plain, at, max(at, clause.span.end))
        rule = self.rules["attend"] if named else self.roles.rules["body-attends"]
        return bool(found or rule.search(self.scene.plain, at, max(at, clause.span.end)))

    def _show(self, clauses: tuple[Clause, ...]) -> Iterator[Relation]:
        """开展…比武活动，甲镇、乙镇作了交流发言: at a campaign that the same sentence tells of."""
        sentence = clauses[0].sentence
        shows = self.scene.between(sentence.start, sentence.end, Kind.CAMPAIGN)
        for clause in clauses if shows else ():
            for head in clause.heads if clause.sure == SURE and clause.span.start > shows[0].span.end else ():
                end = head.mention.span.end
                plain, last = self.scene.plain, max(end, clause.span.end)
                joins = self.rules["joins-in"].match(plain, self.scene.groups.end(clause.heads), last)
                if self.rules["speak"].search(plain, end, last) or joins:
                    who, what = head.mention.entity, shows[0].entity
                    yield from self.scene.relation(who, Predicate.PARTICIPATES_IN, what, sentence, "shows", FAR)

    def _visits(self) -> Iterator[Relation]:
        """习近平总书记考察甲省: whoever the visit is named after."""
        for key, entity in sorted(self.scene.entities.items()):
            at = self.scene.first(key)
            if entity.kind is not Kind.EVENT or at is None or not self.rules["visit"].search(entity.name):
                continue
            for person, one in sorted(self.scene.entities.items()):
                if one.kind is Kind.PERSON and entity.name.startswith(one.name):
                    for found in self.scene.relation(person, Predicate.PARTICIPATES_IN, key, at, "visits", 0.9):
                        yield replace(found, role="led")

    def _reporters(self) -> Iterator[Relation]:
        """——2024年1月9日在平原市…会议上, and the reporter's name in the next line."""
        blocks = [b for b in self.scene.doc.document.blocks if b.role is not Role.FURNITURE]
        for m in self.scene.of(Kind.EVENT):
            at = next((i for i, b in enumerate(blocks) if b.span.holds(m.span)), None)
            ends = at is not None and any(
                self.rules[r].fullmatch(self.scene.plain, m.span.end, blocks[at].span.end) for r in ("on", "speech")
            )
            if at is None or not ends:
                continue
            for block in blocks[at + 1 : at + 3]:
                for person in self.scene.between(block.span.start, block.span.end, Kind.PERSON):
                    if len(block.span) < 30:
                        yield from self.scene.relation(
                            person.entity, Predicate.PARTICIPATES_IN, m.entity, person.span, "reports", 0.9
                        )
