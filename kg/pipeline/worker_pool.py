"""The processes that read. Their module is loaded where there are several, for what it needs takes its time."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from kg.pipeline.fork import forks
from kg.pipeline.garbage import rarely
from kg.pipeline.processes import Processes
from kg.pipeline.tasks import ReadConfig, Result, Slot, Task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from kg.model import Reading, Skipped


class WorkerPool(Processes):
    """The processes that read; made when there is something to read for them."""

    def __init__(self, config: ReadConfig, size: int) -> None:
        super().__init__(size)
        self.config = config

    def start(self, batch: list[Slot]) -> Future[list[bytes]] | None:
        """Hand on the tasks of a batch; None where it holds none."""
        tasks = [slot for slot in batch if isinstance(slot, Task)]
        if not tasks:
            return None
        try:
            return self.pool.submit(_work, tasks)
        except BrokenProcessPool:
            self.dismiss()
            return self.pool.submit(_work, tasks)

    def result(self, batch: list[Slot], future: Future[list[bytes]] | None) -> Iterator[Reading | Skipped]:
        """The readings of a batch; where its process was killed, the batch is read here."""
        import msgspec

        try:
            done = iter(future.result() if future else ())
        except BrokenProcessPool:
            yield from (self.config.read(slot) if isinstance(slot, Task) else slot for slot in batch)
            return
        for slot in batch:
            if isinstance(slot, Task):
                yield msgspec.msgpack.decode(next(done), type=Result).found
            else:
                yield slot

    def made(self) -> ProcessPoolExecutor:
        """A pool of processes that know how to read."""
        # Forked processes share the lexicons that are loaded here.
        context = multiprocessing.get_context("fork" if forks() else "spawn")
        return ProcessPoolExecutor(self.size, context, _begin, (self.config,))


_RECIPE: list[ReadConfig] = []
"""In a process that reads: how."""


def _begin(config: ReadConfig) -> None:
    rarely()
    _RECIPE[:] = [config]


def _work(tasks: list[Task]) -> list[bytes]:
    import msgspec

    return [msgspec.msgpack.encode(Result.of(_RECIPE[0].read(task))) for task in tasks]
