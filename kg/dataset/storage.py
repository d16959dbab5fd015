"""Files wherever they lie: paths of this machine, and what fsspec reaches (s3://, hdfs://, …)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import uuid4

from kg.dataset.address import filesystem, is_address, is_flat
from kg.errors import KgError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_FILE = "file://"
_SPECIAL = frozenset("*?[]")
_CURE = "Make room and check your rights there, or give another place"


class Storage(Protocol):
    """The files under one folder or address, by names that may hold ``/``. It travels to other processes.

    All methods raise ``OutputError`` where the place does not do what it should.
    """

    root: str

    def put(self, name: str, data: bytes) -> None:
        """Write a file at once or not at all."""

    def get(self, name: str, start: int = 0, size: int | None = None) -> bytes | None:
        """So many bytes of a file from ``start`` on, all without ``size``; None where there is no such file."""

    def size(self, name: str) -> int:
        """How many bytes a file has, -1 where there is none."""

    def names(self, folder: str) -> list[str]:
        """The names of all files in a folder, sorted; none where there is no such folder."""

    def drop(self, name: str) -> None:
        """Remove a file, if it is there."""

    def clear(self, folder: str) -> None:
        """Remove a folder with all that is in it, if it is there."""


def storage(root: str) -> Storage:
    """The place of a name. Raises ``UsageError`` for an address that cannot be used."""
    if not is_address(root) or root.startswith(_FILE):
        return Local(os.path.abspath(root.removeprefix(_FILE)))  # noqa: PTH100 (keeps links)
    if _SPECIAL & set(root) or "::" in root:
        raise UsageError(root, "an address to write to may not hold * ? [ ] or ::", "Give another name")
    filesystem(root)
    return Remote(root.rstrip("/"))


class Local:
    """A folder of this machine, or one that several machines share."""

    def __init__(self, root: str) -> None:
        self.root = root

    def put(self, name: str, data: bytes) -> None:
        """See ``Storage``. Two processes may write the same file: each writes a draft, and the last one stands."""
        path = Path(self.root, name)
        draft = path.with_name(f"{path.name}.{uuid4().hex}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise _fault(str(path), error) from error

    def get(self, name: str, start: int = 0, size: int | None = None) -> bytes | None:
        """See ``Storage``."""
        try:
            with Path(self.root, name).open("rb") as file:
                file.seek(start)
                return file.read() if size is None else file.read(size)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _fault(f"{self.root}/{name}", error) from error

    def size(self, name: str) -> int:
        """See ``Storage``."""
        try:
            return Path(self.root, name).stat().st_size
        except OSError:
            return -1

    def names(self, folder: str) -> list[str]:
        """See ``Storage``."""
        found = sorted(path for path in Path(self.root, folder).rglob("*") if path.is_file())
        return [path.relative_to(self.root).as_posix() for path in found]

    def drop(self, name: str) -> None:
        """See ``Storage``."""
        try:
            Path(self.root, name).unlink(missing_ok=True)
        except OSError as error:
            raise _fault(f"{self.root}/{name}", error) from error

    def clear(self, folder: str) -> None:
        """See ``Storage``."""
        shutil.rmtree(Path(self.root, folder), ignore_errors=True)


class Remote:
    """A folder behind an address that fsspec knows (``s3://…``), with the same calls as a local one."""

    def __init__(self, root: str) -> None:
        self.root = root

    def put(self, name: str, data: bytes) -> None:
        """See ``Storage``. A flat store shows a file when all of it is there; others get a draft first."""

        def write(disk: Any, path: str) -> None:
            if is_flat(disk):
                disk.pipe_file(path, data)
                return
            draft = f"{path}.{uuid4().hex}"
            disk.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            disk.pipe_file(draft, data)
            disk.mv_file(draft, path) if hasattr(disk, "mv_file") else disk.mv(draft, path)

        self._done(name, write)

    def get(self, name: str, start: int = 0, size: int | None = None) -> bytes | None:
        """See ``Storage``."""

        def read(disk: Any, path: str) -> bytes | None:
            try:
                found: bytes = disk.cat_file(path, start=start, end=None if size is None else start + size)
            except FileNotFoundError:
                return None
            return found

        return self._done(name, read)

    def size(self, name: str) -> int:
        """See ``Storage``."""

        def measure(disk: Any, path: str) -> int:
            try:
                return int(disk.info(path).get("size") or 0)
            except FileNotFoundError:
                return -1

        return self._done(name, measure)

    def names(self, folder: str) -> list[str]:
        """See ``Storage``."""

        def listing(disk: Any, path: str) -> list[str]:
            found = disk.find(path) if disk.exists(path) else []
            return sorted(f"{folder}/{name[len(path) + 1 :]}" for name in found)

        return self._done(folder, listing)

    def drop(self, name: str) -> None:
        """See ``Storage``."""
        self._done(name, lambda disk, path: disk.rm_file(path) if disk.exists(path) else None)

    def clear(self, folder: str) -> None:
        """See ``Storage``."""
        for name in self.names(folder):
            self.drop(name)

    def _done(self, name: str, act: Callable[[Any, str], T]) -> T:
        disk, path = filesystem(self.root)
        try:
            return act(disk, f"{path}/{name}")
        except KgError:
            raise
        except Exception as error:  # every file system raises its own
            raise _fault(f"{self.root}/{name}", error) from error


def _fault(place: str, error: Exception) -> OutputError:
    cause = f"the place cannot be read or written: {getattr(error, 'strerror', None) or error}"
    return OutputError(place, cause, _CURE)
