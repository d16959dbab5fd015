"""``--no-text``: the same graph without the words of the articles, for those who may not pass them on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TypeVar

    from kg.model.graph import Article, Graph

    AnyGraph = TypeVar("AnyGraph", bound=Graph)

BAR: Final = "█"
"""Stands for every character that is left out, so that lengths and offsets stay."""


def without_text(graph: AnyGraph) -> AnyGraph:
    """The graph with every character of the articles and of quotations blacked out, before anything is written.

    What is no running text stays: names, titles and mastheads, figures, offsets, and the hashes of the sources.
    """
    return replace(
        graph,
        articles=tuple(_article(article) for article in graph.articles),
        quotes=tuple(replace(quote, text=_barred(quote.text)) for quote in graph.quotes),
    )


def _article(article: Article) -> Article:
    document = article.document
    barred = replace(document, text=_barred(document.text), plain=_barred(document.plain), extracted=False)
    return replace(article, document=barred)


def _barred(text: str) -> str:
    r"""As many bars; line breaks stay.

    >>> _barred("甲，\n乙")
    '██\n█'
    """
    return "".join(char if char in "\r\n" else BAR for char in text)
