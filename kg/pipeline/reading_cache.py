"""A cache of readings on disk: what has been read once is not read again until its bytes, or what reads them, change.

An entry stands under the hash of all that a reading depends on: the bytes of its source, the options, the home, and
every file of the program and of its lexicons that has a part in reading. So nothing ever has to be invalidated, two
builds may use one cache at the same time, and a build that was stopped goes on where it was. An entry is MessagePack of
plain values, checked against the model when it is loaded, and under the user's seal (``kg.seal``): what another has put
there, or changed, is not believed, and the text is read.
"""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.floors import READING
from kg.model import Reading  # noqa: TC001 (entries are checked against it at run time)
from kg.seal import KEY, inflated, place, sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ROOMS = (*READING, "pipeline")
_KINDS = frozenset({".py", ".toml", ".tsv", ".txt"})
_READERS = ("charset-normalizer", "lxml", "opencc", "pyarrow", "pypdfium2", "python-docx", "rjieba", "trafilatura")
_FAST = 1  # zlib: four times smaller at little cost
_LARGEST = 1 << 29
"""Bytes of a reading; the longest article's has a tenth."""


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """A reading with the id that its text asked for, which another text may have got in a later build."""

    wanted: str
    reading: Reading


@dataclass(frozen=True)
class ReadingCache:
    """The readings under a folder; ``depends``: all that they depend on besides their sources."""

    folder: Path
    depends: tuple[str, ...]

    @staticmethod
    def at(folder: str | Path, *depends: str) -> ReadingCache:
        """The shelf of a folder, which is made if need be. Raises ``OutputError`` where it cannot be."""
        path = Path(folder)
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cause = f"the cache cannot be made: {error.strerror or error}"
            raise OutputError(
                str(folder), cause, "Give the path of a folder that you may write with --cache"
            ) from error
        return ReadingCache(path, depends)

    def __reduce__(self) -> tuple[type[ReadingCache], tuple[Path, tuple[str, ...]]]:
        return ReadingCache, (self.folder, self.depends)

    def key(self, *parts: str | bytes) -> str:
        """The key of a source that is told apart by these parts."""
        return _fed(self._base.copy(), parts).hexdigest()

    @cached_property
    def _base(self) -> hashlib._Hash:
        return _fed(hashlib.sha256(fingerprint().encode()), self.depends)

    def get(self, key: str) -> CacheEntry | None:
        """What stands under a key; None where nothing does, or nothing whole."""
        import msgspec

        try:
            with self._path(key).open("rb") as file:
                data = unsealed(file.read(_LARGEST), key)
            return msgspec.msgpack.decode(inflated(data, _LARGEST), type=CacheEntry) if data else None
        except (OSError, zlib.error, msgspec.MsgspecError, ValueError):  # the last: a text that is no UTF-8
            return None

    def put(self, key: str, kept: CacheEntry) -> None:
        """Stand a reading under a key, at once or not at all. Raises ``OutputError`` where it cannot be written."""
        import msgspec

        path, data = self._path(key), sealed(zlib.compress(msgspec.msgpack.encode(kept), _FAST), key)
        if data is None:
            cause = f"no reading can be kept: the key {_place()} cannot be made, or others may read it"
            cure = f"Let it be yours alone (chmod 600), name another file with {KEY}, or build without --cache"
            raise OutputError(str(self.folder), cause, cure)
        draft = path.with_suffix(f".{os.getpid()}-{get_ident()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            cause = f"the cache cannot be written: {error.strerror or error}"
            raise OutputError(str(self.folder), cause, "Make room for it, or build without --cache") from error

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.reading"


def _place() -> str:
    try:
        return str(place())
    except RuntimeError:
        return "of a user without a home"


def _fed(digest: hashlib._Hash, parts: Iterable[str | bytes]) -> hashlib._Hash:
    """The hash with more parts in it, each with its length, so that no two rows of parts look alike."""
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest


def fingerprint(house: Path = Path(__file__).parents[1]) -> str:
    """The hash of everything in the program that has a part in reading: code, lexicons, packages, Python's Unicode."""
    start = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    return _fed(start, (part for pair in (*_packages(), *_sources(house)) for part in pair)).hexdigest()


def contents(folder: Path) -> str:
    """The hash of a folder of lexicons that are not the program's own."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in _KINDS)
    return _fed(hashlib.sha256(), (part for path in found for part in (path.name, path.read_bytes()))).hexdigest()


def _packages() -> Iterator[tuple[str, bytes]]:
    from importlib import metadata

    for name in _READERS:
        try:
            yield name, metadata.version(name).encode()
        except metadata.PackageNotFoundError:
            yield name, b""


def _sources(house: Path) -> Iterator[tuple[str, bytes]]:
    rooms = [path for room in _ROOMS for path in (house / room).rglob("*")]
    found = [path for path in (*rooms, *(house / f"{room}.py" for room in _ROOMS)) if path.suffix in _KINDS]
    for path in sorted(path for path in found if path.is_file()):
        yield path.relative_to(house).as_posix(), path.read_bytes()
