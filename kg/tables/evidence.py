"""The last columns of every table: where a row was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Cell, Column, Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.facts import Evidence
    from kg.tables.index import Index

EVIDENCE: Final = (
    Column("sources", Type.WHOLE, "In how many articles the row is told.", "有几篇文章载明"),
    Column(
        "article",
        Type.TEXT,
        "One of them, whose sentence stands here: article/ID.",
        "所引文章",
    ),
    Column("file", Type.TEXT, "Its source file.", "来源文件"),
    Column("begin", Type.WHOLE, "Where the sentence begins, in Unicode code points of the source.", "句子起点（码点）"),
    Column("end", Type.WHOLE, "Where it ends, exclusive.", "句子终点（码点，不含）"),
    Column("sentence", Type.TEXT, "The sentence, as it stands in the source.", "原句"),
    Column("rule", Type.TEXT, "The rule that read it.", "抽取规则"),
    Column("confidence", Type.NUMBER, "How sure the rule is, above 0 and at most 1.", "置信度"),
)


def told_in(index: Index, reasons: Iterable[Evidence], main: Evidence | None = None) -> tuple[Cell, ...]:
    """The cells of ``EVIDENCE``: how many articles tell it, and one sentence: ``main``, else ``first``.

    Evidence of the gazetteer counts for no article and gives no sentence.
    """
    told = [why for why in reasons if index.in_text(why) and why.document in index.articles]
    if not told:
        return (0, None, None, None, None, None, None, None)
    best = main if main in told else first(index, told)
    article = index.articles[best.document]
    return (
        len({why.document for why in told}),
        f"article/{best.document}",
        article.document.source,
        best.span.start,
        best.span.end,
        sentence(index, best),
        best.rule,
        best.confidence,
    )


def first(index: Index, told: Iterable[Evidence]) -> Evidence:
    """The surest sentence of the earliest article. Raises ``ValueError`` for no evidence."""
    return min(told, key=lambda why: (index.date(why.document) or "9", why.document, -why.confidence, why))


def sentence(index: Index, why: Evidence) -> str:
    """The words of some evidence on one line; "" for the gazetteer."""
    article = index.articles.get(why.document)
    return " ".join(article.surface(why.span).split()) if article else ""
