"""The bare words of a SPARQL text, its strings, IRIs, names, variables and comments left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(
    r"""
    \#[^\n\r]*                                                       # a comment
    | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}  # a long string
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'                      # a string
    | <[^<>"{}|^`\\\x00-\x20]*>                                      # an IRI
    | [?$@]\w+                                                       # a variable or a language tag
    | [^\W\d_][\w.-]*:[^\s<>(){}"';,]* | :[^\s<>(){}"';,]*           # a prefixed name
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
