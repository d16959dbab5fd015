"""Campaigns: where each is carried out and who launched it.

A campaign belongs to the level that runs it: its owner if one stands before it (省委部署的…行动), else whoever starts
it (甲县开展…活动), else the place that the sentence speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.names.national import national
from kg.relate.activities.meetings import Meetings, in_award
from kg.relate.activities.ties import exposed, reviewed
from kg.relate.discourse.acting_body import run_under
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, DEFAULT, SURE
from kg.relate.discourse.leading import leading
from kg.relate.discourse.place_relations import in_line, outside_article_place
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.voice import of_article_place, voice
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.relate.discourse.groups import Agent
    from kg.text.annotated import AnnotatedDocument

_PLAIN = frozenset({"bare-head", "venture-object", "venture-row"})  # rules of names without marks
_NATIONS = ("中央", "国家", "全国", "国务院")  # what opens the name of a campaign that no county launches


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``conductedIn`` and ``organizedBy`` of campaigns."""
    scene = scene_of(doc, reading)
    lead = leading(scene)
    for key in sorted(k for k, e in scene.entities.items() if e.kind is Kind.CAMPAIGN):
        found = tuple(a for a in acts(scene).all(key) if not in_award(scene, a))
        if found:
            yield from _led(scene, key, found) if key == lead else _run(scene, key, found)


def _named(scene: Scene, key: str) -> str:
    """The division in the campaign's own name, if it is the home, over it or under it."""
    inner, here = scene.naming.inner_place(key), scene.article_place
    return inner if in_line(scene, inner, here) else ""


