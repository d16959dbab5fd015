"""One build at a time in one folder. The lock is the system's: it goes when its process does."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from kg.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HELD: Final[list[int]] = []
"""The locks that this process holds or asks for."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` for the length of a ``with``. Raises ``OutputError`` where another build holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    _HELD.append(handle)
    try:
        if not _taken(handle):
            cause = "another build is writing into this folder"
            raise OutputError(str(path.parent.parent), cause, "Wait until it is done, or give another folder with -o")
        yield
    finally:
        _HELD.remove(handle)
        os.close(handle)


def _leave() -> None:
    """In a forked process: the lock is its parent's alone, and goes with it also where this process lives on."""
    while _HELD:
        os.close(_HELD.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave)


def _taken(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _taken_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _taken_on_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return False
    return True
