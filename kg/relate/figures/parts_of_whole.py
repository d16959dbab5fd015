"""Parts of wholes: 常住人口94.9万人，其中城镇人口41.4万人；户籍人口134.9万人，其中城镇人口25万人."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Figure


def parted(figures: Sequence[tuple[Figure, str]]) -> Iterator[Figure]:
    """Figures in their order. Where one indicator is told as a part of several wholes, each says of which (常住人口中
    城镇人口): else they would stand as two values of one thing.
    """
    wholes: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for figure, whole in figures:
        wholes[_same(figure)].add(whole)
    for figure, whole in figures:
        several = whole and len(wholes[_same(figure)]) > 1
        yield replace(figure, indicator=f"{whole}中{figure.indicator}") if several else figure


def _same(figure: Figure) -> tuple[str, ...]:
    return figure.indicator, figure.unit, figure.change, figure.subject
