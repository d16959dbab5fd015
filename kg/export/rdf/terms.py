"""RDF terms as N-Triples text: the light internal form that every RDF writer shares.

A term is a plain string (``<iri>``, ``"text"@zh-Hans``, ``"812"^^<…integer>``), so a graph of a million triples is
built and sorted without a million objects.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from decimal import Decimal
from functools import cache, lru_cache
from string import ascii_letters, digits
from typing import Final

from kg.errors import UsageError
from kg.export.markup import utf8
from kg.vocab import ZT

PREFIXES: Final[dict[str, str]] = {
    "dcterms": "http://purl.org/dc/terms/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "zt": ZT,
}
_XSD: Final = PREFIXES["xsd"]
_ESCAPES: Final = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"} | {
    code: f"\\u{code:04X}" for code in (*range(9), 11, 12, *range(14, 32), 127)
}
_SCHEME: Final = frozenset(f"{ascii_letters}{digits}+-.")
_FORBIDDEN: Final = frozenset('<>"{}|^`\\') | {chr(code) for code in range(33)}
_DATE_TYPES: Final = {4: "gYear", 7: "gYearMonth", 10: "date"}


def check_base(base: str) -> str:
    """The base IRI, as given. Raises ``UsageError`` where keys, which are paths, cannot be put behind it: in a scheme
    without a hierarchy (``urn:``, ``mailto:``) there are none.
    """
    scheme, mark, rest = base.partition("://")
    if (
        not (mark and scheme.isascii() and scheme[:1].isalpha() and rest.strip("/"))
        or not set(scheme) <= _SCHEME
        or _FORBIDDEN & set(base)
        or {"#", "?"} & set(base)
        or base[-1] != "/"
    ):
        cure = "Give an absolute IRI without # and ? that ends in /, such as https://example.org/kg/"
        raise UsageError(base or "(empty base IRI)", "this is no base IRI", cure)
    return base


@cache
def name(prefixed: str) -> str:
    """The full IRI of a prefixed name.

    >>> name("zt:within")
    '<https://w3id.org/zhengtu/ontology#within>'
    """
    prefix, _, local = prefixed.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def iri(base: str, path: str) -> str:
    """The IRI of a path under the base: Chinese as it is; what an IRI may not hold becomes a hyphen."""
    if _FORBIDDEN.isdisjoint(path):
        return f"<{base}{path}>"
    return f"<{base}{''.join('-' if char in _FORBIDDEN else char for char in path)}>"


def text(value: str, language: str = "") -> str:
    """A literal, with its language tag where one is given."""
    plain = value.isprintable() and '"' not in value and "\\" not in value
    escaped = value if plain else value.translate(_ESCAPES)
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def integer(value: int) -> str:
    """An ``xsd:integer``."""
    return f'"{value}"^^<{_XSD}integer>'


@lru_cache(maxsize=4096)
def decimal(value: float) -> str:
    """An ``xsd:decimal`` with a point and without an exponent. Raises ``ValueError`` for what is no finite number.

    >>> decimal(99790000000.0)
    '"99790000000.0"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    exact = Decimal(repr(float(value)))
    if not exact.is_finite():
        raise ValueError(f"{value} is no finite number")
    digits = format(exact, "f")
    return f'"{digits if "." in digits else digits + ".0"}"^^<{_XSD}decimal>'


def boolean(value: bool) -> str:
    """An ``xsd:boolean``."""
    return f'"{str(value).lower()}"^^<{_XSD}boolean>'


def date(value: str) -> str:
    """A date at the precision of its text: ``xsd:date``, ``xsd:gYearMonth``, ``xsd:gYear``; else a plain literal.

    >>> date("2021-11")
    '"2021-11"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    parts = value.split("-")
    lengths = [len(part) for part in parts]
    whole = lengths in ([4], [4, 2], [4, 2, 2]) and all(part.isascii() and part.isdigit() for part in parts)
    return f'"{value}"^^<{_XSD}{_DATE_TYPES[len(value)]}>' if whole and _exists(parts) else text(value)


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts: the same in every run, on every machine."""
    return hashlib.sha256(utf8("\x1f".join(parts))).hexdigest()[:16]


def _exists(parts: list[str]) -> bool:
    year, month, day = ([int(part) for part in parts] + [1, 1])[:3]
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
