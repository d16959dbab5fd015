"""The pages of ``kg review --web``: reached on this machine alone, by an address that holds a secret."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kg.errors import KgError

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.review.desk import Desk

_STATIC: Final = Path(__file__).parent / "static"
_FILES: Final = {"": "review.html", "review.js": "review.js", "review.css": "review.css"}
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_LONGEST: Final = 20_000


def application(desk: Desk, token: str) -> Starlette:
    """The application; everything lies below ``/TOKEN/``, and nothing else answers."""
    pages = _Pages(desk, token)
    routes = [
        Route("/{token}/queue.json", pages.queue),
        Route("/{token}/decide", pages.decide, methods=["POST"]),
        Route("/{token}/undo", pages.undo, methods=["POST"]),
        Route("/{token}/{file:path}", pages.file),
    ]
    local = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]"])
    return Starlette(routes=routes, middleware=[local])


class _Pages:
    """The answers; every one of them asks for the token first."""

    def __init__(self, desk: Desk, token: str) -> None:
        self.desk, self.token = desk, token

    def file(self, request: Request) -> Response:
        name = _FILES.get(request.path_params["file"])
        if not self._knows(request) or name is None:
            return Response("Not found\n", 404, headers=_HEADERS)
        return FileResponse(_STATIC / name, headers=_HEADERS)

    def queue(self, request: Request) -> Response:
        if not self._knows(request):
            return Response("Not found\n", 404, headers=_HEADERS)
        try:
            cards = self.desk.queue()
        except KgError as error:
            return _refused(str(error))
        return JSONResponse({"cards": cards, "undo": len(self.desk.written)}, headers=_HEADERS)

    async def decide(self, request: Request) -> Response:
        if not self._may_write(request):
            return Response("Not found\n", 404, headers=_HEADERS)
        data = await request.body()
        try:
            told = json.loads(data) if len(data) <= _LONGEST else {}
            now = dict(told.get("now") or {})
            self.desk.decide(str(told["card"]), str(told["answer"]), now, str(told.get("reason", "")))
        except (ValueError, KeyError, TypeError, AttributeError):
            return _refused("this is no decision")
        except KgError as error:
            return _refused(str(error))
        return JSONResponse({"undo": len(self.desk.written)}, headers=_HEADERS)

    async def undo(self, request: Request) -> Response:
        if not self._may_write(request):
            return Response("Not found\n", 404, headers=_HEADERS)
        if not self.desk.undo():
            return _refused("nothing to undo, or the ledger has been changed since: edit it by hand")
        return JSONResponse({"undo": len(self.desk.written)}, headers=_HEADERS)

    def _knows(self, request: Request) -> bool:
        return hmac.compare_digest(request.path_params["token"].encode(), self.token.encode())

    def _may_write(self, request: Request) -> bool:
        """A page of another origin cannot send JSON here without being asked for leave, which nobody gives."""
        origin = request.headers.get("origin")
        own = origin is None or origin.partition("://")[2] == request.headers.get("host", "")
        return self._knows(request) and own and request.headers.get("content-type", "").startswith("application/json")


def _refused(why: str) -> Response:
    return JSONResponse({"error": why}, 400, headers=_HEADERS)
