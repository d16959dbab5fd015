"""``Graph`` to an ``rdflib.Graph``, for those who go on in rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.rdf.ntriples import ntriples
from kg.export.rdf.terms import PREFIXES
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph


def to_rdf(graph: Graph, base: str = BASE) -> Any:
    """The graph as an ``rdflib.Graph`` with its prefixes bound."""
    import rdflib

    made = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace, replace=True)
    return made.parse(data=ntriples(graph, base), format="nt")
