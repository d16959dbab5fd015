"""Documents: who issued which. 甲县出台《…办法》 · 《中共甲市委关于…的意见》 · 丙局印发的《…》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.activities.meetings import Meetings
from kg.relate.activities.ties import partners
from kg.relate.discourse.acting_body import body
from kg.relate.discourse.actors import CARRIED, DEFAULT, FAR, SURE
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.ground import above_home
from kg.relate.discourse.scene import Scene, scene
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import Sheet

_NEAR = 8
_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION})


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``issued`` of every document that somebody is said to have drawn up, or whose name says so."""
    stage = scene(sheet, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in sheet.lexicon.patterns("relation-papers")}
    honoured = _honoured(stage)
    for key in sorted(k for k, e in stage.entities.items() if e.kind is Kind.DOCUMENT and k not in honoured):
        if found := acts(stage).all(key):
            yield from _issued(stage, key, found, rules)


def _honoured(stage: Scene) -> frozenset[str]:
    """Documents that win honours: cases and reports about a place rather than papers that it issues."""
    awards = [a.span for a in stage.of(Kind.AWARD)]
    clauses = [stage.clause(a.start).span for a in awards]
    return frozenset(m.entity for c in clauses for m in stage.between(c.start, c.end, Kind.DOCUMENT))


def _issued(stage: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]]) -> Iterator[Relation]:
    named = stage.naming.opens(stage.name(key))
    if named:
        yield from stage.relation(named, Predicate.ISSUED, key, found[0].mention.span, "name", 0.9)
        return
    report = stage.name(key).endswith("政府工作报告") and stage.naming.government(stage.home)
    if report:
        yield from stage.relation(report, Predicate.ISSUED, key, found[0].mention.span, "report", CARRIED)
        return
    if passed := _passed(stage, found, rules):
        yield from stage.relation(passed, Predicate.ISSUED, key, found[0].mention.span, "passed", FAR)
        return
    if drafted := next((a for a in found if a.agents and _drafted(stage, a, rules)), None):
        for head in drafted.agents:
            who, at = head.mention.entity, head.mention.span
            yield from stage.relation(who, Predicate.ISSUED, key, at, "drafted", CARRIED)
        return
    for act in found:
        if _drawn_up(stage, act, rules) and not (act.sure == FAR and "协议" in stage.name(key)):
            for who in _issuers(stage, act):
                yield from stage.relation(who, Predicate.ISSUED, key, act.mention.span, "issues", max(act.sure, FAR))
            return
    starts = [p for at, p in stage.naming.inner(key, stage.naming.places) if at == 0 and stage.naming.code(p)]
    if starts and not (_cited(stage, found[0], rules) and above_home(stage, starts[0])):
        place = stage.naming.inner(key, stage.naming.places)
        last = [p for at, p in place if at < 8][-1]
        yield from stage.relation(last, Predicate.ISSUED, key, found[0].mention.span, "titled", DEFAULT)


def _drafted(stage: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    """方案由甲局会同乙委起草."""
    return bool(rules["drafted"].match(stage.plain, stage.groups.end(act.agents)))


def _passed(stage: Scene, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]]) -> str:
    """《…》已经会议通过，甲办公室印发: the organ of a later clause that issues and names no other paper."""
    for act in found:
        for clause in stage.clauses_of(act.clause.sentence):
            if clause.span.start < act.mention.span.end or not clause.heads or clause.sure < SURE:
                continue
            end = stage.groups.end(clause.heads)
            papers = stage.between(end, clause.span.end, Kind.DOCUMENT)
            if not papers and rules["after"].match(stage.plain, end, clause.span.end):
                return clause.heads[0].mention.entity
    return _approved(stage, found)


def _approved(stage: Scene, found: tuple[Act, ...]) -> str:
    """《…》已经市政府第五次常务会议审议通过: whose meeting approved it."""
    approved, meetings = acts(stage).rules["approved"], Meetings(stage)
    for act in found:
        for event in stage.between(act.mention.span.end, act.clause.sentence.end, Kind.EVENT):
            if approved.match(stage.plain, event.span.end) and (host := meetings.host(event.entity)):
                return host
    return ""


def _drawn_up(stage: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    """Whether a verb of issuing governs it, before or behind."""
    if _cited(stage, act, rules) or _art(stage, act, rules):
        return False
    before = Span(act.clause.span.start, act.mention.span.start)
    free = any(True for _ in rules["issue"].finditer(stage.plain, before.start, before.end))
    return free or bool(rules["after"].match(stage.plain, act.mention.span.end, act.clause.span.end))


def _art(stage: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    """Whether it is a film, a play or a song: 推出《…》《…》等精品力作."""
    start, plain = act.mention.span.start, stage.plain
    before = rules["art-before"].search(plain, max(act.clause.span.start, start - _NEAR), start)
    return bool(before or rules["art"].match(plain, act.mention.span.end, act.clause.span.end))


def _cited(stage: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> bool:
    resolved = rules["resolution"].match(stage.plain, act.mention.span.end)
    return bool(resolved or rules["cite"].search(stage.plain, act.clause.span.start, act.mention.span.start))


def _issuers(stage: Scene, act: Act) -> tuple[str, ...]:
    signed = "签" in stage.plain[act.clause.span.start : act.mention.span.start]
    kinds = _BODIES | {Kind.PERSON}
    heads = (*act.heads, *(partners(stage, act) if signed else ()))
    alone = len(act.heads) == 1 and act.sure >= SURE and act.heads[0].mention.kind is Kind.ORGANIZATION
    found = [h.mention.entity if signed or alone else body(stage, h) for h in heads if h.mention.kind in kinds]
    if act.owner is not None and act.owner.kind is Kind.ORGANIZATION and not found:
        return (act.owner.entity,)
    found = [f for f in found if f and not (stage.kind(f) is Kind.PLACE and stage.naming.region(f))]
    return tuple(dict.fromkeys(found)) or tuple(filter(None, (act.ground or stage.home,)))
