"""One query over one store: rows for SELECT, a truth for ASK, triples for CONSTRUCT and DESCRIBE."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.export.rdf.terms import PREFIXES
from kg.query.guard import check, where
from kg.text.sparql import lower_tags, undeclared

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

_MORE: Final = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
}
KNOWN: Final[dict[str, str]] = {**PREFIXES, **_MORE}
"""Prefixes that a query may use without declaring them."""

_TAGS: Final = 'SELECT DISTINCT ?tag { ?s ?p ?o BIND(LANG(?o) AS ?tag) FILTER(?tag != "") }'
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: ``columns`` and ``rows`` of a SELECT (numbers as numbers, unbound as ``None``), the ``truth`` of
    an ASK, or the ``turtle`` of a CONSTRUCT or DESCRIBE. ``note``: why there are no rows, where that can be told.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    truth: bool | None = None
    turtle: str | None = None
    note: str = ""


def ask(store: ox.Store, query: str, source: str = "the query") -> Answer:
    """The answer. Raises ``UsageError`` for a wrong query (with line and column), an update, and ``SERVICE``."""
    import pyoxigraph as ox

    with asked(store, query, source) as found:
        if isinstance(found, ox.QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, ox.QueryTriples):
            made = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=KNOWN)
            return Answer(turtle=(made or b"").decode())
        columns = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(_cell(term) for term in row) for row in found)
    return Answer(columns, rows, note="" if rows else _nothing(store, query))


def _nothing(store: ox.Store, query: str) -> str:
    """Why an answer is empty that compares language tags, if that is why."""
    tags = lower_tags(query)[1]
    if not tags:
        return ""
    rows: Any = store.query(_TAGS)
    there = sorted(str(row[0].value) for row in rows)
    lost = [tag for tag in tags if tag not in there]
    return f"no text has the language tag {', '.join(lost)}; there are: {', '.join(there)}" if lost else ""


@contextmanager
def asked(store: ox.Store, query: str, source: str = "the query") -> Iterator[Any]:
    """What the store answers, as it comes: solutions, triples or a truth. Raises as ``ask`` does, also while read."""
    check(query, source)
    try:
        yield store.query(lower_tags(query)[0], prefixes=KNOWN)
    except SyntaxError as error:
        raise _syntax(query, str(error), source) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(source, f"the query cannot be answered: {error}", "Ask something simpler") from error


def _cell(term: Any) -> Cell:
    """A term as a plain value: the characters of an IRI or a text, a number as a number."""
    if term is None:
        return None
    kind = getattr(getattr(term, "datatype", None), "value", "")
    value = str(getattr(term, "value", term))
    try:
        if kind.endswith("#integer"):
            return int(value)
        if kind.endswith(("#decimal", "#double")):
            number = float(value)
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
    except ValueError:
        return value
    return value == "true" if kind.endswith("#boolean") else value


def _syntax(query: str, message: str, source: str) -> UsageError:
    """``error at 2:22: expected one of …`` told as place, cause and cure."""
    if lost := undeclared(query, KNOWN):
        cause, cure = (
            f"nobody declared the prefix {lost[0]}:",
            f"Declare it with PREFIX; known are: {', '.join(sorted(KNOWN))}",
        )
        return UsageError(where(query, lost[1], source), cause, cure)
    head, _, detail = message.partition(": ")
    line, _, column = head.rpartition(" ")[2].partition(":")
    place = f"{source}, line {line}, column {column}" if line.isdigit() and column.isdigit() else source
    seen = _seen(query, line, column)
    return UsageError(place, f"the query breaks off here{seen}: {detail or message}", "Mend it there")


def _seen(query: str, line: str, column: str) -> str:
    """The characters at which the query cannot be read on."""
    lines = query.split("\n")
    if not (line.isdigit() and column.isdigit() and 0 < int(line) <= len(lines)):
        return ""
    rest = lines[int(line) - 1][int(column) - 1 :].strip()[:20]
    return f", at “{rest}”" if rest else ", at the end of the line"


__all__ = ["KNOWN", "Answer", "Cell", "ask", "where"]
