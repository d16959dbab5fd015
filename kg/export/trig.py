"""``Graph`` to TriG: facts in the default graph, what each article tells of itself and its spans in a graph of its own,
named by the article. The same triples as the Turtle, each in one graph. Lossless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.nodes import TYPE, Description, tidy
from kg.export.rdf import describe
from kg.export.terms import name
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def trig(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of the file."""
    return utf8(write_trig(describe(graph, base)))


def write_trig(description: Description) -> str:
    """TriG of any description."""
    article = (TYPE, name("zt:Article"))
    articles = {subject for subject, pairs in description.items() if article in pairs}
    groups: dict[str, list[str]] = {}
    for subject, pairs in tidy(description):
        whole = subject.partition("#char=")[0].partition("#statement-")[0]
        whole = (
            whole.partition("#observation-")[0].partition("#quotation-")[0].partition("#dating-")[0].rstrip(">") + ">"
        )
        lines = [f"  {subject} {p} {o} .\n" for p, o in pairs]
        groups.setdefault(whole if whole in articles else "", []).extend(lines)
    return "".join(f"{whole} {{\n{''.join(lines)}}}\n" for whole, lines in sorted(groups.items()))
