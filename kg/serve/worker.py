"""One process that answers jobs over a store on the disk. It is killed when it takes too long, and made anew."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from typing import TYPE_CHECKING, Any, Final

from kg.serve.answers import answer
from kg.serve.reply import Job, Reply, told

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

MEMORY: Final = 4 * 1024**3
"""A worker that asks for more memory than this, in bytes, ends; the server goes on."""
_START: Final = 60.0
"""Seconds that a process may take to begin; its first answer does not count towards the limit of a query."""


class Worker:
    """A process with the store open, and the pipe to it."""

    def __init__(self, store: Path, base: str) -> None:
        self._store, self._base = str(store), base
        self._process: Any = None
        self._pipe: Any = None

    def ask(self, job: Job, seconds: float) -> Reply:
        """The reply; 503 where it takes longer than so many seconds, 500 where the process dies of it."""
        if self._process is None or not self._process.is_alive():
            self.start()
        began = time.monotonic()
        try:
            self._pipe.send(job)
            if self._pipe.poll(seconds):
                reply: Reply = self._pipe.recv()
                return reply
        except (EOFError, OSError):
            self.stop()
            return told(500, "The query took more memory than it may. Ask something simpler, or add LIMIT.")
        self.stop()
        return told(503, f"The query was cut after {time.monotonic() - began:.0f} s. Ask something simpler.")

    def start(self) -> None:
        """Begin, and wait until the store is open."""
        spawn = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_work, args=(self._store, self._base, theirs), daemon=True)
        self._process.start()
        theirs.close()
        with contextlib.suppress(EOFError):
            if self._pipe.poll(_START):
                self._pipe.recv()

    def stop(self) -> None:
        """End the process, whatever it is at."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._process = None


def _work(store: str, base: str, pipe: Connection) -> None:
    """The life of the process: open the store, then one job after another until the server is gone."""
    import pyoxigraph as ox

    opened = ox.Store.read_only(store)
    _frugal()
    _deaf()
    pipe.send("ready")
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            pipe.send(_safe(opened, base, pipe.recv()))


def _safe(store: Any, base: str, job: Job) -> Reply:
    try:
        return answer(store, base, job)
    except MemoryError:
        return told(500, "The query took more memory than it may. Ask something simpler, or add LIMIT.")
    except Exception as error:
        return told(500, f"A fault of the program: {type(error).__name__}: {error}")


def _frugal() -> None:
    """Bound the memory, where the system knows how."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _deaf() -> None:
    """Ctrl-C is for the server, which ends its workers itself."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
