"""What the names of organs say of their order: which place an organ governs, which organ it is a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.organization import parent_by_name
from kg.model.identity import code_of
from kg.names.known_organizations import FORMS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from kg.model import Entity
    from kg.names.organ_names import OfficialOrgans

_RULERS = frozenset(
    [
        "PartyOrgan",
        "GovernmentOrgan",
        "Department",
        "PeoplesCongress",
        "CPPCC",
        "DisciplineOrgan",
        "Court",
        "Procuratorate",
    ]
)
_SHORTEST = 4  # characters of the name of a whole
_SAME = frozenset(("监委", "集团", "委员会", "员会", *FORMS))
_HOLDERS = frozenset({"Company", "Bank", "Hospital", "School", "PublicInstitution"})


def jurisdictions(entities: Iterable[Entity], organs: OfficialOrgans | None = None) -> Iterator[tuple[str, str]]:
    """(key of an organ, code of the division it governs); a township or zone, that has none, by its name.

    中共临汾市委员会: 141000; 三营镇人民政府: 三营镇. A part of an organ (中共临汾市委组织部) has the area of the whole.
    With ``organs`` also what that table calls a place's own: its mass organizations, party schools, groups.
    """
    endings = organs.endings if organs else ()
    for entity in sorted(set(entities)):
        place = _governed(entity, endings, organs)
        if place:
            yield entity.key, place


def _governed(entity: Entity, endings: tuple[str, ...], organs: OfficialOrgans | None) -> str:
    village = parent_by_name.VILLAGE.match(entity.name)
    if village:
        return village["village"]
    group = "LeadingGroup" in entity.classes and ("办公室" in entity.name or _placed(entity, organs))
    own = bool(endings) and entity.name.endswith(endings)
    if not (_RULERS & set(entity.classes) or ((own or group) and code_of(entity.key))):
        return ""
    local = parent_by_name.TOWN.match(entity.name)
    if local:
        return local["town"]
    zone = parent_by_name.ZONE.match(entity.name)
    if zone:
        return zone["zone"]
    return code_of(entity.key)


def _placed(entity: Entity, organs: OfficialOrgans | None) -> bool:
    """Whether a group's name opens with the division that its key says: 某区防汛指挥部."""
    division = organs.lexicon.gazetteer.by_code(code_of(entity.key)) if organs else None
    return division is not None and division.name in entity.name and bool(parent_by_name.STANDING.search(entity.name))


def units(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """(key of a part, the full name of what it is a part of, or its key where that is among the entities).

    中共临汾市委宣传部 → 中共临汾市委员会; 甲集团乙公司 → 甲集团; a leading group → its committee.
    """
    found = sorted(set(entities))
    names = {entity.name: entity.key for entity in found}
    above = [e for e in found if _main(e) or _ruling(e)]
    for entity in found:
        parents = [p for p in _parents(entity, names, above) if p != entity.name]
        for parent in parents[:1]:
            yield entity.key, names.get(parent, parent)


def _parents(entity: Entity, names: Container[str], found: list[Entity]) -> Iterator[str]:
    """Full names of what it may be a part of, the surest first; ``found``: committees and organs of government."""
    group = parent_by_name.GROUP.match(entity.name)
    if group and group["head"] in names:
        yield group["head"]
    ends = range(len(entity.name) - 2, _SHORTEST, -1)
    yield from (entity.name[:end] for end in ends if entity.name[:end] in names and entity.name[end:] not in _SAME)
    committee = parent_by_name.COMMITTEE.match(entity.name)
    if committee:
        yield committee["head"] + "委员会"
    office = parent_by_name.OFFICE.match(entity.name)
    if office:
        yield office["head"]
    if "LeadingGroup" in entity.classes:
        code = code_of(entity.key)
        yield from (e.name for e in found if code and code_of(e.key) == code and _main(e))
    if "Department" in entity.classes and code_of(entity.key):  # 国家税务总局某市税务局 is no organ of its place
        yield from (e.name for e in found if not code_of(e.key) and entity.name.startswith(e.name) and _ruling(e))
    if _HOLDERS & set(entity.classes):
        heads = (entity.name[:size] for size in range(len(entity.name) - 1, 2, -1))
        yield from (head for head in heads if head in names)


def _ruling(entity: Entity) -> bool:
    return "GovernmentOrgan" in entity.classes


def _main(entity: Entity) -> bool:
    return entity.name.startswith("中共") and entity.name.endswith("委员会") and "PartyOrgan" in entity.classes
