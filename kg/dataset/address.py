"""Addresses of other file systems: ``s3://bucket/news``. Only here is fsspec known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

_FLAT = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "oss"})
"""Stores without folders, where to make one could be to make a bucket."""
_CURE = "Check the address and your rights there; a worker must reach it by the same name"


def is_address(path: str | Path) -> bool:
    """Whether a path names a file system: ``s3://bucket/news``, ``hdfs://…``, ``file:///…``."""
    return "://" in str(path)


def filesystem(address: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path in it.

    Raises ``UsageError`` where the package that it needs is missing, and where it cannot be reached.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        cause = "the package fsspec is needed for addresses"
        raise UsageError(address, cause, "pip install 'zhengtu[cluster]'") from error
    try:
        disk, path = url_to_fs(address, use_listings_cache=False)  # other processes write there
    except (ImportError, ValueError, OSError) as error:
        raise UsageError(address, f"the file system cannot be reached: {error}", _CURE) from error
    return disk, path.rstrip("/")


def is_flat(disk: Any) -> bool:
    """Whether a file system has no folders."""
    named = (disk.protocol,) if isinstance(disk.protocol, str) else tuple(disk.protocol)
    return bool(_FLAT & set(named))


def found_under(address: str) -> dict[str, int]:
    """The address of every file under an address, or of itself, with its size. Raises ``UsageError``."""
    disk, path = filesystem(address)
    try:
        found = disk.find(path, detail=True)
        return {disk.unstrip_protocol(name): int(details.get("size") or 0) for name, details in found.items()}
    except KgError:
        raise
    except Exception as error:  # every file system raises its own
        raise UsageError(address, f"the address cannot be listed: {error}", _CURE) from error
