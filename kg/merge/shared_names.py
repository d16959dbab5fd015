"""A campaign whose exact name several places share is a theme: one family, each place's own campaign a run of it.

Twenty-two provinces report on a campaign of one name: twenty-two campaigns, each the province's own, and what they are
runs of. Within an article families of known themes are told by ``link.initiative.families``; this adds what only
several articles show.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.merge.codes import code
from kg.merge.entities import merged
from kg.model import Entity
from kg.model.identity import mint, slug
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FAMILY = "CampaignFamily"
_LEAST = 5  # characters of a name that says which campaign it is


def with_families(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities, sorted, with a family for every name that campaigns of two places of one level share."""
    entities = tuple(entities)
    made = {family.key: family for family in shared(entities)}
    if not made:
        return entities
    runs = (run_of(entity, made) for entity in entities)
    return merged((*runs, *made.values()))


def shared(entities: Iterable[Entity]) -> list[Entity]:
    """The families, sorted by key: campaigns that stand in none yet, of one name, of two places of one level."""
    places: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for entity in entities:
        place = code(entity) if may_run(entity) else ""
        if place:
            places[slug(entity.name)][_level(place)].add(place)
            names[slug(entity.name)] = min(entity.name, names.get(slug(entity.name), entity.name))
    themes = [names[key] for key, found in places.items() if any(len(codes) > 1 for codes in found.values())]
    return sorted(Entity(mint(Kind.CAMPAIGN, name), Kind.CAMPAIGN, name, classes=(FAMILY,)) for name in themes)


def may_run(entity: Entity) -> bool:
    """Whether an entity may be a run of a family: a campaign that stands in none, with a name of its own."""
    free = entity.kind is Kind.CAMPAIGN and not entity.broader and FAMILY not in entity.classes
    return free and len(slug(entity.name)) >= _LEAST


def run_of(entity: Entity, families: Mapping[str, Entity]) -> Entity:
    """The entity, as a run of the family of its name where there is one."""
    family = mint(Kind.CAMPAIGN, entity.name)
    if not may_run(entity) or family not in families or family == entity.key:
        return entity
    return replace(entity, broader=family)


def _level(place: str) -> int:
    """0 for a province, 1 for a city, 2 for a county."""
    return (not place.endswith("0000")) + (not place.endswith("00"))
