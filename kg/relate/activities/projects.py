"""Projects: where each stands and who builds or runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.registry import RESULT
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, SURE, Clause
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.standing import located
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.annotated import AnnotatedDocument


_NAMED = 5  # an office is named for a project by more characters than these
_BEFORE = 6  # characters before a project in which the verb of building stands
_BODIES = (Kind.ORGANIZATION, Kind.PERSON)
_SHORT = 2  # the name of an alliance or a brand (东盟) more often than of a company


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``locatedIn``, ``undertakes`` and ``organizedBy`` of projects."""
    scene = scene_of(doc, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in doc.lexicon.patterns("relation-projects")}
    for key in sorted(k for k, e in scene.entities.items() if e.kind is Kind.PROJECT):
        found = acts(scene).all(key)
        if found and found[0].mention.rule == RESULT:
            yield from _completed(scene, found, rules)
        elif found:
            yield from located(scene, key, found, rules, default=True)
            yield from _undertaken(scene, key, found, rules)


def _completed(scene: Scene, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]]) -> Iterator[Relation]:
    """由甲学院陈某领衔完成的“乙研究”: the bodies between 由, or the title before, and this title."""
    by, plain = scene.groups.rules["agent"], scene.plain
    for act in found:
        end = act.mention.span.start
        named = scene.between(act.clause.span.start, end, Kind.PROJECT)
        start = named[-1].span.end if named else act.clause.span.start
        start = max((m.end() for m in by.finditer(plain, start, end)), default=start)
        for body in scene.between(start, end, Kind.ORGANIZATION):
            if rules["builds"].search(plain, body.span.end, end):
                key, at = act.mention.entity, act.mention.span
                yield from scene.relation(body.entity, Predicate.UNDERTAKES, key, at, "builds", SURE)


def _undertaken(
    scene: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]]
) -> Iterator[Relation]:
    """By the companies in its name, and by whoever is said to build it."""
    for _, organ in scene.naming.inner(key, scene.naming.organs):
        if not _state(scene, organ) and len(scene.name(organ)) > _SHORT:
            yield from scene.relation(organ, Predicate.UNDERTAKES, key, found[0].mention.span, "name", CARRIED)
    for office in _offices(scene, key, rules):
        yield from scene.relation(office, Predicate.UNDERTAKES, key, found[0].mention.span, "office", CARRIED)
    for act in found:
        for builder in _builders(scene, act, rules):
            yield from scene.relation(builder.entity, Predicate.UNDERTAKES, key, act.mention.span, "builds", SURE)
        for who in _owners(scene, act, rules):
            yield from scene.relation(key, Predicate.ORGANIZED_BY, who, act.mention.span, "carries-out", CARRIED)


def _offices(scene: Scene, key: str, rules: dict[str, re.Pattern[str]]) -> Iterator[str]:
    """The office that is named for a project: 甲县乙扶贫项目领导小组办公室."""
    full = scene.name(key)
    for other, entity in sorted(scene.entities.items()):
        tail = rules["office"].search(entity.name) if entity.kind is Kind.ORGANIZATION else None
        core = entity.name[: tail.start()] if tail else ""
        if len(core) > _NAMED and core[:2] == full[:2] and core[-2:] == full[-2:] and _in_order(core, full):
            yield other


def _in_order(short: str, full: str) -> bool:
    """Whether a name holds the characters of another in their order: 甲县丙片区扶贫项目, 甲县扶贫项目."""
    rest = iter(full)
    return all(char in rest for char in short)


