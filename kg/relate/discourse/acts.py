"""Acts: what the words around one mention of a campaign, programme, meeting, document or project say about who does it,
where, and with which verb.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Mention, Span
from kg.relate.discourse.clause import CARRIED, DEFAULT, SURE, Clause
from kg.relate.discourse.hosts import hosts
from kg.relate.discourse.verbs import verbs
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene

_BODIES = (Kind.PLACE, Kind.ORGANIZATION)
_SELF = frozenset({Kind.PROGRAM, Kind.CAMPAIGN})  # 甲区一日千里，乙战略成果丰硕: the strategy need not be 甲区's
_REACH = 80


class Act(Struct, frozen=True, gc=False):
    """What a clause says is done to, by or at one mention: who acts, in which role of the verb, where.

    ``heads``: who acts; ``jurisdiction``: the place they act for; ``owner``: the place or organ right before the
    mention that it belongs to (省委部署的…); ``places``: where it is held, if said; ``roles``: roles of the verb that
    governs it; ``agents``: who is named behind it with 由.
    """

    mention: Mention
    clause: Clause
    heads: tuple[Agent, ...]
    jurisdiction: str
    owner: Mention | None
    places: tuple[str, ...]
    roles: frozenset[str]
    sure: float
    ordered: bool = False
    agents: tuple[Agent, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether somebody is named in the sentence as acting."""
        return bool(self.heads) and self.sure >= CARRIED


