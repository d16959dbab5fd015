"""The course of a visit: where it stops, who goes along, which meetings are held in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.relate.discourse.clause import SURE
from kg.relate.discourse.place_relations import same_or_over
from kg.relate.discourse.visits.days import apart, day_in
from kg.relate.discourse.visits.sightings import SITES
from kg.relate.discourse.visits.visit import Companion, Stop, Visit
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Span
    from kg.relate.discourse.clause import Clause
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.visits.sightings import Sightings

_VERB = 24  # characters of verbs before a stop
_OF = 18  # characters between a place and the site that it only describes
_AFTER = 16  # characters between a stop and the end of a clause that only says where


class Course:
    """Reads the course of each visit of one article."""

    def __init__(self, sightings: Sightings) -> None:
        self.sightings, self.scene, self.plain = sightings, sightings.scene, sightings.plain
        self.rules = {name: rule.regex for name, rule in sightings.rules.items()}

    def follow(self, visit: Visit) -> None:
        """Add stops and companions to a visit from the text that tells of it."""
        sighted = {key for one in visit.sightings for key in one.places}
        speaking = -1  # the block in which somebody has begun to speak
        for clause in self._clauses(visit.extent):
            if self._spoken(clause) or (clause.block == speaking and not self._again(clause, visit)):
                speaking = clause.block
                continue
            day = day_in(self.scene, clause.sentence.start, clause.span.start + 1)
            for stop in () if apart(day, visit.year_day) else self._stops(clause, visit):
                visit.whereabouts.append(stop)
                if stop.key not in sighted and self._near(stop.key, visit):
                    sighted.add(stop.key)
                    visit.stops.append(stop)
        seen = set(visit.leaders)
        for companion in self._companions(visit):
            if companion.key not in seen:
                seen.add(companion.key)
                visit.companions.append(companion)

    def _clauses(self, extent: Span) -> Iterator[Clause]:
        first = self.scene.clause(extent.start)
        clauses = (first, *self.scene.after(extent.start))
        while clauses:
            for clause in clauses:
                if clause.span.start >= extent.end:
                    return
                if clause.span.end > clause.span.start:
                    yield clause
            clauses = self.scene.after(clauses[-1].span.start)

    def _spoken(self, clause: Clause) -> bool:
        """Whether a clause lies behind the verb of speech of its sentence, or is quoted."""
        start, at = clause.sentence.start, clause.span.start
        quoted = self.plain.rfind("“", start, at) > self.plain.rfind("”", start, at)
        return quoted or bool(self.rules["speech"].search(self.plain, start, min(clause.sentence.end, at + 1)))

    def _again(self, clause: Clause, visit: Visit) -> bool:
        """Whether a clause behind somebody's words goes back to the visit."""
        own = clause.sure == SURE and any(h.mention.entity in visit.leaders for h in clause.heads)
        return own or bool(self.rules["goes-on"].match(self.plain, clause.span.start, clause.span.end))

    def _stops(self, clause: Clause, visit: Visit) -> Iterator[Stop]:
        """The places that a clause says the visitors came to."""
        if not self._theirs(clause, visit):
            return
        at = clause.span.start
        for m in self.scene.between(clause.span.start, clause.span.end, *SITES):
            if m.span.start < at or not self._stopped(clause, m.span.start):
                continue
            for head in self._row(clause, m.span.start):
                at = head.mention.span.end
                if head.mention.kind in SITES and not head.mention.points:
                    yield Stop(head.mention.span, head.mention.entity)

    def _row(self, clause: Clause, at: int) -> tuple[Agent, ...]:
        """The row of sites from an offset on; 甲市援建的乙村 is 乙村."""
        group = self.sightings.row(at, clause.span.end)
        end = self.scene.groups.end(group) if group else at
        for m in self.scene.between(end, min(clause.span.end, end + _OF), *SITES):
            if self.rules["of-a-site"].fullmatch(self.plain, end, m.span.start):
                return self._row(clause, m.span.start)
        return group

    def _theirs(self, clause: Clause, visit: Visit) -> bool:
        """Whether the visitors act in a clause: the leaders, a pronoun, or nobody named."""
        named = [h for h in clause.heads if clause.sure == SURE and clause.span.holds(h.mention.span)]
        people = {h.mention.entity for h in named if h.mention.kind is Kind.PERSON}
        if people:
            return bool(people & set(visit.leaders))
        if not named or named[0].mention.span.start - clause.span.start > 1:
            return True
        end = named[-1].mention.span.end
        party = self._delegation(named[-1].mention.entity) or bool(self.rules["party"].match(self.plain, end))
        return party or self.plain.startswith("在", clause.span.start)

    def _delegation(self, key: str) -> bool:
        """Whether an organ is a party that travels: 考察团, 调研组."""
        return self.scene.kind(key) is Kind.ORGANIZATION and bool(self.rules["delegation"].search(self.scene.name(key)))

    def _stopped(self, clause: Clause, at: int) -> bool:
        start = max(clause.span.start, at - _VERB)
        if self.rules["stop"].search(self.plain, start, at):
            return True
        group = self.scene.groups.group(at, clause.span.end)
        if not group or not self.rules["stands-in"].search(self.plain, max(0, clause.sentence.start - 1, at - 4), at):
            return False
        end = self.scene.groups.end(group)
        short = clause.span.end - end <= _AFTER
        return short and bool(self.rules["looks"].search(self.plain, end, clause.sentence.end))

    def _near(self, key: str, visit: Visit) -> bool:
        """Whether a visit may stop at a place: neither a region, nor the home or over it, nor in another prefecture."""
        naming = self.scene.naming
        if self.scene.kind(key) is not Kind.PLACE or not (code := naming.code(key)):
            return self.scene.kind(key) is not Kind.PLACE or not naming.region(key)
        if same_or_over(self.scene, key, self.scene.article_place):
            return False
        visited = (p for one in visit.sightings for p in one.places if p in naming.entities)
        known = [naming.code(key) for key in (self.scene.article_place, *visited)]
        return not any(known) or any(self._together(code, other) for other in known if other)

    def _together(self, code: str, other: str) -> bool:
        """Whether two divisions lie in one prefecture, or one in the other."""
        within = self.scene.doc.lexicon.gazetteer.within
        return code[:4] == other[:4] or within(code, other)

    def _companions(self, visit: Visit) -> Iterator[Companion]:
        for one in visit.sightings:
            yield from (Companion(one.at, key, "accompanied") for key in one.beside)
            yield from (Companion(one.at, key, "attended") for key in one.guests)
        for clause in self._clauses(visit.extent):
            heads = clause.heads if clause.sure == SURE and not self._spoken(clause) else ()
            yield from (
                Companion(h.mention.span, h.mention.entity, "attended")
                for h in heads
                if self._delegation(h.mention.entity)
            )
        for sentence in self.scene.doc.document.sentences:
            if not (visit.extent.start <= sentence.start < visit.extent.end):
                continue
            for rule, role in (("companions", "accompanied"), ("accompanied-by", "accompanied"), ("met", "attended")):
                for match in self.rules[rule].finditer(self.plain, sentence.start, sentence.end):
                    if visit.sightings[0].guests and not self.rules["received"].search(match[0]):
                        continue
                    end = match.end() if rule != "companions" else 0
                    for companion in self._party(visit, sentence, match.start(), end):
                        yield replace(companion, role=role)

    def _party(self, visit: Visit, sentence: Span, at: int, end: int) -> Iterator[Companion]:
        """The persons before 陪同调研 behind what its sentence told before, or those in 在…陪同下."""
        start = sentence.start
        if self.rules["speech"].search(self.plain, start, at):
            return
        if not end:
            verbs = [one.at.end for one in visit.sightings if one.sentence == sentence and one.at.end <= at]
            start, end = max([start, *verbs]), at
        else:
            start = at
        for m in self.scene.between(start, end, Kind.PERSON):
            if m.entity not in visit.leaders:
                yield Companion(m.span, m.entity, "accompanied")
