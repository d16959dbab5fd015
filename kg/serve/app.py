"""The ASGI application: which address leads where. The work is done in the pool."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.query import shipped
from kg.serve import media, protocol
from kg.serve.description import description
from kg.serve.page import environment
from kg.serve.reconcile import requests
from kg.serve.reconcile.service import manifest
from kg.serve.reply import Job, Reply, worded
from kg.serve.streaming import Flight
from kg.terms_page import terms_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from kg.serve.pool import Pool

_VIEW: Final = "graph.html"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_TERMS: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
_BODY: Final = 10.0
"""Seconds that a client has to send the body of a request."""
_ALWAYS: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Vary": "Accept"}
_HEADERS: Final = {**_ALWAYS, "Content-Security-Policy": _POLICY}


def application(pool: Pool, output: Path, hosts: Sequence[str] = ("*",), origins: Sequence[str] = ()) -> Starlette:
    """The application over a pool; ``output`` is where the view lies.

    Only by the names of ``hosts`` may it be called. Pages of ``origins`` (``https://example.org``, ``*`` for all) may
    ask it from a browser and read the answers.
    """
    server = _Server(pool, (output if output.is_dir() else output.parent) / _VIEW, frozenset(origins))
    static = StaticFiles(directory=Path(__file__).parent / "static")
    routes = [
        Route("/", server.view),
        Route("/sparql", server.sparql, methods=["GET", "HEAD", "POST"]),
        Route("/query", server.query),
        Route("/ontology", server.ontology),
        *(Route(path, server.reconcile, methods=["GET", "HEAD", "POST"]) for path in requests.PATHS),
        Mount("/static", static),
        Route("/{path:path}", server.node),
    ]
    around = [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))]
    if origins:
        around.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(origins),
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["Accept", "Content-Type"],
            )
        )
    return Starlette(routes=routes, middleware=around)


class _Server:
    """The endpoints."""

    def __init__(self, pool: Pool, view: Path, origins: frozenset[str]) -> None:
        self.pool, self.file, self.origins, self.flight = pool, view, origins, Flight()

    async def view(self, _: Request) -> Response:
        """The picture of the graph as it was built; where there is none, the query page."""
        if not self.file.is_file():
            return RedirectResponse("/query", 307)
        return FileResponse(self.file, headers={**_ALWAYS, "Content-Security-Policy": "frame-ancestors 'none'"})

    async def query(self, _: Request) -> Response:
        """The query page with the shipped queries."""
        return _html(environment().get_template("query.html").render(shipped=_queries(self.pool.base)))

    async def ontology(self, _: Request) -> Response:
        """The terms, explained."""
        return _html(terms_page(), _TERMS)

    async def sparql(self, request: Request) -> Response:
        """The endpoint: a page where a browser asks nothing, a service description where a program asks nothing."""
        accept = request.headers.get("accept", "")
        if request.method != "POST" and not request.url.query:
            return await self.query(request) if "text/html" in accept else _response(description(request.url, accept))
        if self._from_elsewhere(request):
            return _response(worded(403, "Pages of other sites may not ask here (kg serve --cors ORIGIN lets them)."))
        body = await _body(request)
        if isinstance(body, Reply):
            return _response(body)
        kind = request.headers.get("content-type", "")
        asked = protocol.Request(request.method, request.url.query, kind, body, accept)
        made = protocol.job(asked)
        return await self._reply(request, made) if isinstance(made, Job) else _response(made)

    async def reconcile(self, request: Request) -> Response:
        """The Reconciliation Service API: what it is where nothing is asked."""
        if self._from_elsewhere(request):
            return _response(worded(403, "Pages of other sites may not ask here (kg serve --cors ORIGIN lets them)."))
        body = await _body(request)
        made = body if isinstance(body, Reply) else requests.job(request.url.path, request.url.query, body)
        if made is None:
            address = str(request.base_url).rstrip("/")
            return JSONResponse(manifest(address, self.pool.base), headers=_HEADERS)
        if isinstance(made, Reply):
            return _response(made)
        answer = await self._reply(request, made)
        if request.url.path.endswith("/preview"):  # it is there to be framed
            answer.headers["Content-Security-Policy"] = "default-src 'none'; base-uri 'none'"
        return answer

    async def node(self, request: Request) -> Response:
        """A node of the graph at the path of its IRI."""
        wanted = request.query_params.get("format", "")
        if wanted and wanted not in media.SHORT:
            return _response(worded(400, f"There is no such format. Name one of: {', '.join(media.SHORT)}."))
        accept = media.SHORT[wanted] if wanted else request.headers.get("accept", "")
        path = unicodedata.normalize("NFC", request.path_params["path"])
        return await self._reply(request, Job("node", path, accept))

    async def _reply(self, request: Request, job: Job) -> Response:
        reply = await self.pool.desk.ask(job, _gone(request))
        if reply is None:
            return Response(status_code=499)  # nobody reads it
        return _response(reply) if reply.opened is None else self.flight.response(reply, _HEADERS)

    def _from_elsewhere(self, request: Request) -> bool:
        """Whether a page of another site posts, which needs no leave of ours to make this machine work."""
        if request.method != "POST" or request.headers.get("sec-fetch-site") != "cross-site":
            return False
        return not {"*", request.headers.get("origin", "")} & self.origins


def _response(reply: Reply) -> Response:
    headers = {**_HEADERS, "Retry-After": "10"} if reply.status == 503 else _HEADERS
    return Response(reply.body, reply.status, headers, reply.media)


async def _gone(request: Request) -> None:
    """Comes back when the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _html(text: str, policy: str = _POLICY) -> Response:
    return Response(text, headers={**_ALWAYS, "Content-Security-Policy": policy}, media_type="text/html")


async def _body(request: Request) -> bytes | Reply:
    """The body of a request, or what to say where it is too long or does not come."""
    parts, length = [], 0
    try:
        async with asyncio.timeout(_BODY):
            async for part in request.stream():
                length += len(part)
                if length > protocol.LONGEST:
                    return worded(413, f"A request is not longer than {protocol.LONGEST} bytes.")
                parts.append(part)
    except TimeoutError:
        return worded(408, f"The request did not come within {_BODY:.0f} s.")
    except ClientDisconnect:
        return worded(400, "The request broke off.")
    return b"".join(parts)


def _queries(base: str) -> Markup:
    """The shipped queries for the page's script, as JSON that cannot end the element it stands in."""
    rows = [
        {
            "name": query.name,
            "en": query.titles["en"],
            "zh": query.titles["zh"],
            "about": query.abouts["en"],
            "aboutZh": query.abouts["zh"],
            "text": query.text,
            "parameters": [{"name": p.name, "about": p.about, "required": p.required} for p in query.parameters],
        }
        for query in shipped()
    ]
    told = json.dumps({"base": base, "queries": rows}, ensure_ascii=False)
    return Markup(told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
