"""The HTTP server: how many may come, and what happens when the system has no more places for them."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import uvicorn

from kg.serve.connection import Connection

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp

MOST: Final = 1_000
"""Connections at a time; the next ones are answered 503, or closed."""
_OTHERS: Final = 64
"""Files that the program itself has open."""
_NEWCOMERS: Final = 64
"""Connections that the system may hand over at once."""


class Server(uvicorn.Server):
    """uvicorn, which goes on without a word for each connection when the system has no more places."""

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """See ``uvicorn.Server``."""
        asyncio.get_running_loop().set_exception_handler(_quiet)
        # A client that goes while it is answered is no news: "socket.send() raised exception", once for each piece.
        logging.getLogger("asyncio").setLevel(logging.ERROR)
        await super().serve(sockets)


def server(app: ASGIApp) -> Server:
    """A server of an application with bounds for its connections."""
    places = _places()
    config = uvicorn.Config(
        app,
        http=Connection,
        ws="none",
        log_level="error",
        server_header=False,
        lifespan="off",
        limit_concurrency=max(8, min(MOST, places - _OTHERS - _NEWCOMERS)),
        backlog=max(1, min(_NEWCOMERS, places // 8)),
        h11_max_incomplete_event_size=64 * 1024,
        timeout_graceful_shutdown=2,
    )
    return Server(config)


def _places() -> int:
    """The files that this process may have open; raised first, as far as the system lets it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST + _OTHERS + _NEWCOMERS
        if soft < wanted:
            soft = wanted if hard < 0 else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        return soft
    return MOST


def _quiet(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What goes wrong at one connection is no line of the log each time."""
    if not isinstance(context.get("exception"), OSError):
        loop.default_exception_handler(context)
