"""What is done under, within or as the vehicle of something larger (partOf)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.activities.meetings import Meetings
from kg.relate.activities.ties import follows
from kg.relate.discourse.acting_body import run_under
from kg.relate.discourse.actors import CARRIED, DEFAULT, FAR
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.ground import over
from kg.relate.discourse.leading import leading
from kg.relate.discourse.scene import Scene, scene
from kg.relate.discourse.surfaces import QUOTES, Table
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.annotated import Sheet

_LARGER = (Kind.CAMPAIGN,)
_LONG = 4


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``partOf`` of campaigns, programmes, events and projects."""
    stage = scene(sheet, reading)
    yield from _named(stage)
    for mention in stage.of(Kind.CAMPAIGN, Kind.PROGRAM):
        yield from _vehicle(stage, acts(stage).act(mention))
        yield from _occasion(stage, acts(stage).act(mention))
    yield from _planned(stage)
    yield from _rounded(stage)


def _named(stage: Scene) -> Iterator[Relation]:
    """A meeting or campaign whose name holds the name of a campaign: 全市解放思想大讨论动员会."""
    meetings = Meetings(stage)
    named = ((t, k) for t, k in stage.naming.activities if stage.kind(k) is Kind.CAMPAIGN)
    table = Table(sorted({*named, *_cores(stage)}, key=lambda x: (-len(x[0]), x)))
    own = Table((t, k) for t, k in table if t == stage.name(k))
    for key, entity in sorted(stage.entities.items()):
        if entity.kind not in {Kind.EVENT, Kind.CAMPAIGN}:
            continue
        other = entity.kind is Kind.EVENT and meetings.level(key) not in {"", stage.home} and stage.home
        table_here = own if other else table
        at = stage.first(key)
        for _, larger in stage.naming.inner(key, table_here):
            if at is not None and not _wider(stage, key, larger) and _telling(stage, key, larger):
                yield from stage.relation(key, Predicate.PART_OF, larger, at, "name", 0.9)


def _telling(stage: Scene, key: str, larger: str) -> bool:
    """Whether what a name holds of another is more than a head word: five characters, or quoted."""
    name = stage.name(key)
    bare = name.translate(QUOTES)
    held = [t for t, k in (*stage.naming.activities, *_cores(stage)) if k == larger and t in bare]
    return any(len(text) > _LONG or f"“{text}”" in name for text in held)


def _wider(stage: Scene, key: str, other: str) -> bool:
    """Whether a name names a place over that of the other name: the city's campaign is no part of the county's."""
    places = [stage.naming.inner_place(k) for k in (key, other)]
    return all(places) and over(stage, places[0], places[1])


def _cores(stage: Scene) -> tuple[tuple[str, str], ...]:
    """The quoted words that the leading campaign's name opens with: “甲、乙”大讨论 → 甲、乙."""
    lead = leading(stage)
    name = stage.name(lead) if lead else ""
    end = name.find("”")
    return ((name[1:end], lead),) if name.startswith("“") and end > _LONG else ()


def _vehicle(stage: Scene, act: Act) -> Iterator[Relation]:
    """以X为载体，深化Y: X is part of Y."""
    rules, behind_it = acts(stage).rules, act.mention.span.end
    handle = rules["handle"].match(stage.plain, behind_it)
    if not handle or rules["hinge"].match(stage.plain, behind_it):
        return
    vehicle = rules["vehicle"].match(stage.plain, behind_it)
    sentence = act.clause.sentence
    lead = leading(stage)
    others = [m for m in stage.between(sentence.start, sentence.end, *_LARGER) if m.entity != act.mention.entity]
    larger = next((m for m in others if m.entity == lead), None)
    behind = [m for m in others if m.span.start > act.mention.span.end and not _helps(stage, m)]
    larger = larger or (next(iter(behind), None) if vehicle and not _main(stage, act.mention) else None)
    if act.mention.entity == lead:
        for m in behind[:1]:
            yield from stage.relation(m.entity, Predicate.PART_OF, lead, m.span, "vehicle", FAR)
    elif larger is not None:
        yield from stage.relation(
            act.mention.entity, Predicate.PART_OF, larger.entity, act.mention.span, "vehicle", 0.9
        )


def _main(stage: Scene, mention: Mention) -> bool:
    """Whether a campaign is of the sort that others serve: a discussion or an education."""
    return stage.name(mention.entity).endswith(("大讨论", "教育", "大学习"))


def _helps(stage: Scene, mention: Mention) -> bool:
    rules = acts(stage).rules
    return any(rules[r].match(stage.plain, mention.span.end) for r in ("vehicle", "occasion"))


def _occasion(stage: Scene, act: Act) -> Iterator[Relation]:
    """以X为契机，推行Y · X开展以来，…Y · 围绕省委X，…Y: Y is part of X."""
    if act.mention.kind is not Kind.CAMPAIGN:
        return
    rules, plain = acts(stage).rules, stage.plain
    following = follows(stage, act)
    if not following and not rules["occasion"].match(plain, act.mention.span.end):
        return
    for m in stage.between(act.mention.span.end, act.clause.sentence.end, *_LARGER):
        if rules["fruits"].match(plain, m.span.end):
            continue
        roles = acts(stage).act(m).roles
        if m.entity != act.mention.entity and (not roles or roles & {"hold", "carry"}) and not _helps(stage, m):
            sure = CARRIED if following else FAR
            yield from stage.relation(m.entity, Predicate.PART_OF, act.mention.entity, m.span, "occasion", sure)


def _planned(stage: Scene) -> Iterator[Relation]:
    """A meeting at which the leading campaign is set out: 召开常委会会议，对大讨论作出安排部署."""
    lead, meetings = leading(stage), Meetings(stage)
    for event in stage.of(Kind.EVENT) if lead else ():
        sentence = stage.sentence(event.span)
        beside = stage.between(sentence.start, sentence.end, Kind.CAMPAIGN)
        told = "hold" in acts(stage).act(event).roles and not meetings.national(event.entity)
        if (
            told
            and any(m.entity == lead for m in beside)
            and meetings.rules["plan"].search(stage.plain, sentence.start, sentence.end)
        ):
            yield from stage.relation(event.entity, Predicate.PART_OF, lead, event.span, "set-out", FAR)


def _rounded(stage: Scene) -> Iterator[Relation]:
    """What a body under the home runs is part of the leading campaign; so is the home's meeting on it."""
    lead, meetings = leading(stage), Meetings(stage)
    for m in stage.of(Kind.CAMPAIGN, Kind.EVENT) if lead else ():
        act = acts(stage).act(m)
        handled = acts(stage).rules["handle"].match(stage.plain, m.span.end)
        if m.entity != lead and ("hold" in act.roles or handled) and run_under(stage, act):
            yield from stage.relation(m.entity, Predicate.PART_OF, lead, m.span, "round-up", DEFAULT)
        name = stage.name(m.entity)
        if m.kind is Kind.EVENT and meetings.level(m.entity) == stage.home and meetings.rules["muster"].search(name):
            yield from stage.relation(m.entity, Predicate.PART_OF, lead, m.span, "muster", DEFAULT)
