"""Campaigns: where each is carried out and who launched it.

A campaign belongs to the level that runs it: its owner if one stands before it (省委部署的…行动), else whoever starts
it (甲县开展…活动), else the place that the sentence speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.acts import Act, acts
from kg.relate.leading import leading
from kg.relate.ground import above_home
from kg.relate.scene import CARRIED, FAR, SURE, Scene, scene
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.sheet import Sheet


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``conductedIn`` and ``organizedBy`` of campaigns."""
    stage = scene(sheet, reading)
    lead = leading(stage)
    for key in sorted(k for k, e in stage.entities.items() if e.kind is Kind.CAMPAIGN):
        if found := acts(stage).all(key):
            yield from _led(stage, key, found) if key == lead else _run(stage, key, found)


def _led(stage: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """The campaign that the article is about: the home place's, launched by its committee or government."""
    owner = next((a.owner for a in found if a.owner and a.ordered and above_home(stage, _area(stage, a.owner))), None)
    if owner is not None:
        yield from _ordered(stage, key, owner, found[0])
        return
    at = found[0].mention.span
    yield from stage.relation(key, Predicate.CONDUCTED_IN, stage.home, at, "leading", SURE)
    yield from _launched(stage, key, found)


def _launched(stage: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """By organs that start it; else by the committee in the same sentence; else by the home place that starts it."""
    holders = [a for a in found if "hold" in a.roles and a.stated]
    for sort in (Kind.ORGANIZATION, Kind.PLACE):
        for act in holders:
            who = [h.mention.entity for h in act.heads if h.mention.kind is sort]
            who = [w for w in who if (stage.naming.area(w) if sort is Kind.ORGANIZATION else w) == stage.home]
            for one in who:
                yield from stage.relation(key, Predicate.ORGANIZED_BY, one, act.mention.span, "launches", act.sure)
            if who:
                return
        if sort is Kind.ORGANIZATION and (pair := _beside(stage, found)):
            yield from stage.relation(key, Predicate.ORGANIZED_BY, pair[0], pair[1].mention.span, "committee", FAR)
            return


def _beside(stage: Scene, found: tuple[Act, ...]) -> tuple[str, Act] | None:
    """The home's party committee where it stands in one sentence with the campaign."""
    for act in found:
        sentence = act.clause.sentence
        for m in stage.between(sentence.start, sentence.end, Kind.ORGANIZATION):
            if stage.naming.matches("party", m.entity) and stage.naming.area(m.entity) == stage.home:
                return m.entity, act
    return None


def _run(stage: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    """Any other campaign."""
    ordered = next((a for a in found if _orders(stage, a)), None)
    if ordered is not None:
        owner = ordered.owner or ordered.heads[0].mention
        yield from _ordered(stage, key, owner, ordered)
        return
    best = max(found, key=lambda a: ("hold" in a.roles and a.stated, a.sure, -a.mention.span.start))
    places = best.places or _grounds(stage, best)
    for place in places:
        yield from stage.relation(key, Predicate.CONDUCTED_IN, place, best.mention.span, "runs", best.sure)
    if best.stated and best.roles & {"hold", "carry"}:
        for who in _organizers(best):
            yield from stage.relation(
                key, Predicate.ORGANIZED_BY, who, best.mention.span, "runs", min(best.sure, CARRIED)
            )


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


def _organizers(act: Act) -> tuple[str, ...]:
    """The bodies that are named as running it; a person's office runs it only for another place than home."""
    kinds = {Kind.PLACE, Kind.ORGANIZATION}
    return tuple(dict.fromkeys(h.mention.entity for h in act.heads if h.mention.kind in kinds))
