"""Where words were said: at the event that the article tells before them and that their speaker takes part in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model.order import in_order
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.model import Quote, Reading


def said_at_events(reading: Reading) -> tuple[Quote, ...]:
    """The quotations of a reading, those of who takes part in an event with the event named last before the words."""
    first: dict[str, int] = {}
    for mention in reading.mentions:
        if mention.kind is Kind.EVENT:
            first[mention.entity] = min(mention.span.start, first.get(mention.entity, mention.span.start))
    attends: dict[str, set[str]] = defaultdict(set)
    for relation in reading.relations:
        if relation.predicate is Predicate.PARTICIPATES_IN and relation.role and relation.object in first:
            attends[relation.subject].add(relation.object)
    return in_order(tuple(_placed(quote, attends.get(quote.speaker, set()), first) for quote in reading.quotes))


def _placed(quote: Quote, events: set[str], first: dict[str, int]) -> Quote:
    before = [key for key in sorted(events) if first[key] <= quote.span.start]
    if quote.said_at or not before:
        return quote
    return replace(quote, said_at=max(before, key=lambda key: first[key]))
