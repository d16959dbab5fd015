"""What is asked of a worker, and what comes back: an HTTP status, a media type and bytes, within a limit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from kg.query.answer import KNOWN

LARGEST: Final = 64 * 1024 * 1024
"""No answer is longer than this, in bytes."""
HELD: Final = 1024 * 1024
"""A longer answer goes into a file, from which the server sends it piece by piece."""
PLAIN: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Job:
    """What to do: ``query`` (SPARQL), ``node`` (the path of a node under the base IRI) or ``reconcile`` (JSON), and
    what the client takes.

    ``spill``: the file where a long answer goes.
    """

    kind: str
    text: str
    accept: str
    spill: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: an HTTP status, a media type, and the bytes; or the ``file`` that holds them, and their number.

    ``opened``: that file, once it has come to the server.
    """

    status: int
    media: str
    body: bytes
    file: str = ""
    length: int = 0
    opened: IO[bytes] | None = None


def worded(status: int, words: str) -> Reply:
    """A reply in plain words."""
    return Reply(status, PLAIN, f"{words}\n".encode())


def written(found: Any, kind: str, form: Any, spill: str = "") -> Reply:
    """What the store found, in the chosen format. Raises ``TooLongError``."""
    import pyoxigraph as ox

    out: Any = _Capped(spill)
    try:
        if isinstance(found, ox.QueryTriples):
            ox.serialize(found, out, format=form, prefixes=KNOWN)
        else:
            found.serialize(out, format=form)
    finally:
        body, file = out.taken()
    return Reply(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, body, file, out.length)


class TooLongError(OSError):
    """Raised where an answer is longer than the service may send."""


class _Capped:
    """A file that takes so much and no more; in memory as long as it is short."""

    def __init__(self, spill: str) -> None:
        self.length = 0
        self._parts: list[bytes] = []
        self._spill = spill
        self._file: IO[bytes] | None = None

    def write(self, data: bytes) -> int:
        self.length += len(data)
        if self.length > LARGEST:
            raise TooLongError("the answer is too long")
        if self._file is None and self._spill and self.length > HELD:
            self._file = Path(self._spill).open("wb")  # noqa: SIM115 (closed in ``taken``)
            self._file.writelines(self._parts)
            self._parts = []
        if self._file is None:
            self._parts.append(bytes(data))
        else:
            self._file.write(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> tuple[bytes, str]:
        """The bytes, or the file where they stand."""
        if self._file is None:
            return b"".join(self._parts), ""
        self._file.close()
        return b"", self._spill
