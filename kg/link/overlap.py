"""One reading of every stretch of text: which of several mentions that share characters may stay.

“解放思想推动某市发展大讨论” holds 某市: a place may stand inside another name. A short campaign inside a longer one,
or two names that cross, may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.shorts import bare
from kg.model.order import in_order
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Mention

_ALWAYS = frozenset({Kind.PLACE, Kind.PERSON})
_INSIDE: dict[Kind, frozenset[Kind]] = {
    Kind.PERSON: frozenset(),
    Kind.PLACE: frozenset({Kind.PLACE}),
    Kind.ORGANIZATION: _ALWAYS | {Kind.CAMPAIGN, Kind.ORGANIZATION},
    Kind.EVENT: _ALWAYS | {Kind.CAMPAIGN, Kind.ORGANIZATION},
    Kind.DOCUMENT: _ALWAYS | {Kind.CAMPAIGN, Kind.DOCUMENT, Kind.EVENT, Kind.ORGANIZATION},
    Kind.AWARD: _ALWAYS | {Kind.CAMPAIGN, Kind.EVENT, Kind.ORGANIZATION},
}
"""What may stand inside a name of a kind; any other kind may hold places, persons and organs."""
_RANK = {kind: at for at, kind in enumerate((Kind.PERSON, Kind.DOCUMENT, Kind.AWARD, Kind.CAMPAIGN, Kind.EVENT))}


def resolve_overlaps(mentions: Iterable[Mention], plain: str = "") -> tuple[Mention, ...]:
    """The mentions that may stay, sorted: of equal spans the surest, of crossing ones the longer, inner by kind.

    ``plain`` is the text: a campaign in ‘…’ inside another one has a name of its own.
    """
    kept: dict[Mention, None] = {}
    active: list[Mention] = []
    for mention in sorted(_no_waters(_one_a_span(mentions)), key=lambda m: (m.span.start, -m.span.end)):
        active = [m for m in active if m.span.end > mention.span.start]
        crossing = [m for m in active if m.span.end < mention.span.end]
        holders = [m for m in active if m.span.holds(mention.span)]
        if any(len(m.span) >= len(mention.span) for m in crossing) or not all(
            _may_hold(m, mention) or _named(mention, plain) or _cited(m, mention, plain) for m in holders
        ):
            continue
        for loser in crossing:
            del kept[loser]
            active.remove(loser)
        kept[mention] = None
        active.append(mention)
    return in_order(kept)


def _no_waters(mentions: list[Mention]) -> list[Mention]:
    """Without places that are read over or across the end of a surer person: 副市长李春江, 市长江|志远."""
    persons = {at: m for m in mentions if m.kind is Kind.PERSON for at in range(m.span.start, m.span.end)}
    return [m for m in mentions if m.kind is not Kind.PLACE or not _beaten(m, persons)] if persons else mentions


def _beaten(place: Mention, persons: dict[int, Mention]) -> bool:
    person = persons.get(place.span.end - 1) or persons.get(place.span.start)
    if person is None or person.confidence <= place.confidence or person.span.holds(place.span):
        return False
    return person.span.end == place.span.end or not place.span.holds(person.span)


def _may_hold(outer: Mention, inner: Mention) -> bool:
    if outer.kind in {Kind.PROJECT, Kind.CAMPAIGN, Kind.PROGRAM} and bare(inner.name) == bare(outer.name):
        return False  # “某飞地园”项目 is one thing, not a place inside a project
    return inner.kind in _INSIDE.get(outer.kind, _ALWAYS | {Kind.ORGANIZATION})


def _named(inner: Mention, plain: str) -> bool:
    return inner.kind is Kind.CAMPAIGN and plain[inner.span.start : inner.span.start + 1] == "‘"


def _cited(outer: Mention, inner: Mention, plain: str) -> bool:
    """A program in marks, or of the nation, has a name of its own inside a title in 《》: 《…“最多跑一次”改革清单》."""
    title = outer.kind is Kind.DOCUMENT and plain.startswith("《", outer.span.start)
    named = inner.rule in {"national", "brand"} or plain.startswith("“", inner.span.start)
    return title and named and inner.kind is Kind.PROGRAM


def _one_a_span(mentions: Iterable[Mention]) -> list[Mention]:
    best: dict[tuple[int, int], Mention] = {}
    for mention in in_order(tuple(mentions)):
        place = (mention.span.start, mention.span.end)
        if place not in best or _weight(mention) > _weight(best[place]):
            best[place] = mention
    return list(best.values())


def _weight(mention: Mention) -> tuple[float, int]:
    return mention.confidence, -_RANK.get(mention.kind, len(_RANK))
