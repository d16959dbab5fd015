"""What a document or an honour is about: the campaign or programme that its title names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.scene import Scene, scene
from kg.relate.discourse.surfaces import QUOTES
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import Sheet

_TITLED = frozenset({Kind.DOCUMENT, Kind.AWARD})
_LONG = 4


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``about``: 《甲县“乙”活动实施方案》 is about the campaign 乙."""
    stage = scene(sheet, reading)
    for key, entity in sorted(stage.entities.items()):
        at = stage.first(key)
        if entity.kind not in _TITLED or at is None:
            continue
        for _, topic in stage.naming.inner(key, stage.naming.activities):
            if _told(stage, key, topic):
                yield from stage.relation(key, Predicate.ABOUT, topic, at, "title", 0.85)


def _told(stage: Scene, key: str, topic: str) -> bool:
    """Whether the title holds more of the name than a head word: five characters, or in quotes."""
    name = stage.name(key)
    bare = name.translate(QUOTES)
    held = [text for text, k in stage.naming.activities if k == topic and text in bare]
    return any(len(text) > _LONG or f"“{text}”" in name for text in held)
