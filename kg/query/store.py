"""From an RDF file to a store that answers SPARQL, in memory."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

GRAPH = "graph.ttl"
DATASET = "manifest.json"
_CURE = "Give the graph.ttl that `kg build` wrote, or another file in Turtle, N-Triples, TriG, JSON-LD or RDF/XML"
_SUFFIXES = {".json": "jsonld", ".graphml": "", ".gexf": "", ".html": "", ".csv": "", ".md": ""}


def open_graph(path: str | Path) -> ox.Store:
    """The store of a file, or of the ``graph.ttl`` or the dataset in a folder. Quads become triples of one graph.

    Raises ``UsageError`` for a path that is not there, cannot be read, or holds no RDF (with line and column).
    """
    import pyoxigraph as ox

    store = ox.Store()
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in read_triples(path))
    if not len(store):
        raise UsageError(str(path), "there is no triple in it", _CURE)
    return store


def read_triples(path: str | Path) -> Iterator[ox.Quad]:
    """The triples of a file, or of the ``graph.ttl`` or the dataset in a folder, as they stand.

    A dataset may tell a triple in two of its parts. Raises as ``open_graph`` does.
    """
    for file in files_of(Path(path)):
        yield from _read(file)


def _read(file: Path) -> Iterator[ox.Quad]:
    import pyoxigraph as ox

    try:
        if file.suffix == ".gz":
            with gzip.open(file) as unpacked:
                yield from ox.parse(cast("IO[bytes]", unpacked), format=_format(file.with_suffix("")))
        else:
            yield from ox.parse(path=str(file), format=_format(file))
    except SyntaxError as error:
        raise UsageError(_place(file, error), f"this is no RDF that can be read: {error.msg}", _CURE) from error
    except (OSError, EOFError, ValueError, zlib.error) as error:
        cause = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UsageError(str(file), cause, "Check that it is there and that you may read it") from error


def files_of(path: Path) -> list[Path]:
    """The files that hold the triples of a graph: the file itself, or those in a folder. Raises ``UsageError``."""
    if path.is_dir() and (path / DATASET).exists():
        if (path / GRAPH).exists():
            raise UsageError(str(path), "an ordinary build and a dataset are in this folder", f"Name its {GRAPH}")
        return [_inside(path, name) for name in _parts(path / DATASET)]
    if path.is_dir():
        path = path / GRAPH
    if not path.exists():
        cure = "Check the spelling, or make the graph first with: kg build -o output"
        raise UsageError(str(path), "there is no such file", cure)
    return [path]


def _parts(manifest: Path) -> list[str]:
    """The parts of a dataset that hold triples, by what it says of itself."""
    try:
        names = json.loads(manifest.read_text(encoding="utf-8"))["files"]
        return [name for name in names if name.startswith("quads/")]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        cause = f"this is not what `kg build --engine` wrote: {type(error).__name__}"
        raise UsageError(str(manifest), cause, "Build the dataset again") from error


def _inside(folder: Path, name: str) -> Path:
    """A part of a dataset. Raises ``UsageError`` for one that lies, or that a link leads, outside of its folder."""
    path = folder / name
    try:
        inside = "\0" not in name and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle
        inside = False
    if not inside:
        cause = f"it names a part outside of its folder, {name!r}"
        raise UsageError(
            str(folder / DATASET), cause, "Build the dataset again, and do not trust where this one is from"
        )
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
