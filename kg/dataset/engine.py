"""Who does the work: processes of this machine, or the workers of a Dask cluster; both are executors of Python's kind.

A task that is lost with its process is done again; every task writes the same files whenever and wherever it runs.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kg.errors import KgError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LOCAL = "local"
DASK = "dask://"
_AHEAD = 3  # tasks under way for each process
_PATIENCE = 30  # seconds until a scheduler must have answered
_TRIES = 3  # processes that a task may lose
T = TypeVar("T")


class Engine(Protocol):
    """Something that does tasks."""

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """The number and the result of each task, as they are done; only so many are under way at a time."""


@contextmanager
def engine(named: str, processes: int) -> Iterator[Engine]:
    """The engine of a name: ``local`` with that many processes, or ``dask://HOST:PORT``. Raises ``UsageError``."""
    if named == LOCAL:
        crew = Local(processes)
        try:
            yield crew
        finally:
            crew.dismiss()
    elif named.startswith(DASK):
        with _client(named) as client:
            yield Cluster(client)
    else:
        raise UsageError(f"--engine {named}", "there is no engine of this name", "Say local, or dask://HOST:PORT")


class Local:
    """Processes of this machine. Where the system kills one, all are made anew, and what was under way is redone."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool: ProcessPoolExecutor | None = None

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """See ``Engine``. Raises ``OutputError`` where the same task loses one process after the other."""
        todo: list[tuple[int, tuple[Any, ...], int]] = []
        left = iter(enumerate(tasks))
        under_way: dict[Future[T], tuple[int, tuple[Any, ...], int]] = {}
        while True:
            while len(under_way) < _AHEAD * self.size:
                one = todo.pop() if todo else next(((n, task, 0) for n, task in left), None)
                if one is None:
                    break
                under_way[self._made().submit(work, *one[1])] = one
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            lost = [future for future in done if isinstance(future.exception(), BrokenProcessPool)]
            for future in done:
                if future not in lost:
                    yield under_way.pop(future)[0], future.result()
            if lost:
                self.dismiss()
                todo += [_again(under_way.pop(future)) for future in list(under_way)]

    def dismiss(self) -> None:
        """Let the processes go."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _made(self) -> ProcessPoolExecutor:
        self._pool = self._pool or ProcessPoolExecutor(self.size, multiprocessing.get_context("spawn"))
        return self._pool


def _again(one: tuple[int, tuple[Any, ...], int]) -> tuple[int, tuple[Any, ...], int]:
    number, task, tries = one
    if tries >= _TRIES:
        cause = f"the system killed the process that did a task {tries + 1} times; most likely memory is short"
        raise OutputError("--engine local", cause, "Give fewer --jobs; what has been read is kept for the next run")
    return number, task, tries + 1


class Cluster:
    """The workers of a Dask cluster, which itself does again what is lost with a worker."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """See ``Engine``. Raises ``OutputError`` where one task loses one worker after the other."""
        left = iter(enumerate(tasks))
        under_way: dict[Future[T], int] = {}
        while True:
            size = max(1, sum(self._client.nthreads().values()))
            while len(under_way) < _AHEAD * size:
                one = next(left, None)
                if one is None:
                    break
                under_way[self._executor.submit(work, *one[1])] = one[0]
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield under_way.pop(future), _result(future)


def _result(future: Future[T]) -> T:
    try:
        return future.result()
    except KgError:
        raise
    except Exception as error:
        cause = f"a task failed on the cluster: {type(error).__name__}: {error}"
        cure = "Look at the workers' logs; what has been read is kept for the next run"
        raise OutputError("--engine dask", cause, cure) from error


@contextmanager
def _client(named: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        cause = "the package distributed is needed for a cluster"
        raise UsageError(f"--engine {named}", cause, "pip install 'zhengtu[cluster]'") from error
    try:
        client = Client(f"tcp://{named.removeprefix(DASK)}", timeout=_PATIENCE)  # type: ignore[no-untyped-call, unused-ignore]
    except (OSError, ValueError) as error:
        cause = f"the scheduler does not answer: {error}"
        raise UsageError(f"--engine {named}", cause, "Start one with: dask scheduler, and workers") from error
    with client:
        yield client
