"""One connection that nobody can keep for nothing: its head, its answer and their number have bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

HEAD: Final = 10.0
"""Seconds from the first moment, or from the first byte of a further request, to the end of the request's head."""
STALL: Final = 20.0
"""Seconds that an answer may wait for its reader at a stretch."""
READ: Final = 300.0
"""Seconds that an answer may wait for its reader in all."""


class Connection(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, with bounds of time. More connections than ``limit_concurrency`` are closed."""

    head: asyncio.TimerHandle | None = None
    stall: asyncio.TimerHandle | None = None
    waited = 0.0
    since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See ``asyncio.Protocol``."""
        super().connection_made(transport)
        if self.limit_concurrency is not None and len(self.connections) > self.limit_concurrency:
            transport.abort()
        else:
            self._await_head()

    def data_received(self, data: bytes) -> None:
        """See ``asyncio.Protocol``."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._drop("head")
        elif self.head is None:
            self._await_head()

    def on_response_complete(self) -> None:
        """The next answer of this connection may be waited for as long."""
        self.waited = 0.0
        super().on_response_complete()

    def pause_writing(self) -> None:
        """See ``asyncio.Protocol``."""
        self.flow.pause_writing()
        self.since = self.loop.time()
        self.stall = self.loop.call_later(max(0.0, min(STALL, READ - self.waited)), self.transport.abort)

    def resume_writing(self) -> None:
        """See ``asyncio.Protocol``."""
        self.waited += self.loop.time() - self.since
        self._drop("stall")
        self.flow.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """See ``asyncio.Protocol``."""
        self._drop("head")
        self._drop("stall")
        super().connection_lost(exc)

    def _await_head(self) -> None:
        self.head = self.loop.call_later(HEAD, self.transport.abort)

    def _drop(self, name: str) -> None:
        timer: Any = getattr(self, name)
        if timer is not None:
            timer.cancel()
            setattr(self, name, None)
