"""Where things live: the path of every node of the graph under the base IRI. Derived from content alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.rdf.terms import digest
from kg.model.facts import GAZETTEER, Citation, Evidence, Figure, Moment, Post, Quote
from kg.model.identity import slug

if TYPE_CHECKING:
    from kg.model.text import Span


def article(document: str) -> str:
    """The path of an article, or of the gazetteer: its id where an IRI can hold it, else a slug with a digest.

    >>> article("001")
    'article/001'
    """
    if document == GAZETTEER:
        return GAZETTEER
    plain = slug(document)
    return f"article/{plain}" if plain == document else f"article/{plain}-{digest(document)[:8]}"


def stretch(document: str, span: Span) -> str:
    """The path of a span of an article (RFC 5147 style ``#char=begin,end``); of the gazetteer the whole.

    >>> from kg.model import Span
    >>> stretch("001", Span(812, 815))
    'article/001#char=812,815'
    """
    return article(document) if document == GAZETTEER else f"{article(document)}#char={span.start},{span.end}"


def post(held: Post) -> str:
    """The path of a post: its organ, then its title. A place's post says ``place``, so that no two can meet.

    >>> from kg.model import Evidence, Span
    >>> reason = Evidence("1", Span(0, 1), "r", 1.0)
    >>> post(Post("person/甲", "市委书记", "organization/141000-中共临汾市委员会", "attested", reason))
    'post/141000-中共临汾市委员会/市委书记'
    """
    return f"post/{held.of.removeprefix('organization/') or '_'}/{slug(held.title)}"


def tenure(held: Post) -> str:
    """The path of one person's tenure of a post in one status: no date is part of it."""
    return f"tenure/{held.person.removeprefix('person/')}/{post(held).removeprefix('post/')}/{slug(held.status)}"


def statement(subject: str, predicate: str, target: str, why: Evidence) -> str:
    """The path of the statement that a relation is read from one span."""
    return f"{article(why.document)}#statement-{digest(subject, predicate, target, _place(why))}"


def observation(figure: Figure) -> str:
    """The path of a figure in its article."""
    parts = (figure.indicator, repr(float(figure.value)), figure.unit, figure.bound, figure.change)
    code = digest(*parts, figure.subject, figure.period, figure.aim, _place(figure.evidence), *map(repr, figure.ends))
    return f"{article(figure.evidence.document)}#observation-{code}"


def dating(moment: Moment) -> str:
    """The path of what one sentence says of the time of a thing."""
    code = digest(moment.subject, moment.term, moment.value, moment.words, _place(moment.evidence))
    return f"{article(moment.evidence.document)}#dating-{code}"


def citation(one: Citation) -> str:
    """The path of what one sentence says of which document refers to which."""
    code = digest(one.source, one.kind.value, one.target, _place(one.evidence))
    return f"{article(one.evidence.document)}#citation-{code}"


def quotation(quote: Quote) -> str:
    """The path of a quotation in its article."""
    words = f"{quote.span.start},{quote.span.end}"
    return f"{article(quote.evidence.document)}#quotation-{digest(quote.speaker, words, quote.text)}"


def _place(why: Evidence) -> str:
    return f"{why.span.start},{why.span.end}"
