"""What one text tells of a theme in a place: the piece that the table of diffusion is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model.identity import code_of, mint
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.facts import Entity, Evidence, Relation
    from kg.tables.index import Index

_WHERE = frozenset({Predicate.CONDUCTED_IN, Predicate.ORGANIZED_BY})
_WHO = frozenset({Predicate.PARTICIPATES_IN, Predicate.IMPLEMENTS})
_THEMES = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})


@dataclass(frozen=True, slots=True)
class Adoption:
    """A theme (key and name) in a place, at a time, as one sentence tells it.

    ``stated``: whether the text itself dates it, else the time is the date of the article, "" where it has none.
    ``run``: the key of the place's own campaign or program, "" for a phrase. ``launched``: the organ that launched it.
    """

    theme: str
    kind: str
    name: str
    place: str
    date: str
    stated: bool
    run: str
    launched: str
    evidence: Evidence


def adoptions(index: Index) -> Iterator[Adoption]:
    """Every telling of a campaign or program in a division or zone."""
    began = _began(index)
    for one in index.graph.relations:
        run, actor = _ends(one)
        entity = index.entities.get(run)
        if entity is None or entity.kind not in _THEMES or not index.in_text(one.evidence):
            continue
        place = index.area(actor)
        if not place or not _governed(index, place):
            continue
        date = began.get((run, "") if code_of(run) == index.code(place) else (run, _where(one.evidence)), "")
        theme, name = family(index, entity)
        launched = actor if one.predicate is Predicate.ORGANIZED_BY else ""
        day = date or index.date(one.evidence.document)
        yield Adoption(theme, entity.kind.value, name, place, day, bool(date), run, launched, one.evidence)


def family(index: Index, entity: Entity) -> tuple[str, str]:
    """The key and the name of the theme of a run: what the graph has it under, else its own name without its place."""
    if entity.broader:
        return entity.broader, index.name(entity.broader)
    return mint(entity.kind, entity.name), entity.name


def _ends(one: Relation) -> tuple[str, str]:
    """The run and who or what has to do with it."""
    if one.predicate in _WHERE:
        return one.subject, one.object
    return (one.object, one.subject) if one.predicate in _WHO else ("", "")


def _governed(index: Index, place: str) -> bool:
    return bool(index.level(place)) or "DevelopmentZone" in index.entities[place].classes


def _where(why: Evidence) -> str:
    return f"{why.document} {why.span.start} {why.span.end}"


def _began(index: Index) -> dict[tuple[str, str], str]:
    """Each run to when it began: the most precise that is told, of several the earliest.

    Under (run, "") for the place that the run is minted with; under (run, sentence) for any other place, since a
    campaign of the whole nation begins in each place at another time.
    """
    found: dict[tuple[str, str], str] = {}
    for one in sorted(index.graph.moments, key=lambda m: (-len(m.value), m.value)):
        if one.term in {"began", "at"} and one.value:
            found.setdefault((one.subject, ""), one.value)
            found.setdefault((one.subject, _where(one.evidence)), one.value)
    return found
