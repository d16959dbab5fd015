"""The leading campaign: the one that the whole article is about, if there is one."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Role
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.scene import Scene

_OFTEN = 4
_SHORT = 2
_REACH = 1500  # characters for each naming: a long report names its campaigns a few times and is about none


def surfaces(scene: Scene, key: str) -> tuple[str, ...]:
    """What a campaign is called, and its last word where that is a word of its own (大讨论)."""
    entity = scene.entities[key]
    tail = (entity.name[-3:],) if entity.name.endswith(("大讨论", "大学习", "大调研")) else ()
    return (entity.name, *(text for text, _ in entity.aliases if len(text) > _SHORT), *tail)


@lru_cache(maxsize=2)
def leading(scene: Scene) -> str:
    """The key of the campaign named most often, if that is at least four times, or three with the title; else ""."""
    counts: Counter[str] = Counter(m.entity for m in scene.mentions if m.kind is Kind.CAMPAIGN)
    for key in counts:
        counts[key] = max(counts[key], *(scene.plain.count(text) for text in surfaces(scene, key)))
    if not counts:
        return ""
    titles = [b.span for b in scene.doc.document.blocks if b.role in {Role.TITLE, Role.HEADING}]
    for m in scene.mentions:
        if m.kind is Kind.CAMPAIGN and any(t.holds(m.span) for t in titles):
            counts[m.entity] += 1
    first = {m.entity: m.span.start for m in reversed(scene.mentions)}
    key, count = max(counts.items(), key=lambda item: (item[1], -first[item[0]]))
    return key if count >= _OFTEN and count * _REACH >= len(scene.plain) else ""
