"""``Graph`` to N-Triples: one triple a line, sorted, UTF-8. Lossless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.nodes import Description, tidy
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def ntriples(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of the file. Raises ``UsageError`` for a bad base IRI."""
    return utf8(write_ntriples(describe(graph, base)))


def write_ntriples(description: Description) -> str:
    """N-Triples of any description."""
    return "".join(f"{subject} {p} {o} .\n" for subject, pairs in tidy(description) for p, o in pairs)
