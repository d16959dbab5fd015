"""Two graphs in shares: which themes, places, persons and figures are told of more in the one than in the other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.model.table import Cell, Column, Table, Type
from kg.tables.diffusion.adoption import family
from kg.tables.index import Index
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model.graph import Graph

_LAYERS: Final = {
    Kind.CAMPAIGN: "theme",
    Kind.PROGRAM: "theme",
    Kind.PLACE: "place",
    Kind.PERSON: "person",
    Kind.ORGANIZATION: "organization",
}
_CODES: Final = (
    ("theme", "主题"),
    ("place", "地方"),
    ("person", "人物"),
    ("organization", "组织"),
    ("figure", "指标"),
)
_COLUMNS: Final = (
    Column("layer", Type.TEXT, "What is compared.", "层面", _CODES),
    Column("key", Type.TEXT, "Key of the theme or entity; the indicator of a figure.", "键"),
    Column("name", Type.TEXT, "Its name.", "名称"),
    Column("articles_a", Type.WHOLE, "Articles of the first graph that tell of it.", "甲图文章数"),
    Column("articles_b", Type.WHOLE, "Articles of the second.", "乙图文章数"),
    Column("share_a", Type.NUMBER, "Their share of all articles of the first graph.", "甲图占比"),
    Column("share_b", Type.NUMBER, "Their share of all articles of the second.", "乙图占比"),
    Column("difference", Type.NUMBER, "share_b − share_a.", "占比之差"),
)
Counted = dict[tuple[str, str], tuple[str, set[str]]]
"""(layer, key) to the name and the articles."""


def comparison(one: Graph, other: Graph) -> Table:
    """Everything that either graph tells of, the largest difference of shares first."""
    first, second = counted(one), counted(other)
    rows = []
    for layer, key in sorted(first.keys() | second.keys()):
        name = (first.get((layer, key)) or second[layer, key])[0]
        here, there = (len(side.get((layer, key), ("", set[str]()))[1]) for side in (first, second))
        shares = _share(here, len(one.articles)), _share(there, len(other.articles))
        rows.append((layer, key, name, here, there, *shares, round(shares[1] - shares[0], 4)))
    rows.sort(key=lambda row: (-abs(row[-1]), row[0], row[1]))
    about = "One row for each theme, place, person, organization and indicator that either of two graphs tells of."
    found: tuple[tuple[Cell, ...], ...] = tuple(rows)
    return Table(
        "comparison", about, "两图比较：一主题、地方、人物、组织或指标为一行", _COLUMNS, found, ("layer", "key")
    )


def counted(graph: Graph) -> Counted:
    """What a graph tells of, with its articles; a campaign counts for its family."""
    index, found = Index(graph), defaultdict[tuple[str, str], tuple[str, set[str]]](lambda: ("", set()))
    for article in graph.articles:
        for mention in article.mentions:
            entity = index.entities.get(mention.entity)
            layer = _LAYERS.get(entity.kind, "") if entity else ""
            if entity and layer:
                key, name = family(index, entity) if layer == "theme" else (entity.key, entity.name)
                _add(found, (layer, key), name, article.id)
    for figure in graph.figures:
        _add(found, ("figure", figure.indicator), figure.indicator, figure.evidence.document)
    return dict(found)


def _add(found: Counted, key: tuple[str, str], name: str, article: str) -> None:
    found[key] = name, found[key][1] | {article}


def _share(some: int, whole: int) -> float:
    return round(some / whole, 4) if whole else 0.0
