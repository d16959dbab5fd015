"""Who does the work: processes of this machine, or the workers of a Dask cluster; both are executors of Python's kind.

A task that is lost with its process is done again; every task writes the same files whenever and wherever it runs.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kg.dataset.engines.task import DASK, TLS, done
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LOCAL = "local"
T = TypeVar("T")


class Engine(Protocol):
    """What runs the tasks of a dataset and gives their results: processes of this machine, Dask or Ray."""

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """The number and the result of each task, as they are done; only so many are under way at a time."""


class Alone:
    """The process that asks, which does one task after the other."""

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """See ``Engine``."""
        return ((number, done(work, task)) for number, task in enumerate(tasks))


def check_engine(named: str) -> None:
    """Raises ``UsageError`` for a name that no engine has."""
    cluster = named.startswith((DASK, TLS)) and named.partition("://")[2].rpartition(":")[2].isdigit()
    if named != LOCAL and not cluster:
        cure = "Say local, dask://HOST:PORT, or tls://HOST:PORT"
        raise UsageError(f"--engine {named}", "there is no engine of this name", cure)


@contextmanager
def engine(named: str, processes: int) -> Iterator[Engine]:
    """The engine of a name: ``local`` with that many processes, or a cluster's. Raises ``UsageError``."""
    check_engine(named)
    if named == LOCAL and processes == 1:
        yield Alone()
    elif named == LOCAL:
        from kg.dataset.engines.processes import LocalProcesses

        pool = LocalProcesses(processes)
        try:
            yield pool
        finally:
            pool.dismiss()
    else:
        from kg.dataset.engines.cluster import cluster

        with cluster(named) as found:
            yield found
