"""Processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kg.dataset.engines.task import AHEAD, done
from kg.errors import OutputError
from kg.pipeline.garbage import rarely
from kg.pipeline.processes import Processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TRIES = 3  # processes that a task may lose
T = TypeVar("T")


class _Task(NamedTuple):
    """A task with its number, and how often its process was lost."""

    number: int
    words: tuple[Any, ...]
    lost: int = 0


class LocalProcesses(Processes):
    """A fixed number of processes of this machine.

    Where the system kills one, all are made anew, and what was under way is done again.
    """

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """See ``Engine``. Raises ``OutputError`` where the same task loses one process after the other."""
        left = iter(enumerate(tasks))
        todo: list[_Task] = []
        under_way: dict[Future[T], _Task] = {}
        while True:
            while len(under_way) < AHEAD * self.size:
                task = todo.pop() if todo else next((_Task(number, words) for number, words in left), None)
                if task is None:
                    break
                under_way[self._submitted(work, task)] = task
            if not under_way:
                return
            ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in [one for one in ended if not _is_lost(one)]:
                yield under_way.pop(future).number, future.result()
            if any(map(_is_lost, under_way)):
                self.dismiss()
                kept = {future: task for future, task in under_way.items() if future.done() and not _is_lost(future)}
                todo += [_again(task) for future, task in under_way.items() if future not in kept]
                under_way = kept

    def _submitted(self, work: Callable[..., T], task: _Task) -> Future[T]:
        try:
            return self.pool.submit(done, work, task.words)
        except BrokenProcessPool as error:  # since its results were last looked at: the loop makes a new one
            lost: Future[T] = Future()
            lost.set_exception(error)
            return lost

    def made(self) -> ProcessPoolExecutor:
        """A pool of processes that end with this one."""
        return ProcessPoolExecutor(self.size, multiprocessing.get_context("spawn"), _end_with, (os.getpid(),))


def _is_lost(future: Future[Any]) -> bool:
    return future.done() and (future.cancelled() or isinstance(future.exception(), BrokenProcessPool))


def _again(task: _Task) -> _Task:
    if task.lost >= _TRIES:
        cause = f"the system killed the process that did a task {task.lost + 1} times; most likely memory is short"
        raise OutputError("--engine local", cause, "Give fewer --jobs; what has been read is kept for the next run")
    return task._replace(lost=task.lost + 1)


def _end_with(parent: int) -> None:
    """End this process when the one that asks is gone, killed or not; until then it does one thing."""
    rarely()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()
