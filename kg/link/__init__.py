"""From mentions to entities: what each mention means, under which key, in an article that speaks from its home."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.link.aliases import seen
from kg.link.background import background
from kg.link.initiative.entities import thing_entities
from kg.link.initiative.families import families
from kg.link.makers import Makers
from kg.link.organization.firms import joined
from kg.link.organization.organs import organ_entities
from kg.link.overlap import resolve_overlaps
from kg.link.person.persons import person_entities
from kg.link.place.article_place import find_article_place
from kg.link.place.places import left_open, place_chain_entities, place_entities
from kg.model import Entity, Mention, Reading
from kg.model.order import order_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.text.annotated import AnnotatedDocument


_SHARED = frozenset({"place-full", "place-short"})


def link(doc: AnnotatedDocument, mentions: Iterable[Mention], hint: Sequence[str] = ()) -> Reading:
    """The reading of a document in which every mention has its entity; what stays open is left out.

    ``hint``: codes or names of the place the article speaks from, where the user knows it.
    """
    found = resolve_overlaps(mentions, doc.plain)
    codes = find_article_place(doc, found, hint)
    chain = place_chain_entities(doc.lexicon, codes, doc.year)
    linked = place_entities(doc, found, codes)
    unresolved = [m for m in left_open(found, linked) if m.rule in _SHARED]
    linked |= joined(organ_entities(doc, found, linked, codes), doc.lexicon)
    things = thing_entities(doc, found, linked, chain)
    persons = person_entities(doc, found, linked, codes[-1] if codes else "")
    linked |= things | persons
    makers = Makers.of(doc, linked)
    entities = _gathered(doc, linked, [*chain, *makers.unnamed])
    article_place = chain[-1].key if chain else ""
    reading = Reading(doc.document, article_place=article_place, publisher=makers.publisher, authors=makers.authors)
    mentions = (m.linked(e.key) for m, e in linked.items())
    reading = reading.plus(mentions=mentions, entities=entities, unresolved=unresolved)
    return background(doc, families(doc, reading))


def _gathered(doc: AnnotatedDocument, linked: Mapping[Mention, Entity], chain: Sequence[Entity]) -> list[Entity]:
    """Each entity once, with every surface it was seen under and every class it was given."""
    by_key: dict[str, list[tuple[Mention | None, Entity]]] = defaultdict(list)
    order = order_of(Mention)
    for mention, entity in sorted(linked.items(), key=lambda pair: order(pair[0])):
        by_key[entity.key].append((mention, entity))
    for entity in chain:
        by_key[entity.key].append((None, entity))
    return [_one(doc, rows) for _, rows in sorted(by_key.items())]


def _one(doc: AnnotatedDocument, rows: Sequence[tuple[Mention | None, Entity]]) -> Entity:
    first = rows[0][1]
    aliases = {alias for _, entity in rows for alias in entity.aliases}
    aliases |= {alias for mention, _ in rows if mention for alias in seen(doc.document, mention)}
    classes = {cls for _, entity in rows for cls in entity.classes}
    return replace(first, aliases=tuple(sorted(aliases - {(first.name, "zh-Hans")})), classes=tuple(sorted(classes)))
