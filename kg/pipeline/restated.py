"""Which line of code stated each fact of an article, for ``kg explain``: the article is read again and watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import extract, relate
from kg.link import link
from kg.pipeline.article import settled
from kg.pipeline.makers import watching
from kg.text.annotated import AnnotatedDocument

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Document, Evidence

Stated = tuple[int, int, str, str]
"""A fact as a written graph knows it: begin and end of its sentence (code points), the id of its rule, and its kind as
``kg.explain`` names it (a predicate, ``time``, ``figure`` or ``quotation``)."""


def lines_of(document: Document, lexicon: Lexicon) -> dict[Stated, tuple[str, ...]]:
    """The lines that stated the facts of a document (``kg/relate/quotes/quote_reader.py:85``), by fact, in order.

    Facts that no line of the stages made (of the gazetteer, of extractors) are not there.
    """
    doc = AnnotatedDocument(document, lexicon)
    with watching() as makers:
        reading = settled(relate.facts(doc, link(doc, extract.mentions(doc))), lexicon)
    facts: list[tuple[str, object, Evidence]] = [(r.predicate.value, r, r.evidence) for r in reading.relations]
    facts += [("holdsPost", post, post.evidence) for post in reading.posts]
    facts += [("figure", figure, figure.evidence) for figure in reading.figures]
    facts += [("quotation", quote, quote.evidence) for quote in reading.quotes]
    facts += [("time", moment, moment.evidence) for moment in reading.moments]
    found: dict[Stated, set[str]] = {}
    for kind, fact, why in facts:
        if where := makers.where(fact):
            found.setdefault((why.span.start, why.span.end, why.rule, kind), set()).add(where)
    return {stated: tuple(sorted(lines)) for stated, lines in found.items()}
