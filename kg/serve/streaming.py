"""A long answer, sent piece by piece from the disk, so that slow readers take no memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from kg.serve.reply import worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

    from kg.serve.reply import Reply

FLIGHT: Final = 512 * 1024 * 1024
"""Bytes of long answers that may be under way at a time; who asks for more is sent away for a while."""
_PIECE: Final = 64 * 1024


class Flight:
    """The long answers that are under way."""

    def __init__(self) -> None:
        self.bytes = 0

    def response(self, reply: Reply, headers: Mapping[str, str]) -> Response:
        """The response for a reply, short or long."""
        if reply.opened is None:
            return Response(reply.body, reply.status, dict(headers), reply.media)
        if self.bytes + reply.length > FLIGHT:
            reply.opened.close()
            busy = worded(503, "So many long answers are being read. Ask again in a while, or add LIMIT.")
            return Response(busy.body, busy.status, {**headers, "Retry-After": "10"}, busy.media)
        return _Long(self, reply, headers)


class _Long(Response):
    def __init__(self, flight: Flight, reply: Reply, headers: Mapping[str, str]) -> None:
        super().__init__(None, reply.status, {**headers, "Content-Length": str(reply.length)}, reply.media)
        self._flight, self._reply = flight, reply
        flight.bytes += reply.length

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        file = self._reply.opened
        assert file is not None
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            while scope["method"] != "HEAD" and (piece := file.read(_PIECE)):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            file.close()
            self._flight.bytes -= self._reply.length
