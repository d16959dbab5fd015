"""What lies in what: places in places, organs and their areas, branches of organs.

岳西县 within 安庆市 · 中共安庆市委员会 jurisdiction 安庆市 · 中共安庆市委宣传部 unitOf 中共安庆市委员会
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern
from kg.model import Evidence, Span
from kg.model.facts import GAZETTEER, Relation
from kg.relate.discourse.clause import DEFAULT, FAR, SURE
from kg.relate.discourse.place_relations import chain_left, elsewhere, outside_article_place, over, stands_left
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.voice import guessed
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading
    from kg.text.annotated import AnnotatedDocument


_VILLAGE, _ZONE = pattern("organ-forms", "village"), pattern("organ-forms", "zone")
_JOINTS = ("、", "和", "与")
_NEAR = 12  # characters between an organ and the one that it answers to
_SHORT = 3  # characters of 某某镇: what opens with it only may lie there
_NAMED = 2  # characters by which a name opens with that of a place


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``within``, ``jurisdiction`` and ``unitOf`` of all entities, unless the reading holds them already."""
    scene = scene_of(doc, reading)
    known = {(r.subject, r.predicate, r.object) for r in reading.relations}
    for fact in _all(scene):
        if (fact.subject, fact.predicate, fact.object) not in known or fact.evidence.rule == "chain":
            yield fact


def _all(scene: Scene) -> Iterator[Relation]:
    rule = scene.doc.lexicon.rule("relation-parts", "answers-to").regex
    for one, other in pairwise(scene.of(Kind.ORGANIZATION)):  # 甲服务站归口乙局
        if other.span.start - one.span.end < _NEAR and rule.fullmatch(scene.plain, one.span.end, other.span.start):
            yield from scene.relation(one.entity, Predicate.UNIT_OF, other.entity, one.span, "answers-to", SURE)
    yield from _states(scene)
    for key, entity in sorted(scene.entities.items()):
        if entity.kind is Kind.PLACE:
            yield from _within(scene, key, scene.first(key))
        elif entity.kind is Kind.ORGANIZATION and (first := scene.first(key)) is not None:
            yield from _organ(scene, key, first)


def _states(scene: Scene) -> Iterator[Relation]:
    """States that are told as some of a region's: 甲国、乙国等4个东盟国家."""
    others, region = (
        scene.doc.lexicon.rule("relation-parts", f"states-{name}").regex for name in ("and-others", "of-region")
    )
    for last, holder in pairwise(scene.of(Kind.PLACE)):
        told = others.fullmatch(scene.plain, last.span.end, holder.span.start) and region.match(
            scene.plain, holder.span.end
        )
        state: Mention | None = last if told and scene.naming.region(holder.entity) else None
        while state is not None and scene.naming.region(state.entity):
            yield from scene.relation(state.entity, Predicate.WITHIN, holder.entity, state.span, "states", SURE)
            joined = scene.plain[state.span.start - 1 : state.span.start] in _JOINTS
            state = scene.ending(state.span.start - 1, Kind.PLACE) if joined else None


def _within(scene: Scene, key: str, first: Span | None) -> Iterator[Relation]:
    """A division lies in the nearest division over it; a zone or park in the place named with it or spoken of."""
    if code := scene.naming.code(key):
        own = scene.named.get(key, ())
        left = next((m for m in own if chain_left(scene, m)), None)
        if left is not None and (holder := chain_left(scene, left)) in _over(scene, code):
            yield from scene.relation(key, Predicate.WITHIN, holder, left.span, "chain", SURE)
        elif above := next(iter(_over(scene, code)), ""):
            yield Relation(key, Predicate.WITHIN, above, Evidence(GAZETTEER, Span(0, 0), "gazetteer", 0.99))
        return
    if first is None or not (scene.naming.matches("ground", key) or town_of(scene, key)):
        return
    if scene.naming.region(key):
        return
    holder, rule, sure = _holder(scene, key, first)
    if holder:
        yield from scene.relation(key, Predicate.WITHIN, holder, first, rule, sure)


