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

_TAG = re.compile(r"""(["'])[A-Za-z0-9-]*\1""")
_COMPARED = re.compile(
    r"""
    LANG\s*\(\s*[?$]\w+\s*\)\s*(?:!?=|(?:NOT\s+)?IN\s*\()
    (?P<tags>(?:\s*,?\s*(?:"[^"\\\n]*"|'[^'\\\n]*'))+)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(query: str) -> Iterator[tuple[str, int]]:
    """Keywords and functions in upper case, each with its offset.

    >>> [word for word, _ in words('SELECT ?service { ?s <a:insert> "DELETE" } # load')]
    ['SELECT']
    """
    for piece in _PIECE.finditer(query):
        if piece["word"]:
            yield piece["word"].upper(), piece.start()


def lower_tags(query: str) -> tuple[str, tuple[str, ...]]:
    """The query with the language tags that it compares with ``LANG(…)`` in lower case, and those tags.

    RDF compares tags without regard to case, a store may keep them in lower case, and SPARQL compares what ``LANG``
    gives letter by letter: so a query finds what it finds where tags are kept as they were written. No offset changes.

    >>> lower_tags('SELECT * { ?s ?p ?l FILTER(LANG(?l) = "zh-Hans") }')
    ('SELECT * { ?s ?p ?l FILTER(LANG(?l) = "zh-hans") }', ('zh-hans',))
    """
    places: list[tuple[int, int]] = []
    last = (0, 0)  # the string before this piece
    for piece in _PIECE.finditer(query):
        if piece[0][0] in "\"'":
            last = piece.span()
        elif piece["word"] and piece["word"].upper() == "LANG":
            if last[1] and query[last[1] : piece.start()].strip() in {"=", "!="}:
                places += [last] if _TAG.fullmatch(query, *last) else []
            if compared := _COMPARED.match(query, piece.start()):
                at = compared.start("tags")
                places += [(at + tag.start(), at + tag.end()) for tag in _TAG.finditer(compared["tags"])]
    for start, end in places:
        query = query[:start] + query[start:end].lower() + query[end:]
    return query, tuple(query[start + 1 : end - 1] for start, end in places)


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
