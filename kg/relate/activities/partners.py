"""Partners: who signed, builds or works together with whom. 甲县与乙市签订…协议 · 丙镇引进丁公司."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.relate.discourse.acting_body import firms_before
from kg.relate.discourse.clause import CARRIED, FAR, SURE, Clause
from kg.relate.discourse.place_relations import in_line
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.voice import others_open, voice
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation, Span
    from kg.relate.discourse.groups import Agent
    from kg.text.annotated import AnnotatedDocument

_NOUNS = frozenset({"n", "nz", "ns", "nt", "j"})
_BODIES = (Kind.PLACE, Kind.ORGANIZATION)
_SIDE = frozenset({"、", "与", "和", "同"})
_WHERE = frozenset({"在", "于"})  # before a place where something is signed


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``cooperatesWith``, once for each pair."""
    scene = scene_of(doc, reading)
    patterns = doc.lexicon.patterns("relation-partners")
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in patterns}
    spans = [clause.span for clause in scene.clauses]
    worth = {span for p in patterns if p.name in {"sign", "invite"} for span in p.worth(scene.plain, spans)}
    seen: set[frozenset[str]] = set()
    yield from _joint_names(scene)
    for one, other, at in _two_places(scene, rules):
        if (pair := frozenset((one, other))) not in seen and _may(scene, one, other):
            seen.add(pair)
            yield from scene.relation(one, Predicate.COOPERATES_WITH, other, at, "two-places", CARRIED)
    for clause in (clause for clause in scene.clauses if clause.span in worth):
        for one, other, rule, sure in (*_signed(scene, clause, rules), *_invited(scene, clause, rules)):
            if one and other and (pair := frozenset((one, other))) not in seen and _may(scene, one, other):
                seen.add(pair)
                yield from scene.relation(one, Predicate.COOPERATES_WITH, other, clause.span, rule, sure)


def _may(scene: Scene, one: str, other: str) -> bool:
    """Not a place with its own organ, nor a body with itself."""
    if any(scene.kind(k) is Kind.PLACE and scene.name(k) in scene.naming.vague for k in (one, other)):
        return False
    offices = [scene.kind(k) is Kind.ORGANIZATION and not scene.naming.matches("seat", k) for k in (one, other)]
    if all(offices):  # two departments of one city may work together
        return one != other
    areas = {scene.naming.area(k) if scene.kind(k) is Kind.ORGANIZATION else k for k in (one, other)}
    return one != other and (len(areas) == 2 or "" in areas)


def _signed(scene: Scene, clause: Clause, rules: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, str, str, float]]:
    """A与B签订…, 与B签订… of whoever acts, A、B联合…"""
    sign = _outside(scene, rules["sign"], clause.span)
    if sign is None or rules["hosting"].search(scene.plain, clause.span.start, clause.span.end):
        return
    if rules["together"].search(scene.plain, clause.span.start, clause.span.end) and clause.sure == CARRIED:
        for a, b in combinations([h.mention.entity for h in clause.heads if h.mention.kind in _BODIES], 2):
            yield a, b, "together", FAR
    if clause.heads and all(h.mention.kind is Kind.PERSON for h in clause.heads) and "签" not in sign.group():
        return
    own = clause.sure == SURE and len(clause.heads) > 1
    if own and rules["shoulder"].match(scene.plain, scene.groups.end(clause.heads)):
        row = [h.mention.entity for h in clause.heads if h.mention.kind in _BODIES]
        yield from ((a, b, "together", FAR) for a, b in combinations(row, 2))
    if pairs := _by_twos(scene, clause):
        yield from ((a, b, "by-twos", FAR) for a, b in pairs)
        return
    for word in rules["with"].finditer(scene.plain, clause.span.start, clause.span.end):
        right = scene.groups.group(word.end(), clause.span.end)
        if not right or _inside(scene, word.start()) or word.start() > sign.start() + 2:
            continue
        if _of_others(scene, right, clause) or _unnamed(scene, clause, word.start()):
            return
        if _whose(scene, right, rules["doing"], clause):
            return
        if scene.groups.rules["crowd"].match(scene.plain, scene.groups.skip(clause.span.start, word.start())):
            return
        left = _seats(scene, [m.entity for m in _left(scene, clause, word.start())])
        left = left or firms_before(clause) or _spoken_for(scene, clause)
        others = [h.mention.entity for h in right if h.mention.kind in _BODIES]
        joint = rules["joint"].search(scene.plain, clause.span.start, clause.span.end)
        for a, b in (*product(left, others), *(combinations(left, 2) if joint else ())):
            yield a, b, "signs-with", SURE if others and clause.sure == SURE else FAR
        return


def _spoken_for(scene: Scene, clause: Clause) -> list[str]:
    """The jurisdiction of a clause whose actors are not named, where the article speaks from its home."""
    return [clause.jurisdiction or scene.article_place] if voice(scene) and not others_open(scene, clause) else []


