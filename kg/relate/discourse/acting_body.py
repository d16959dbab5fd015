"""Which entity a fact is stated of: the place for its party committee and government, a department for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.voice import voice
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.acts import Act
    from kg.relate.discourse.clause import Clause
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene


def body(scene: Scene, head: Agent) -> str:
    """The place or organisation that carries something out when this head acts.

    县委、县政府 → 县; 市教育局 → 市教育局; 县长甲 → 县 (or home where the office is not told).
    """
    key = head.mention.entity
    if head.mention.kind is Kind.ORGANIZATION and not scene.naming.matches("seat", key):
        return key
    if head.mention.kind is Kind.ORGANIZATION:
        return scene.naming.area(key) or key
    return scene.jurisdiction(head) or (scene.article_place if voice(scene) else "")


def bodies(scene: Scene, heads: tuple[Agent, ...]) -> tuple[str, ...]:
    """The entities that the heads of a group act for, in order, each once."""
    return tuple(dict.fromkeys(b for h in heads if (b := body(scene, h))))


def place_or_body(scene: Scene, head: Agent) -> str:
    """What a head acts for, as ``body`` says; the place where the head is a group of its leaders (甲县四套班子)."""
    key = head.mention.entity
    band = head.mention.kind is Kind.ORGANIZATION and not scene.naming.area(key)
    return (scene.naming.local(key) if band else "") or body(scene, head)


def under(scene: Scene, key: str) -> bool:
    """Whether it is a division or zone that lies in the home place, or a department of it."""
    if not key or not scene.article_place:
        return False
    if scene.kind(key) is Kind.ORGANIZATION:
        return scene.naming.area(key) == scene.article_place and not scene.naming.matches("seat", key)
    if key == scene.article_place or scene.kind(key) is not Kind.PLACE:
        return False
    code, here = scene.naming.code(key), scene.naming.code(scene.article_place)
    if code and here:
        return scene.doc.lexicon.gazetteer.within(code, here)
    county = bool(here) and not here.endswith("00")
    return scene.naming.matches("zone", key) and (county or not scene.naming.matches("village", key))


def run_under(scene: Scene, act: Act) -> bool:
    """Whether an act is done by a body under the home, named in its sentence."""
    reads = act.roles & {"issue", "cite", "join"}
    return act.stated and not reads and any(under(scene, place_or_body(scene, h)) for h in act.heads)


def firms_before(clause: Clause) -> list[str]:
    """The firms or institutions that acted last before a clause of their sentence without a subject: 甲公司…，今日与….

    No organ of the state: those act on by themselves. [] where anything else was the subject since.
    """
    if clause.heads or clause.local or clause.meeting:
        return []
    bodies = all(h.mention.kind is Kind.ORGANIZATION for h in clause.things)
    return [h.mention.entity for h in clause.things] if bodies else []
