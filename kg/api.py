"""Zhengtu from Python: build a graph, hand it to networkx or rdflib, ask it, write it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from kg import model
from kg.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import networkx
    import rdflib

    from kg.ingest.read import Options
    from kg.query import Answer


_TOLD = ("articles", "entities", "relations", "posts", "figures", "quotations")


@dataclass(frozen=True, slots=True, repr=False)
class Graph(model.Graph):
    """Entities and facts of all articles, frozen and sorted (see ``kg.model``), with doors to other programs."""

    def __repr__(self) -> str:
        """What is in it, in a line: a whole graph is no thing to print."""
        from kg.export.report import counts

        told = ", ".join(f"{number} {word}" for word, number in counts(self).items() if word in _TOLD)
        return f"<kg.Graph: {told}>"

    def _repr_html_(self) -> str:
        """The same as a small table, for notebooks: entities by kind, facts by sort."""
        from kg.export.notebook import summary

        return summary(self)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Nodes are entities and posts; an edge is a relation as one sentence tells it, with that sentence."""
        from kg.export.network.graph_to_network import network

        made: networkx.MultiDiGraph[str] = network(self)
        return made

    def to_rdf(self, base: str = BASE) -> rdflib.Graph:
        """The same triples as ``graph.ttl``. Raises ``UsageError`` for a bad base IRI."""
        from kg.export.rdf.to_rdflib import to_rdf

        made: rdflib.Graph = to_rdf(self, base)
        return made

    def query(self, sparql: str, base: str = BASE) -> Answer:
        """The answer to a SPARQL query. Raises ``UsageError`` for a wrong one, an update, and ``SERVICE``."""
        import pyoxigraph as ox

        from kg.export.rdf.ntriples import ntriples
        from kg.query import ask

        store = ox.Store()
        store.bulk_load(ntriples(self, base), format=ox.RdfFormat.N_TRIPLES)
        return ask(store, sparql)

    def show(self, height: int = 640) -> Any:
        """The interactive view in the cell of a notebook, as high as that many pixels.

        Raises ``UsageError`` where IPython is not installed.
        """
        from kg.export.notebook import display

        return display(self, height)

    def write(self, folder: str | Path, base: str = BASE, *, text: bool = True, geo: str | Path | None = None) -> None:
        """All files of a build into a folder, at once or not at all. Raises ``OutputError``.

        ``geo``: a GeoJSON file whose polygons, keyed by GB/T 2260, the map of the view draws; raises ``InputError``.
        Without ``text`` the words of the articles and of quotations are left out of every file.
        """
        from kg.export.redact import without_text
        from kg.export.safe import publish
        from kg.export.view.geo import read_geo
        from kg.pipeline.outputs import outputs

        drawn = read_geo(geo) if geo else None
        publish(folder, outputs(self if text else without_text(self), base, geo=drawn))


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    options: Options | None = None,
    home: str | None = None,
    progress: Callable[[str], None] | None = None,
    jobs: int = 1,
    cache: str | Path | None = None,
) -> Graph:
    """The graph of all articles in files and folders, the same that ``kg build`` writes.

    What cannot be read never stops the rest and is told in ``graph.skipped``. ``home`` is a place, by name or GB/T 2260
    code, that the texts speak from where they do not say so. ``jobs`` processes read (0: one on each core); in the
    folder ``cache`` readings are kept, so that a later build reads only what has changed: neither changes the graph.
    Raises ``UsageError`` for a path that is not there.
    """
    from pathlib import Path

    from kg.pipeline import build as pipeline

    several = [paths] if isinstance(paths, str | Path) else paths
    made: Any = pipeline.build(several, options=options, home=home, progress=progress, jobs=jobs, cache=cache)
    return Graph(**{layer.name: getattr(made, layer.name) for layer in fields(model.Graph)})
