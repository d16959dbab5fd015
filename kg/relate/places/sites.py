"""Sites: where a named place that is no division, an institution or a company stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.place_relations import branch_in
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.standing import located
from kg.relate.places.containment import town_of
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import AnnotatedDocument


_SHORT = 2  # the name of an alliance (东盟) more often than of a body that stands somewhere
_RULERS = frozenset(
    {"PartyOrgan", "GovernmentOrgan", "Department", "DisciplineOrgan", "PeoplesCongress", "CPPCC", "Media"}
)
_BESIDE = frozenset("与和同跟")


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``locatedIn`` of sites and organisations."""
    scene = scene_of(doc, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in doc.lexicon.patterns("relation-projects")}
    for key, entity in sorted(scene.entities.items()):
        site = entity.kind is Kind.PLACE and _site(scene, key, rules)
        house = entity.kind is Kind.ORGANIZATION and not _state(scene, key) and len(entity.name) > _SHORT
        if (site or house) and (found := acts(scene).all(key)):
            yield from located(scene, key, found, rules, default=site or _founded(scene, found))


def _site(scene: Scene, key: str, rules: dict[str, re.Pattern[str]]) -> bool:
    """Whether a place is neither division nor area (zone, park) nor a region, country or great river."""
    name, naming = scene.name(key), scene.naming
    known = bool(naming.code(key)) or naming.matches("ground", key) or naming.region(key) or bool(town_of(scene, key))
    return not known and not rules["region"].search(name)


def _founded(scene: Scene, found: tuple[Act, ...]) -> bool:
    """Whether the clause tells that an institution was set up (组建甲中心) or opened (甲中心揭牌)."""
    rules, plain = scene.naming.rules, scene.plain
    for act in found:
        span, own = act.clause.span, act.mention.span
        if plain[own.start - 1] in _BESIDE:  # 与甲大学合作成立乙研究院: the university is not founded
            continue
        if rules["founded"].search(plain, span.start, own.start) or rules["opened"].match(plain, own.end, span.end):
            return True
    return False


def _state(scene: Scene, key: str) -> bool:
    state = any(scene.naming.matches(rule, key) for rule in ("seat", "organ", "branch", "press", "union"))
    ruling = not (_RULERS.isdisjoint(scene.entities[key].classes) or scene.naming.matches("stands-too", key))
    place = scene.naming.inner_place(key)
    part = scene.naming.whole(key) and not (place and branch_in(scene, key, place))
    return state or ruling or bool(part)  # a part stands where the whole does