def _builders(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> Iterator[Mention]:
    """由甲公司承建 behind it, 甲公司投资建设的 before it, 该项目…，由甲公司承建 in the next sentence."""
    plain = scene.plain
    for head in (*act.agents, *act.heads):
        m = head.mention
        if m.kind is not Kind.ORGANIZATION or _state(scene, m.entity):
            continue
        if m.span.start > act.mention.span.end or rules["builds"].search(plain, m.span.end, act.mention.span.start):
            yield m
    yield from _invests(scene, act, rules)
    yield from _pays(scene, act, rules)
    yield from _run_by(scene, act, rules)
    for clause in _later(scene, act):
        if match := acts(scene).rules["by"].match(plain, clause.span.start, clause.span.end):
            for head in scene.groups.group(match.end(), clause.span.end):
                end = head.mention.span.end
                if head.mention.kind is Kind.ORGANIZATION and rules["builds"].search(plain, end, clause.span.end):
                    yield head.mention


def _invests(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> Iterator[Mention]:
    """甲公司与乙区签约，将投资三亿元建设丙基地: the companies that open the sentence, where the clause names nobody."""
    start, first = act.clause.span.start, scene.clauses_of(act.clause.sentence)[0]
    alone = not act.agents and start > first.span.start and not scene.between(start, act.mention.span.start, *_BODIES)
    if alone and first.sure >= SURE and rules["invests"].search(scene.plain, start, max(start, act.mention.span.start)):
        firms = (h.mention for h in first.heads if h.mention.kind is Kind.ORGANIZATION)
        yield from (firm for firm in firms if not _state(scene, firm.entity))


def _pays(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> Iterator[Mention]:
    """甲公司投资三亿元，在乙区采用丙技术建设丁项目: the companies of the clause right before, which tells the sum."""
    start, end = act.clause.span.start, act.mention.span.start
    before = [c for c in scene.clauses_of(act.clause.sentence) if c.span.start < start]
    payers = before[-1].heads if before and not act.agents and before[-1].sure >= SURE else ()
    if not payers or not rules["raises"].search(scene.plain, start, max(start, end)):
        return
    if rules["pays"].match(scene.plain, scene.groups.end(payers), start) and not (
        act.stated and act.clause.sure >= SURE
    ):
        firms = (h.mention for h in payers if h.mention.kind is Kind.ORGANIZATION)
        yield from (firm for firm in firms if not _state(scene, firm.entity))


def _run_by(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> Iterator[Mention]:
    """负责甲工程项目的乙集团: who stands behind 的, where a verb of building stands before the project."""
    start, end = act.mention.span.start, act.mention.span.end
    of = rules["of-builder"].match(scene.plain, end)
    if of and rules["builds"].search(scene.plain, max(act.clause.span.start, start - _BEFORE), start):
        behind = scene.groups.group(of.end(), act.clause.span.end)
        yield from (
            h.mention for h in behind if h.mention.kind is Kind.ORGANIZATION and not _state(scene, h.mention.entity)
        )


def _later(scene: Scene, act: Act) -> Iterator[Clause]:
    """The clauses behind a project that go on telling of it, up to the next project."""
    start, end = act.mention.span.end, scene.told_until(act.mention)
    for clause in scene.after(start):
        if clause.span.start >= end or scene.between(start, clause.span.start, Kind.PROJECT):
            return
        yield clause


def _state(scene: Scene, key: str) -> bool:
    return any(scene.naming.matches(rule, key) for rule in ("seat", "organ", "branch"))


def _owners(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """甲县实施的…工程; 甲县与乙市共建…"""
    gap = (act.owner.span.end if act.owner else act.mention.span.start, act.mention.span.start)
    if act.owner is not None and act.owner.kind is Kind.PLACE and rules["own"].search(scene.plain, *gap):
        return (act.owner.entity,)
    if (one := _own(scene, act, rules)) is not None:
        return (one,)
    if act.stated and "共建" in scene.plain[act.clause.span.start : act.mention.span.start]:
        return tuple(h.mention.entity for h in act.heads if h.mention.kind is Kind.PLACE)
    return ()


def _own(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> str | None:
    """The one division, not the home, whose clause says that it builds: 甲县加快推进…工程; none beside a company."""
    heads = act.heads if act.stated and len(act.heads) == 1 and not act.agents else ()
    key = heads[0].mention.entity if heads else ""
    if not key or not scene.naming.code(key) or key == scene.article_place:
        return None
    start, end = act.clause.span.start, act.mention.span.start
    builds = rules["builds"].search(scene.plain, start, max(start, end))
    beside = scene.between(start, end, Kind.ORGANIZATION)
    return key if builds and not beside else None
