"""``Graph`` to JSON-LD: prefixed names under one context, one node object a line. Lossless."""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.nodes import TYPE, Description, tidy
from kg.export.rdf.parse import parse
from kg.export.rdf.terms import PREFIXES
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def jsonld(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of the file. Numbers stay typed strings, so that no reader rounds them."""
    return utf8(write_jsonld(describe(graph, base)))


def write_jsonld(description: Description) -> str:
    """JSON-LD of any description."""
    lines = ",\n".join(_node(subject, pairs) for subject, pairs in tidy(description))
    context = json.dumps(PREFIXES, ensure_ascii=False)
    return f'{{"@context": {context},\n"@graph": [\n{lines}\n]}}\n'


def _node(subject: str, pairs: list[tuple[str, str]]) -> str:
    told: dict[str, list[str]] = {}
    for predicate, target in pairs:
        if predicate == TYPE:
            told.setdefault('"@type"', []).append(_short(target[1:-1]))
        else:
            told.setdefault(_short(predicate[1:-1]), []).append(_value(target))
    rest = "".join(f", {name}: [{', '.join(values)}]" for name, values in told.items())
    return f'{{"@id": {quoted(subject[1:-1])}{rest}}}'


def _value(term: str) -> str:
    if term[0] == "<":
        return f'{{"@id": {quoted(term[1:-1])}}}'
    value, _, language, datatype = parse(term)
    said = quoted(value)
    if language:
        return f'{{"@value": {said}, "@language": "{language}"}}'
    return f'{{"@value": {said}, "@type": {_short(datatype)}}}' if datatype else f'{{"@value": {said}}}'


@lru_cache(maxsize=10_000)
def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return quoted(f"{prefix}:{iri.removeprefix(namespace)}")
    return quoted(iri)
