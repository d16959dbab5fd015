"""``citations``: which document, or which article, refers to which document, and how."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type
from kg.names.document_numbers import numbers_of
from kg.tables.evidence import EVIDENCE, told_in
from kg.tables.papers.documents import issued
from kg.tables.papers.unify import Papers

if TYPE_CHECKING:
    from kg.model.facts import Evidence
    from kg.tables.index import Index

KINDS: Final = (
    ("basedOn", "根据、依据"),
    ("implementing", "贯彻、实施"),
    ("promulgating", "印发、公布"),
    ("forwarding", "转发"),
    ("amending", "修改、修订"),
    ("repealing", "废止"),
)
_COLUMNS: Final = (
    Column("from_key", Type.TEXT, "Key of the document that refers, or article/ID.", "引用方的键"),
    Column("from_name", Type.TEXT, "Its title, or that of the article.", "引用方"),
    Column("citation", Type.TEXT, "How it refers.", "引用方式", KINDS),
    Column("to_key", Type.TEXT, "Key of the document that is referred to.", "被引用文件的键"),
    Column("to_name", Type.TEXT, "Its title, or its number where only that is told.", "被引用文件"),
    Column("to_number", Type.TEXT, "Its number.", "被引用文件字号"),
    Column("to_issuers", Type.TEXT, "Who issued it, with | between.", "被引用文件发文机关"),
    Column("resolved", Type.WHOLE, "1: its full title is known.", "是否查得全题", (("0", "否"), ("1", "是"))),
    Column("first_date", Type.TIME, "Date of the first article that tells it.", "最早见载"),
)


def citations(index: Index) -> Table:
    """The table: a list of edges."""
    papers = Papers(index)
    found: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for one in index.graph.citations:
        source = papers.one(one.source) if one.source else f"article/{one.evidence.document}"
        target = papers.one(one.target)
        if source != target:
            found[source, one.kind.value, target].append(one.evidence)
    issuers = issued(index, papers)
    rows = []
    for (source, kind, target), reasons in sorted(found.items()):
        entity = papers.entities[target]
        number = next(iter(numbers_of(entity)), None)
        dates = sorted(filter(None, (index.date(why.document) for why in reasons)))
        cited = (
            target,
            papers.title(target) or entity.name,
            number,
            " | ".join(map(index.name, sorted(issuers[target]))) or None,
        )
        known = (int(bool(papers.title(target))), next(iter(dates), None))
        rows.append((source, _name(index, source), kind, *cited, *known, *told_in(index, reasons)))
    columns, key = (*_COLUMNS, *EVIDENCE), ("from_key", "citation", "to_key")
    about = "One row for each document or article that refers to a document."
    return Table("citations", about, "引用：一份文件引用另一份为一行", columns, tuple(rows), key)


def _name(index: Index, source: str) -> str:
    if not source.startswith("article/"):
        return index.name(source)
    document = index.articles[source.removeprefix("article/")].document
    return document.masthead.title or document.source
