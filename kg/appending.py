"""Add to a small file so that nothing is lost: by several writers at a time, and when the machine stops meanwhile."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def append(path: Path, data: bytes) -> None:
    """Add bytes at the end of a file, which is made if need be: all of them or none.

    Writers wait for each other. What stands is copied and replaced in one step, once it is on the disk; a link stays a
    link, and the file that it leads to keeps its mode. Raises ``OSError``.
    """
    target = path.resolve()
    with _held(target) as old:
        _replace(target, old + data)


def take_back(path: Path, data: bytes) -> bool:
    """Cut bytes off the end of a file, where it still ends with them; whether it did. Raises ``OSError``."""
    target = path.resolve()
    with _held(target) as old:
        if not data or not old.endswith(data):
            return False
        _replace(target, old[: -len(data)])
        return True


def _replace(target: Path, data: bytes) -> None:
    """Put a file with these bytes in the place of another in one step."""
    aside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with aside.open("xb") as new:
            with suppress(OSError):
                aside.chmod(stat.S_IMODE(target.stat().st_mode))
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
    _to_disk(target.parent)


@contextmanager
def _held(target: Path) -> Iterator[bytes]:
    """What stands in a file that nobody else adds to meanwhile."""
    try:
        import fcntl
    except ImportError:  # Windows
        with _held_on_windows(target):
            yield target.read_bytes() if target.exists() else b""
        return
    while True:
        handle = os.open(target, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if not _is_still(handle, target):
                continue  # another writer has put a new file in its place while we waited
            yield target.read_bytes()
            return
        finally:
            os.close(handle)


def _is_still(handle: int, target: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), target.stat())
    except FileNotFoundError:
        return False


@contextmanager
def _held_on_windows(target: Path) -> Iterator[None]:
    """There an open file cannot be replaced: a file beside it is locked."""
    import msvcrt

    with target.with_name(f".{target.name}.lock").open("ab") as lock:
        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        yield


def _to_disk(folder: Path) -> None:
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
