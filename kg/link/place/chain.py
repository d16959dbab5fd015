"""The places above the home that no words of an article name: they are meant wherever the home is named first.

An article of 古塔区 that never says 锦州市 is about 锦州市 all the same; its province too, if an organ
of it is named (省委).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Reading
from kg.model.identity import code_of
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROVINCE = "0000"  # how the codes of provinces end


def add_place_chain(reading: Reading) -> Reading:
    """The reading with a pointing mention for each place of the home chain that has none."""
    return reading.plus(mentions=_implied(reading))


def _implied(reading: Reading) -> Iterator[Mention]:
    first = {mention.entity: mention for mention in reversed(reading.mentions)}
    where = first.get(reading.article_place) or next((m for m in reading.mentions if m.kind is Kind.ORGANIZATION), None)
    if where is None:
        return
    pointed = {code_of(m.entity) for m in reading.mentions if m.kind is Kind.ORGANIZATION}
    for key, name in reading.place_chain().items():
        if key not in first and (code_of(key)[2:] != _PROVINCE or code_of(key) in pointed):
            yield Mention(where.span, Kind.PLACE, name, "home-chain", 0.8, key, points=True)
