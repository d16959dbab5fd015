"""Files wherever they lie: paths of this machine, and what fsspec reaches (s3://, hdfs://, …)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kg.errors import InputError, KgError, OutputError, UsageError
from kg.ingest.files import SUFFIXES, sources

if TYPE_CHECKING:
    from collections.abc import Iterable

_FLAT = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "oss"})
"""Stores without folders, where to make one could be to make a bucket."""
_CURE = "Check the address and your rights there; a worker must reach it by the same name"


def is_url(path: str | Path) -> bool:
    """Whether a path names a file system: ``s3://bucket/news``, ``hdfs://…``, ``file:///…``."""
    return "://" in str(path)


def listed(paths: Iterable[str | Path]) -> tuple[tuple[str, int], ...]:
    """The files under all paths with their sizes in bytes (-1: not known), each once, in the order of their names.

    Raises ``UsageError`` for a path that does not exist and a folder in which there is nothing to read.
    """
    given = [str(path) for path in paths]
    local = [path for path in given if not is_url(path)]
    found = {name: _size(name) for name in (sources(local) if local else ())}
    for url in given:
        if is_url(url):
            found |= _under(url)
    return tuple(sorted(found.items()))


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return -1


def _under(url: str) -> dict[str, int]:
    try:
        disk, path = filesystem(url)
        found = disk.find(path, detail=True)
    except KgError:
        raise
    except Exception as error:  # every file system raises its own
        raise UsageError(url, f"the address cannot be listed: {error}", _CURE) from error
    files = {
        disk.unstrip_protocol(name): int(told.get("size") or 0)
        for name, told in found.items()
        if name == path or (name.lower().endswith(SUFFIXES) and "/." not in name[len(path) :])
    }
    if not files:
        raise UsageError(url, "there is nothing to read", f"Give files of these kinds: {' '.join(SUFFIXES)}")
    return files


def filesystem(url: str) -> tuple[Any, str]:
    """The fsspec file system of an address and the path in it. Raises ``UsageError`` where its package is missing."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(url, "the package fsspec is needed for addresses", "pip install 'zhengtu[cluster]'") from error
    try:
        disk, path = url_to_fs(url, use_listings_cache=False)  # other processes write there
    except (ImportError, ValueError) as error:
        raise UsageError(url, f"the file system cannot be reached: {error}", _CURE) from error
    return disk, path


def fetch(name: str, most: int) -> bytes:
    """The bytes of a source. Raises ``InputError`` where they cannot be read or are more than ``most``."""
    try:
        if is_url(name):
            disk, path = filesystem(name)
            with disk.open(path, "rb") as file:
                data: bytes = file.read(most + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(most + 1)
    except Exception as error:
        cause = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        raise InputError(name, cause, "Check that it is still there and that you may read it") from error
    if len(data) > most:
        raise InputError(name, f"the file has more than {most} bytes", "Cut it into smaller files and give those")
    return data


def _protocols(disk: Any) -> tuple[str, ...]:
    return (disk.protocol,) if isinstance(disk.protocol, str) else tuple(disk.protocol)


class Storage:
    """The files under one folder or address, by names that may hold ``/``. It travels to other processes."""

    def __init__(self, root: str) -> None:
        self.root = root.rstrip("/") if is_url(root) else os.path.abspath(root)  # noqa: PTH100 (keeps links)

    def under(self, folder: str) -> Storage:
        """A folder in it."""
        return Storage(f"{self.root}/{folder}")

    def put(self, name: str, data: bytes) -> None:
        """Write a file at once or not at all. Raises ``OutputError``."""
        try:
            disk, path = self._at(name)
            draft = f"{path}.{uuid4().hex}"  # two processes may write the same: each its own, and the last one stands
            if not _FLAT & set(_protocols(disk)):
                disk.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            disk.pipe_file(draft, data)
            disk.mv(draft, path)
        except OSError as error:
            cause = f"the output cannot be written: {error.strerror or error}"
            raise OutputError(f"{self.root}/{name}", cause, "Make room, or give another folder with -o") from error

    def get(self, name: str, start: int = 0, end: int | None = None) -> bytes | None:
        """The bytes of a file from ``start`` to ``end``; None where there is no such file."""
        disk, path = self._at(name)
        try:
            data: bytes = disk.cat_file(path, start=start, end=end)
        except FileNotFoundError:
            return None
        return data

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        disk, path = self._at(name)
        return bool(disk.exists(path))

    def names(self, folder: str) -> list[str]:
        """The names of all files in a folder, sorted; none where there is no such folder."""
        disk, path = self._at(folder)
        found = disk.find(path, withdirs=False) if disk.exists(path) else []
        return sorted(f"{folder}/{name[len(path) + 1 :]}" for name in found)

    def drop(self, name: str) -> None:
        """Remove a file or a folder with all that is in it, if it is there."""
        disk, path = self._at(name)
        if disk.exists(path):
            disk.rm(path, recursive=True)

    def _at(self, name: str) -> tuple[Any, str]:
        return filesystem(f"{self.root}/{name}")
