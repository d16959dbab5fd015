"""Meetings and other events: where they are held, who holds them, who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.activities.ties import of_host
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, DEFAULT, SURE
from kg.relate.discourse.place_relations import over, same_or_over
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.voice import guessed, voice
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.annotated import AnnotatedDocument

_SEATS = frozenset({Kind.PLACE, Kind.ORGANIZATION})
_LIKELY = 0.8  # of the place that a sentence speaks of, where it tells of a meeting there: 3 of 4 are right


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``conductedIn`` and ``organizedBy`` of events."""
    meetings = Meetings(scene_of(doc, reading))
    for key in sorted(k for k, e in meetings.scene.entities.items() if e.kind is Kind.EVENT):
        if found := acts(meetings.scene).all(key):
            yield from meetings.held(key, found)
            yield from meetings.hosted(key, found)


def in_award(scene: Scene, act: Act) -> bool:
    """Whether it is named as part of an honour's name alone: …创新大赛“金奖”."""
    span = act.mention.span
    return any(True for _ in scene.around(span, Kind.AWARD))


class Meetings:
    """Says of the events of one article where they are held, who holds them, and at which level."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.rules: dict[str, re.Pattern[str]] = {
            p.name: p.regex for p in scene.doc.lexicon.patterns("relation-meetings")
        }

    def held(self, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
        """Where it is held: where the text says, else the area that its name or its host says."""
        if self.rules["visit"].search(self.scene.name(key)) and (place := self.scene.naming.inner_place(key)):
            at = found[0].mention.span
            yield from self.scene.relation(key, Predicate.CONDUCTED_IN, place, at, "visit", 0.9)
            return
        if (self.national(key) and not any(a.places for a in found)) or all(in_award(self.scene, a) for a in found):
            return
        for places, rule, sure in self._grounds(key, found):
            if places:
                area = self._area(key) if rule == "held-in" else of_host(self.scene, found) if rule == "wire" else ()
                wider = tuple(a for a in area if rule == "wire" or not any(over(self.scene, a, p) for p in places))
                for place in dict.fromkeys((*places, *wider)):
                    yield from self.scene.relation(
                        key, Predicate.CONDUCTED_IN, place, found[0].mention.span, rule, sure
                    )
                return

    def _grounds(self, key: str, found: tuple[Act, ...]) -> Iterator[tuple[tuple[str, ...], str, float]]:
        yield next((a.places for a in found if a.places), ()), "held-in", SURE
        yield next(((w,) for a in found if (w := self._wired(a))), ()), "wire", CARRIED
        naming = self.scene.naming
        owner = next((a.owner for a in found if a.owner and a.owner.kind is Kind.PLACE), None)
        yield ((owner.entity,) if owner else ()), "owner", 0.9
        inner = [p for _, p in naming.inner(key, naming.places) if naming.code(p) or naming.matches("zone", p)]
        inner = [p for p in inner if not self._of_a_firm(key, p)]
        yield tuple(inner[-1:]), "name", 0.9
        host = self.host(key)
        yield tuple(filter(None, (naming.area(host) if host else "",))), "host", 0.9
        here = next((a for a in found if a.jurisdiction and self._hosts(a)), None)
        yield ((here.jurisdiction,) if here else ()), "hosts", CARRIED
        yield tuple(filter(None, (self.level(key),))), "level", CARRIED
        spoken = [(a, place) for a in found if (place := guessed(self.scene, self._jurisdiction(a), a.mention.span))]
        if any(self.rules["capital"].match(self.scene.plain, a.mention.span.end) for a in found):
            return
        yield next(((place,) for a, place in spoken if self._happens(a)), ()), "ground", _LIKELY
        if voice(self.scene) > 1:  # in a story that is mostly about a city two in three such meetings are elsewhere
            yield next(((place,) for a, place in spoken if self._listed(a, place)), ()), "mentioned", DEFAULT

    def _of_a_firm(self, key: str, place: str) -> bool:
        """Whether a place opens the name of a company in a meeting's name alone: 甲县与浙江乙公司签约仪式."""
        name, own = self.scene.name(key), self.scene.name(place)
        firms = [self.scene.name(k) for _, k in self.scene.naming.inner(key, self.scene.naming.organs)]
        inside = [
            f for f in firms if f.startswith(own[:2]) and f.endswith(("公司", "集团", "银行", "大学")) and f in name
        ]
        return bool(inside) and own[:2] not in "".join(name.split(f)[0] for f in inside[:1])

    def _wired(self, act: Act) -> str:
        """The place of the wire head that opens the paragraph in which a meeting is told: 本报甲市7月16日讯."""
        block = next((s for s in self.scene.doc.spans if s.holds(act.mention.span)), None)
        if block is None or not self._happens(act) or self.national(act.mention.entity):
            return ""
        head = self.scene.groups.rules["wire"].match(self.scene.plain, block.start, act.mention.span.start)
        places = self.scene.between(block.start, head.end(), Kind.PLACE) if head else ()
        named = self._area(act.mention.entity)
        if not places or not all(same_or_over(self.scene, a, places[-1].entity) for a in named):
            return ""
        return places[-1].entity

    def _jurisdiction(self, act: Act) -> str:
        """The jurisdiction of an act; of a person whose office is not told none."""
        heads = [h for h in act.heads if h.mention.kind is not Kind.EVENT]
        if act.heads and not heads:  # other meetings of a list, whose places are theirs
            return self.scene.article_place
        if len({g for h in heads if (g := self.scene.jurisdiction(h))}) > 1:
            return self.scene.article_place
        known = not heads or any(self.scene.jurisdiction(h) for h in heads)
        return (act.jurisdiction or self.scene.article_place) if known else ""

    def _hosts(self, act: Act) -> bool:
        """Whether the home hosts it: 成功举办全省…大会; not 在将要举办的…博览会上, nor 支持南非办好…峰会."""
        plain, start, at = self.scene.plain, act.clause.span.start, act.mention.span
        says_so = self.rules["hosts"].search(plain, start, max(start, at.start))
        return bool(says_so and not self.rules["on"].match(plain, at.end)) and all(
            same_or_over(self.scene, m.entity, self.scene.article_place)
            for m in self.scene.between(start, at.start, Kind.PLACE)
        )

    def cited(self, act: Act) -> bool:
        """Whether a meeting is named for what it said alone: 学习贯彻…会议精神."""
        plain, span = self.scene.plain, act.mention.span
        before = self.rules["cited"].search(plain, act.clause.span.start, span.start)
        return bool(before or self.rules["spirit"].match(plain, span.end) or self.rules["on"].match(plain, span.end))

    def _listed(self, act: Act, place: str) -> bool:
        """Whether its sentence tells what takes place there: 还进行了…仪式, …演唱会、…邀请赛等火遍全国."""
        plain, sentence = self.scene.plain, act.clause.sentence
        if self.cited(act) or not self.rules["takes-place"].search(plain, sentence.start, sentence.end):
            return False
        there = (m for m in self.scene.between(sentence.start, sentence.end, Kind.PLACE) if m.entity != place)
        return not any(plain[m.span.start - 1] == "在" and not over(self.scene, place, m.entity) for m in there)

    def _area(self, key: str) -> tuple[str, ...]:
        """The division that a meeting's own name names."""
        naming = self.scene.naming
        named = (p for _, p in naming.inner(key, naming.places) if naming.code(p))
        return tuple(p for p in named if not self._of_a_firm(key, p))[-1:]

    def _happens(self, act: Act) -> bool:
        """Whether the sentence tells of the meeting itself: somebody holds it, or speaks at it."""
        plain, end = self.scene.plain, act.mention.span.end
        says_so = "hold" in act.roles or bool(self.rules["on"].match(plain, end))
        return says_so and not self.rules["shines"].match(plain, end)

    def national(self, key: str) -> bool:
        """Whether the name is one of a national or foreign meeting."""
        return bool(self.rules["national"].search(self.scene.name(key)))

    def level(self, key: str) -> str:
        """The place of the home's chain whose level opens the name: 全市动员大会 → the city."""
        names = (self.scene.name(key), *(a for a, _ in self.scene.entities[key].aliases))
        match = next((m for n in names if (m := self.rules["level"].search(n))), None)
        return self.scene.naming.at_level(match["level"]) if match else ""

    def host(self, key: str) -> str:
        """The organ that a meeting's name opens with: 县委常委会会议 → the committee; of a party congress likewise."""
        naming = self.scene.naming
        entity = self.scene.entities[key]
        for name in (entity.name, *(a for a, _ in entity.aliases)):
            if organ := naming.opens(name):
                return organ
        if not self.rules["congress"].search(entity.name) or self.national(key):
            return ""
        inner = naming.inner_place(key) or self.level(key)
        return naming.committee(inner) if inner else ""

    def hosted(self, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
        """Who holds it: by a row with 由, by its name, by whoever stands before it (甲局举行的), by who acts."""
        if agents := next((a for a in found if a.agents), None):
            for who in self._holders(agents, tuple(h.mention for h in agents.agents)):
                yield from self.scene.relation(key, Predicate.ORGANIZED_BY, who, agents.mention.span, "by", SURE)
            return
        if host := self.host(key) or self._named_after(key):
            yield from self.scene.relation(key, Predicate.ORGANIZED_BY, host, found[0].mention.span, "name", 0.9)
            return
        if held := next((a for a in found if a.owner and self._held_by(a.owner, a.mention)), None):
            who = held.owner.entity if held.owner else ""
            yield from self.scene.relation(key, Predicate.ORGANIZED_BY, who, held.mention.span, "owner", 0.9)
            return
        for act in found:
            if (
                not act.stated
                and self._hosts(act)
                and not act.places
                and self._jurisdiction(act) == self.scene.article_place
            ):
                article_place, at = self.scene.article_place, act.mention.span
                yield from self.scene.relation(key, Predicate.ORGANIZED_BY, article_place, at, "hosts", DEFAULT)
                return
        for act in () if self.national(key) else found:
            if not (act.stated and "hold" in act.roles):
                continue
            before = tuple(h.mention for h in act.heads)
            for who in self._holders(act, before):
                yield from self.scene.relation(key, Predicate.ORGANIZED_BY, who, act.mention.span, "holds", act.sure)
            return

    def _named_after(self, key: str) -> str:
        """The body that the name opens with, also behind its year and number: 第七届甲大学音乐节, 乙公司交流会."""
        name = self.scene.name(key)
        if name.startswith("《"):  # the presentation of a paper, whose title names its issuer
            return ""
        for text in dict.fromkeys((name, self.rules["edition"].sub("", name))):
            first = next(iter(self.scene.naming.within(text, key, self.scene.naming.organs)), None)
            if first is None or first[0] > 0:
                continue
            at = self._length(text, first[1])
            session = self.national(key) and self.rules["session"].match(text, at)
            return "" if session or self.rules["cup"].match(text, at) else first[1]
        return ""

    def _length(self, text: str, key: str) -> int:
        """How many characters of a text the name of a body that it opens with takes."""
        return max((len(t) for t, k in self.scene.naming.organs if k == key and text.startswith(t)), default=0)

    def _held_by(self, owner: Mention, mention: Mention) -> bool:
        """Whether an organization right before it holds it: 甲局举行的新闻发布会."""
        gap = (owner.span.end, mention.span.start)
        return owner.kind is Kind.ORGANIZATION and bool(self.rules["held-by"].fullmatch(self.scene.plain, *gap))

    def _holders(self, act: Act, heads: tuple[Mention, ...]) -> tuple[str, ...]:
        chaired = self.rules["chair"].search(self.scene.plain, act.clause.span.start, act.mention.span.start)
        kinds = _SEATS | {Kind.PERSON} if chaired else _SEATS
        return tuple(dict.fromkeys(m.entity for m in heads if m.kind in kinds))
