"""Where a thing stands: said outright, named right before it, in its name, or the jurisdiction of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.names.known_organizations import KnownOrganizations
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, DEFAULT, FAR, SURE
from kg.relate.discourse.place_relations import (
    branch_in,
    chain_left,
    elsewhere,
    outside_article_place,
    over,
    stands_left,
)
from kg.relate.discourse.visits import stops_at, visited_at
from kg.relate.discourse.voice import spoken_there
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Relation
    from kg.relate.discourse.scene import Scene


_ENDS = frozenset("至到赴往距经")  # 甲站至乙港: the far end need not be here
_THINGS = frozenset({Kind.PROJECT, Kind.PLACE, Kind.ORGANIZATION})
_BRAND = 2  # so many characters behind a place are a brand, which says no more of where its firm stands
_TO = ("至", "到", "—", "－", "-")
_SEATED = frozenset({"School", "Hospital", "PublicInstitution", "Company", "Bank", "Association", "Media"})
_WATERS = ("河", "江", "溪", "湖", "水", "海", "沟")


def located(
    scene: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]], *, default: bool
) -> Iterator[Relation]:
    """Where a thing stands: said outright, named right before it, in its name, or the jurisdiction of its clause."""
    for places, rule, sure in _choices(scene, key, found, rules, default):
        if here := tuple(p for p in places if p != key):
            for place in here:
                yield from scene.relation(key, Predicate.LOCATED_IN, place, found[0].mention.span, rule, sure)
            return


def _choices(
    scene: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]], default: bool
) -> Iterator[tuple[tuple[str, ...], str, float]]:
    yield next((p for a in found if (p := _stated(scene, a, rules))), ()), "stands", SURE
    yield next((p for a in found if (p := _keeps(scene, a, rules))), ()), "keeps", 0.9
    best = max(found, key=lambda a: (a.sure, -a.mention.span.start))
    through = bool(rules["city-line"].search(scene.name(key)))  # 平原地铁2号线 is its city's, whichever county tells
    inner = scene.naming.inner_place(key) if through else _inner(scene, key)
    firm = bool(inner) and _firm(scene, inner)
    whole = through or scene.kind(key) is Kind.ORGANIZATION
    nearer = _nearer(scene, inner, best) if firm and not whole else ()
    yield nearer, "ground", CARRIED
    yield tuple(place for a in found if (place := _owned(scene, a, inner)))[:1], "chain", 0.9
    visited = _visited(scene, key, found) if stops_at(scene, key) else ()
    if visited and (not inner or over(scene, inner, visited[0])):
        yield visited, "visited", CARRIED
    yield _ends_of(scene, key) or tuple([inner] if firm else []), "name", 0.9
    yield tuple(left for a in found if (left := chain_left(scene, a.mention)))[:1], "chain", SURE
    if inner and not firm:
        outer = scene.naming.inner_place(inner)
        around = (outer,) if outer and scene.naming.code(outer) else _spoken_of(scene, best)
        yield (inner, *(() if inner in scene.shown else around)), "name", CARRIED
    yield visited, "visited", CARRIED
    passed = all(scene.plain[a.mention.span.start - 1 : a.mention.span.start] in _ENDS for a in found)
    wide = bool(rules["wide"].match(scene.name(key)))  # 青藏公路, 中欧班列: in no one place
    if default and not (passed or wide) and not elsewhere(scene, key):
        yield next((a.places for a in found if a.places), ()), "in", CARRIED
        yield _apart(scene, best), "apart", 0.9
        yield _visited(scene, key, found), "visited", FAR
        scope = scene.naming.scope(key) if best.mention.kind is Kind.PLACE else ""
        local = scope in scene.naming.chain or scope == best.jurisdiction
        yield tuple(filter(None, (spoken_there(scene, scope, best.mention.span) if local else "",))), "scope", FAR
        if not (len(best.heads) > 1 and _dealt(scene, best)):
            spoken = tuple(place for place in _spoken_of(scene, best) if spoken_there(scene, place, best.mention.span))
            yield spoken, "ground", FAR if best.heads else DEFAULT


def _firm(scene: Scene, place: str) -> bool:
    """Whether a place in a name says where the thing stands: a division, a zone, a country or city abroad."""
    naming = scene.naming
    return bool(naming.code(place)) or naming.matches("zone", place) or scene.name(place) in naming.abroad


def _owned(scene: Scene, act: Act, inner: str) -> str:
    """The division in 甲县的乙省丙公司: nearer than the one in the name."""
    at = act.mention.span.start - 1
    left = scene.ending(at, Kind.PLACE) if scene.plain[at : at + 1] == "的" else None
    near = left is not None and scene.naming.code(left.entity)
    return left.entity if left is not None and near and (not inner or over(scene, inner, left.entity)) else ""


def _visited(scene: Scene, key: str, found: tuple[Act, ...]) -> tuple[str, ...]:
    """The division or town that visitors are in where the thing is first named."""
    return tuple(filter(None, (visited_at(scene, found[0].mention.span, key),)))


def _inner(scene: Scene, key: str) -> str:
    """The place in a thing's name, if it may stand there: in the home, and neither a river nor a region."""
    inner = scene.naming.inner_place(key)
    wide = inner and (scene.naming.region(inner) or scene.name(inner).endswith(_WATERS))
    out = inner and outside_article_place(scene, inner)
    far = out and not (branch_in(scene, key, inner) or _seated(scene, key, inner))
    if inner and (first := _first(scene, key)) and over(scene, scene.naming.inner_place(inner), first):
        return first  # 甲县乙省丙片区扶贫项目: a zone of the province is wider than the county
    return "" if not inner or wide or far else inner


