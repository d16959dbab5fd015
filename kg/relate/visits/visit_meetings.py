"""Meetings in the course of a visit: named ones are part of it, and 座谈会 alone is the visit's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.model import Entity, Evidence, Mention, Relation, Span
from kg.model.identity import code_of
from kg.relate.discourse.visits import apart, day_in
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.relate.discourse.scene import Scene
    from kg.relate.discourse.visits import Visit

_HELD = frozenset({"召开", "举行"})
_BARE, _NAMED = 0.8, 0.75


class Meeting(NamedTuple):
    """What one meeting adds to a reading; a named one adds its relation alone."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()


def meetings_of(scene: Scene, visit: Visit, event: Entity) -> Iterator[Meeting]:
    """The meetings that were held in the course of a visit."""
    rule = scene.doc.lexicon.rule("visit", "meeting")
    named = scene.between(visit.sightings[0].at.end, visit.extent.end, Kind.EVENT)
    held = [m for m in named if rule.regex.search(f"{scene.name(m.entity)}，") or _attended(scene, visit, m)]
    kinds = tuple(dict.fromkeys(m.entity for m in held))
    for key in kinds:
        mention = next(m for m in named if m.entity == key)
        day = day_in(scene, scene.sentence(mention.span).start, mention.span.start)
        if scene.first(key) == mention.span and not apart(day, visit.year_day):
            why = _because(scene, mention.span, "meeting", _NAMED)
            part = [Relation(key, Predicate.PART_OF, event.key, why)]
            there = visit.leaders if _attended(scene, visit, mention) else ()
            part += [Relation(who, Predicate.PARTICIPATES_IN, key, why, "attended") for who in there]
            yield Meeting(relations=tuple(part))
    words = any(rule.regex.search(f"{scene.name(key)}，") for key in kinds)
    if not words and not visit.sightings[0].guests:
        yield from _bare(scene, visit, event, rule.regex)


def _attended(scene: Scene, visit: Visit, mention: Mention) -> bool:
    """Whether the visitors are told to attend an event: 并在途中听取…报告会."""
    rule = scene.doc.lexicon.rule("visit", "attends")
    clause = scene.clause(mention.span.start)
    if not rule.regex.search(scene.plain, clause.span.start, mention.span.start):
        return False
    people = {h.mention.entity for h in clause.heads if h.mention.kind is Kind.PERSON}
    return bool(people) and people <= set(visit.leaders) and len(visit.sightings[0].leaders) == len(people)


def _bare(scene: Scene, visit: Visit, event: Entity, rule: re.Pattern[str]) -> Iterator[Meeting]:
    """座谈会上，甲强调…: a meeting without a name, called after the visit."""
    spans = [
        (match["name"], Span(match.start("name"), match.end("name")))
        for match in rule.finditer(scene.plain, visit.sightings[0].at.end, visit.extent.end)
        if not any(m.span.meets(Span(match.start("name"), match.end("name"))) for m in _near(scene, match.start()))
        and not _joined(scene, match.start("name"))
    ]
    if not spans:
        return
    word = spans[0][0]
    own = event.name if len(event.name) < 24 else next((a for a, _ in event.aliases), event.name)
    name = f"{own}{word}"
    key = f"{event.key}-{word}"
    place = next((p for one in visit.sightings for p in one.places if code_of(p)), "")
    aliases = {(text, "zh-Hans") for _, text in [(0, word), (0, f"调研{word}")]}
    aliases |= {(f"{scene.name(place)}{word}", "zh-Hans")} if place else set()
    entity = Entity(key, Kind.EVENT, name, tuple(sorted(aliases - {(name, "zh-Hans")})))
    mentions = tuple(Mention(s, Kind.EVENT, name, "visit-meeting", _BARE, key, points=True) for w, s in spans)
    because = _because(scene, spans[0][1], "meeting", _BARE)
    relations = [Relation(key, Predicate.PART_OF, event.key, because)]
    relations += [Relation(key, Predicate.CONDUCTED_IN, place, because)] if place else []
    people = [who for one in visit.sightings for who in one.leaders]
    relations += [Relation(who, Predicate.PARTICIPATES_IN, key, because, "led") for who in dict.fromkeys(people)]
    yield Meeting((entity,), mentions, tuple(relations))


def _near(scene: Scene, at: int) -> tuple[Mention, ...]:
    return scene.between(max(0, at - 60), at + 30)


def _joined(scene: Scene, at: int) -> bool:
    """Whether it is one of many or of others: 多次座谈会, 参加的座谈会."""
    before = scene.plain[max(0, at - 4) : at]
    return before.endswith(("次", "场", "类", "个", "种")) or (before.endswith("的") and before[-3:-1] not in _HELD)


def _because(scene: Scene, at: Span, rule: str, sure: float) -> Evidence:
    return Evidence(scene.reading.document.id, scene.sentence(at), rule, sure)
