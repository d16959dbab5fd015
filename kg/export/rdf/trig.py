"""``Graph`` to TriG: facts in the default graph, what each article tells of itself and its spans in a graph of its own,
named by the article. The same triples as the Turtle, each in one graph. Lossless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.nodes import Description, article_of, tidy
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def trig(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of the file."""
    return utf8(write_trig(describe(graph, base)))


def write_trig(description: Description) -> str:
    """TriG of any description."""
    groups: dict[str, list[str]] = {}
    for subject, pairs in tidy(description):
        lines = [f"  {subject} {p} {o} .\n" for p, o in pairs]
        groups.setdefault(article_of(subject, description), []).extend(lines)
    return "".join(f"{whole} {{\n{''.join(lines)}}}\n" for whole, lines in sorted(groups.items()))
