"""``Graph`` to JSON-LD: prefixed names under one context, one node object a line. Lossless."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

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
    nodes = [_node(subject, pairs) for subject, pairs in tidy(description)]
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in nodes)
    context = json.dumps(PREFIXES, ensure_ascii=False)
    return f'{{"@context": {context},\n"@graph": [\n{lines}\n]}}\n'


def _node(subject: str, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": parse(subject).value}
    for predicate, target in pairs:
        if predicate == TYPE:
            node.setdefault("@type", []).append(_short(parse(target).value))
        else:
            node.setdefault(_short(parse(predicate).value), []).append(_value(target))
    return node


def _value(term: str) -> dict[str, str]:
    value, is_iri, language, datatype = parse(term)
    if is_iri:
        return {"@id": value}
    if language:
        return {"@value": value, "@language": language}
    return {"@value": value, "@type": _short(datatype)} if datatype else {"@value": value}


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
