"""Campaigns of two levels: the county's own is part of that of the city or province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import FAR
from kg.relate.discourse.place_relations import outside_article_place, over
from kg.relate.discourse.scene import Scene, scene_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import AnnotatedDocument


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``partOf`` of campaigns that differ in their place alone, or answer one of the same head word from above."""
    scene = scene_of(doc, reading)
    yield from _families(scene)
    yield from _answers(scene)


def _families(scene: Scene) -> Iterator[Relation]:
    """Campaigns that differ in the place alone: the county's is part of the city's, the city's of the province's."""
    frames: dict[str, list[tuple[str, str]]] = {}
    for key, entity in sorted(scene.entities.items()):
        inner = scene.naming.inner(key, scene.naming.places) if entity.kind is Kind.CAMPAIGN else ()
        if len(inner) == 1:
            frames.setdefault(_frame(scene, key, inner[0][1]), []).append((key, inner[0][1]))
    for members in frames.values():
        for key, place in members:
            above = [(k, p) for k, p in members if p != place and over(scene, p, place)]
            for larger, _ in sorted(above, key=lambda x: -len(scene.naming.code(x[1]).rstrip("0")))[:1]:
                if (at := scene.first(key)) is not None:
                    yield from scene.relation(key, Predicate.PART_OF, larger, at, "family", 0.9)


def _answers(scene: Scene) -> Iterator[Relation]:
    """The home's campaign that answers one with the same head word from above: 省委部署…大讨论后，县委开展…大讨论."""
    keys = [k for k, e in sorted(scene.entities.items()) if e.kind is Kind.CAMPAIGN]
    upper = [k for k in keys if any(a.owner or "hold" in a.roles for a in _from_above(scene, k))]
    for key in (k for k in keys if upper and k not in upper):
        own = [
            a for a in acts(scene).all(key) if "hold" in a.roles and a.stated and a.jurisdiction == scene.article_place
        ]
        head_word = _head_word(scene, key)
        above = [k for k in upper if head_word and _head_word(scene, k) == head_word]
        if own and len(above) == 1 and _before(scene, above[0], own[0]):
            at = own[0].mention.span
            yield from scene.relation(key, Predicate.PART_OF, above[0], at, "answers", FAR)


def _from_above(scene: Scene, key: str) -> tuple[Act, ...]:
    """The acts of a campaign that a committee, government or place over the home runs."""
    found = acts(scene).all(key)
    return tuple(a for a in found if _above(scene, a))


def _above(scene: Scene, act: Act) -> bool:
    area = scene.naming.area(act.owner.entity) if act.owner else act.jurisdiction
    return bool(area) and outside_article_place(scene, area)


def _before(scene: Scene, key: str, act: Act) -> bool:
    """Whether a campaign is named before an act, in its paragraph."""
    first = scene.first(key)
    return (
        first is not None
        and first.start < act.mention.span.start
        and scene.clause(first.start).block == act.clause.block
    )


def _head_word(scene: Scene, key: str) -> str:
    """The head word that says what kind of campaign it is: 大讨论; "" where it has none of its own."""
    match = acts(scene).rules["campaign-head"].search(scene.name(key))
    return match.group("head") if match else ""


def _frame(scene: Scene, key: str, place: str) -> str:
    name = scene.name(key)
    for text, other in scene.naming.places:
        if other == place and text in name:
            return name.replace(text, "_").removesuffix("活动")
    return name