class Acts:
    """Finds the acts of the mentions of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.plain = scene, scene.plain
        self.rules = {p.name: p.regex for p in scene.doc.lexicon.patterns("relation-acts")}
        self.verbs = verbs(scene.doc.lexicon)
        self.hosts = hosts(scene, self.rules)
        self._read: dict[Mention, Act] = {}

    def all(self, key: str) -> tuple[Act, ...]:
        """The acts of an entity at its outermost mentions, or at all where it has none, in text order."""
        found = self.scene.shown.get(key, ()) or self.scene.named.get(key, ())
        return tuple(map(self.act, found))

    def act(self, mention: Mention) -> Act:
        """What the words around a mention say."""
        if mention not in self._read:
            self._read[mention] = self._act(mention)
        return self._read[mention]

    def _act(self, mention: Mention) -> Act:
        clause = self.scene.clause(mention.span.start)
        before = Span(min(clause.span.start, mention.span.start), mention.span.start)
        owner, ordered = self._owner(mention, before)
        heads, sure = self._heads(mention, clause, before)
        alone = self._alone(mention, clause) and clause.sure < SURE
        jurisdiction = (
            self.scene.article_place
            if alone
            else next((g for h in heads if (g := self.scene.jurisdiction(h))), clause.jurisdiction)
        )
        roles = self.verbs.last(self.plain, before) or self._after(mention, clause)
        places, agents = self._places(mention, clause), self._agents(mention)
        return Act(mention, clause, heads, jurisdiction, owner, places, roles, sure, ordered, agents)

    def _alone(self, mention: Mention, clause: Clause) -> bool:
        """Whether a programme or campaign is itself the subject of its clause."""
        return mention.kind in _SELF and any(h.mention == mention for h in clause.things)

    def _after(self, mention: Mention, clause: Clause) -> frozenset[str]:
        """The verb behind a mention that opens its clause: 动员大会举行."""
        span = Span(mention.span.end, clause.span.end)
        found = self.verbs.any.search(self.plain, span.start, max(span.start, span.end))
        return self.verbs.roles[found.group()] if found else frozenset()

    def _owner(self, mention: Mention, before: Span) -> tuple[Mention | None, bool]:
        bodies = self.scene.between(before.start, before.end, *_BODIES)
        if not bodies:
            return None, False
        gap = Span(bodies[-1].span.end, mention.span.start)
        if not self.rules["adjacent"].fullmatch(self.plain, gap.start, gap.end):
            return None, False
        ordered = bool(self.rules["order"].search(self.plain, gap.start, gap.end))
        subject = any(h.mention == bodies[-1] for h in self.scene.clause(mention.span.start).heads)
        of = self.plain[gap.end - 1 : gap.end] == "的" or gap.start == gap.end
        named = bodies[-1].kind is Kind.ORGANIZATION and not subject
        return (bodies[-1], ordered) if of or named else (None, False)

    def _heads(self, mention: Mention, clause: Clause, before: Span) -> tuple[tuple[Agent, ...], float]:
        """Those named behind 由 or 支持, then the actors of the clause."""
        for body in reversed(self.scene.between(before.start, before.end, *_BODIES)):
            at = body.span.start
            does = self.verbs.any.search(self.plain, body.span.end, mention.span.start)
            causes = self.scene.groups.rules["causative"].search(self.plain, before.start, at)
            if self.plain[at - 1 : at] == "由" or (causes and does):
                return self.scene.groups.group(at, before.end), SURE
        if self._alone(mention, clause):
            return (), DEFAULT
        own = tuple(h for h in clause.acting if not h.mention.span.meets(mention.span))
        own = tuple(h for h in own if h.mention.span.start < mention.span.start) if clause.sure == SURE else own
        return own, clause.sure

    def _agents(self, mention: Mention) -> tuple[Agent, ...]:
        """Who holds it by a row with 由; else who stands behind 由, here (由甲公司承建) or next (方案由甲局起草)."""
        if mention in self.hosts:
            return self.hosts[mention]
        end = mention.span.end
        if self.rules["one-of"].match(self.plain, end):
            return ()  # 甲活动是乙工程|之一，由丙局组织: the first of the two is
        if by := self.rules["by"].match(self.plain, end) or self.rules["by-one-of"].match(self.plain, end):
            row = self.scene.groups.group(by.end(), by.end() + _REACH)
            of_next = row and self.rules["doing-of"].match(self.plain, self.scene.groups.end(row))
            return () if of_next else row
        sentence = self.scene.sentence(mention.span)
        after = self.scene.clauses_of(self.scene.sentence(Span(sentence.end, sentence.end + 1)))[:1]
        again = self.rules["again"].match(self.plain, after[0].span.start) if after else None
        return self.scene.groups.group(again.end(), after[0].span.end) if again else ()

    def _places(self, mention: Mention, clause: Clause) -> tuple[str, ...]:
        """The places behind 在: before the mention (在甲区、乙县举办…) or after it (…在甲区举行)."""
        found: tuple[str, ...] = ()
        for place in self.scene.between(clause.span.start, clause.span.end, Kind.PLACE):
            for word in self.rules["in"].finditer(
                self.plain, max(clause.span.start, place.span.start - 4), place.span.start
            ):
                if word.end() == place.span.start and self._fits(word.group(), place, clause):
                    found = self._located(place, mention, clause) or found
        return found

    def _fits(self, word: str, place: Mention, clause: Clause) -> bool:
        """Whether a preposition says where something is done: 以甲县为核心打造… does, 以甲县为例 does not."""
        group = self.scene.groups.group(place.span.start, clause.span.end) if word == "以" else ()
        return word != "以" or bool(group and self.rules["core"].match(self.plain, self.scene.groups.end(group)))

    def _located(self, place: Mention, mention: Mention, clause: Clause) -> tuple[str, ...]:
        group = self.scene.groups.group(place.span.start, clause.span.end)
        named = self.rules["lands"].match(self.plain, group[-1].mention.span.end) if len(group) > 1 else None
        if named and named.end() == mention.span.start:  # 在甲、乙、丙三地“…”座谈会上: theirs, not there
            return ()
        if not group or self.rules["not-in"].match(self.plain, self.scene.groups.end(group)):
            return ()
        if place.span.start > mention.span.end and not self._near(mention, place):
            return ()
        return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE)

    def _near(self, mention: Mention, place: Mention) -> bool:
        """Whether no other name of an activity stands between."""
        kinds = (Kind.CAMPAIGN, Kind.EVENT, Kind.PROJECT)
        return not self.scene.between(mention.span.end, place.span.start, *kinds)


@lru_cache(maxsize=2)
def acts(scene: Scene) -> Acts:
    """The acts of one scene; kept for the modules that read it one after the other."""
    return Acts(scene)
