"""Where and when a word or formula that the user names is written: the same pieces as of a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.model import Evidence, Span
from kg.tables.diffusion.adoption import Adoption
from kg.text.normalize import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.graph import Article
    from kg.tables.index import Index

RULE: Final = "phrase"
_GAP: Final = "\ufffd"


def phrases(index: Index, words: str) -> Iterator[Adoption]:
    """Every sentence of an article with a home that holds the words, Traditional or Simplified.

    Raises ``UsageError`` for no words, and where the graph does not hold the texts (``graph.ttl`` keeps only sentences
    that carry facts).
    """
    wanted = plain(words).strip()
    if not wanted:
        raise UsageError("--word", "there is no word to look for", "Give a word or formula, such as --word 晋位争先")
    for article in index.graph.articles:
        if _GAP in article.document.text:
            cure = "Give the files or folders of the texts instead of the graph: kg tables TEXTS … --word WORD"
            raise UsageError(f"--word {words}", "a written graph does not hold the texts", cure)
        if article.home:
            yield from _inside(index, article, wanted, words)


def _inside(index: Index, article: Article, wanted: str, words: str) -> Iterator[Adoption]:
    document = article.document
    for span in document.sentences or (Span(0, len(document.plain)),):
        if document.plain.find(wanted, span.start, span.end) >= 0:
            why = Evidence(article.id, span, RULE, 1.0)
            key = f"phrase/{wanted}"
            yield Adoption(key, "Phrase", words, article.home, index.date(article.id), False, "", "", why)
