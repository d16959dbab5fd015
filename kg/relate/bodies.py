"""Which body a fact is held of: the place for its committee and government, a department for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.groups import Head
    from kg.relate.scene import Scene


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