def _by_twos(scene: Scene, clause: Clause) -> list[tuple[str, str]]:
    """甲省与乙省、丙市与丁市对口合作: the pairs of a list of two or more, [] elsewhere."""
    found: list[tuple[str, str]] = []
    row = scene.between(clause.span.start, clause.span.end, *_BODIES)
    for before, one, other in zip((None, *row), row, row[1:], strict=False):
        gap = scene.plain[one.span.end : other.span.start]
        apart = before is None or not found or scene.plain[before.span.end : one.span.start] == "、"
        if gap == "与" and apart:
            found.append((one.entity, other.entity))
    return found if len(found) > 1 else []


def _of_others(scene: Scene, right: tuple[Agent, ...], clause: Clause) -> bool:
    """Whether places behind 与 name no more than whose something is: 与甲、乙等国家实验室合作."""
    match = scene.groups.rules["and-others"].match(scene.plain, scene.groups.end(right), clause.span.end)
    return bool(match and not match["row"] and all(h.mention.kind is Kind.PLACE for h in right))


def _whose(scene: Scene, right: tuple[Agent, ...], doing: re.Pattern[str], clause: Clause) -> bool:
    """Whether a place behind 与 only says whose somebody unnamed is: 与法国某市签订…, 与甲省11所高中签署…"""
    end = scene.groups.end(right)
    last = right[-1].mention
    return last.kind is Kind.PLACE and end < clause.span.end and not doing.match(scene.plain, end, clause.span.end)


def _unnamed(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a noun that is no entity stands before 与, so that somebody unnamed works with them."""
    if clause.heads or at <= clause.span.start or scene.between(clause.span.start, at, *_BODIES):
        return False
    token = scene.doc.tokens.items[scene.doc.tokens.index(at - 1)]
    return token.end == at and token.tag in _NOUNS


def _left(scene: Scene, clause: Clause, at: int) -> tuple[Mention, ...]:
    """The row of bodies that ends at an offset, else the clause's actors, else nobody."""
    row: list[Mention] = []
    for m in reversed(scene.between(clause.span.start, at, *_BODIES)):
        end = row[0].span.start if row else at
        gap = scene.plain[m.span.end : end]
        if gap == "" and row:
            continue
        if gap != "" and not scene.groups.rules["joiner"].fullmatch(gap):
            break
        if m.kind is Kind.PLACE and scene.plain[m.span.start - 1 : m.span.start] in _WHERE:
            break
        row.insert(0, m)
    if row or clause.heads:
        return tuple(row) or tuple(h.mention for h in clause.heads if h.mention.kind in _BODIES)
    return ()


def _seats(scene: Scene, keys: list[str]) -> list[str]:
    """The bodies, each once; the place for its committee, and for committee and government together."""
    areas = [scene.naming.area(k) if scene.kind(k) is Kind.ORGANIZATION else k for k in keys]
    if len(keys) > 1 and len(set(areas)) == 1 and areas[0]:
        return areas[:1]
    party = [scene.kind(k) is Kind.ORGANIZATION and scene.naming.matches("party", k) for k in keys]
    return list(dict.fromkeys(a if p and a else k for k, a, p in zip(keys, areas, party, strict=True)))


def _outside(scene: Scene, rule: re.Pattern[str], span: Span) -> re.Match[str] | None:
    """The first match that stands in no name."""
    return next((m for m in rule.finditer(scene.plain, span.start, span.end) if not _inside(scene, m.start())), None)


def _inside(scene: Scene, at: int) -> bool:
    return any(m.span.start < at < m.span.end for m in scene.between(at - 60, at + 60))


def _invited(scene: Scene, clause: Clause, rules: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, str, str, float]]:
    """A引进B, C等企业."""
    word = _outside(scene, rules["invite"], clause.span)
    if word is None:
        return
    guests = [h.mention for h in scene.groups.group(word.end(), clause.span.end)]
    hosts = [scene.jurisdiction(h) for h in clause.acting if h.mention.span.end <= word.start()]
    for host, guest in product(dict.fromkeys(hosts or [clause.jurisdiction]), guests):
        lent = rules["lent"].match(scene.plain, guests[-1].span.end)
        if guest.kind is Kind.ORGANIZATION and host and not lent:
            yield host, guest.entity, "brings-in", FAR


def _two_places(scene: Scene, rules: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, str, Span]]:
    """深化甲、乙两地交流合作: two places and no more, of which none holds the other."""
    row = tuple(scene.of(Kind.PLACE))
    for before, one, other in zip((None, *row), row, row[1:], strict=False):
        third = before is not None and scene.plain[before.span.end : one.span.start] in _SIDE
        beside = scene.plain[one.span.end : other.span.start] in _SIDE
        apart = beside and not third and not in_line(scene, one.entity, other.entity)
        if apart and rules["two-places"].match(scene.plain, other.span.end):
            yield one.entity, other.entity, one.span


def _joint_names(scene: Scene) -> Iterator[Relation]:
    """甲集团与乙集团合作项目."""
    for key, entity in sorted(scene.entities.items()):
        if entity.kind in {Kind.PROJECT, Kind.EVENT} and ("合作" in entity.name or "与" in entity.name):
            organs = [k for _, k in scene.naming.inner(key, scene.naming.organs)]
            at = scene.first(key)
            if at is None:
                continue
            for one, other in combinations(organs, 2):
                yield from scene.relation(one, Predicate.COOPERATES_WITH, other, at, "name", FAR)
