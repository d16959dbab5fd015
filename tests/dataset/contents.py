"""What a dataset holds, whatever its parts."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def quads(folder: Path) -> set[str]:
    """The lines of all its N-Quads."""
    parts = (gzip.decompress(path.read_bytes()).decode() for path in sorted((folder / "quads").iterdir()))
    return {line for part in parts for line in part.splitlines()}


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of all parts of a table, by their ids."""
    from pyarrow import parquet

    found = [row for path in sorted((folder / table).iterdir()) for row in parquet.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: str(row["id"]))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a dataset with its bytes."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".kg" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}
