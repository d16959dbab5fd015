"""What lies in what: places in places, organs and their areas, branches of organs.

岳西县 within 安庆市 · 中共安庆市委员会 jurisdiction 安庆市 · 中共安庆市委宣传部 unitOf 中共安庆市委员会
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Evidence, Span
from kg.model.facts import GAZETTEER, Relation
from kg.relate.discourse.actors import DEFAULT, FAR, SURE
from kg.relate.discourse.ground import chain_left, elsewhere
from kg.relate.discourse.scene import Scene, scene
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading
    from kg.text.annotated import Sheet


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``within``, ``jurisdiction`` and ``unitOf`` of all entities, unless the reading holds them already."""
    stage = scene(sheet, reading)
    known = {(r.subject, r.predicate, r.object) for r in reading.relations}
    for fact in _all(stage):
        if (fact.subject, fact.predicate, fact.object) not in known or fact.evidence.rule == "chain":
            yield fact


def _all(stage: Scene) -> Iterator[Relation]:
    for key, entity in sorted(stage.entities.items()):
        if entity.kind is Kind.PLACE:
            yield from _within(stage, key, stage.first(key))
        elif entity.kind is Kind.ORGANIZATION and (first := stage.first(key)) is not None:
            yield from _organ(stage, key, first)


def _within(stage: Scene, key: str, first: Span | None) -> Iterator[Relation]:
    """A division lies in the nearest division over it; any other ground in the place named with it or spoken of."""
    if code := stage.naming.code(key):
        own = stage.named.get(key, ())
        left = next((m for m in own if chain_left(stage, m)), None)
        if left is not None and (holder := chain_left(stage, left)) in _over(stage, code):
            yield from stage.relation(key, Predicate.WITHIN, holder, left.span, "chain", SURE)
        elif above := next(iter(_over(stage, code)), ""):
            yield Relation(key, Predicate.WITHIN, above, Evidence(GAZETTEER, Span(0, 0), "gazetteer", 0.99))
        return
    if first is None or not (stage.naming.matches("ground", key) or town_of(stage, key)):
        return
    if stage.naming.region(key):
        return
    holder, rule, sure = _holder(stage, key)
    if holder:
        yield from stage.relation(key, Predicate.WITHIN, holder, first, rule, sure)


def _holder(stage: Scene, key: str) -> tuple[str, str, float]:
    """The place that a ground lies in: named right before it, known for its towns, in its name, spoken of, or home."""
    own = stage.named.get(key, ())
    if left := next((p for m in own if (p := chain_left(stage, m))), ""):
        return left, "chain", SURE
    if county := town_of(stage, key):
        return county, "gazetteer", SURE
    if inner := stage.naming.inner_place(key):
        return inner, "name", 0.9
    if scope := stage.naming.scope(key):
        return scope, "scope", FAR
    if elsewhere(stage, key):
        return "", "", 0.0
    ground = next((g for m in own if (g := _spoken_of(stage, m)) not in {"", key}), stage.home)
    return (ground, "ground", FAR) if ground != stage.home else (ground, "home", DEFAULT)


def town_of(stage: Scene, key: str) -> str:
    """The only county among the entities that has a town of this name (also without 镇 or 乡), "" if there is none."""
    name, gazetteer = stage.name(key), stage.sheet.lexicon.gazetteer
    codes = {d.code for tail in ("", "镇", "乡", "街道") for d in gazetteer.townships(name + tail)}
    known = sorted({stage.naming.by_code[c] for c in codes if c in stage.naming.by_code})
    return known[0] if len(known) == 1 else ""


def _spoken_of(stage: Scene, mention: Mention) -> str:
    """The last division that acted up to the mention in its paragraph: a town is never of another town."""
    here = stage.clause(mention.span.start)
    for clause in reversed(stage.before(mention.span.end)):
        if clause.block != here.block:
            break
        if clause.sure > DEFAULT and clause.ground and stage.naming.code(clause.ground):
            return clause.ground
    return ""


def _over(stage: Scene, code: str) -> tuple[str, ...]:
    """The divisions over a code that are entities here, the nearest first."""
    gazetteer = stage.sheet.lexicon.gazetteer
    division = gazetteer.by_code(code)
    above = gazetteer.chain(division)[:-1] if division else ()
    return tuple(stage.naming.by_code[d.code] for d in reversed(above) if d.code in stage.naming.by_code)


def _organ(stage: Scene, key: str, first: Span) -> Iterator[Relation]:
    naming = stage.naming
    whole = naming.whole(key)
    if not whole and naming.matches("team", key):
        whole = naming.committee(naming.area(key) or stage.home)
    if whole:
        yield from stage.relation(key, Predicate.UNIT_OF, whole, first, "name", 0.9)
    state = naming.matches("seat", key) or naming.matches("organ", key)
    if state and not naming.matches("branch", key) and (area := naming.area(key)):
        yield from stage.relation(key, Predicate.JURISDICTION, area, first, "organ", SURE)
