"""Where a command takes its graph from: what a build wrote, a dataset, or texts that are read at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from kg.model import Graph

_WRITTEN: Final = ("graph.ttl", "manifest.json")
_TEXTS: Final = frozenset(
    {".txt", ".md", ".jsonl", ".csv", ".tsv", ".parquet", ".docx", ".html", ".htm", ".pdf", ".zip", ".gz", ".tar"}
)


def opened(source: str, args: argparse.Namespace) -> Graph:
    """The graph of what a build wrote, else of the texts in a file or folder. Raises ``UsageError`` for neither."""
    from kg.restore import description_of, graph_of

    path = Path(source)
    texts = path.is_dir() and not any((path / name).exists() for name in _WRITTEN)
    if texts or (path.is_file() and path.suffix.lower() in _TEXTS and not _rdf(path)):
        return _built(source, args)
    return graph_of(description_of(source), source)[0]


def _rdf(path: Path) -> bool:
    """Whether a packed file is a packed graph (graph.nq.gz)."""
    return path.suffix.lower() == ".gz" and path.stem.lower().endswith((".nq", ".nt", ".ttl", ".trig"))


def _built(source: str, args: argparse.Namespace) -> Graph:
    from kg.commands.console.arguments import options
    from kg.lexicon.overlay import lexicon_of
    from kg.pipeline.build import build

    with lexicon_of(args.lexicon) as lexicon:
        graph = build([source], options=options(args), lexicon=lexicon)
    if not graph.articles:
        raise UsageError(source, "there is no graph and no text that can be read", "Give a folder of a build, or texts")
    return graph
