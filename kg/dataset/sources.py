"""What is to be read, wherever it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.dataset.address import filesystem, found_under, is_address
from kg.errors import UsageError
from kg.ingest.files import SUFFIXES, sources
from kg.ingest.read import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(paths: Iterable[str | Path]) -> tuple[tuple[str, int], ...]:
    """The files under all paths and addresses with their sizes in bytes, each once, in the order of their names.

    Raises ``UsageError`` for a path that does not exist and a folder in which there is nothing to read.
    """
    given = [str(path) for path in paths]
    local = [path for path in given if not is_address(path)]
    found = {name: _size(name) for name in (sources(local) if local else ())}
    for address in given:
        if is_address(address):
            found |= _wanted(address)
    if not found:
        raise UsageError("kg build", "nothing is named that could be read", "Name files, folders or addresses")
    return tuple(sorted(found.items()))


def fetch(name: str, folder: str, most: int) -> bytes:
    """The bytes of a source; a relative name starts at ``folder``.

    Raises ``InputError`` where they cannot be read or are more than ``most``.
    """
    if not is_address(name):
        return bytes_of(str(Path(folder, name)), most)

    def opened() -> Any:
        disk, path = filesystem(name)
        return disk.open(path, "rb")

    return bytes_of(name, most, opened)


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return 0


def _wanted(address: str) -> dict[str, int]:
    """What of an address is read; hidden files are left out, a file that is named itself is read."""
    found = found_under(address)
    top = address.rstrip("/")
    files = {
        name: size
        for name, size in found.items()
        if name == top or (name.lower().endswith(SUFFIXES) and "/." not in name[len(top) :])
    }
    if not files:
        raise UsageError(address, "there is nothing to read", f"Give files of these kinds: {' '.join(SUFFIXES)}")
    return files
