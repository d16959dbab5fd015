"""Who does the work: processes of this machine, or the workers of a Dask cluster; both are executors of Python's kind.

A task that is lost with its process is done again; every task writes the same files whenever and wherever it runs.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kg.errors import KgError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LOCAL = "local"
DASK = "dask://"
AHEAD = 3
"""Tasks under way for each process."""
T = TypeVar("T")


class Engine(Protocol):
    """Something that does tasks."""

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """The number and the result of each task, as they are done; only so many are under way at a time."""


class Alone:
    """The process that asks, which does one task after the other."""

    def each(self, work: Callable[..., T], tasks: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, T]]:
        """See ``Engine``."""
        return ((number, done(work, task)) for number, task in enumerate(tasks))


def check_engine(named: str) -> None:
    """Raises ``UsageError`` for a name that no engine has."""
    if named != LOCAL and not (named.startswith(DASK) and named.removeprefix(DASK).rpartition(":")[2].isdigit()):
        raise UsageError(f"--engine {named}", "there is no engine of this name", "Say local, or dask://HOST:PORT")


@contextmanager
def engine(named: str, processes: int) -> Iterator[Engine]:
    """The engine of a name: ``local`` with that many processes, or ``dask://HOST:PORT``. Raises ``UsageError``."""
    check_engine(named)
    if named == LOCAL and processes == 1:
        yield Alone()
    elif named == LOCAL:
        from kg.dataset.processes import Crew

        crew = Crew(processes)
        try:
            yield crew
        finally:
            crew.dismiss()
    else:
        from kg.dataset.cluster import cluster

        with cluster(named) as found:
            yield found


def done(work: Callable[..., T], task: tuple[Any, ...]) -> T:
    """Do a task. Whatever is raised can travel: an error of ours, or one that names the fault.

    Raises ``KgError``.
    """
    try:
        return work(*task)
    except KgError:
        raise
    except Exception as error:
        cause = f"a fault of the program in {work.__name__}: {type(error).__name__}: {error}"
        cure = "Please report it; what has been read is kept for the next run"
        raise OutputError("--engine", cause, cure) from None
