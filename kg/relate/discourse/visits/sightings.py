"""Sentences that tell of a visit: 县委书记甲率队到乙镇调研春耕生产; 甲会见乙一行."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Role, Span
from kg.relate.discourse.clause import SURE
from kg.relate.discourse.visits.days import days_in, told_day
from kg.relate.discourse.visits.visit import Sighting
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.model import Mention
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene

SITES = frozenset({Kind.PLACE, Kind.ORGANIZATION, Kind.PROJECT})
_NEAR = 34  # characters of a verb of going, and of places that are no entities, before the place
_TIME = 13  # characters of a clause that only tells the time
_TITLE = 14  # characters of a title right before a name
_LEAD = 3  # so many paragraphs tell the news
_THEN = frozenset("时后前中期的")  # what behind the verb makes it the time of something else


class Sightings:
    """Finds the sightings of one article; ``rules`` are the patterns of visits by name."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.plain = scene, scene.plain
        self.rules: dict[str, Pattern] = {p.name: p for p in scene.doc.lexicon.patterns("visit")}

    def read(self) -> Iterator[Sighting]:
        """All sightings in text order, at most one for each verb."""
        spans = self.scene.doc.document.sentences
        for rule in ("visit", "meets"):
            for match in self.rules[rule].over(self.plain, spans):
                if (found := self._sighting(match, rule)) is not None:
                    yield found

    @cached_property
    def officials(self) -> frozenset[str]:
        """Persons before or behind whose name a title stands somewhere in the article."""
        before, after = self.rules["official"].regex, self.rules["official-after"].regex
        return frozenset(
            m.entity
            for m in self.scene.of(Kind.PERSON)
            if before.search(self.plain, max(0, m.span.start - _TITLE), m.span.start)
            or after.match(self.plain, m.span.end)
        )

    @cached_property
    def leaders(self) -> frozenset[str]:
        """The names of national leaders, whose visits are news only where the article is about them."""
        rows = self.scene.doc.lexicon.table("leaders")
        return frozenset(row["word"] for row in rows if row["role"] == "sure")

    @cached_property
    def _lead_end(self) -> int:
        blocks = [b for b in self.scene.doc.document.blocks if b.role is Role.PARAGRAPH] or list(
            self.scene.doc.document.blocks
        )
        return blocks[:_LEAD][-1].span.end if blocks else len(self.plain)

    def leads(self, at: int) -> bool:
        """Whether an offset lies in the title or the first paragraphs."""
        return at < self._lead_end

    def _opens(self, at: int) -> bool:
        """Whether an offset lies in the title or the first paragraph."""
        blocks = [b.span for b in self.scene.doc.document.blocks if b.role is Role.PARAGRAPH]
        return not blocks or at < blocks[0].end

    def _sighting(self, match: re.Match[str], rule: str) -> Sighting | None:
        at = Span(match.start("visit"), match.end("visit"))
        sentence = self.scene.sentence(at)
        heads = self._heads(sentence, at.start)
        if not heads or self._named(at) or self._quoted(sentence.start, at.start) or self._past(heads, sentence, at):
            return None
        if self.rules["speech"].regex.search(self.plain, heads[-1].mention.span.end, at.start):
            return None
        others = self.rules["with-others"].regex.search(self.plain, sentence.start, at.start)
        if others and not self.rules["together"].regex.search(self.plain, sentence.start, at.start):
            return None
        beside, heads = self._beside(heads, at.start)
        first = heads[-1].mention.span.end
        go, places, end = self._going(first, at, sentence.end if rule == "visit" else at.end)
        guests = self._guests(at.end, sentence.end) if rule == "meets" else ()
        if not self._news(heads, go, places, guests, at, sentence) or (rule == "meets" and not guests):
            return None
        topic = self.rules["topic"].regex.match(self.plain, end, sentence.end) if rule == "visit" else None
        day, words = self._day(sentence, at.start)
        return Sighting(
            tuple(dict.fromkeys(h.mention.entity for h in heads)),
            places,
            go,
            match["core"],
            at,
            sentence,
            topic["topic"] if topic else "",
            guests,
            day,
            words,
            tuple(h.mention.entity for h in beside),
            self._party(heads),
            heads[-1].mention.kind is Kind.ORGANIZATION and bool(self.rules["sends"].regex.match(self.plain, first)),
            told_day(day, words),
        )

    def _party(self, heads: tuple[Agent, ...]) -> str:
        """党政代表团 behind the name of the place or organ that leads; "" behind a person's."""
        if heads[-1].mention.kind is Kind.PERSON:
            return ""
        found = self.rules["party"].regex.match(self.plain, heads[-1].mention.span.end)
        return found[0].removesuffix("一行") if found else ""

    def _named(self, at: Span) -> bool:
        """Whether the verb is part of a name."""
        return any(m.span.meets(at) for m in self.scene.between(max(0, at.start - 40), at.end + 40))

    def _quoted(self, start: int, at: int) -> bool:
        return self.plain.rfind("“", start, at) > self.plain.rfind("”", start, at)

    def _past(self, heads: tuple[Agent, ...], sentence: Span, at: Span) -> bool:
        """Whether the visit is told of as past, planned, usual, or only for what was said at it."""
        after = self.rules["after-past"].regex.match(self.plain, at.end, sentence.end)
        clause = self.scene.clause(heads[0].mention.span.start).span.start
        start = max(sentence.start, clause - _TIME)  # a time may stand in the clause before
        return bool(after or self.rules["before-past"].regex.search(self.plain, start, at.start))

    def _heads(self, sentence: Span, at: int) -> tuple[Agent, ...]:
        """Who goes: the persons named last in the sentence as acting before the verb, or the party."""
        found: tuple[Agent, ...] = ()
        row = False  # whether the clause before was no more than names in a row
        for clause in self.scene.clauses_of(sentence):
            if clause.span.start > at:
                break
            acting = tuple(h for h in clause.heads if clause.sure == SURE and h.mention.span.end <= at)
            people = tuple(h for h in acting if h.mention.kind is Kind.PERSON)
            if people and row:
                found = (*found, *people)
            elif people or (acting and not any(h.mention.kind is Kind.PERSON for h in found)):
                found = people or acting
            row = bool(people) and self.plain[people[-1].mention.span.end : clause.span.end] in {"", "一行"}
        return tuple(h for h in found if h.mention.kind in {Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE})

    def _beside(self, heads: tuple[Agent, ...], at: int) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        """甲陪同乙到…: 甲 goes along, 乙 leads."""
        end = heads[-1].mention.span.end
        for person in self.scene.between(end, at, Kind.PERSON)[:6]:
            if self.rules["beside"].regex.search(self.plain, end, self._title_start(person, end)):
                led = self.scene.groups.group(self._title_start(person, end), at)
                people = tuple(h for h in led if h.mention.kind is Kind.PERSON)
                if people:
                    return heads, people
        return (), heads

    def _title_start(self, person: Mention, floor: int) -> int:
        at = max(self.plain.rfind(word, floor, person.span.start) + len(word) for word in ("陪同", "随同", "跟随"))
        return at if at > floor else person.span.start

    def _going(self, start: int, at: Span, last: int) -> tuple[str, tuple[str, ...], int]:
        """The verb of going and the places behind it, or those right behind the verb, and where a topic may begin."""
        for m in self.scene.between(start, at.start, *SITES):
            go = self.rules["go"].regex.search(self.plain, max(start, m.span.start - _NEAR), m.span.start)
            if go and (places := self._sites(m.span.start, at.start)):
                return go["go"], places, at.end
        group = self.scene.groups.group(at.end, last)
        places = self._sites(at.end, last)
        return "", places, self.scene.groups.end(group) if places else at.end

    def _sites(self, start: int, end: int) -> tuple[str, ...]:
        row = self.row(start, end)
        return tuple(dict.fromkeys(h.mention.entity for h in row if h.mention.kind in SITES))

    def row(self, start: int, end: int) -> tuple[Agent, ...]:
        """The sites side by side from an offset on, also where one of them is no entity: 甲镇、乙厂房、丙村."""
        row = self.scene.groups.group(start, end)
        for m in self.scene.between(self.scene.groups.end(row), end, *SITES) if row else ():
            gap = self.scene.groups.end(row), m.span.start
            if gap[0] <= gap[1] and self.rules["list-gap"].regex.fullmatch(self.plain, *gap):
                row = (*row, *self.scene.groups.group(m.span.start, end))
        return row

    def _guests(self, start: int, end: int) -> tuple[str, ...]:
        """Who is received: the persons behind the verb to the end of its clause."""
        stop = min((at for mark in "，。；" if (at := self.plain.find(mark, start, end)) >= 0), default=end)
        people = self.scene.between(start, stop, Kind.PERSON)
        bodies = self.scene.between(start, stop, Kind.ORGANIZATION)
        bodies = tuple(m for m in bodies if self.rules["guests"].regex.match(self.plain, m.span.end, stop))
        return tuple(dict.fromkeys(m.entity for m in (people or bodies)))

    def _news(
        self,
        heads: tuple[Agent, ...],
        go: str,
        places: tuple[str, ...],
        guests: tuple[str, ...],
        at: Span,
        sentence: Span,
    ) -> bool:
        """Whether the article tells the visit as news, and not a habit, a remark or a walk of anybody."""
        people = [h.mention.entity for h in heads if h.mention.kind is Kind.PERSON]
        lead = self.leads(at.start)
        fresh = bool(self.rules["fresh"].regex.search(self.plain, sentence.start, at.start))
        if any(self.scene.name(key) in self.leaders for key in people):
            said = self.plain[at.end : at.end + 1] in _THEN and not self._opens(at.start)
            return lead and fresh and bool(places or guests) and not said
        if not people:
            end = heads[-1].mention.span.end
            name = self.scene.name(heads[-1].mention.entity)
            party = any(self.rules[r].regex.match(self.plain, end, at.start) for r in ("party", "sends"))
            party = party or name.endswith(("组", "团", "队", "一行"))
            return bool(party and go and places) and (lead or fresh)
        if not self.officials.intersection(people):
            return False
        near = self.rules["close"].regex.fullmatch(self.plain, heads[-1].mention.span.end, at.start)
        bare = bool(near) and self.plain[at.end : at.end + 1] not in _THEN
        return (bool(places or guests) and (lead or fresh)) or (lead and bare)

    def _day(self, sentence: Span, at: int) -> tuple[str, str]:
        """The day told before the verb in its sentence: its EDTF value and its words."""
        days = days_in(self.scene, sentence.start, at)
        return (days[-1].value, self.plain[days[-1].span.start : days[-1].span.end]) if days else ("", "")
