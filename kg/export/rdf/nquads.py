"""``Graph`` to N-Quads: a triple a line, each in the graph of its article as in TriG, facts in the default graph.

Sorted, UTF-8. Lossless; what the bulk loaders of triple stores take, in as many pieces as one likes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.nodes import Description, article_of, tidy
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def nquads(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of the file. Raises ``UsageError`` for a bad base IRI."""
    return utf8(write_nquads(describe(graph, base)))


def write_nquads(description: Description) -> str:
    """N-Quads of any description."""
    lines: list[str] = []
    for subject, pairs in tidy(description):
        whole = article_of(subject, description)
        end = f" {whole} .\n" if whole else " .\n"
        lines += [f"{subject} {p} {o}{end}" for p, o in pairs]
    return "".join(lines)
