"""From a written graph back to the values it was written from: RDF to a description, a description to a ``Graph``."""

from kg.restore.graph import graph_of
from kg.restore.triples import description_of

__all__ = ["description_of", "graph_of"]
