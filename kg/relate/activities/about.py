"""What a document or an honour is about: the campaign or programme that its title names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.surfaces import QUOTES
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import AnnotatedDocument

_TITLED = frozenset({Kind.DOCUMENT, Kind.AWARD})
_LONG = 4


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``about``: 《甲县“乙”活动实施方案》 is about the campaign 乙."""
    scene = scene_of(doc, reading)
    for key, entity in sorted(scene.entities.items()):
        at = scene.first(key)
        if entity.kind not in _TITLED or at is None:
            continue
        for _, topic in scene.naming.inner(key, scene.naming.activities):
            if _told(scene, key, topic):
                yield from scene.relation(key, Predicate.ABOUT, topic, at, "title", 0.85)


def _told(scene: Scene, key: str, topic: str) -> bool:
    """Whether the title holds more of the name than a head word: five characters, or in quotes."""
    name = scene.name(key)
    bare = name.translate(QUOTES)
    held = [text for text, k in scene.naming.activities if k == topic and text in bare]
    return any(len(text) > _LONG or f"“{text}”" in name for text in held)
