"""Where something stands or happens, as the words around one mention say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model import Mention
    from kg.relate.scene import Scene

_JOINTS = "、和与及"


def chain_left(stage: Scene, mention: Mention) -> str:
    """The place that stands right before a mention: that of 甲区乙镇 is 甲区, that of 甲区的乙镇 is not told."""
    found = stage.between(max(0, mention.span.start - 30), mention.span.start, Kind.PLACE)
    return found[-1].entity if found and found[-1].span.end == mention.span.start else ""
