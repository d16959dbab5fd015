"""From what the user names, files and folders, to a sorted list of sources with their ids."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"),
    *(".csv", ".tsv", ".jsonl", ".ndjson", ".parquet", ".zip", ".tar", ".tar.gz", ".tgz"),
)
"""What is read of a folder; a file that is named itself is read whatever its suffix."""

STDIN = "-"


def sources(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """The files of all paths, folders searched to the bottom, each file once, sorted; ``-`` (standard input) first.

    Links are followed, loops of links are not; hidden files and folders are left out. Raises ``UsageError`` for a path
    that does not exist and for a folder in which there is nothing to read.
    """
    found: dict[str, str] = {}
    for given in paths:
        if str(given) == STDIN:
            found[""] = STDIN
            continue
        path = Path(given)
        if not path.exists():
            cause = "the link leads nowhere" if path.is_symlink() else "there is no such file or folder"
            remote = "://" in str(given)
            cure = "Addresses are read with --engine local" if remote else "Check the spelling, or give another path"
            raise UsageError(str(given), cause, cure)
        files = _within(path) if path.is_dir() else [path]
        if not files:
            raise UsageError(
                str(given), "the folder holds nothing to read", f"Give files of these kinds: {' '.join(SUFFIXES)}"
            )
        for file in files:
            found.setdefault(os.path.realpath(file), file.as_posix())
    return tuple(sorted(found.values(), key=lambda name: (name != STDIN, name)))


def _within(folder: Path) -> list[Path]:
    seen: set[str] = set()
    files: list[Path] = []
    for top, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(top)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        files += [Path(top, n) for n in sorted(names) if not n.startswith(".") and n.lower().endswith(SUFFIXES)]
    return [f for f in files if f.is_file()]


def article_id(name: str) -> str:
    """The id that a file name gives: the part before the first ``_``, else the stem.

    >>> [article_id(n) for n in ("001_60445e.txt", "report.txt", "_x.txt", "a.tar.gz")]
    ['001', 'report', '_x', 'a']
    """
    base = name.rsplit("/", 1)[-1]
    stem = base[: base.index(".", 1)] if base.endswith((".tar.gz", ".tar")) and "." in base[1:] else Path(base).stem
    return stem.split("_", 1)[0] or stem or "article"


class Ids:
    """Makes ids unique in a build: the second of a name gets ``-2``."""

    def __init__(self) -> None:
        self._taken = {GAZETTEER}
        self._next: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """The wanted id, or the first free one after it."""
        name, number = wanted, self._next.get(wanted, 1)
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._next[wanted] = number
        self._taken.add(name)
        return name
