"""Campaigns: where each is carried out and who launched it.

A campaign belongs to the level that runs it: its owner if one stands before it (省委部署的…行动), else whoever starts
it (甲县开展…活动), else the place that the sentence speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.names.national import national
from kg.relate.activities.meetings import Meetings, in_award
from kg.relate.discourse.acting_body import run_under
from kg.relate.discourse.actors import CARRIED, DEFAULT, SURE
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.ground import above_home
from kg.relate.discourse.leading import leading
from kg.relate.discourse.scene import Scene, scene
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.relate.discourse.groups import Head
    from kg.text.annotated import Sheet


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``conductedIn`` and ``organizedBy`` of campaigns."""
    stage = scene(sheet, reading)
    lead = leading(stage)
    for key in sorted(k for k, e in stage.entities.items() if e.kind is Kind.CAMPAIGN):
        found = tuple(a for a in acts(stage).all(key) if not in_award(stage, a))
        if found:
            yield from _led(stage, key, found) if key == lead else _run(stage, key, found)


def _named(stage: Scene, key: str) -> str:
    """The division in the campaign's own name, if it is the home, over it or under it."""
    inner, home = stage.naming.inner_place(key), stage.naming.code(stage.home)
    code, gazetteer = stage.naming.code(inner), stage.sheet.lexicon.gazetteer
    return inner if code and home and (gazetteer.within(code, home) or gazetteer.within(home, code)) else ""


