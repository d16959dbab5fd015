"""Pieces of work that do not wait for each other, done by several processes where that is asked and can be."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
_WORKS: list[Callable[[], object]] = []
"""In a process that was made for them: the pieces of work."""


def together(works: Sequence[Callable[[], T]], jobs: int = 1) -> list[T]:
    """What each piece of work gives, in their order; the first is done here while other processes do the rest.

    >>> together([lambda: 1, lambda: 2])
    [1, 2]
    """
    if jobs < 2 or len(works) < 2 or not forks():
        return [work() for work in works]
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # A forked process has before it what the works need, which need not be written out and read again.
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(jobs, len(works)) - 1, context, _begin, (works,)) as pool:
        begun = [pool.submit(_work, number) for number in range(1, len(works))]
        done = [works[0]()]
        for work, future in zip(works[1:], begun, strict=True):
            try:
                done.append(future.result())  # type: ignore[arg-type]
            except BrokenProcessPool:  # it was killed, for want of memory perhaps
                done.append(work())
    return done


def forks() -> bool:
    """Whether this process may be forked: threads do not survive that."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(works: Sequence[Callable[[], object]]) -> None:
    _WORKS[:] = works


def _work(number: int) -> object:
    return _WORKS[number]()
