"""Who asks, and who waits: a question gets a free worker, or a place in a short queue, or is sent away at once."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kg.serve.reply import worded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from kg.serve.reply import Job, Reply
    from kg.serve.worker import Worker

PLACES: Final = 8
"""Questions that may wait for each worker; who comes then is told so at once."""


class Desk:
    """Gives questions to workers. All of it happens in the thread of the event loop, but for the waiting for a pipe."""

    def __init__(self, workers: Sequence[Worker], seconds: float) -> None:
        self._free = deque(workers)
        self._seconds = seconds
        self._places = PLACES * len(workers)
        self._queue: deque[asyncio.Future[Worker]] = deque()
        self._threads = ThreadPoolExecutor(len(workers), "kg-serve")
        self._tasks: set[asyncio.Task[None]] = set()

    async def ask(self, job: Job, gone: Awaitable[None]) -> Reply | None:
        """The reply; None where the client is ``gone`` before it. 503 where the queue is full, or moves too slowly.

        The work for a client that is gone is ended.
        """
        answered = asyncio.ensure_future(self._answered(job))
        leaving = asyncio.ensure_future(gone)
        try:
            await asyncio.wait({answered, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return answered.result() if answered.done() else None
        finally:
            for task in (answered, leaving):
                if not task.done():
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        await task

    async def _answered(self, job: Job) -> Reply:
        worker = await self._worker()
        if worker is None:
            return worded(503, "All workers are busy, and so many wait already. Ask again in a while.")
        loop = asyncio.get_running_loop()
        asking = loop.run_in_executor(self._threads, worker.ask, job, self._seconds)
        try:
            reply = await asyncio.shield(asking)
        except asyncio.CancelledError:
            worker.interrupt()
            renewing = loop.create_task(self._renew(worker, asking))
            self._tasks.add(renewing)
            renewing.add_done_callback(self._tasks.discard)
            raise
        self._release(worker)
        return reply

    async def _renew(self, worker: Worker, asking: Awaitable[Reply]) -> None:
        """Begin the process of a worker again, so that no question waits for that."""
        with suppress(Exception):
            await asking
            await asyncio.get_running_loop().run_in_executor(self._threads, worker.start)
        self._release(worker)

    async def _worker(self) -> Worker | None:
        """A free worker, or the next one to be free; None where too many wait, or for too long."""
        if self._free:
            return self._free.popleft()
        if len(self._queue) >= self._places:
            return None
        place: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._queue.append(place)
        try:
            await asyncio.wait({place}, timeout=self._seconds)
            return place.result() if place.done() else None
        except asyncio.CancelledError:
            if place.done():  # it was given a worker in the same moment
                self._release(place.result())
            raise
        finally:
            place.cancel()
            with suppress(ValueError):
                self._queue.remove(place)

    def _release(self, worker: Worker) -> None:
        while self._queue:
            place = self._queue.popleft()
            if not place.done():
                place.set_result(worker)
                return
        self._free.append(worker)

    def close(self) -> None:
        """Take no more questions."""
        self._threads.shutdown(wait=False, cancel_futures=True)
