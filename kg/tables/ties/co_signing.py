"""Which organs issue documents together, which sign with each other, and which only work together."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kg.lexicon import standard
from kg.tables.evidence import sentence
from kg.tables.papers.documents import issued
from kg.tables.papers.unify import Papers
from kg.tables.ties.tie import Tie
from kg.vocab import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.facts import Evidence
    from kg.tables.index import Index

_Occasion = tuple[str, str]


def co_signings(index: Index) -> Iterator[Tie]:
    """One tie for each pair of organs or places and each scope: ``document`` (issued jointly), ``agreement`` (a
    sentence says that they sign), ``cooperation`` (they work together, and no word is said of signing).

    The weight is the number of documents, or of the articles that tell of the agreement or the cooperation.
    """
    signed = standard().rule("signing", "signed").regex
    issuers = issued(index, Papers(index))
    found: dict[tuple[str, str, str], dict[_Occasion, tuple[Evidence, Evidence]]] = defaultdict(dict)
    for one in index.graph.relations:
        if one.predicate is Predicate.COOPERATES_WITH and index.in_text(one.evidence):
            first, second = sorted((one.subject, one.object))
            occasion = f"article/{one.evidence.document}", index.date(one.evidence.document)
            scope = "agreement" if signed.search(sentence(index, one.evidence)) else "cooperation"
            found[first, second, scope].setdefault(occasion, (one.evidence, one.evidence))
    for document, told in sorted(issuers.items()):
        for first, second in combinations(sorted(told), 2):
            reasons = min(told[first]), min(told[second])
            occasion = index.name(document), min(index.date(why.document) for why in reasons)
            found[first, second, "document"][occasion] = reasons
    for (first, second, scope), occasions in sorted(found.items()):
        yield _tie(first, second, scope, occasions)


def _tie(first: str, second: str, scope: str, occasions: dict[_Occasion, tuple[Evidence, Evidence]]) -> Tie:
    one, other = (tuple(pair[side] for pair in occasions.values()) for side in (0, 1))
    names = tuple(name for name, _ in occasions)
    dates = tuple(day for _, day in occasions)
    weight = len(occasions)
    return Tie("co_signing", first, second, False, weight, dates, scope, names, one, () if one == other else other)
