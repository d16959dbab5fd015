"""The light terms taken apart again, for the writers that are not plain text."""

from __future__ import annotations

import json
from typing import NamedTuple


class Term(NamedTuple):
    """An IRI, or a literal with its language or datatype (full IRI); both are empty for a plain string."""

    value: str
    is_iri: bool
    language: str = ""
    datatype: str = ""


def parse(term: str) -> Term:
    r"""One term of the light form.

    >>> parse('"a\\nb"@en')
    Term(value='a\nb', is_iri=False, language='en', datatype='')
    """
    if term[0] == "<":
        return Term(term[1:-1], True)
    end = term.rindex('"')
    value, tail = _unescape(term[1:end]), term[end + 1 :]
    if tail.startswith("@"):
        return Term(value, False, tail[1:])
    return Term(value, False, "", tail[3:-1])


def _unescape(value: str) -> str:
    """A literal's characters: all escapes that ``terms.text`` makes are those of JSON."""
    return str(json.loads(f'"{value}"')) if "\\" in value else value
