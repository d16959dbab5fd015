"""Answers to jobs, made beside the server in a process of their own that may be killed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.query.answer import KNOWN, asked
from kg.serve import media

if TYPE_CHECKING:
    import pyoxigraph as ox

LARGEST: Final = 64 * 1024 * 1024
"""No answer is longer than this, in bytes."""
PLAIN: Final = "text/plain; charset=utf-8"
_TAKEN: Final = ", ".join([*media.RESULTS, *media.TRIPLES])


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


def answer(store: ox.Store, base: str, job: Job) -> Reply:
    """The reply to a job: 400 for a query that is wrong or refused, 406 for media nobody offers, 500 for too much."""
    from kg.serve.node import node

    try:
        return node(store, base, job) if job.sort == "node" else _query(store, job)
    except TooLongError:
        return told(500, f"The answer is longer than {LARGEST // 1024 // 1024} MiB. Ask for less, or add LIMIT.")
    except UsageError as error:
        if isinstance(error.__cause__, TooLongError):
            return told(500, f"The answer is longer than {LARGEST // 1024 // 1024} MiB. Ask for less, or add LIMIT.")
        return told(400, str(error))


def _query(store: ox.Store, job: Job) -> Reply:
    import pyoxigraph as ox

    with asked(store, job.text) as found:
        graphs = isinstance(found, ox.QueryTriples)
        chosen: Any = media.triples(job.accept) if graphs else media.results(job.accept)
        if chosen is None:
            offered = ", ".join(media.TRIPLES if graphs else media.RESULTS)
            return told(406, f"This query can be answered as: {offered}.")
        return written(found, *chosen)


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
