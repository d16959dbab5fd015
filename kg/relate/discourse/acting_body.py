"""Which body a fact is held of: the place for its committee and government, a department for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.acts import Act
    from kg.relate.discourse.groups import Head
    from kg.relate.discourse.scene import Scene


def body(stage: Scene, head: Head) -> str:
    """The place or organisation that carries something out when this head acts.

    县委、县政府 → 县; 市教育局 → 市教育局; 县长甲 → 县 (or home where the office is not told).
    """
    key = head.mention.entity
    if head.mention.kind is Kind.ORGANIZATION and not stage.naming.matches("seat", key):
        return key
    if head.mention.kind is Kind.ORGANIZATION:
        return stage.naming.area(key) or key
    return stage.ground(head) or stage.home


def bodies(stage: Scene, heads: tuple[Head, ...]) -> tuple[str, ...]:
    """The bodies of a group, each once."""
    return tuple(dict.fromkeys(b for h in heads if (b := body(stage, h))))


def crew(stage: Scene, head: Head) -> str:
    """The body of a head; the place for its crew (甲县四套班子)."""
    key = head.mention.entity
    band = head.mention.kind is Kind.ORGANIZATION and not stage.naming.area(key)
    return (stage.naming.local(key) if band else "") or body(stage, head)


def under(stage: Scene, key: str) -> bool:
    """Whether it is a division or zone that lies in the home place, or a department of it."""
    if not key or not stage.home:
        return False
    if stage.kind(key) is Kind.ORGANIZATION:
        return stage.naming.area(key) == stage.home and not stage.naming.matches("seat", key)
    if key == stage.home or stage.kind(key) is not Kind.PLACE:
        return False
    code, home = stage.naming.code(key), stage.naming.code(stage.home)
    if code and home:
        return stage.sheet.lexicon.gazetteer.within(code, home)
    county = bool(home) and not home.endswith("00")
    return stage.naming.matches("zone", key) and (county or not stage.naming.matches("village", key))


def run_under(stage: Scene, act: Act) -> bool:
    """Whether an act is done by a body under the home, named in its sentence."""
    reads = act.roles & {"issue", "cite", "join"}
    return act.stated and not reads and any(under(stage, crew(stage, h)) for h in act.heads)
