"""A bound of processor time for one article: it is given up, whatever holds the reader, and the rest goes on."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

CHARACTERS: Final = 10_000
"""Characters of an article for each of which it has a second more than the first ones."""
_AGAIN: Final = 1.0
"""Seconds after which a reader that goes on all the same is told again."""


class TooSlowError(BaseException):
    """The time is over. No ordinary exception, so that nothing on the way takes it for one."""


def deadline(seconds: float) -> AbstractContextManager[None]:
    """Raises ``TooSlowError`` in what the ``with`` holds once it has used so many seconds of processor time.

    In the main thread of a process it is the system's timer (``ITIMER_VIRTUAL``), which also reaches regular
    expressions at work; in another thread it is a second one that looks at the clock of the first. Where the system
    has neither (Windows), there is no bound.
    """
    if not hasattr(signal, "setitimer"):
        return nullcontext()
    return _timed(seconds) if threading.current_thread() is threading.main_thread() else _watched(seconds)


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _over(*_: Any) -> None:
    raise TooSlowError


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    reader, done = threading.get_ident(), threading.Event()
    clock = time.pthread_getcpuclockid(reader)
    end = time.clock_gettime(clock) + seconds

    def watch() -> None:
        while not done.wait(max(_AGAIN / 10, end - time.clock_gettime(clock))):
            if time.clock_gettime(clock) >= end:
                _raised_in(reader, TooSlowError)
                done.wait(_AGAIN)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        _ended(watcher, done)


def _ended(watcher: threading.Thread, done: threading.Event) -> None:
    """Ends the watch. What it raised in the last moment is taken here: taking it back (``SetAsyncExc`` with NULL) would
    leave the interpreter's flag set for ever, and Python 3.11 then hangs as soon as a profiler is set.
    """
    while True:
        try:
            done.set()
            watcher.join()
        except TooSlowError:
            continue
        return


def _raised_in(thread: int, error: type[BaseException]) -> None:
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
