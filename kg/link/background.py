"""What is known without the text: which division lies in which, which organ governs what, which office is whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.organization.organs import jurisdictions, units
from kg.link.place.places import containment
from kg.model import Evidence, Relation, Span
from kg.model.facts import GAZETTEER
from kg.model.identity import code_of
from kg.names.organ_names import OfficialOrgans
from kg.names.place_names import PlaceNames
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Entity, Reading
    from kg.text.annotated import AnnotatedDocument

KNOWN = Evidence(GAZETTEER, Span(0, 0), "link.background/gazetteer", 1.0)


def background(doc: AnnotatedDocument, reading: Reading) -> Reading:
    """The reading with containment of places, jurisdictions of organs, and units whose parents it names."""
    relations = [*_within(doc, reading), *_governed(doc, reading), *_units(doc, reading)]
    return reading.plus(relations=relations, entities=())


def _within(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """Only what the tables say: divisions, their townships, the regions and landmarks that have a code."""
    keys = {entity.key for entity in reading.entities}
    divisions = [e for e in reading.entities if e.kind is Kind.PLACE and (e.adcode or _tabled(doc, e))]
    coded = [e for e in reading.entities if e.kind is Kind.PLACE and e.adcode]
    for child, above in containment(doc.lexicon, {*divisions, *coded}, doc.year):
        if above.key in keys and child != above.key:
            yield Relation(child, Predicate.WITHIN, above.key, KNOWN)
    yield from _regions(doc, reading)


def _regions(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """A region in its province, a city abroad in its country."""
    names = PlaceNames.of(doc.lexicon)
    places = {one: e.key for e in reading.entities if e.kind is Kind.PLACE for one in (e.adcode, e.name) if one}
    above = {**names.provinces, **names.countries}
    for entity in (e for e in reading.entities if not {"Region", "City"}.isdisjoint(e.classes) and not e.adcode):
        if holder := places.get(above.get(entity.name, "")):
            yield Relation(entity.key, Predicate.WITHIN, holder, KNOWN)


def _tabled(doc: AnnotatedDocument, place: Entity) -> bool:
    """Whether the table of townships has it in the county of its key, or that of landmarks under that code."""
    code = code_of(place.key)
    if not code:
        return False
    row = PlaceNames.of(doc.lexicon).landmarks.get(place.name)
    return any(one.code == code for one in doc.lexicon.gazetteer.townships(place.name)) or (
        row is not None and row["code"] == code and row["class"] != "Site"
    )


def _governed(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    places = {entity.adcode or entity.name: entity.key for entity in reading.entities if entity.kind is Kind.PLACE}
    organs = [e for e in reading.entities if e.kind is Kind.ORGANIZATION]
    for organ, code in jurisdictions(organs, OfficialOrgans.of(doc.lexicon)):
        if code in places:
            yield Relation(organ, Predicate.JURISDICTION, places[code], KNOWN)


def _units(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """A unit's name holds its parent's: the sentence that first names the unit tells it."""
    named: dict[str, Entity] = {entity.name: entity for entity in reading.entities}
    keys = {entity.key for entity in reading.entities}
    first = {m.entity: m for m in reversed(reading.mentions)}
    for child, parent in units(e for e in reading.entities if e.kind is Kind.ORGANIZATION):
        key = parent if parent in keys else named[parent].key if parent in named else ""
        if key and child in first and key != child:
            why = Evidence(reading.document.id, doc.sentence(first[child].span), "link.background/organ-name", 0.95)
            yield Relation(child, Predicate.UNIT_OF, key, why)
