"""What may be asked: reading queries that stay on this machine. Updates and ``SERVICE`` are refused before they run."""

from __future__ import annotations

from kg.errors import UsageError
from kg.text.sparql import words

_HEADS = frozenset({"PREFIX", "BASE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


def check(query: str, source: str) -> None:
    """Raises ``UsageError`` with line and column for an update, for ``SERVICE``, and for a query without a word."""
    body = [(word, at) for word, at in words(query) if word not in _HEADS]
    if not body:
        cure = "Give SELECT, ASK, CONSTRUCT or DESCRIBE, or see: kg query --list"
        raise UsageError(source, "there is no query in it", cure)
    word, at = body[0]
    if word in _UPDATES:
        cure = "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; change the graph by building it again"
        raise UsageError(where(query, at, source), f"{word} would change the graph, and graphs are only read", cure)
    for word, at in body:
        if word == "SERVICE":
            cure = "Ask the other server on its own, or load its data into a file"
            raise UsageError(where(query, at, source), "SERVICE asks another server, and queries stay here", cure)


def where(query: str, at: int, source: str) -> str:
    r"""The place of an offset, for people.

    >>> where("SELECT *\n{ SERVICE", 11, "the query")
    'the query, line 2, column 3'
    """
    before = query[:at].split("\n")
    return f"{source}, line {len(before)}, column {len(before[-1]) + 1}"
