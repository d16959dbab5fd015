"""Runs of one campaign in one place, years apart: one key, for name and place are all that a key knows, but two waves.

A year in the name (2018年解放思想大讨论), a slogan or a round keeps waves apart by itself. Where the bare theme is all
that the articles have, no key may hold their dates, which may be refined: a person decides, and the ledger splits.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.merge.suggestion import Scales
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.merge.known import Known
    from kg.merge.suggestion import Suggestion
    from kg.model import Entity, Graph

_GAP = 2  # years without a word of it: a campaign over the turn of a year is one


def waves(graph: Graph, known: Known) -> Iterator[Suggestion]:
    """For each campaign that was silent for years in between: whether the later articles tell of another wave."""
    themes = {entity.broader for entity in graph.entities}
    for entity in graph.entities:
        if entity.kind is Kind.CAMPAIGN and entity.key not in themes and _local(entity):
            for earlier, later in pairwise(_runs(known.years[entity.key])):
                yield _judge(entity, earlier, later, known)


def _runs(years: set[int]) -> list[list[int]]:
    """Years in rows without a gap.

    >>> _runs({2018, 2019, 2022})
    [[2018, 2019], [2022]]
    """
    rows: list[list[int]] = []
    for year in sorted(years):
        if rows and year - rows[-1][-1] < _GAP:
            rows[-1].append(year)
        else:
            rows.append([year])
    return rows


def _local(entity: Entity) -> bool:
    return entity.key.partition("/")[2][:6].isdigit()


def _judge(entity: Entity, earlier: list[int], later: list[int], known: Known) -> Suggestion:
    scales = Scales()
    scales.put(f"one campaign in articles of {earlier[-1]} and of {later[0]}: two waves?", 0.5)
    if entity.broader:
        scales.put("a theme that recurs", 0.2)
    theirs = tuple(sorted(a for a in known.articles[entity.key] if known.year_of.get(a) in later))
    return scales.suggestion(entity.key, f"{entity.key}-{later[0]}", theirs)