def _led(stage: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """The campaign that the article is about: the home place's, launched by its committee or government."""
    named = _named(stage, key)
    ordered = [a.owner for a in found if a.owner and a.ordered and above_home(stage, _area(stage, a.owner))]
    owner = next(iter(ordered), None) if named != stage.home else None
    if owner is not None:
        yield from _ordered(stage, key, owner, found[0])
        return
    at = found[0].mention.span
    yield from stage.relation(key, Predicate.CONDUCTED_IN, stage.home, at, "leading", SURE)
    yield from _launched(stage, key, found)


def _launched(stage: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """By organs that start it; else by the home's committee if it is named; else by the home place that starts it."""
    handle = acts(stage).rules["handle"]
    holders = [a for a in found if a.stated and ("hold" in a.roles or handle.match(stage.plain, a.mention.span.end))]
    for sort in (Kind.ORGANIZATION, Kind.PLACE):
        for act in holders:
            who = [h.mention.entity for h in act.heads if h.mention.kind is sort]
            who = [w for w in who if (stage.naming.area(w) if sort is Kind.ORGANIZATION else w) == stage.home]
            for one in who:
                yield from stage.relation(key, Predicate.ORGANIZED_BY, one, act.mention.span, "launches", act.sure)
            if who:
                return
        committee = stage.naming.committee(stage.home)
        if sort is Kind.ORGANIZATION and committee:
            yield from stage.relation(
                key, Predicate.ORGANIZED_BY, committee, found[0].mention.span, "committee", DEFAULT
            )
            return


def _run(stage: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """Any other campaign."""
    ordered = next((a for a in found if _orders(stage, a)), None)
    if ordered is not None:
        owner = ordered.owner or ordered.heads[0].mention
        yield from _ordered(stage, key, owner, ordered)
        return
    best = max(found, key=lambda a: ("hold" in a.roles and a.stated, a.sure, -a.mention.span.start))
    named = _named(stage, key)
    places = (
        ((named,) if named and named != stage.home else () if _in_event(stage, best) else best.places)
        or ((named,) if named else ())
        or _of_event(stage, best)
        or _grounds(stage, best)
    )
    for place in places:
        yield from stage.relation(key, Predicate.CONDUCTED_IN, place, best.mention.span, "runs", best.sure)
    handled = acts(stage).rules["handle"].match(stage.plain, best.mention.span.end)
    agents = best.agents or next((a.agents for a in found if a.agents), ())
    for agent in agents:
        who = _organizer(stage, agent)
        yield from stage.relation(key, Predicate.ORGANIZED_BY, who, best.mention.span, "by", SURE)
    starts = "hold" in best.roles or handled or run_under(stage, best) or _carries(stage, best)
    titled = any(True for _ in stage.around(best.mention.span, Kind.DOCUMENT))
    elsewhere = bool(named) and named != best.ground
    stated = best.stated or (best.clause.meeting and bool(_convened(stage, best)))
    if stated and starts and _local(stage, key) and not (titled or agents or elsewhere):
        for who in _organizers(stage, best):
            yield from stage.relation(
                key, Predicate.ORGANIZED_BY, who, best.mention.span, "runs", min(best.sure, CARRIED)
            )


def _local(stage: Scene, key: str) -> bool:
    """Whether a campaign is none of the whole nation's: 主题教育 is launched by no county."""
    return stage.name(key) not in {name for name, _ in national(stage.sheet.lexicon).known.values()}


def _carries(stage: Scene, act: Act) -> bool:
    """Whether the home itself is said to carry on a campaign that is not the nation's: 甲市扎实推进“乙年”活动."""
    own = any(stage.ground(h) == stage.home for h in act.heads)
    return _local(stage, act.mention.entity) and own and act.sure >= SURE and "carry" in act.roles


def _orders(stage: Scene, act: Act) -> bool:
    """Whether a body of some level is named as the one that ordered the campaign."""
    if act.owner is not None:
        return act.owner.kind is Kind.PLACE or stage.naming.matches("seat", act.owner.entity)
    return bool(act.clause.local) and _follows(stage, act) and bool(_area(stage, act.clause.local[0].mention))


def _follows(stage: Scene, act: Act) -> bool:
    """Whether the clause opens with 按照, 围绕, 落实 …"""
    return bool(acts(stage).rules["follow"].match(stage.plain, act.clause.span.start, act.clause.span.end))


def _ordered(stage: Scene, key: str, owner: Mention, act: Act) -> Iterator[Relation]:
    place = _area(stage, owner)
    yield from stage.relation(key, Predicate.CONDUCTED_IN, place, act.mention.span, "owner", 0.9)
    if owner.kind is Kind.ORGANIZATION:
        yield from stage.relation(key, Predicate.ORGANIZED_BY, owner.entity, act.mention.span, "owner", 0.9)


def _area(stage: Scene, mention: Mention) -> str:
    if mention.kind is Kind.PLACE:
        return mention.entity
    return stage.naming.area(mention.entity) if mention.kind is Kind.ORGANIZATION else ""


def _grounds(stage: Scene, act: Act) -> tuple[str, ...]:
    """The place of every head, or the ground of the clause, or home."""
    found = tuple(dict.fromkeys(g for h in act.heads if (g := stage.ground(h))))
    return found or tuple(filter(None, (act.ground or stage.home,)))


def _in_event(stage: Scene, act: Act) -> bool:
    """Whether it is named within a meeting's name, whose hall is not its ground."""
    return any(True for _ in stage.around(act.mention.span, Kind.EVENT))


def _of_event(stage: Scene, act: Act) -> tuple[str, ...]:
    """Of a campaign that is named only within a meeting's name: where the meeting is held."""
    span, meetings = act.mention.span, Meetings(stage)
    event = next((m for m in stage.around(span, Kind.EVENT)), None)
    inner = stage.naming.inner_place(event.entity) if event is not None else ""
    if inner and stage.naming.code(inner):  # the hall of 甲市“乙”活动点评会 may be in a county
        return (inner,)
    paper = next((m for m in stage.around(span, Kind.DOCUMENT)), None)
    if paper is not None and (place := meetings.level(paper.entity)):
        return (place,)
    found = meetings.held(event.entity, acts(stage).all(event.entity)) if event is not None else ()
    return tuple(r.object for r in found)


def _organizers(stage: Scene, act: Act) -> tuple[str, ...]:
    """The bodies that are named as running it; for a person the place of the office."""
    if act.clause.meeting and (host := _convened(stage, act)):
        return (host,)
    found = (_organizer(stage, h) for h in act.heads)
    return tuple(dict.fromkeys(filter(None, found)))


def _convened(stage: Scene, act: Act) -> str:
    """会议决定开展…: whose meeting it was that is spoken of."""
    told = stage.before(act.clause.span.start)
    events = stage.between(told[0].span.start, act.clause.span.start, Kind.EVENT) if told else ()
    last = next((m for m in reversed(events) if not Meetings(stage).national(m.entity)), None)
    return Meetings(stage).host(last.entity) if last is not None else ""


def _organizer(stage: Scene, head: Head) -> str:
    if head.mention.kind is Kind.PERSON:
        return stage.ground(head) or stage.home
    if head.mention.kind is Kind.EVENT:  # 会议决定开展…
        return Meetings(stage).host(head.mention.entity)
    return head.mention.entity if head.mention.kind in {Kind.PLACE, Kind.ORGANIZATION} else ""