def _first(scene: Scene, key: str) -> str:
    """The division that a project's name opens with, "" if it opens with none."""
    places = scene.naming.inner(key, scene.naming.places) if scene.kind(key) is Kind.PROJECT else ()
    return next((p for at, p in places if at == 0 and scene.naming.code(p)), "")


def _seated(scene: Scene, key: str, inner: str) -> bool:
    """Whether a site, school, firm or society is named after where it stands, elsewhere: 甲市博物馆, 乙省丙公司."""
    classes, name = scene.entities[key].classes, scene.name(key)
    stands = scene.kind(key) is Kind.PLACE or not _SEATED.isdisjoint(classes)
    if "Association" in classes and KnownOrganizations.of(scene.doc.lexicon).of_name(name):  # a party of the nation's
        return False
    ends = (name.find(t) + len(t) for t, p in scene.naming.places if p == inner and _heads(scene, name, t))
    return stands and any(len(name) > end + _BRAND * ("Company" in classes) for end in ends)


def _heads(scene: Scene, name: str, text: str) -> bool:
    """Whether a name opens with a place, or with the places over it: 甲省乙市丙公司."""
    at = name.find(text)
    return at == 0 or any(name.startswith(t) and at == len(t) for t, _ in scene.naming.places)


def _spoken_of(scene: Scene, act: Act) -> tuple[str, ...]:
    """The jurisdiction of the clause; home where several bodies acted before it."""
    several = len(act.heads) > 1 and act.sure < SURE
    return tuple(filter(None, (scene.article_place if several or not act.jurisdiction else act.jurisdiction,)))


def _ends_of(scene: Scene, key: str) -> tuple[str, ...]:
    """Both ends of a line in its name: 甲县至乙县公路."""
    found = [p for _, p in scene.naming.inner(key, scene.naming.places) if scene.naming.code(p)]
    line = len(found) == 2 and any(mark in scene.name(key)[1:] for mark in _TO)
    return tuple(found) if line and not any(outside_article_place(scene, p) for p in found) else ()


def _nearer(scene: Scene, inner: str, act: Act) -> tuple[str, ...]:
    """The county that the sentence speaks of, where the name names no more than its city: 在甲区，…平原市站改造."""
    if len(act.places) == 1 and over(scene, inner, act.places[0]):
        return act.places
    acts_for = len(act.heads) == 1 and act.heads[0].mention.entity == act.jurisdiction
    return (act.jurisdiction,) if acts_for and over(scene, inner, act.jurisdiction) else ()


