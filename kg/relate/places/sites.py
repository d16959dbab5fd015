"""Sites: where a named place that is no division, an institution or a company stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.discourse.actors import CARRIED, DEFAULT, FAR, SURE
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.ground import above_home, branch_in, chain_left, elsewhere
from kg.relate.discourse.scene import Scene, scene
from kg.relate.places.containment import town_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.annotated import Sheet


_ENDS = frozenset("至到赴往距经")  # 甲站至乙港: the far end need not be here
_THINGS = frozenset({Kind.PROJECT, Kind.PLACE, Kind.ORGANIZATION})
_SHORT = 2  # the name of an alliance (东盟) more often than of a body that stands somewhere
_TO = ("至", "到", "—", "－", "-")
_BESIDE = frozenset("与和同跟")
_WATERS = ("河", "江", "溪", "湖", "水", "海", "沟")


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``locatedIn`` of sites and organisations."""
    stage = scene(sheet, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in sheet.lexicon.patterns("relation-projects")}
    for key, entity in sorted(stage.entities.items()):
        site = entity.kind is Kind.PLACE and _site(stage, key, rules)
        house = entity.kind is Kind.ORGANIZATION and not _state(stage, key) and len(entity.name) > _SHORT
        if (site or house) and (found := acts(stage).all(key)):
            yield from located(stage, key, found, rules, default=site or _founded(stage, found))


def _site(stage: Scene, key: str, rules: dict[str, re.Pattern[str]]) -> bool:
    """Whether a place is neither division nor ground nor a region, country or great river."""
    name, naming = stage.name(key), stage.naming
    known = bool(naming.code(key)) or naming.matches("ground", key) or naming.region(key) or bool(town_of(stage, key))
    return not known and not rules["region"].search(name)


def _founded(stage: Scene, found: tuple[Act, ...]) -> bool:
    """Whether the clause tells that an institution was set up (组建甲中心) or opened (甲中心揭牌)."""
    rules, plain = stage.naming.rules, stage.plain
    for act in found:
        span, own = act.clause.span, act.mention.span
        if plain[own.start - 1] in _BESIDE:  # 与甲大学合作成立乙研究院: the university is not founded
            continue
        if rules["founded"].search(plain, span.start, own.start) or rules["opened"].match(plain, own.end, span.end):
            return True
    return False


def _state(stage: Scene, key: str) -> bool:
    return any(stage.naming.matches(rule, key) for rule in ("seat", "organ", "branch", "press", "union"))


def located(
    stage: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]], *, default: bool
) -> Iterator[Relation]:
    """Where a thing stands: said outright, named right before it, in its name, or the ground of its clause."""
    for places, rule, sure in _choices(stage, key, found, rules, default):
        if here := tuple(p for p in places if p != key):
            for place in here:
                yield from stage.relation(key, Predicate.LOCATED_IN, place, found[0].mention.span, rule, sure)
            return


def _choices(
    stage: Scene, key: str, found: tuple[Act, ...], rules: dict[str, re.Pattern[str]], default: bool
) -> Iterator[tuple[tuple[str, ...], str, float]]:
    yield next((p for a in found if (p := _stated(stage, a, rules))), ()), "stands", SURE
    best = max(found, key=lambda a: (a.sure, -a.mention.span.start))
    inner = _inner(stage, key)
    firm = bool(inner and (stage.naming.code(inner) or stage.naming.matches("zone", inner)))
    nearer = _nearer(stage, inner, best) if firm else ()
    yield nearer, "ground", CARRIED
    yield _ends_of(stage, key) or tuple([inner] if firm else []), "name", 0.9
    yield tuple(left for a in found if (left := chain_left(stage, a.mention)))[:1], "chain", SURE
    if inner and not firm:
        outer = stage.naming.inner_place(inner)
        yield (inner, *((outer,) if outer and stage.naming.code(outer) else _spoken_of(stage, best))), "name", CARRIED
    passed = all(stage.plain[a.mention.span.start - 1 : a.mention.span.start] in _ENDS for a in found)
    if default and not passed and not elsewhere(stage, key):
        yield next((a.places for a in found if a.places), ()), "in", CARRIED
        yield _apart(stage, best), "apart", 0.9
        scope = stage.naming.scope(key) if best.mention.kind is Kind.PLACE else ""
        told = scope in stage.naming.chain or scope == best.ground
        yield tuple(filter(None, (scope if told else "",))), "scope", FAR
        if not (len(best.heads) > 1 and _dealt(stage, best)):
            yield _spoken_of(stage, best), "ground", FAR if best.heads else DEFAULT


def _inner(stage: Scene, key: str) -> str:
    """The place in a thing's name, if it may stand there: in the home, and neither a river nor a region."""
    inner = stage.naming.inner_place(key)
    wide = inner and (stage.naming.region(inner) or stage.name(inner).endswith(_WATERS))
    far = inner and above_home(stage, inner) and not branch_in(stage, key, inner)
    return "" if not inner or wide or far else inner