def _holder(scene: Scene, key: str, first: Span) -> tuple[str, str, float]:
    """The place that a zone or park lies in: right before it, known for its towns, in its name, spoken of, or home."""
    own = scene.named.get(key, ())
    if left := next((p for m in own if (p := chain_left(scene, m))), ""):
        return left, "chain", SURE
    if left := next((p for m in own if (p := stands_left(scene, m))), ""):
        return left, "stands", SURE
    if left := next((p for m in own if (p := _row_left(scene, m))), ""):
        return left, "chain", SURE
    if any(m.rule.endswith("foreign") for m in own):
        return "", "", 0.0
    if county := town_of(scene, key):
        return county, "gazetteer", SURE
    if zone := _zone_of(scene, key):
        return zone, "name", 0.9
    if (inner := scene.naming.inner_place(key)) and not _contradicted(scene, inner):
        return inner, "name", 0.9
    scope = scene.naming.scope(key)
    if elsewhere(scene, key) and not (scope and scene.name(key).startswith(scene.name(scope)[:_NAMED])):
        return "", "", 0.0
    if scope:
        return guessed(scene, scope, first), "scope", FAR
    jurisdiction = next((g for m in own if (g := _spoken_of(scene, m)) not in {"", key}), scene.article_place)
    return (
        (jurisdiction, "ground", FAR)
        if jurisdiction != scene.article_place
        else (guessed(scene, jurisdiction, first), "home", DEFAULT)
    )


def _zone_of(scene: Scene, key: str) -> str:
    """The longest zone whose whole name opens that of a part: 云南自由贸易试验区|红河片区; "" if there is none."""
    name, zones = scene.name(key), scene.naming.zones
    return next((zones[name[:size]] for size in range(len(name) - 2, _SHORT, -1) if name[:size] in zones), "")


def _row_left(scene: Scene, mention: Mention) -> str:
    """The place right before the first of a row of towns, villages or states: that of 乙村 in 甲镇丙村、乙村."""
    first, sign = mention, scene.name(mention.entity)[-1:]
    while scene.plain[first.span.start - 1 : first.span.start] in _JOINTS:
        left = scene.ending(first.span.start - 1, Kind.PLACE)
        if left is None or scene.name(left.entity)[-1:] != sign or scene.naming.code(left.entity):
            return ""
        first = left
    return chain_left(scene, first) if first != mention else ""


def _contradicted(scene: Scene, inner: str) -> bool:
    """Whether the place in a name lies apart from the home: 海南 in 海南算电产业园, told from 青海."""
    return outside_article_place(scene, inner) and not over(scene, inner, scene.article_place)


def town_of(scene: Scene, key: str) -> str:
    """The only county among the entities that has a town of this name (also without 镇 or 乡), "" if there is none."""
    name, gazetteer = scene.name(key), scene.doc.lexicon.gazetteer
    codes = {d.code for tail in ("", "镇", "乡", "街道") for d in gazetteer.townships(name + tail)}
    known = sorted({scene.naming.by_code[c] for c in codes if c in scene.naming.by_code})
    return known[0] if len(known) == 1 else ""


def _spoken_of(scene: Scene, mention: Mention) -> str:
    """The last division that acted up to the mention in its paragraph: a town is never of another town."""
    here = scene.clause(mention.span.start)
    for clause in reversed(scene.before(mention.span.end)):
        if clause.block != here.block:
            break
        if clause.sure > DEFAULT and clause.jurisdiction and scene.naming.code(clause.jurisdiction):
            return clause.jurisdiction
    return ""


def _over(scene: Scene, code: str) -> tuple[str, ...]:
    """The divisions over a code that are entities here, the nearest first."""
    gazetteer = scene.doc.lexicon.gazetteer
    division = gazetteer.by_code(code)
    above = gazetteer.chain(division)[:-1] if division else ()
    return tuple(scene.naming.by_code[d.code] for d in reversed(above) if d.code in scene.naming.by_code)


def _organ(scene: Scene, key: str, first: Span) -> Iterator[Relation]:
    naming = scene.naming
    whole = naming.whole(key)
    if not whole and naming.matches("team", key):
        whole = naming.committee(naming.area(key) or scene.article_place)
    if whole and not naming.matches("joint-organ", key):  # 纪委监委 is two organs, of which the first is none's whole
        yield from scene.relation(key, Predicate.UNIT_OF, whole, first, "name", 0.9)
    state = naming.matches("seat", key) or naming.matches("organ", key)
    if state and not naming.matches("branch", key) and (area := naming.area(key)) and _rules(scene, key, area):
        yield from scene.relation(key, Predicate.JURISDICTION, area, first, "organ", SURE)


def _rules(scene: Scene, key: str, area: str) -> bool:
    """Whether an organ's name speaks of an area as its own: the committee of a village or zone rules that."""
    name, entity = scene.name(key), scene.entities[area]
    local = _VILLAGE.match(name) or _ZONE.match(name)
    places = (entity.name, *(alias for alias, _ in entity.aliases))
    return local is None or any(local[1].endswith(place) or place.endswith(local[1]) for place in places)
