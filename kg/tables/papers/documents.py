"""``documents``: each document with its number taken apart, its full title, and all who issued it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.lexicon import standard
from kg.model import Evidence
from kg.model.table import Cell, Column, Table, Type
from kg.names.document_numbers import issuer, numbers_of, parsed
from kg.tables.evidence import EVIDENCE, told_in
from kg.tables.papers.unify import Papers
from kg.vocab import Cites, Kind, Predicate

if TYPE_CHECKING:
    from kg.model.facts import Entity
    from kg.tables.index import Index

_NOT: Final = frozenset({Cites.FORWARDS, Cites.AMENDS, Cites.REPEALS, Cites.BASED_ON, Cites.IMPLEMENTS})
_COLUMNS: Final = (
    Column("document_key", Type.TEXT, "Key of the document.", "文件的键"),
    Column("title", Type.TEXT, "Its full title; empty where only its number is told.", "标题"),
    Column("number", Type.TEXT, "Its number as GB/T 9704 writes it.", "发文字号"),
    Column("sign", Type.TEXT, "The sign of the office in the number.", "发文机关代字"),
    Column("number_year", Type.TIME, "The year in the number.", "年份"),
    Column("serial", Type.WHOLE, "The serial number.", "序号"),
    Column("sign_issuer", Type.TEXT, "Whose sign it is, as far as the sign alone tells.", "代字所属机关"),
    Column("issuers", Type.TEXT, "Who issued it as texts tell, with | between.", "发文机关"),
    Column("issuer_keys", Type.TEXT, "Their keys, with | between.", "发文机关的键"),
    Column("jointly", Type.WHOLE, "How many issued it together.", "联合发文机关数"),
    Column("first_date", Type.TIME, "Date of the first article that names it.", "最早见载"),
    Column("last_date", Type.TIME, "Date of the last.", "最晚见载"),
    Column("mentions", Type.WHOLE, "How often it is named.", "提及次数"),
)


def documents(index: Index) -> Table:
    """The table. A number that another article gives with the title is that document."""
    papers = Papers(index)
    issuers = issued(index, papers)
    named = _named(index, papers)
    rows = tuple(_row(index, papers, those, key, issuers[key], named[key]) for key, those in papers.all().items())
    columns = (*_COLUMNS, *EVIDENCE)
    return Table("documents", "One row a document.", "文件：一份一行", columns, rows, ("document_key",))


def issued(index: Index, papers: Papers) -> dict[str, dict[str, list[Evidence]]]:
    """Each document to its issuers, each with its evidence.

    Who forwards, amends or follows a document does not issue it, though the sentence names both; a place stands for its
    government, and steps back behind it.
    """
    cited = {
        (one.target, one.evidence.document, one.evidence.span) for one in index.graph.citations if one.kind in _NOT
    }
    found: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for one in index.graph.relations:
        where = one.object, one.evidence.document, one.evidence.span
        if one.predicate is Predicate.ISSUED and where not in cited:
            found[papers.one(one.object)][one.subject].append(one.evidence)
    for who in found.values():
        governed = {index.area(key) for key in who if index.branch(key) == "government" and not index.is_place(key)}
        for place in governed & who.keys():
            del who[place]
    return found


def _named(index: Index, papers: Papers) -> dict[str, list[Evidence]]:
    """The sentences that name each document."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for article in index.graph.articles:
        sentences = article.document.sentences
        for mention in (m for m in article.mentions if m.kind is Kind.DOCUMENT):
            span = next((s for s in sentences if s.holds(mention.span)), mention.span)
            why = Evidence(article.id, span, mention.rule, mention.confidence)
            found[papers.one(mention.entity)].append(why)
    return found


def _row(
    index: Index,
    papers: Papers,
    those: tuple[Entity, ...],
    key: str,
    issuers: dict[str, list[Evidence]],
    named: list[Evidence],
) -> tuple[Cell, ...]:
    number = next((n for entity in those for n in numbers_of(entity)), "")
    parts = parsed(number)
    apart = (parts.sign, parts.year, parts.serial, issuer(parts.sign, standard()) or None) if parts else (None,) * 4
    who = sorted(issuers)
    names = " | ".join(index.name(one) for one in who)
    dates = sorted(filter(None, (index.date(why.document) for why in named)))
    times = (next(iter(dates), None), next(reversed(dates), None))
    stated = [why for reasons in issuers.values() for why in reasons] or named
    first = (key, papers.title(key) or None, number or None, *apart, names or None, " | ".join(who) or None)
    cells = told_in(index, [*named, *stated], min(stated, key=lambda why: (-why.confidence, why), default=None))
    return (*first, len(who), *times, len(named), *cells)
