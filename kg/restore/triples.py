"""An RDF file as the light description that all RDF writers share. Lossless: every triple, every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.export.rdf.terms import text
from kg.query.store import read_triples

if TYPE_CHECKING:
    from pathlib import Path

    from kg.export.rdf.nodes import Description

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def description_of(path: str | Path) -> Description:
    """Subjects with their predicates and objects. Raises ``UsageError`` for what is no RDF and for blank nodes."""
    import pyoxigraph as ox

    nodes: Description = {}
    terms: dict[Any, str] = {}
    for triple in read_triples(path):
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
            cure = "Give a graph that `kg build` wrote, or convert this one with: oxigraph convert"
            raise UsageError(str(path), "there are blank nodes in it, which no graph of ours has", cure)
        pair = (_light(triple.predicate, terms), _light(triple.object, terms))
        nodes.setdefault(_light(triple.subject, terms), []).append(pair)
    return nodes


def _light(term: Any, known: dict[Any, str]) -> str:
    """A term as N-Triples text, escaped as our own writers do."""
    if term not in known:
        known[term] = _literal(term) if hasattr(term, "datatype") else f"<{term.value}>"
    return known[term]


def _literal(term: Any) -> str:
    if term.language:
        return text(term.value, tag(term.language))
    kind = term.datatype.value
    return text(term.value) if kind == _STRING else f"{text(term.value)}^^<{kind}>"


def tag(language: str) -> str:
    """A language tag in its usual case; readers of RDF make all of it small.

    >>> tag("zh-hans"), tag("zh-latn-pinyin")
    ('zh-Hans', 'zh-Latn-pinyin')
    """
    first, *rest = language.lower().split("-")
    return "-".join([first, *(_cased(part) for part in rest)])


def _cased(part: str) -> str:
    """A script has four letters and a capital, a region two capitals."""
    return part.capitalize() if len(part) == 4 else part.upper() if len(part) == 2 else part
