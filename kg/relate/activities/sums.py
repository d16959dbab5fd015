"""What a sum closes is part of it: 实施甲提升、乙振兴等“十项行动”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.clause import CARRIED
from kg.relate.discourse.scene import scene_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.relate.discourse.scene import Scene
    from kg.text.annotated import AnnotatedDocument

_RUN = (Kind.CAMPAIGN, Kind.PROGRAM)
_ROW = 100  # characters of a row
_JOINTS = frozenset({"、", "和", "与", "及", "以及"})


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``partOf`` of the members of a row that ends in 等 and a counted campaign or programme."""
    scene = scene_of(doc, reading)
    counted = scene.groups.rules["counted-sum"]
    for whole in scene.of(*_RUN):
        closes = scene.plain[whole.span.start - 1 : whole.span.start] == "等"
        if closes and counted.match(scene.plain, whole.span.start, whole.span.end):
            for member in _row(scene, whole.span.start - 1):
                yield from scene.relation(
                    member.entity, Predicate.PART_OF, whole.entity, member.span, "summed", CARRIED
                )


def _row(scene: Scene, end: int) -> Iterator[Mention]:
    """The campaigns and programmes that stand side by side up to an offset, the last one first."""
    for m in reversed(scene.between(end - _ROW, end, *_RUN)):
        if m.span.end != end:
            return
        yield m
        joint = next((j for j in _JOINTS if scene.plain.endswith(j, 0, m.span.start)), "")
        if not joint:
            return
        end = m.span.start - len(joint)
