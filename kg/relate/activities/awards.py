"""Honours: who received which. 甲县、乙县被命名为全国…示范县 · 《丙》入选…案例 · 授予丁“…”称号."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.registry import RESULT
from kg.relate.discourse.acts import acts
from kg.relate.discourse.clause import CARRIED, SURE
from kg.relate.discourse.scene import Scene, scene_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.annotated import AnnotatedDocument

_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION, Kind.PERSON})
_AGENTS = frozenset("被获经受")


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``received`` of every honour."""
    scene = scene_of(doc, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in doc.lexicon.patterns("relation-awards")}
    for award in scene.of(Kind.AWARD):
        start = scene.clause(award.span.start).span.start
        wins = [w for w in rules["won"].finditer(scene.plain, start, award.span.start) if _free(scene, w)]
        if not wins:
            continue
        win = next((w for w in wins if _reaches(scene, w.end(), award)), wins[-1])
        who, sure = _winners(scene, award, win.start(), win.end(), rules)
        for one in (w for w in who if w and scene.kind(w) is not Kind.AWARD):
            yield from scene.relation(one, Predicate.RECEIVED, award.entity, award.span, "won", sure)
        yield from _one_by_one(scene, award, rules)


def _one_by_one(scene: Scene, award: Mention, rules: dict[str, re.Pattern[str]]) -> Iterator[Relation]:
    """荣获科技进步奖3项：“甲研究”、“乙研究”…: the results of research that the sentence goes on to tell."""
    end = scene.sentence(award.span).end
    if rules["told-one-by-one"].match(scene.plain, award.span.end, end):
        for one in scene.between(award.span.end, end, Kind.PROJECT):
            if one.rule == RESULT:
                yield from scene.relation(one.entity, Predicate.RECEIVED, award.entity, one.span, "won", CARRIED)


def _free(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a verb stands outside of every name."""
    return not any(
        m.span.start <= match.start() < m.span.end for m in scene.between(match.start() - 60, match.end() + 60)
    )


def _reaches(scene: Scene, verb: int, award: Mention) -> bool:
    """Whether nothing but honours, and the levels that confer them, stands between a verb and an honour."""
    between = scene.between(verb, award.span.start)
    return all(m.kind is Kind.AWARD or (m.kind is Kind.PLACE and m.points) for m in between)


def _winners(
    scene: Scene, award: Mention, verb: int, after: int, rules: dict[str, re.Pattern[str]]
) -> tuple[tuple[str, ...], float]:
    """The list right before the verb; 授予 has it behind; else whoever acts in the clause."""
    clause = scene.clause(award.span.start)
    if rules["granted"].fullmatch(scene.plain, verb, after) and (given := scene.groups.group(after, award.span.start)):
        return tuple(h.mention.entity for h in given), SURE
    if rules["sought"].search(scene.plain, clause.span.start, after):
        return (), 0.0
    verb = _passive(scene, clause.span.start, verb)
    before = [m for m in scene.between(clause.span.start, verb) if m.kind is not Kind.AWARD]
    gap = before[-1].span.end if before else verb
    if gap < verb and not rules["leads"].fullmatch(scene.plain, gap, verb):
        return (), 0.0
    if before:
        return tuple(m.entity for m in _row(scene, before)), SURE
    heads = clause.things or acts(scene).act(award).heads
    found = tuple(h.mention.entity for h in heads if h.mention.kind is not Kind.EVENT)
    bare = scene.groups.skip(clause.span.start, verb) == verb and not rules["counted"].match(
        scene.plain, award.span.end
    )
    return (found or (clause.jurisdiction or scene.article_place,)) if bare else (), min(clause.sure, CARRIED)


def _passive(scene: Scene, start: int, verb: int) -> int:
    """Where the verb begins with whoever confers it: 甲镇|被省政府评为…; the verb alone where nobody is told."""
    row = _row(scene, found) if (found := list(scene.between(start, verb))) else ()
    by = row[0].span.start - 1 if row and row[-1].span.end == verb else 0
    return by if by >= start and scene.plain[by] in _AGENTS else verb


def _row(scene: Scene, before: list[Mention]) -> tuple[Mention, ...]:
    """The last mention and those that are joined with it by 、和: A、B和C. A holder before a member is left out."""
    row, left = [before[-1]], before[-1].span.start
    for m in reversed(before[:-1]):
        gap = scene.plain[m.span.end : left]
        if gap and not scene.groups.rules["joiner"].fullmatch(gap):
            break
        if gap or m.kind not in _BODIES:
            row.insert(0, m)
        left = m.span.start
    return tuple(row)
