"""Those whose names stand in a row right before what they do at an event: 甲局局长甲，乙大学校长乙、丙等出席."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.discourse.clause import FAR
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Relation
    from kg.relate.activities.attending.roles import Roles
    from kg.relate.discourse.scene import Scene

_ACT = 100  # characters from a name to the end of what its clause says
_TITLES = 80  # characters of titles between two names of a row
_RULE = "row-acts"


class Rows:
    """The rows of names of one article, read from the verb backwards, so that no unknown title breaks them."""

    def __init__(self, scene: Scene, roles: Roles) -> None:
        self.scene, self.plain, self.roles, self.rules = scene, scene.plain, roles, roles.rules
        self.persons = tuple(scene.of(Kind.PERSON))
        self.starts = [m.span.start for m in self.persons]

    def read(self, sentence: Span, here: str, spoken_of: str) -> Iterator[Relation]:
        """Who takes part, and as what.

        ``here``: the event that the sentence tells of, or ""; ``spoken_of``: the one that 会议 and 仪式 mean, or "".
        """
        first, last = (bisect_left(self.starts, at) for at in (sentence.start, sentence.end))
        for at in range(first, last):
            act = self.rules["row-acts"].match(self.plain, self.persons[at].span.end, sentence.end)
            if act is None or self.roles.said(self.persons[at].span) or self._quoted(sentence, act.start()):
                continue
            event = self._event(act, sentence, here, spoken_of)
            end = self.persons[at + 1].span.start if at + 1 < last else sentence.end
            roles = self._roles(act, end) if event else ()
            for person in self._row(first, at) if roles else ():
                yield from self._takes_part(person, event, roles)

    def _event(self, act: re.Match[str], sentence: Span, here: str, spoken_of: str) -> str:
        """What they take part in: the event named behind the verb, else the one that a bare word or none means."""
        if act["speaks"]:
            return here
        bare = self.rules["bare-object"].match(self.plain, act.end(), sentence.end)
        if bare:
            return here or spoken_of
        clause = self.rules["clause-end"].search(self.plain, act.end(), sentence.end)
        named = self.scene.between(act.end(), clause.start() if clause else sentence.end, Kind.EVENT)
        return named[0].entity if named else ""

    def _roles(self, act: re.Match[str], end: int) -> tuple[str, ...]:
        stop = min(end, act.start("act") + _ACT)
        if said := self.rules["speech"].search(self.plain, act.start("act"), stop):
            stop = said.end()
        return tuple(role for role, rule in self.roles.words if rule.search(self.plain, act.start("act"), stop))

    def _quoted(self, sentence: Span, at: int) -> bool:
        return self.plain.count("“", sentence.start, at) > self.plain.count("”", sentence.start, at)

    def _row(self, first: int, last: int) -> Iterator[Mention]:
        """The last of a row and those before, as long as nothing but titles stands between."""
        yield self.persons[last]
        for at in range(last, first, -1):
            before, person = self.persons[at - 1], self.persons[at]
            gap = Span(before.span.end, person.span.start)
            joined = len(gap) <= _TITLES and self.rules["row-gap"].fullmatch(self.plain, gap.start, gap.end)
            if not joined or (joined["titles"] and not self.roles.official(person.span.start)):
                return
            yield before

    def _takes_part(self, person: Mention, event: str, roles: tuple[str, ...]) -> Iterator[Relation]:
        if self.roles.writer(person):
            return
        for found in self.scene.relation(person.entity, Predicate.PARTICIPATES_IN, event, person.span, _RULE, FAR):
            yield from (replace(found, role=role) for role in roles)
