"""The articles of the page: masthead, text to the letter, blocks, and every mention with the node it leads to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.model import Role

if TYPE_CHECKING:
    from kg.model import Document
    from kg.model.graph import Article, Graph


def articles(graph: Graph, number: dict[str, int]) -> list[dict[str, Any]]:
    """One object an article. ``mentions`` is flat: distance from the last mention's begin, length, node.

    ``scraps`` are the stretches ``[begin, end]`` that belong to the web page and not to the article.
    """
    return [_article(article, number) for article in graph.articles]


def _article(article: Article, number: dict[str, int]) -> dict[str, Any]:
    head = article.document.masthead
    flat: list[int] = []
    before = 0
    for mention in sorted(article.mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.entity in number:
            flat += (mention.span.start - before, len(mention.span), number[mention.entity])
            before = mention.span.start
    return {
        "id": article.id,
        "source": article.document.source,
        "title": head.title or "",
        "date": head.date or "",
        "publisher": head.publisher.text if head.publisher else "",
        "publisherNode": number.get(article.publisher, -1),
        "authors": [number[key] for key in article.authors if key in number],
        "home": number.get(article.home, -1),
        "text": article.document.text,
        "mentions": flat,
        "scraps": _scraps(article.document),
    }


def _scraps(document: Document) -> list[list[int]]:
    """Lines of furniture; those that follow each other are one stretch."""
    found: list[list[int]] = []
    for before, block in pairwise((None, *document.blocks)):
        if block is None or block.role is not Role.FURNITURE:
            continue
        if before is not None and before.role is Role.FURNITURE:
            found[-1][1] = block.span.end
        else:
            found.append([block.span.start, block.span.end])
    return found
