"""One process that answers jobs over a store on the disk. It is killed when it takes too long, and made anew."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.serve.answers import answer
from kg.serve.reply import Job, Reply, worded

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MEMORY: Final = 4 * 1024**3
"""A worker that asks for more memory than this, in bytes, ends; the server goes on."""
_START: Final = 60.0
"""Seconds that a process may take to begin; its first answer does not count towards the limit of a query."""
_READY: Final = "ready"


class Worker:
    """A process with the store open, and the pipe to it. ``spill``: the file where it puts a long answer."""

    def __init__(self, store: Path, base: str, spill: Path) -> None:
        self._store, self._base, self._spill = str(store), base, spill
        self._process: Any = None
        self._pipe: Any = None
        self._asked = 0

    def ask(self, job: Job, seconds: float) -> Reply:
        """The reply; 503 where it takes longer than so many seconds, 500 where the process dies of it."""
        if (self._process is None or not self._process.is_alive()) and not self.start():
            return worded(500, "The store cannot be opened. Start the server again.")
        began = time.monotonic()
        try:
            self._asked += 1
            self._pipe.send(replace(job, spill=str(self._long())))
            if self._pipe.poll(seconds):
                return self._taken(self._pipe.recv())
        except (EOFError, OSError):
            return worded(500, _why(self.stop()))
        self.stop()
        return worded(503, f"The query was cut after {time.monotonic() - began:.0f} s. Ask something simpler.")

    def start(self) -> bool:
        """Begin, and wait until the store is open; whether it is."""
        self.stop()
        spawn = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_work, args=(self._store, self._base, theirs), daemon=True)
        self._process.start()
        theirs.close()
        with contextlib.suppress(EOFError, OSError):
            if self._pipe.poll(_START):
                return bool(self._pipe.recv() == _READY)
        self.stop()
        return False

    def interrupt(self) -> None:
        """Let the process end, whatever it is at; whoever waits for its answer is told so."""
        process = self._process
        if process is not None:
            process.kill()

    def stop(self) -> int | None:
        """End the process, whatever it is at; how it ended, or had ended."""
        if self._process is None:
            return None
        self._process.join(0.2)  # one that ended by itself says how
        self._process.kill()
        self._process.join()
        status: int | None = self._process.exitcode
        self._pipe.close()
        self._process = None
        self._long().unlink(missing_ok=True)
        return status

    def _long(self) -> Path:
        """Where a long answer to the last question is put."""
        return self._spill.with_name(f"{self._spill.name}-{self._asked}")

    def _taken(self, reply: Reply) -> Reply:
        """A reply with its file open, which has no name any more and goes when it is closed."""
        if not reply.file:
            return reply
        opened = Path(reply.file).open("rb")  # noqa: SIM115 (whoever sends it closes it)
        with contextlib.suppress(OSError):
            self._long().unlink()
        return replace(reply, opened=opened)


def _why(status: int | None) -> str:
    """What ended the process while it worked."""
    if status == -signal.SIGABRT:
        cause = f"takes more memory than it may ({MEMORY >> 30} GiB), or is nested too deeply"
        return f"The query ended the process that answers it: it {cause}. Ask something simpler, or add LIMIT."
    if status == -signal.SIGTERM or status == -getattr(signal, "SIGKILL", 9):
        return "The system ended the process that answers: this machine may be short of memory. Ask again in a while."
    return "The process that answers ended. This is a fault of the program: please report it, with the query."


def _work(store: str, base: str, pipe: Connection) -> None:
    """The life of the process: open the store, then one job after another until the server is gone."""
    import pyoxigraph as ox

    try:
        opened = ox.Store.read_only(store)
    except (OSError, ValueError, RuntimeError) as error:
        pipe.send(f"{error}")
        return
    _frugal()
    _deaf()
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):  # the server has gone
        pipe.send(_READY)
        while True:
            pipe.send(_safe(opened, base, pipe.recv()))


def _safe(store: Any, base: str, job: Job) -> Reply:
    try:
        return answer(store, base, job)
    except MemoryError:
        return worded(500, f"The query takes more memory than it may ({MEMORY >> 30} GiB). Ask something simpler.")
    except Exception as error:
        return worded(500, f"A fault of the program ({type(error).__name__}). Please report it, with the query.")


def _frugal() -> None:
    """Bound the memory, where the system knows how."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _deaf() -> None:
    """Ctrl-C is for the server, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
