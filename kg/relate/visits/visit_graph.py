"""Visits as events of the graph: 甲赴乙县调研 with who led it and went along, where it stopped, and on which day.

A visit has no name in the text: its label is made of its leaders, the text's own verb of going, the first places and
the verb of the visit; what it is about goes behind. Method: annotation guide of the project, section on visits.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.model import Entity, Evidence, Mention, Moment, Reading, Relation, Span
from kg.model.identity import code_of, mint
from kg.relate.discourse.scene import scene_of
from kg.relate.discourse.visits import visits_of
from kg.relate.visits.visit_meetings import meetings_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.relate.discourse.scene import Scene
    from kg.relate.discourse.visits import Visit
    from kg.text.annotated import AnnotatedDocument

_TWO = 2
_YEAR = 4  # characters of a year
_TOLD, _COURSE, _HOME = 0.9, 0.8, 0.65


class Things(NamedTuple):
    """The events, mentions, relations and times that visits add to a reading."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    moments: tuple[Moment, ...]


def visit_things(doc: AnnotatedDocument, reading: Reading) -> Things:
    """The visits of a linked reading as entities, with their mentions and facts."""
    scene = scene_of(doc, reading)
    entities: list[Entity] = []
    mentions: list[Mention] = []
    relations: list[Relation] = []
    moments: list[Moment] = []
    for visit in visits_of(scene):
        entity = _entity(scene, visit)
        entities.append(entity)
        mentions += _mentions(visit, entity)
        stated = _Facts(scene, visit, entity.key)
        relations += [*stated.people(), *stated.places()]
        moments += stated.days()
        for meeting in meetings_of(scene, visit, entity):
            entities += meeting.entities
            mentions += meeting.mentions
            relations += meeting.relations
    return Things(_each_once(entities), tuple(mentions), tuple(relations), tuple(moments))


def _each_once(entities: list[Entity]) -> tuple[Entity, ...]:
    """Entities of one key as one, with the aliases and classes of all: two tellings may turn out to be one event."""
    found: dict[str, Entity] = {}
    for one in entities:
        known = found.get(one.key, one)
        aliases = {*known.aliases, *one.aliases} - {(known.name, "zh-Hans")}
        classes = tuple(sorted({*known.classes, *one.classes}))
        found[one.key] = replace(known, aliases=tuple(sorted(aliases)), classes=classes)
    return tuple(found.values())


def label(scene: Scene, visit: Visit) -> tuple[str, str]:
    """The name of a visit with and without what it is about."""
    people = tuple(key for key in visit.leaders if scene.kind(key) is Kind.PERSON) or visit.leaders
    best = min(visit.sightings, key=lambda s: (not set(s.leaders) & set(people), not s.places, not s.go, s.at))
    who = "、".join(scene.name(key) for key in people[:_TWO]) + best.party
    if best.guests:
        return (f"{who}{best.verb}{'、'.join(scene.name(key) for key in best.guests[:_TWO])}",) * 2
    where = "、".join(scene.name(key) for key in best.places[:_TWO])
    short = f"{who}{best.go}{where}{best.verb}" if best.go else f"{who}{best.verb}{where}"
    topic = next((one.topic for one in visit.sightings if one.topic), "")
    return short, f"{short}{topic}"


def _named(scene: Scene, visit: Visit) -> Entity | None:
    """The event that the text itself names for the visit: 习近平总书记考察平原市."""
    people = {scene.name(key) for key in visit.leaders if scene.kind(key) is Kind.PERSON}
    verbs = {one.verb[:_TWO] for one in visit.sightings} | {one.verb[-_TWO:] for one in visit.sightings}
    events = [e for _, e in sorted(scene.entities.items()) if e.kind is Kind.EVENT]
    return next((e for e in events if any(map(e.name.startswith, people)) and any(v in e.name for v in verbs)), None)


def _entity(scene: Scene, visit: Visit) -> Entity:
    """The event; two visits of one name are kept apart by their day, or by the article where no day is told."""
    short, full = label(scene, visit)
    if known := _named(scene, visit):
        aliases = {*known.aliases, (short, "zh-Hans"), (full, "zh-Hans")} - {(known.name, "zh-Hans")}
        return replace(known, aliases=tuple(sorted(aliases)), classes=tuple(sorted({*known.classes, "Visit"})))
    places = [key for one in visit.sightings for key in one.places]
    code = next(
        (c for key in places if (c := code_of(key))), code_of(scene.article_place) if scene.article_place else ""
    )
    apart = visit.day.replace("/", "-") or f"{scene.reading.document.id}{visit.year_day[_YEAR:]}"
    key = mint(Kind.EVENT, f"{full}-{apart}", code)
    aliases = {(name, "zh-Hans") for name in (short, full)} - {(full, "zh-Hans")}
    return Entity(key, Kind.EVENT, full, tuple(sorted(aliases)), ("Visit",))


def _mentions(visit: Visit, entity: Entity) -> Iterator[Mention]:
    spans = {one.at for one in visit.sightings}
    for span in sorted(spans):
        yield Mention(span, Kind.EVENT, entity.name, "visit-told", _TOLD, entity.key, points=True)


class _Facts:
    """The relations and days of one visit."""

    def __init__(self, scene: Scene, visit: Visit, key: str) -> None:
        self.scene, self.visit, self.key = scene, visit, key

    def days(self) -> Iterator[Moment]:
        """The days told of it."""
        for one in self.visit.sightings:
            if one.words:
                why = self._because(one.at, "day", _TOLD)
                yield Moment(self.key, "at", one.day, one.words, why)

    def people(self) -> Iterator[Relation]:
        """Who led it, and who went along."""
        for one in self.visit.sightings:
            for key in one.leaders:
                yield self._takes_part(key, one.at, "leads", _TOLD, "led")
            if one.sent:
                why = self._because(one.at, "sends", _TOLD)
                yield from (Relation(self.key, Predicate.ORGANIZED_BY, key, why) for key in one.leaders)
        for companion in self.visit.companions:
            yield self._takes_part(companion.key, companion.at, "company", _COURSE, companion.role)

    def _takes_part(self, who: str, at: Span, rule: str, sure: float, role: str) -> Relation:
        return Relation(who, Predicate.PARTICIPATES_IN, self.key, self._because(at, rule, sure), role)

    def places(self) -> Iterator[Relation]:
        """Where it went, and where it stopped; where no division is told, the home."""
        stated = [(key, one.at, "goes", _TOLD) for one in self.visit.sightings for key in one.places]
        stated += [(stop.key, stop.at, "stops", _COURSE) for stop in self.visit.stops]
        naming = self.scene.naming
        if not any(naming.code(key) or naming.region(key) for key, *_ in stated) and self._at_article_place():
            stated += [(self.scene.article_place, self.visit.sightings[0].at, "home", _HOME)]
        for key, at, rule, sure in stated:
            yield Relation(self.key, Predicate.CONDUCTED_IN, key, self._because(at, rule, sure))

    def _at_article_place(self) -> bool:
        """Whether the article has a home, and the visitors are no hosts who receive somebody."""
        return bool(self.scene.article_place) and not self.visit.sightings[0].guests

    def _because(self, at: Span, rule: str, sure: float) -> Evidence:
        return Evidence(self.scene.reading.document.id, self.scene.sentence(at), rule, sure)
