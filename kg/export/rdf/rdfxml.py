"""``Graph`` to RDF/XML. Lossless but for control characters, which XML forbids."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.export.markup import escape, utf8
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.nodes import Description, tidy
from kg.export.rdf.parse import parse
from kg.export.rdf.terms import PREFIXES
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def rdfxml(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of the file."""
    return utf8(write_rdfxml(describe(graph, base)))


def write_rdfxml(description: Description) -> str:
    """RDF/XML of any description whose predicates are words of the known vocabularies."""
    spaces = "".join(f'\n    xmlns:{prefix}="{namespace}"' for prefix, namespace in sorted(PREFIXES.items()))
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n']
    for subject, pairs in tidy(description):
        lines.append(f'<rdf:Description rdf:about="{escape(parse(subject).value)}">\n')
        lines += [_element(_name(predicate), target) for predicate, target in pairs]
        lines.append("</rdf:Description>\n")
    return "".join([*lines, "</rdf:RDF>\n"])


@cache
def _name(predicate: str) -> str:
    iri = predicate[1:-1]
    return next(f"{p}:{iri.removeprefix(space)}" for p, space in PREFIXES.items() if iri.startswith(space))


def _element(name: str, term: str) -> str:
    if term[0] == "<":
        return f'  <{name} rdf:resource="{escape(term[1:-1])}"/>\n'
    value, _, language, datatype = parse(term)
    tag = f' xml:lang="{language}"' if language else f' rdf:datatype="{datatype}"' if datatype else ""
    return f"  <{name}{tag}>{escape(value)}</{name}>\n"
