"""How many articles lie in what the user names, counted before any of them is read: for those who wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.files import STDIN, sources
from kg.ingest.read import File, Options, bytes_of, texts
from kg.lexicon import Lexicon, standard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_MANY = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet", ".zip", ".tar", ".tar.gz", ".tgz")


def articles(paths: Iterable[str | Path], options: Options) -> int | None:
    """The articles of all files and folders; a corpus or an archive is opened, any other file is one.

    What can only be skipped counts too: it is passed on the way. ``None`` where standard input is among the paths,
    which can be read only once. Raises ``UsageError`` for a path that is not there.
    """
    named = sources(paths)
    if STDIN in named:
        return None
    lexicon = standard()
    return sum(_in(source, options, lexicon) for source in named)


def _in(source: str, options: Options, lexicon: Lexicon) -> int:

    if not source.lower().endswith(_MANY):
        return 1
    try:
        file = File(source, bytes_of(source, options.most_bytes), True)
    except InputError:
        return 1
    return sum(1 for _ in texts(file, options, lexicon))
