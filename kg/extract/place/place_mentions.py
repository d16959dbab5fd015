"""Places: divisions, zones, regions, rivers and named sites, and the words that point at a division."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.place.place_or_word import WEAK
from kg.extract.place.provinces_in_short import lettered
from kg.extract.place.states_abroad import states
from kg.extract.place.toponyms import UNLISTED, Toponyms
from kg.extract.place.zones_and_sites import sites
from kg.model import Mention, Span
from kg.model.order import in_order
from kg.names.place_names import FULL, LANDMARK, REGION, SHORT, TOWN, Hit
from kg.text.occurrences import Stretches
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.text.annotated import AnnotatedDocument

_TRUST = {FULL: 0.97, TOWN: 0.93, REGION: 0.85, LANDMARK: 0.9, SHORT: 0.88, WEAK: 0.5, UNLISTED: 0.8}


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every place that a text names or points at, in text order; the parts of a chain one by one.

    Rules: ``place-full``, ``place-short``, ``place-weak`` (a name that is a word too), ``place-town``,
    ``place-region``, ``place-landmark``, ``place-developmentzone``, ``place-site``, ``place-water``, ``place-village``,
    ``place-township``, ``place-unlisted`` (洪江区), ``place-foreign`` (越南的河江省), ``place-letter`` (苏浙皖三省);
    ``point-…`` for words that point, of which ``point-zone`` (经开区 alone) names one too.
    """
    places = Toponyms.of(doc)
    abroad = tuple(states(places))
    taken = Stretches(m.span for m in abroad)
    sited = [m for m in _sited(places) if not taken.meeting(m.span)]
    named = (m for m in _named(places, sited) if not taken.meeting(m.span))
    yield from in_order({*named, *sited, *abroad, *lettered(places), *_pointing(places)})


def _named(places: Toponyms, sited: Sequence[Mention]) -> Iterator[Mention]:
    """Names known by tables; inside the name of a zone or site only the place that it opens with or what lies there."""
    first: dict[Span, Hit] = {}
    inside = {hit: m.span for m in sited for hit in places.within(m.span)}
    for hit in places.hits:
        outer = inside.get(hit)
        if outer and _heads(places, outer, hit):
            yield Mention(hit.span, Kind.PLACE, hit.name, f"place-{hit.name_type}", _TRUST[hit.name_type])
            continue
        if outer and (hit.name_type in {REGION, LANDMARK} or not _opens(places, first.setdefault(outer, hit), hit)):
            continue
        yield Mention(hit.span, Kind.PLACE, hit.name, f"place-{hit.name_type}", _TRUST[hit.name_type])


def _heads(places: Toponyms, outer: Span, hit: Hit) -> bool:
    """Whether a zone is what a region sets out to be (江汉平原|高质量发展示范区), or a part of one of the table
    (福州新区|元洪功能区).
    """
    if hit.name_type == LANDMARK and outer.start == hit.span.start < outer.end - len(hit.name):
        row = places.place_names.landmarks[hit.name]
        return row["class"] == "DevelopmentZone" and row["name"] == hit.name
    whole = outer.start == hit.span.start and places.doc.plain[: outer.end].endswith(("示范区", "先行区", "引领区"))
    return hit.name_type == REGION and whole


def _opens(places: Toponyms, first: Hit, hit: Hit) -> bool:
    return hit == first or places.place_names.holds(first.name, hit.name)


def _sited(places: Toponyms) -> Iterator[Mention]:
    for site in sites(places):
        yield Mention(site.span, Kind.PLACE, site.name, f"place-{site.place_class}", site.confidence)


def _pointing(places: Toponyms) -> Iterator[Mention]:
    doc = places.doc
    for rule in doc.lexicon.patterns("place"):
        for match in rule.over(doc.plain, doc.spans):
            here = Span(*match.span("here" if rule.regex.groups else 0))
            if match.start() in doc.tokens.edges and not places.covered(here):
                name = doc.plain[here.start : here.end]
                yield Mention(here, Kind.PLACE, name, f"point-{rule.name}", rule.confidence, points=rule.name != "zone")
