"""The bare words and the prefixes of a SPARQL text; its strings, IRIs, variables and comments are passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_PIECE = re.compile(
    r"""
    \#[^\n\r]*                                                       # a comment
    | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}  # a long string
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'                      # a string
    | <[^<>"{}|^`\\\x00-\x20]*>                                      # an IRI
    | [?$@]\w+                                                       # a variable or a language tag
    | (?P<prefix>[^\W\d_][\w.-]*|):[^\s<>(){}"';,]*                   # a prefixed name
    | (?P<word>[^\W\d_]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)


def words(query: str) -> Iterator[tuple[str, int]]:
    """Keywords and functions in upper case, each with its offset.

    >>> [word for word, _ in words('SELECT ?service { ?s <a:insert> "DELETE" } # load')]
    ['SELECT']
    """
    for piece in _PIECE.finditer(query):
        if piece["word"]:
            yield piece["word"].upper(), piece.start()


def undeclared(query: str, known: Collection[str]) -> tuple[str, int] | None:
    """The first prefix that is neither known nor declared before it is used, with its offset.

    >>> undeclared("PREFIX a: <a:> SELECT * { a:b c:d ?o }", ())
    ('c', 30)
    """
    declared, heading = set(known), False
    for piece in _PIECE.finditer(query):
        if piece["prefix"] is None:
            heading = piece["word"] is not None and piece["word"].upper() == "PREFIX"
        elif heading:
            declared.add(piece["prefix"])
            heading = False
        elif piece["prefix"] not in declared:
            return piece["prefix"], piece.start()
    return None
