"""The files of a package while it is put together: their bytes, what each is, and its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.table import Table

FORMATS: Final = {
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ttl": "text/turtle",
    ".md": "text/markdown",
    ".sql": "application/sql",
    ".json": "application/json",
    ".cff": "text/yaml",
    ".graphml": "application/graphml+xml",
    ".parquet": "application/vnd.apache.parquet",
}


@dataclass(frozen=True, slots=True)
class File:
    """``path`` in the package; ``about`` in one line; ``table`` where it holds one."""

    path: str
    data: bytes
    about: str
    table: Table | None = None

    @property
    def format(self) -> str:
        """Its media type."""
        return FORMATS[f".{self.path.rpartition('.')[2]}"]

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


def checksums(files: Iterable[File]) -> bytes:
    """``SHA256SUMS``, which ``sha256sum -c`` reads."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path)).encode()
