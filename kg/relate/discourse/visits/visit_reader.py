"""The visits of an article: its sightings gathered, one visit for each party and day, with their course."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.relate.discourse.visits.course import Course
from kg.relate.discourse.visits.days import apart
from kg.relate.discourse.visits.sightings import Sightings
from kg.relate.discourse.visits.visit import Visit
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.scene import Scene
    from kg.relate.discourse.visits.visit import Sighting

_GROUNDS = role_words("placewords", "local")


@lru_cache(maxsize=2)
def visits_of(scene: Scene) -> tuple[Visit, ...]:
    """The visits that an article tells of, in text order; kept for the readers that ask one after the other."""
    sightings = Sightings(scene)
    found: list[Visit] = []
    for one in sorted(sightings.read(), key=lambda s: s.at):
        visit = next((v for v in reversed(found) if _same(scene, v, one)), None)
        if visit is None:
            found.append(Visit([one], one.sentence))
        else:
            visit.sightings.append(one)
    for visit, later in zip(found, (*found[1:], None), strict=False):
        visit.extent = _extent(scene, sightings, visit, later)
    course = Course(sightings)
    for visit in found:
        course.follow(visit)
    return tuple(found)


def visited_at(scene: Scene, span: Span, key: str) -> str:
    """The division or town that the visitors are in where a thing is named, "" outside of visits.

    The thing itself, places in one row with it, and those that the visit only comes to later do not count.
    """
    for visit in visits_of(scene):
        if not visit.extent.holds(span) or visit.sightings[0].guests:
            continue
        here = scene.clause(span.start).span
        known = [(s.at.start, s.places[0]) for s in visit.sightings if len(s.places) == 1 and key not in s.places]
        known += [(stop.at.start, stop.key) for stop in visit.whereabouts if not here.holds(stop.at)]
        sentence = scene.sentence(span).start
        if _spoken(scene, sentence, span.start):
            return ""
        for at, place in sorted(known, reverse=True):
            if place != key and at <= span.start and _jurisdiction(scene, place, at >= sentence):
                return place
    return ""


def _spoken(scene: Scene, start: int, at: int) -> bool:
    """Whether a thing is named in somebody's words: 强调，要…."""
    speech = scene.doc.lexicon.rule("visit", "speech").regex
    return scene.plain.startswith("要", start) or bool(speech.search(scene.plain, start, at))


def stops_at(scene: Scene, key: str) -> bool:
    """Whether a visit stops at a thing."""
    for visit in visits_of(scene):
        if any(key in one.places for one in visit.sightings) or any(stop.key == key for stop in visit.stops):
            return True
    return False


def _jurisdiction(scene: Scene, key: str, here: bool) -> bool:
    """Whether other things may stand in a place: in a division; in a town or zone only in the sentence that says so."""
    place = scene.kind(key) is Kind.PLACE
    return place and (bool(scene.naming.code(key)) or (here and scene.name(key).endswith(_GROUNDS)))


def _same(scene: Scene, visit: Visit, one: Sighting) -> bool:
    """Whether a sighting tells of a visit again: of the same people on the same day, or of its party."""
    if apart(visit.year_day, one.year_day):
        return False
    if set(visit.leaders) & set(one.leaders):
        return bool(visit.sightings[0].guests) == bool(one.guests)
    led = [any(scene.kind(key) is Kind.PERSON for key in keys) for keys in (visit.leaders, one.leaders)]
    return led[0] != led[1]


def _extent(scene: Scene, sightings: Sightings, visit: Visit, later: Visit | None) -> Span:
    """From its first sighting to the next visit, or the end of the article; of one told by the way its paragraph."""
    start, last = visit.sightings[0].sentence.start, visit.sightings[-1]
    end = len(scene.plain)
    if not sightings.leads(start):
        end = next((s.end for s in scene.doc.spans if s.start <= last.at.start < s.end), last.sentence.end)
    if later is not None and later.sightings[0].sentence.start > last.at.start:
        end = min(end, later.sightings[0].sentence.start)
    return Span(start, max(end, last.sentence.end))
