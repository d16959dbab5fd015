"""``articles``: what was read, and what each says of itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type

if TYPE_CHECKING:
    from kg.tables.index import Index

_COLUMNS: Final = (
    Column("article", Type.TEXT, "article/ID, as in every other table.", "文章"),
    Column("file", Type.TEXT, "Its source file.", "来源文件"),
    Column("title", Type.TEXT, "Its title.", "标题"),
    Column("date", Type.TIME, "Its date, as it gives it.", "日期"),
    Column("publisher", Type.TEXT, "Who published it.", "发布者"),
    Column("home_key", Type.TEXT, "Key of the place that it speaks from.", "所属地的键"),
    Column("home", Type.TEXT, "Its name.", "所属地"),
    Column("adcode", Type.TEXT, "GB/T 2260 code of that place.", "行政区划代码"),
    Column("characters", Type.WHOLE, "Length of the text in code points.", "字数"),
    Column("mentions", Type.WHOLE, "Mentions of entities in it.", "提及次数"),
    Column("posts", Type.WHOLE, "Tellings of posts in it.", "任职条数"),
    Column("figures", Type.WHOLE, "Figures in it.", "数据条数"),
    Column("quotations", Type.WHOLE, "Quotations in it.", "言论条数"),
    Column("encoding", Type.TEXT, "How its bytes were decoded.", "编码"),
    Column("sha256", Type.TEXT, "Hash of its bytes.", "校验和"),
)


def articles(index: Index) -> Table:
    """The table."""
    graph = index.graph
    layers = (graph.posts, graph.figures, graph.quotes)
    per_layer = [Counter(fact.evidence.document for fact in layer) for layer in layers]
    rows = []
    for one in graph.articles:
        document, head = one.document, one.document.masthead
        home = (one.home or None, index.name(one.home) or None, index.code(one.home) or None)
        publisher = index.name(one.publisher) or None
        counts = (len(document.text), len(one.mentions), *(layer[one.id] for layer in per_layer))
        first = (f"article/{one.id}", document.source, head.title or None, head.date or None, publisher)
        rows.append((*first, *home, *counts, document.encoding or None, document.sha256 or None))
    return Table("articles", "One row an article.", "文章：一篇一行", _COLUMNS, tuple(rows), ("article",))
