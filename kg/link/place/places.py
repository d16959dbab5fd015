"""Which place each mention of a place means, and what lies in what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.place.deictic import Pointing
from kg.link.place.divisions import NAMED, Divisions, division_entity
from kg.link.place.localities import Localities
from kg.link.place.nested import Nested
from kg.model.identity import code_of
from kg.model.order import in_order
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Entity, Mention
    from kg.text.annotated import AnnotatedDocument


def place_entities(
    doc: AnnotatedDocument, mentions: Iterable[Mention], place_chain: Sequence[str]
) -> dict[Mention, Entity]:
    """The place of every mention of a place; a mention whose place stays open is left out (see ``left_open``).

    What points at the home by its level (全省, 我市) gets the division of the home chain, 该县 the one named last.
    """
    mentions = tuple(mentions)
    nested = Nested(doc, mentions)
    places = in_order([m for m in mentions if m.kind is Kind.PLACE and not nested.part(m)])
    divisions = Divisions(doc, tuple(place_chain), doc.year)
    named = divisions.read(places)
    brands = nested.brands({m: one for m, one in named.items() if one.code not in place_chain}, place_chain)
    found = {
        mention: division_entity(one, divisions.gazetteer) for mention, one in named.items() if mention not in brands
    }
    localities = Localities(divisions)
    found.update(localities.read([m for m in places if _local(m)]))
    pointing = Pointing(divisions, found)
    for mention in (m for m in places if m.rule.startswith("point")):
        entity = localities.pointed(mention) if mention.rule == "point-zone" else pointing.entity(mention)
        if entity:
            found[mention] = entity
    return {mention: found[mention] for mention in in_order(found)}


def _local(mention: Mention) -> bool:
    return mention.rule not in NAMED and not mention.rule.startswith("point")


def left_open(mentions: Iterable[Mention], linked: Mapping[Mention, Entity]) -> tuple[Mention, ...]:
    """The mentions whose place stays open: names that several places share, short names that are words too."""
    return in_order([m for m in mentions if m.kind is Kind.PLACE and not m.points and m not in linked])


def place_chain_entities(lexicon: Lexicon, place_chain: Sequence[str], year: int | None = None) -> tuple[Entity, ...]:
    """The entities of the home chain, province first."""
    found = (lexicon.gazetteer.by_code(code, year) for code in place_chain)
    return tuple(division_entity(one, lexicon.gazetteer) for one in found if one)


def containment(lexicon: Lexicon, entities: Iterable[Entity], year: int | None = None) -> Iterator[tuple[str, Entity]]:
    """(key of a place, the place it lies in): the nearest place above it that is also one of the entities.

    Where none is, the gazetteer's own parent, so that a caller may add it.
    """
    places = sorted(e for e in entities if e.kind is Kind.PLACE)
    codes = {entity.adcode for entity in places if entity.adcode}
    for entity in places:
        scope = entity.adcode or code_of(entity.key)
        one = lexicon.gazetteer.by_code(scope, year) if scope else None
        chain = list(reversed(lexicon.gazetteer.chain(one, year))) if one else []
        above = chain[1:] if entity.adcode else chain
        nearest = next((x for x in above if x.code in codes), next(iter(above), None))
        if nearest:
            yield entity.key, division_entity(nearest, lexicon.gazetteer)
