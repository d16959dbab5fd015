"""What the server does and sends back: a job, a reply, and an answer written with a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from kg.query.answer import KNOWN

LARGEST: Final = 64 * 1024 * 1024
"""No answer is longer than this, in bytes."""
PLAIN: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Job:
    """What to do: ``query`` (SPARQL) or ``node`` (the path of a node under the base IRI), and what the client takes."""

    sort: str
    text: str
    accept: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: an HTTP status, a media type, the bytes."""

    status: int
    media: str
    body: bytes


def told(status: int, words: str) -> Reply:
    """A reply in plain words."""
    return Reply(status, PLAIN, f"{words}\n".encode())


def written(found: Any, kind: str, form: Any) -> Reply:
    """What the store found, in the chosen format. Raises ``TooLongError``."""
    import pyoxigraph as ox

    out: Any = _Capped()
    if isinstance(found, ox.QueryTriples):
        ox.serialize(found, out, format=form, prefixes=KNOWN)
    else:
        found.serialize(out, format=form)
    return Reply(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, b"".join(out.parts))


class TooLongError(OSError):
    """The answer passes the limit."""


class _Capped:
    """A file in memory that takes so much and no more."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.length = 0

    def write(self, data: bytes) -> int:
        self.length += len(data)
        if self.length > LARGEST:
            raise TooLongError("the answer is too long")
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""
