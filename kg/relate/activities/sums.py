"""What is said to belong to something larger: 甲提升、乙振兴等“十项行动”, 甲活动是乙工程之一, 甲活动第一期."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.relate.discourse.clause import CARRIED, FAR
from kg.relate.discourse.scene import scene_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.relate.discourse.scene import Scene
    from kg.text.annotated import AnnotatedDocument

_RUN = (Kind.CAMPAIGN, Kind.PROGRAM)
_GAP = 24  # characters between a part and its whole
_NEAR = 800  # characters in which a project is told before 该项目
_ROW = 100  # characters of a row
_JOINTS = frozenset({"、", "和", "与", "及", "以及"})


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``partOf`` of the members of a counted row, of what is called one of a larger one, and of its editions."""
    scene = scene_of(doc, reading)
    yield from _one_of(scene)
    yield from _editions(scene)
    yield from _of_pointed(scene)
    counted = scene.groups.rules["counted-sum"]
    for whole in scene.of(*_RUN):
        closes = scene.plain[whole.span.start - 1 : whole.span.start] == "等"
        if closes and counted.match(scene.plain, whole.span.start, whole.span.end):
            for member in _row(scene, whole.span.start - 1):
                yield from scene.relation(
                    member.entity, Predicate.PART_OF, whole.entity, member.span, "summed", CARRIED
                )


def _one_of(scene: Scene) -> Iterator[Relation]:
    """甲活动是乙“三百工程”之一; 甲改扩建工程主体之一的乙航站楼."""
    rules = {p.name: p.regex for p in scene.doc.lexicon.patterns("relation-parts")}
    yield from _of_bare(scene, rules)
    named = list(scene.of(*_RUN, Kind.PROJECT, Kind.EVENT))
    for one, other in pairwise(named):
        gap = scene.plain[one.span.end : other.span.start]
        if len(gap) > _GAP or one.entity == other.entity:
            continue
        behind = rules["one-of"].match(scene.plain, other.span.end)
        if behind and rules["is"].fullmatch(gap):
            part, whole = one, other
        elif rules["of-it"].fullmatch(gap):
            part, whole = other, one
        else:
            continue
        yield from scene.relation(part.entity, Predicate.PART_OF, whole.entity, part.span, "one-of", CARRIED)


def _of_bare(scene: Scene, rules: dict[str, re.Pattern[str]]) -> Iterator[Relation]:
    """改扩建工程主体之一的甲航站楼: of the project told last before whose name says that work."""
    works = list(scene.of(Kind.PROJECT))
    for at, part in enumerate(works):
        match = rules["of-bare"].search(scene.plain, max(0, part.span.start - _GAP), part.span.start)
        larger = (m for m in reversed(works[:at]) if match and match["work"] in scene.name(m.entity))
        if (whole := next(larger, None)) is not None:
            yield from scene.relation(part.entity, Predicate.PART_OF, whole.entity, part.span, "one-of", CARRIED)


def _of_pointed(scene: Scene) -> Iterator[Relation]:
    """该项目完成甲改造工程和乙改革项目: what a sentence says that the project told last before it comprises."""
    rule = scene.doc.lexicon.rule("relation-parts", "it-does").regex
    for one in scene.of(Kind.PROJECT, Kind.PROGRAM):
        sentence = scene.sentence(one.span)
        at = next((m.end() for m in rule.finditer(scene.plain, sentence.start, one.span.start)), 0)
        named = scene.between(max(0, sentence.start - _NEAR), sentence.start, Kind.PROJECT) if at else ()
        if named and named[-1].entity != one.entity and scene.groups.rules["joined"].fullmatch(_gap(scene, at, one)):
            key, at_span = named[-1].entity, one.span
            yield from scene.relation(one.entity, Predicate.PART_OF, key, at_span, "of-it", FAR)


def _gap(scene: Scene, at: int, one: Mention) -> str:
    """What stands between an offset and a mention, other things of its row left out."""
    named = [m for m in scene.between(at, one.span.start, Kind.PROJECT, Kind.PROGRAM) if m.span.end <= one.span.start]
    return scene.plain[(named[-1].span.end if named else at) : one.span.start]


def _editions(scene: Scene) -> Iterator[Relation]:
    """甲活动第一期 is part of 甲活动."""
    edition = scene.doc.lexicon.rule("campaign", "edition").regex
    names = {scene.name(k): k for k, e in scene.entities.items() if e.kind is Kind.CAMPAIGN}
    for name, key in sorted(names.items()):
        run = next((m for m in edition.finditer(name) if m.end() == len(name) and m.start() > 0), None)
        larger = names.get(name[: run.start()] + run["tail"]) if run else None
        if larger and (at := scene.first(key)) is not None:
            yield from scene.relation(key, Predicate.PART_OF, larger, at, "edition", CARRIED)


def _row(scene: Scene, end: int) -> Iterator[Mention]:
    """The campaigns and programmes that stand side by side up to an offset, the last one first."""
    rest = scene.doc.lexicon.rule("relation-parts", "member-rest").regex
    for m in reversed(scene.between(end - _ROW, end, *_RUN)):
        if m.span.end != end and not rest.fullmatch(scene.plain, m.span.end, max(m.span.end, end)):
            return  # 甲协同发展|走深走实、乙振兴等“十项行动”
        yield m
        joint = next((j for j in _JOINTS if scene.plain.endswith(j, 0, m.span.start)), "")
        if not joint:
            return
        end = m.span.start - len(joint)
