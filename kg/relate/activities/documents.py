"""Documents: who issued which. 甲县出台《…办法》 · 《中共甲市委关于…的意见》 · 丙局印发的《…》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.activities.meetings import Meetings
from kg.relate.activities.ties import partners
from kg.relate.discourse.acting_body import body, firms_before
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, DEFAULT, FAR, SURE
from kg.relate.discourse.place_relations import outside_article_place
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.voice import of_article_place
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import AnnotatedDocument

_NEAR = 8
_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION})


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``issued`` of every document that somebody is said to have drawn up, or whose name says so."""
    scene = scene_of(doc, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in doc.lexicon.patterns("relation-papers")}
    honoured = _honoured(scene)
    for key in sorted(k for k, e in scene.entities.items() if e.kind is Kind.DOCUMENT and k not in honoured):
        if found := acts(scene).all(key):
            yield from _issued(scene, key, found, rules)


def _honoured(scene: Scene) -> frozenset[str]:
    """Documents that win honours: cases and reports about a place rather than papers that it issues."""
    awards = [a.span for a in scene.of(Kind.AWARD)]
    clauses = [scene.clause(a.start).span for a in awards]
    return frozenset(m.entity for c in clauses for m in scene.between(c.start, c.end, Kind.DOCUMENT))


def _issued(scene: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]]) -> Iterator[Relation]:
    named = scene.naming.opens(scene.name(key))
    if named and not rules["of-state"].match(scene.name(key)):
        yield from scene.relation(named, Predicate.ISSUED, key, found[0].mention.span, "name", 0.9)
        return
    report = scene.name(key).endswith("政府工作报告") and scene.naming.government(scene.article_place)
    if report:
        yield from scene.relation(report, Predicate.ISSUED, key, found[0].mention.span, "report", CARRIED)
        return
    if passed := _passed(scene, found, rules):
        yield from scene.relation(passed, Predicate.ISSUED, key, found[0].mention.span, "passed", FAR)
        return
    if drafted := next((a for a in found if a.agents and _drafted(scene, a, rules)), None):
        for head in drafted.agents:
            who, at = head.mention.entity, head.mention.span
            yield from scene.relation(who, Predicate.ISSUED, key, at, "drafted", CARRIED)
    starts = [p for at, p in scene.naming.inner(key, scene.naming.places) if at == 0 and scene.naming.code(p)]
    for act in found:
        composed = act.heads and act.sure >= SURE  # 由甲部编写的《…》由乙社出版: both
        if (drafted and not composed) or (starts and not act.heads and act.owner is None):
            continue
        if _drawn_up(scene, act, rules) and not (act.sure == FAR and "协议" in scene.name(key)):
            for who in _issuers(scene, act):
                yield from scene.relation(who, Predicate.ISSUED, key, act.mention.span, "issues", max(act.sure, FAR))
            return
    if drafted:
        return
    if starts and not (_cited(scene, found[0], rules) and outside_article_place(scene, starts[0])):
        place = scene.naming.inner(key, scene.naming.places)
        last = [p for at, p in place if at < 8][-1]
        yield from scene.relation(last, Predicate.ISSUED, key, found[0].mention.span, "titled", DEFAULT)


def _drafted(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    """方案由甲局会同乙委起草."""
    return bool(rules["drafted"].match(scene.plain, scene.groups.end(act.agents)))


def _passed(scene: Scene, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]]) -> str:
    """《…》已经会议通过，甲办公室印发: the organ of a later clause that issues and names no other paper."""
    for act in found:
        for clause in scene.clauses_of(act.clause.sentence):
            if clause.span.start < act.mention.span.end or not clause.heads or clause.sure < SURE:
                continue
            end = scene.groups.end(clause.heads)
            papers = scene.between(end, clause.span.end, Kind.DOCUMENT)
            if not papers and rules["after"].match(scene.plain, end, clause.span.end):
                return clause.heads[0].mention.entity
    return _approved(scene, found)


def _approved(scene: Scene, found: tuple[Act, ...]) -> str:
    """《…》已经市政府第五次常务会议审议通过: whose meeting approved it."""
    approved, meetings = acts(scene).rules["approved"], Meetings(scene)
    for act in found:
        for event in scene.between(act.mention.span.end, act.clause.sentence.end, Kind.EVENT):
            if approved.match(scene.plain, event.span.end) and (host := meetings.host(event.entity)):
                return host
    return ""


def _drawn_up(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    """Whether a verb of issuing governs it, before or behind."""
    if _cited(scene, act, rules) or _art(scene, act, rules):
        return False
    before = Span(act.clause.span.start, act.mention.span.start)
    free = any(True for _ in rules["issue"].finditer(scene.plain, before.start, before.end))
    return free or bool(rules["after"].match(scene.plain, act.mention.span.end, act.clause.span.end))


def _art(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    """Whether it is a film, a play or a song: 推出《…》《…》等精品力作."""
    start, plain = act.mention.span.start, scene.plain
    before = rules["art-before"].search(plain, max(act.clause.span.start, start - _NEAR), start)
    return bool(before or rules["art"].match(plain, act.mention.span.end, act.clause.span.end))


def _cited(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    resolved = rules["resolution"].match(scene.plain, act.mention.span.end)
    return bool(resolved or rules["cite"].search(scene.plain, act.clause.span.start, act.mention.span.start))


def _issuers(scene: Scene, act: Act) -> tuple[str, ...]:
    signed = "签" in scene.plain[act.clause.span.start : act.mention.span.start]
    kinds = _BODIES | {Kind.PERSON}
    heads = (*act.heads, *(partners(scene, act) if signed else ()))
    alone = len(act.heads) == 1 and act.sure >= SURE and act.heads[0].mention.kind is Kind.ORGANIZATION
    found = [h.mention.entity if signed or alone else body(scene, h) for h in heads if h.mention.kind in kinds]
    found += firms_before(act.clause) if signed else []
    if act.owner is not None and act.owner.kind is Kind.ORGANIZATION and not found:
        return (act.owner.entity,)
    found = [f for f in found if f and not (scene.kind(f) is Kind.PLACE and scene.naming.region(f))]
    if not found and not act.heads and not of_article_place(scene, act):
        return ()
    return tuple(dict.fromkeys(found)) or tuple(filter(None, (act.jurisdiction or scene.article_place,)))
