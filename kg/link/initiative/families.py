"""Families of campaigns: the theme that many places share, each place's own run with ``broader`` to it.

“某词”解放思想大讨论 and 解放思想推动某市发展大讨论 are runs of 解放思想大讨论.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Entity
from kg.model.identity import mint
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model import Reading
    from kg.text.annotated import AnnotatedDocument

FAMILY = "CampaignFamily"


def families(doc: AnnotatedDocument, reading: Reading) -> Reading:
    """The reading with a family for every campaign whose name shows one."""
    themes = tuple((row["theme"], row["head"]) for row in doc.lexicon.table("families"))
    made: dict[str, Entity] = {}
    runs: list[Entity] = []
    for entity in reading.entities:
        theme = _theme(entity, themes)
        if theme:
            family = Entity(mint(Kind.CAMPAIGN, theme), Kind.CAMPAIGN, theme, classes=(FAMILY,))
            if family.key != entity.key:
                made[family.key] = family
                entity = replace(entity, broader=family.key)
        runs.append(entity)
    own = {entity.key for entity in runs}
    return replace(reading, entities=tuple(sorted([*runs, *(f for key, f in made.items() if key not in own)])))


def _theme(entity: Entity, themes: tuple[tuple[str, str], ...]) -> str:
    """The family's name: a theme and its head that the campaign's name holds in this order."""
    if entity.kind is not Kind.CAMPAIGN or FAMILY in entity.classes:
        return ""
    for theme, head in themes:
        at = entity.name.find(theme)
        if at >= 0 and head in entity.name[at + len(theme) :]:
            return theme + head
    return ""
