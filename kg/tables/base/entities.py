"""``entities``: every person, place, organization, campaign, program, project, event, document and award."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type
from kg.ontology import ancestors, labels
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.tables.index import Index

_KINDS: Final = tuple((kind.value, labels(kind.value)["zh-hans"]) for kind in Kind)
_COLUMNS: Final = (
    Column("key", Type.TEXT, "Its key: its path under the base IRI of the graph.", "键"),
    Column("kind", Type.TEXT, "What it is.", "类别", _KINDS),
    Column("name", Type.TEXT, "Its name in Simplified Chinese.", "名称"),
    Column("aliases", Type.TEXT, "Other names seen, with | between.", "别名"),
    Column("classes", Type.TEXT, "Finer classes of the ontology, with spaces between.", "细类"),
    Column("adcode", Type.TEXT, "GB/T 2260 code of a division.", "行政区划代码"),
    Column("area_key", Type.TEXT, "Key of the place of an organ, or of what a place lies in.", "所在地的键"),
    Column("area", Type.TEXT, "Its name.", "所在地"),
    Column("family_key", Type.TEXT, "Key of the family of a campaign.", "主题的键"),
    Column("mentions", Type.WHOLE, "How often it is mentioned.", "提及次数"),
    Column("articles", Type.WHOLE, "In how many articles.", "文章数"),
    Column("first_date", Type.TIME, "Date of the first of them.", "最早见载"),
    Column("last_date", Type.TIME, "Date of the last of them.", "最晚见载"),
)


def entities(index: Index) -> Table:
    """The table."""
    mentions: Counter[str] = Counter()
    where: dict[str, set[str]] = {}
    for article in index.graph.articles:
        for mention in article.mentions:
            mentions[mention.entity] += 1
            where.setdefault(mention.entity, set()).add(article.id)
    rows = []
    for one in index.graph.entities:
        seen = where.get(one.key, set())
        dates = sorted(filter(None, map(index.date, seen)))
        classes = {above for cls in one.classes for above in (cls, *ancestors(cls))} - {one.kind.value}
        aliases = " | ".join(sorted({text for text, _ in one.aliases} - {one.name, ""}))
        area = next(iter(index.up(one.key)), "") if one.kind is Kind.PLACE else index.area(one.key)
        what = (
            one.key,
            one.kind.value,
            one.name,
            aliases or None,
            " ".join(sorted(classes)) or None,
            one.adcode or None,
        )
        times = (next(iter(dates), None), next(reversed(dates), None))
        placed = (area or None, index.name(area) or None, one.broader or None)
        rows.append((*what, *placed, mentions[one.key], len(seen), *times))
    return Table("entities", "One row an entity.", "实体：一个一行", _COLUMNS, tuple(rows), ("key",))