def _dealt(scene: Scene, act: Act) -> bool:
    """Whether several bodies have one thing each: 分别."""
    return bool(acts(scene).rules["apart"].search(scene.plain, act.clause.span.start, act.mention.span.start))


def _apart(scene: Scene, act: Act) -> tuple[str, ...]:
    """甲区、乙市分别布局了丙、丁: the place of the same number."""
    if not _dealt(scene, act):
        return ()
    row = scene.between(act.clause.span.start, act.clause.span.end, act.mention.kind)
    at = row.index(act.mention) if act.mention in row else len(act.heads)
    fits = len(row) == len(act.heads) and act.heads[at : at + 1] and act.heads[at].mention.kind is Kind.PLACE
    return (act.heads[at].mention.entity,) if fits else ()


def _stated(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """…位于甲镇和乙镇 behind it, in its own sentence and before another thing is named; 位于甲镇的… before it."""
    if left := stands_left(scene, act.mention):
        return (left,)
    if scene.plain[act.mention.span.start - 1 : act.mention.span.start] == "由":
        return ()
    for match in rules["stands"].finditer(scene.plain, act.mention.span.end, scene.told_until(act.mention)):
        if each := _own_of(scene, act, match.start(), match.end()):
            return each
        if _between(scene, Span(act.mention.span.end, match.start())):
            return ()
        where = scene.clause(match.start())
        own = [h.mention for h in where.things if where.span.holds(h.mention.span)]
        if any(m.entity != act.mention.entity and m.span.start > act.mention.span.end for m in own):
            return ()
        group = scene.groups.group(match.end(), scene.told_until(act.mention))
        if group:
            return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE)
    return _opened_at(scene, act)


def _opened_at(scene: Scene, act: Act) -> tuple[str, ...]:
    """…实验室，近日在甲区揭牌: in its own clause or the next one."""
    clauses = [c for c in scene.clauses_of(act.clause.sentence) if c.span.end > act.mention.span.end][:2]
    for place in scene.between(act.mention.span.end, clauses[-1].span.end, Kind.PLACE) if clauses else ():
        group = scene.groups.group(place.span.start, clauses[-1].span.end)
        near = not scene.between(act.mention.span.end, place.span.start, *_THINGS)
        if group and near and scene.plain[place.span.start - 1] == "在":
            opens = scene.naming.rules["opened"].match(scene.plain, scene.groups.end(group))
            return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE) if opens else ()
    return ()


def _keeps(scene: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """甲集团在乙市、丙市建有五个基地: it stands in each, where it is the subject of the clause."""
    here = next((c for c in scene.clauses_of(act.clause.sentence) if c.span.holds(act.mention.span)), act.clause)
    for clause in (here, *(c for c in scene.after(act.mention.span.end)[:2] if c.sentence == here.sentence)):
        if not any(h.mention.entity == act.mention.entity for h in (*clause.heads, *clause.things)):
            continue
        for place in scene.between(max(clause.span.start, act.mention.span.end), clause.span.end, Kind.PLACE):
            group = scene.groups.group(place.span.start, clause.span.end)
            after = scene.groups.end(group) if group else 0
            if group and scene.plain[place.span.start - 1] == "在" and rules["keeps"].match(scene.plain, after):
                return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE)
    return ()


def _own_of(scene: Scene, act: Act, verb: int, after: int) -> tuple[str, ...]:
    """甲项目、乙园相继落户丙区、丁县: to each its own; () elsewhere."""
    if not acts(scene).rules["in-turn"].search(scene.plain, act.mention.span.end, verb):
        return ()
    places = [h.mention.entity for h in scene.groups.group(after, scene.told_until(act.mention))]
    row = [m for m in scene.between(act.clause.span.start, verb) if m.kind in _THINGS]
    fits = len(row) == len(places) and act.mention in row and scene.kind(places[0]) is Kind.PLACE
    return (places[row.index(act.mention)],) if fits else ()


def _between(scene: Scene, span: Span) -> tuple[Mention, ...]:
    return scene.between(span.start, span.end, Kind.PROJECT) if span.end > span.start else ()
