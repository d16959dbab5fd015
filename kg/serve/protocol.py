"""SPARQL 1.1 Protocol, the query half: GET, POST with a form, POST with the query itself. Updates are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from kg.serve.media import SHORT
from kg.serve.reply import Job, Reply, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
LONGEST: Final = 1024 * 1024
"""No request is longer than this, in bytes."""
_ONLY_READ: Final = "This endpoint only reads: it takes queries, no updates. Build the graph again to change it."


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request as far as the service looks at it: method, query, media types and body."""

    method: str
    parameters: str
    kind: str = ""
    body: bytes = b""
    accept: str = ""


def job(request: Request) -> Job | Reply:
    """The job that a request asks for, or the reply that says why there is none."""
    try:
        pairs = _pairs(request)
    except UnicodeDecodeError:
        return worded(400, "The request is not in UTF-8.")
    if isinstance(pairs, Reply):
        return pairs
    named: dict[str, list[str]] = {}
    for name, value in pairs:
        named.setdefault(name, []).append(value)
    return _refused(named) or _job(named, request.accept)


def _pairs(request: Request) -> list[tuple[str, str]] | Reply:
    """The parameters of the address and of the body."""
    found = parse_qsl(request.parameters, keep_blank_values=True, errors="strict")
    if request.method != "POST":
        return found
    kind = request.kind.partition(";")[0].strip().lower()
    if kind == UPDATE:
        return worded(403, _ONLY_READ)
    if kind == QUERY:
        if any(name == "query" for name, _ in found):
            return worded(400, "The query stands twice: in the address and in the body. Send it once.")
        return [*found, ("query", request.body.decode("utf-8"))]
    if kind == FORM:
        return [*found, *parse_qsl(request.body.decode("utf-8"), keep_blank_values=True, errors="strict")]
    return worded(415, f"A query is posted as {QUERY} or {FORM}, not as {kind or 'nothing'}.")


def _refused(named: Mapping[str, list[str]]) -> Reply | None:
    if "update" in named:
        return worded(403, _ONLY_READ)
    if any(value for name in ("default-graph-uri", "named-graph-uri") for value in named.get(name, ())):
        return worded(400, "There is one graph here, the default one: leave out default-graph-uri and named-graph-uri.")
    if len(named.get("query", ())) != 1:
        return worded(400, "Send exactly one query, in the parameter query.")
    return None


def _job(named: Mapping[str, list[str]], accept: str) -> Job | Reply:
    wanted = next(iter(named.get("format", ())), "")
    if wanted and wanted not in SHORT:
        return worded(400, f"There is no format {wanted!r}. Name one of: {', '.join(SHORT)}.")
    return Job("query", named["query"][0], SHORT[wanted] if wanted else accept)
