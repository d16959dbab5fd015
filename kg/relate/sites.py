"""Sites: where a named place that is no division, an institution or a company stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.acts import Act, acts
from kg.relate.ground import chain_left
from kg.relate.scene import CARRIED, DEFAULT, FAR, SURE, Scene, scene
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.text.sheet import Sheet


def facts(sheet: Sheet, reading: Reading) -> Iterator[Relation]:
    """``locatedIn`` of sites and organisations."""
    stage = scene(sheet, reading)
    rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in sheet.lexicon.patterns("relation-projects")}
    for key, entity in sorted(stage.entities.items()):
        site = entity.kind is Kind.PLACE and not _division(stage, key) and not rules["region"].search(entity.name)
        house = entity.kind is Kind.ORGANIZATION and not _state(stage, key)
        if (site or house) and (found := acts(stage).all(key)):
            yield from located(stage, key, found, rules, default=site)


def _division(stage: Scene, key: str) -> bool:
    return bool(stage.naming.code(key)) or stage.naming.matches("zone", key)


def _state(stage: Scene, key: str) -> bool:
    return any(stage.naming.matches(rule, key) for rule in ("seat", "organ", "branch", "press"))


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
    yield tuple(p for a in found if (p := chain_left(stage, a.mention)))[:1], "chain", SURE
    inner = [p for _, p in stage.naming.inner(key, stage.naming.places)]
    yield tuple(inner[-1:]), "name", 0.9
    if default:
        yield next((a.places for a in found if a.places), ()), "in", CARRIED
        best = max(found, key=lambda a: (a.sure, -a.mention.span.start))
        yield tuple(filter(None, (best.ground or stage.home,))), "ground", FAR if best.heads else DEFAULT


def _stated(stage: Scene, act: Act, rules: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """…位于甲镇和乙镇 behind it, in its own sentence and before another thing is named."""
    for match in rules["stands"].finditer(stage.plain, act.mention.span.end, act.clause.sentence.end):
        if _between(stage, Span(act.mention.span.end, match.start())):
            return ()
        group = stage.groups.group(match.end(), act.clause.sentence.end)
        if group:
            return tuple(h.mention.entity for h in group if h.mention.kind is Kind.PLACE)
    return ()


def _between(stage: Scene, span: Span) -> tuple[Mention, ...]:
    return stage.between(span.start, span.end, Kind.PROJECT) if span.end > span.start else ()
