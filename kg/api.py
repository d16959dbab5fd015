"""Zhengtu from Python: build a graph, hand it to networkx or rdflib, ask it, write it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from kg import model
from kg.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import networkx
    import pandas
    import rdflib

    from kg.ingest.read import Options
    from kg.model.table import Table
    from kg.query import Answer

LOGGER: Final = logging.getLogger("kg")
"""What a build skips is a warning here, what it found an information; silent unless the caller listens."""
LOGGER.addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, repr=False)
class Graph(model.Graph):
    """Entities and facts of all articles, frozen and sorted (see ``kg.model``), with doors to other programs."""

    @classmethod
    def of(cls, graph: model.Graph) -> Graph:
        """The same values with the doors."""
        return cls(**{layer.name: getattr(graph, layer.name) for layer in fields(model.Graph)})

    def __repr__(self) -> str:
        """How much there is, on one line."""
        layers = ("articles", "entities", "relations", "posts", "figures", "quotes", "moments", "citations", "skipped")
        counts = (f"{len(getattr(self, name))} {name}" for name in layers if getattr(self, name))
        return f"<kg.Graph: {', '.join(counts) or 'empty'}>"

    def _repr_html_(self) -> str:
        """The same as a small table, for notebooks: entities by kind, facts by kind."""
        from kg.export.notebook import summary

        return summary(self)

    def table(self, name: str) -> Table:
        """A research table by its name (``careers``, ``ties`` …: ``kg tables --list``), with its columns described.

        Raises ``UsageError`` for a name that no table has.
        """
        from kg.tables.registry import made

        return made(self, [name])[0]

    def to_pandas(self, name: str = "entities") -> pandas.DataFrame:
        """The same as a data frame: texts ``string``, whole numbers ``Int64``, numbers ``float64``; missing is missing.

        Raises ``UsageError`` for an unknown name, and where pandas is not installed.
        """
        from kg.export.tables.frame import frame

        made: pandas.DataFrame = frame(self.table(name))
        return made

    def to_pyvis(self) -> Any:
        """A ``pyvis.network.Network`` of the entities with places, colours and sentences, to be changed and shown.

        Raises ``UsageError`` where pyvis is not installed.
        """
        from kg.export.view.builder import network

        return network(self)

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
    lexicon: str | Path | None = None,
) -> Graph:
    """The graph of all articles in files and folders, the same that ``kg build`` writes.

    What cannot be read never stops the rest and is told in ``graph.skipped``. ``home`` is a place, by name or GB/T 2260
    code, that the texts speak from where they do not say so. ``jobs`` processes read (0: one on each core); in the
    folder ``cache`` readings are kept, so that a later build reads only what has changed: neither changes the graph.
    ``lexicon``: a folder with rows and patterns of your own (``kg.lexicon.overlay``). Raises ``UsageError`` for a path
    that is not there, ``LexiconError`` for a broken lexicon.
    """
    from pathlib import Path

    from kg.lexicon.overlay import lexicon_of
    from kg.pipeline import build as pipeline

    several = [paths] if isinstance(paths, str | Path) else paths
    with lexicon_of(lexicon) as own:
        made: Any = pipeline.build(
            several, options=options, home=home, progress=progress, jobs=jobs, cache=cache, lexicon=own
        )
    for skip in made.skipped:
        LOGGER.warning("skipped %s: %s. %s.", skip.source, skip.cause, skip.cure)
    graph = Graph.of(made)
    LOGGER.info("built %r", graph)
    return graph