def _spoken_of(stage: Scene, act: Act) -> tuple[str, ...]:
    """The ground of the clause; home where several bodies acted before it."""
    several = len(act.heads) > 1 and act.sure < SURE
    return tuple(filter(None, (stage.home if several or not act.ground else act.ground,)))


def _ends_of(stage: Scene, key: str) -> tuple[str, ...]:
    """Both ends of a line in its name: 甲县至乙县公路."""
    found = [p for _, p in stage.naming.inner(key, stage.naming.places) if stage.naming.code(p)]
    return tuple(found) if len(found) == 2 and _line(stage.name(key)) and not _far(stage, found) else ()


def _far(stage: Scene, places: list[str]) -> bool:
    return any(above_home(stage, p) for p in places)


def _line(name: str) -> bool:
    return any(mark in name[1:] for mark in _TO)


def _nearer(stage: Scene, inner: str, act: Act) -> tuple[str, ...]:
    """The county that the sentence speaks of, where the name names no more than its city: 在甲区，…平原市站改造."""
    home = stage.sheet.lexicon.gazetteer.within
    said = [p for p in act.places if (a := stage.naming.code(p)) and (b := stage.naming.code(inner)) and home(a, b)]
    if len(said) == len(act.places) == 1 and said[0] != inner:
        return (said[0],)
    told = any(h.mention.entity == act.ground for h in act.heads)
    codes = stage.naming.code(act.ground) if told else "", stage.naming.code(inner)
    lies = all(codes) and codes[0] != codes[1] and stage.sheet.lexicon.gazetteer.within(*codes)
    return (act.ground,) if lies and len(act.heads) == 1 else ()


def _dealt(stage: Scene, act: Act) -> bool:
    """Whether several bodies have one thing each: 分别."""
    return bool(acts(stage).rules["apart"].search(stage.plain, act.clause.span.start, act.mention.span.start))


def _apart(stage: Scene, act: Act) -> tuple[str, ...]:
    """甲区、乙市分别布局了丙、丁: the place of the same number."""
    if not _dealt(stage, act):
        return ()
    row = stage.between(act.clause.span.start, act.clause.span.end, act.mention.kind)
    at = row.index(act.mention) if act.mention in row else len(act.heads)
    fits = len(row) == len(act.heads) and act.heads[at : at + 1] and act.heads[at].mention.kind is Kind.PLACE
    return (act.heads[at].mention.entity,) if fits else ()


def _stated(stage: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """…位于甲镇和乙镇 behind it, in its own sentence and before another thing is named."""
    if stage.plain[act.mention.span.start - 1 : act.mention.span.start] == "由":
        return ()
    for match in rules["stands"].finditer(stage.plain, act.mention.span.end, stage.told_until(act.mention)):
        if each := _own_of(stage, act, match.start(), match.end()):
            return each
        if _between(stage, Span(act.mention.span.end, match.start())):
            return ()
        where = stage.clause(match.start())
        own = [h.mention for h in where.things if where.span.holds(h.mention.span)]
        if any(m.entity != act.mention.entity and m.span.start > act.mention.span.end for m in own):
            return ()
        group = stage.groups.group(match.end(), stage.told_until(act.mention))
        if group:
            return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE)
    return _opened_at(stage, act)


def _opened_at(stage: Scene, act: Act) -> tuple[str, ...]:
    """…实验室，近日在甲区揭牌: in its own clause or the next one."""
    clauses = [c for c in stage.clauses_of(act.clause.sentence) if c.span.end > act.mention.span.end][:2]
    for place in stage.between(act.mention.span.end, clauses[-1].span.end, Kind.PLACE) if clauses else ():
        group = stage.groups.group(place.span.start, clauses[-1].span.end)
        near = not stage.between(act.mention.span.end, place.span.start, *_THINGS)
        if group and near and stage.plain[place.span.start - 1] == "在":
            opens = stage.naming.rules["opened"].match(stage.plain, stage.groups.end(group))
            return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE) if opens else ()
    return ()


def _own_of(stage: Scene, act: Act, verb: int, after: int) -> tuple[str, ...]:
    """甲项目、乙园相继落户丙区、丁县: to each its own; () elsewhere."""
    if not acts(stage).rules["in-turn"].search(stage.plain, act.mention.span.end, verb):
        return ()
    places = [h.mention.entity for h in stage.groups.group(after, stage.told_until(act.mention))]
    row = [m for m in stage.between(act.clause.span.start, verb) if m.kind in _THINGS]
    fits = len(row) == len(places) and act.mention in row and stage.kind(places[0]) is Kind.PLACE
    return (places[row.index(act.mention)],) if fits else ()


def _between(stage: Scene, span: Span) -> tuple[Mention, ...]:
    return stage.between(span.start, span.end, Kind.PROJECT) if span.end > span.start else ()
