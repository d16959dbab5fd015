"""The workers of a Dask cluster, which itself does again what is lost with a worker. Only here is Dask known."""

from __future__ import annotations

import logging
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from kg.dataset.engines.task import AHEAD, DASK, TLS, done
from kg.errors import KgError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_PATIENCE = 30  # seconds until the scheduler must have answered, and a first worker must be there
_ALONE = 300  # seconds that a build waits for a worker after it has lost the last one
T = TypeVar("T")


@contextmanager
def cluster(named: str) -> Iterator[Cluster]:
    """The cluster of ``dask://HOST:PORT``, or of ``tls://HOST:PORT`` with the certificates that Dask's settings name.

    Raises ``UsageError`` where there is none, or none with a worker.
    """
    try:
        from distributed import Client
    except ImportError as error:
        cause = "the package distributed is needed for a cluster"
        raise UsageError(f"--engine {named}", cause, "pip install 'zhengtu[cluster]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by us, in one line
    address = named if named.startswith(TLS) else f"tcp://{named.removeprefix(DASK)}"
    try:
        client: Any = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call, unused-ignore]
    except (OSError, ValueError, TypeError) as error:  # the last: no certificates are named
        cause = f"the scheduler does not answer: {error}"
        raise UsageError(f"--engine {named}", cause, "Start one with: dask scheduler") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            cure = f"Start some with: dask worker {address} --nworkers auto --nthreads 1"
            raise UsageError(f"--engine {named}", f"no worker came within {_PATIENCE} seconds", cure) from error
        yield Cluster(named, client)


class Cluster:
    """All workers that the scheduler knows, however many they are at a time."""

    def __init__(self, named: str, client: Any) -> None:
        self._named, self._client = named, client
        self._executor: Executor = client.get_executor(pure=False)

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """See ``Engine``. Raises ``OutputError`` where a task loses one worker after the other, or all are gone."""
        left = iter(enumerate(tasks))
        under_way: dict[Future[T], int] = {}
        alone = 0
        while True:
            size = sum(self._client.nthreads().values())
            while len(under_way) < AHEAD * max(1, size):
                one = next(left, None)
                if one is None:
                    break
                under_way[self._executor.submit(done, work, one[1])] = one[0]
            if not under_way:
                return
            ended, _ = wait(under_way, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
            alone = 0 if ended or size else alone + _PATIENCE
            if alone >= _ALONE:
                raise self._fault(f"there has been no worker for {alone} seconds", "Start workers")
            for future in ended:
                yield under_way.pop(future), self._result(future)

    def _result(self, future: Future[T]) -> T:
        try:
            return future.result()
        except KgError:
            raise
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            cause = f"the cluster gave a task up: {type(error).__name__} {error}".rstrip()
            raise self._fault(cause, "Look at the logs of scheduler and workers") from error

    def _fault(self, cause: str, cure: str) -> OutputError:
        return OutputError(f"--engine {self._named}", cause, f"{cure}; what has been read is kept for the next run")