def _led(scene: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """The campaign that the article is about: the home place's, launched by its committee or government."""
    named = _named(scene, key)
    ordered = [a.owner for a in found if a.owner and a.ordered and outside_article_place(scene, _area(scene, a.owner))]
    owner = next(iter(ordered), None) if named != scene.article_place else None
    if owner is not None:
        yield from _ordered(scene, key, owner, found[0])
        return
    at = found[0].mention.span
    yield from scene.relation(key, Predicate.CONDUCTED_IN, scene.article_place, at, "leading", SURE)
    if _local(scene, key) and not _lesson(scene, key):
        yield from _launched(scene, key, found)


def _launched(scene: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """By organs that start it; else by the home's committee if it is named; else by the home place that starts it."""
    handle = acts(scene).rules["handle"]
    holders = [a for a in found if a.stated and ("hold" in a.roles or handle.match(scene.plain, a.mention.span.end))]
    for kind in (Kind.ORGANIZATION, Kind.PLACE):
        for act in holders:
            who = [h.mention.entity for h in act.heads if h.mention.kind is kind]
            who = [w for w in who if (scene.naming.area(w) if kind is Kind.ORGANIZATION else w) == scene.article_place]
            for one in who:
                yield from scene.relation(key, Predicate.ORGANIZED_BY, one, act.mention.span, "launches", act.sure)
            if who:
                return
        committee = scene.naming.committee(scene.article_place)
        if kind is Kind.ORGANIZATION and committee:
            yield from scene.relation(
                key, Predicate.ORGANIZED_BY, committee, found[0].mention.span, "committee", DEFAULT
            )
            return


def _run(scene: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """Any other campaign."""
    ordered = next((a for a in found if _orders(scene, a)), None)
    if ordered is not None:
        owner = ordered.owner or ordered.heads[0].mention
        yield from _ordered(scene, key, owner, ordered)
        return
    if any(reviewed(scene, a) for a in found):  # who passes it takes part, and holds it nowhere
        return
    best = max(found, key=lambda a: _weight(scene, a))
    named = _named(scene, key)
    places = (
        ((named,) if named and named != scene.article_place else () if _in_event(scene, best) else best.places)
        or ((named,) if named else ())
        or _of_event(scene, best)
        or _grounds(scene, best)
    )
    for place in places:
        yield from scene.relation(key, Predicate.CONDUCTED_IN, place, best.mention.span, "runs", best.sure)
    handled = acts(scene).rules["handle"].match(scene.plain, best.mention.span.end)
    agents = best.agents or next((a.agents for a in found if a.agents), ())
    for agent in agents:
        who = _organizer(scene, agent)
        yield from scene.relation(key, Predicate.ORGANIZED_BY, who, best.mention.span, "by", SURE)
    rules = acts(scene).rules
    starts = exposed(scene, best) or "hold" in best.roles or handled or run_under(scene, best) or _carries(scene, best)
    titled = any(True for _ in scene.around(best.mention.span, Kind.DOCUMENT))
    elsewhere = bool(named) and named != best.jurisdiction
    thanked = rules["thanks"].match(scene.plain, best.mention.span.end, best.clause.span.end)
    stated = (best.stated and not thanked) or (best.clause.meeting and bool(_convened(scene, best)))
    if _own_report(scene, best) and _local(scene, key) and not (titled or agents or elsewhere or _lesson(scene, key)):
        yield from scene.relation(key, Predicate.ORGANIZED_BY, scene.article_place, best.mention.span, "runs", DEFAULT)
    elif stated and starts and _local(scene, key) and not (titled or agents or elsewhere):
        for who in _organizers(scene, best):
            yield from scene.relation(
                key, Predicate.ORGANIZED_BY, who, best.mention.span, "runs", min(best.sure, CARRIED)
            )


def _weight(scene: Scene, act: Act) -> tuple[bool, bool, float, int]:
    """What makes one act tell more than another of who runs a campaign: an organ over a headline's place first."""
    organ = any(h.mention.kind is Kind.ORGANIZATION for h in act.heads) and exposed(scene, act)
    return organ, "hold" in act.roles and act.stated, act.sure, -act.mention.span.start


def _local(scene: Scene, key: str) -> bool:
    """Whether a campaign is none of the whole nation's: 主题教育, 中央环保督察 are launched by no county."""
    name = scene.name(key)
    return name not in national(scene.doc.lexicon).names and not name.startswith(_NATIONS)


def _own_report(scene: Scene, act: Act) -> bool:
    """Whether a place's own report says that a campaign without marks (those may be others') goes on: 实施…行动."""
    does = act.roles & {"hold", "carry"} if act.mention.rule in _PLAIN else ()
    return (
        voice(scene) > 1
        and bool(does)
        and not act.heads
        and act.jurisdiction in {"", scene.article_place}
        and of_article_place(scene, act)
    )


def _lesson(scene: Scene, key: str) -> bool:
    """Whether it is a lesson of the whole Party, without a word of its own in marks: 某某精神学习教育."""
    lesson = scene.doc.lexicon.rule("campaign", "lesson").regex
    return lesson.search(scene.name(key)) is not None and "“" not in scene.name(key)


def _carries(scene: Scene, act: Act) -> bool:
    """Whether the home itself is said to carry on a campaign that is not the nation's: 甲市扎实推进“乙年”活动."""
    own = any(scene.jurisdiction(h) == scene.article_place for h in act.heads)
    return _local(scene, act.mention.entity) and own and act.sure >= SURE and "carry" in act.roles


def _orders(scene: Scene, act: Act) -> bool:
    """Whether a body of some level is named as the one that ordered the campaign."""
    if act.owner is not None:
        return act.owner.kind is Kind.PLACE or scene.naming.matches("seat", act.owner.entity)
    return bool(act.clause.local) and _follows(scene, act) and bool(_area(scene, act.clause.local[0].mention))


def _follows(scene: Scene, act: Act) -> bool:
    """Whether the clause opens with 按照, 围绕, 落实 …"""
    return bool(acts(scene).rules["follow"].match(scene.plain, act.clause.span.start, act.clause.span.end))


def _ordered(scene: Scene, key: str, owner: Mention, act: Act) -> Iterator[Relation]:
    place = _area(scene, owner)
    yield from scene.relation(key, Predicate.CONDUCTED_IN, place, act.mention.span, "owner", 0.9)
    if owner.kind is Kind.ORGANIZATION:
        yield from scene.relation(key, Predicate.ORGANIZED_BY, owner.entity, act.mention.span, "owner", 0.9)


def _area(scene: Scene, mention: Mention) -> str:
    if mention.kind is Kind.PLACE:
        return mention.entity
    return scene.naming.area(mention.entity) if mention.kind is Kind.ORGANIZATION else ""


def _grounds(scene: Scene, act: Act) -> tuple[str, ...]:
    """The place of every head, or the jurisdiction of the clause, or home where the article speaks from it."""
    found = tuple(dict.fromkeys(g for h in act.heads if (g := scene.jurisdiction(h))))
    if not found and not act.heads and not of_article_place(scene, act):
        return ()
    return found or tuple(filter(None, (act.jurisdiction or scene.article_place,)))


def _in_event(scene: Scene, act: Act) -> bool:
    """Whether it is named within a meeting's name, whose hall is not its place."""
    return any(True for _ in scene.around(act.mention.span, Kind.EVENT))


def _of_event(scene: Scene, act: Act) -> tuple[str, ...]:
    """Of a campaign that is named only within a meeting's name: where the meeting is held."""
    span, meetings = act.mention.span, Meetings(scene)
    event = next((m for m in scene.around(span, Kind.EVENT)), None)
    inner = scene.naming.inner_place(event.entity) if event is not None else ""
    if inner and scene.naming.code(inner):  # the hall of 甲市“乙”活动点评会 may be in a county
        return (inner,)
    paper = next((m for m in scene.around(span, Kind.DOCUMENT)), None)
    if paper is not None and (place := meetings.level(paper.entity)):
        return (place,)
    found = meetings.held(event.entity, acts(scene).all(event.entity)) if event is not None else ()
    return tuple(r.object for r in found)


def _organizers(scene: Scene, act: Act) -> tuple[str, ...]:
    """The bodies that are named as running it; for a person the place of the office."""
    if act.clause.meeting and (host := _convened(scene, act)):
        return (host,)
    found = (_organizer(scene, h) for h in act.heads)
    return tuple(dict.fromkeys(filter(None, found)))


def _convened(scene: Scene, act: Act) -> str:
    """会议决定开展…: whose meeting it was that is spoken of."""
    first = scene.before(act.clause.span.start)
    events = scene.between(first[0].span.start, act.clause.span.start, Kind.EVENT) if first else ()
    last = next((m for m in reversed(events) if not Meetings(scene).national(m.entity)), None)
    return Meetings(scene).host(last.entity) if last is not None else ""


def _organizer(scene: Scene, head: Agent) -> str:
    if head.mention.kind is Kind.PERSON:
        return scene.jurisdiction(head) or scene.article_place
    if head.mention.kind is Kind.EVENT:  # 会议决定开展…
        return Meetings(scene).host(head.mention.entity)
    return head.mention.entity if head.mention.kind in {Kind.PLACE, Kind.ORGANIZATION} else ""
