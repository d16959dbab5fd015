"""The places above the home that no words of an article name: they are meant wherever the home is named first.

An article of 古塔区 that never says 锦州市 is about 锦州市 all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Reading
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator


def chained(reading: Reading) -> Reading:
    """The reading with a pointing mention for each place of the home chain that has none."""
    return reading.plus(mentions=_implied(reading))


def _implied(reading: Reading) -> Iterator[Mention]:
    names = {entity.key: entity.name for entity in reading.entities}
    above = {r.subject: r.object for r in reading.relations if r.predicate is Predicate.WITHIN}
    first = {mention.entity: mention for mention in reversed(reading.mentions)}
    where = first.get(reading.home) or next((m for m in reading.mentions if m.kind is Kind.ORGANIZATION), None)
    key, passed = reading.home, set[str]()
    while key in names and key not in passed and where:
        if key not in first:
            yield Mention(where.span, Kind.PLACE, names[key], "home-chain", 0.8, key, points=True)
        passed.add(key)
        key = above.get(key, "")
