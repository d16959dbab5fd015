"""Exports beyond those that every build writes, by name: what `kg build --to` knows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Graph

_ONE_FILE: Final = {
    "ntriples": ("graph.nt", True),
    "trig": ("graph.trig", True),
    "jsonld": ("graph.jsonld", True),
    "rdfxml": ("graph.rdf", True),
    "cytoscape": ("graph.cyjs", False),
}
"""The file's name, and whether the export puts the keys behind the base IRI."""
_FOLDERS: Final = {"csv": "csv_tables", "neo4j": "neo4j", "parquet": "parquet"}
NAMES: Final = (*_ONE_FILE, *_FOLDERS)


def extra(graph: Graph, names: Iterable[str], base: str) -> dict[str, bytes]:
    """File names (some in a folder of their own) to bytes. Raises ``UsageError`` for an unknown name."""
    files: dict[str, bytes] = {}
    for name in names:
        if name in _ONE_FILE:
            file, based = _ONE_FILE[name]
            files[file] = _export(name)(graph, base) if based else _export(name)(graph)
        elif name in _FOLDERS:
            made = _export(_FOLDERS[name])(graph)
            files |= {f"{name}/{file}": data for file, data in made.items()}
        else:
            raise UsageError(name, "there is no export of this name", f"Name some of: {', '.join(NAMES)}")
    return files


def _export(module: str) -> Any:
    return getattr(import_module(f"kg.export.{module}"), module)
