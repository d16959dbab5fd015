"""From an RDF file to a store that answers SPARQL, in memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

GRAPH = "graph.ttl"
_CURE = "Give the graph.ttl that `kg build` wrote, or another file in Turtle, N-Triples, TriG, JSON-LD or RDF/XML"
_SUFFIXES = {".json": "jsonld", ".graphml": "", ".gexf": "", ".html": "", ".csv": "", ".md": ""}


def open_graph(path: str | Path) -> ox.Store:
    """The store of a file, or of the ``graph.ttl`` in a folder. Quads become triples of one graph.

    Raises ``UsageError`` for a path that is not there, cannot be read, or holds no RDF (with line and column).
    """
    import pyoxigraph as ox

    store = ox.Store()
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in read_triples(path))
    if not len(store):
        raise UsageError(str(path), "there is no triple in it", _CURE)
    return store


def read_triples(path: str | Path) -> Iterator[ox.Quad]:
    """The triples of a file, or of the ``graph.ttl`` in a folder, as they stand. Raises as ``open_graph`` does."""
    import pyoxigraph as ox

    file = _file(Path(path))
    try:
        yield from ox.parse(path=str(file), format=_format(file))
    except SyntaxError as error:
        raise UsageError(_place(file, error), f"this is no RDF that can be read: {error.msg}", _CURE) from error
    except (OSError, ValueError) as error:
        cause = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UsageError(str(file), cause, "Check that it is there and that you may read it") from error


def _file(path: Path) -> Path:
    if path.is_dir():
        path = path / GRAPH
    if not path.exists():
        cure = "Check the spelling, or make the graph first with: kg build -o output"
        raise UsageError(str(path), "there is no such file", cure)
    return path


def _format(file: Path) -> ox.RdfFormat:
    import pyoxigraph as ox

    suffix = file.suffix.lower()
    named = _SUFFIXES.get(suffix, suffix.removeprefix("."))
    found = ox.RdfFormat.from_extension(named) if named else None
    return found or ox.RdfFormat.TURTLE


def _place(file: Path, error: SyntaxError) -> str:
    if error.lineno is None:
        return str(file)
    return f"{file}, line {error.lineno}, column {error.offset or 1}"
