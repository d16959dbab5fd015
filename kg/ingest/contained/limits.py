"""The bounds of the process that reads containers, where the system knows how (Linux; macOS has that of time)."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Final

PER_MEGABYTE: Final = 10
"""Seconds of processor time more for each million bytes of a file."""
PER_ARTICLE: Final = 1
"""Seconds more for each article that a file has given."""
PATIENCE: Final = 10
"""Times the processor time that a file may take, in seconds of the clock: it may wait for a processor, not for ever."""


def seconds(base: int, size: int, articles: int = 0) -> int:
    """Processor time, in whole seconds, for a file of so many bytes that has given so many articles."""
    return base + PER_MEGABYTE * size // 1_000_000 + PER_ARTICLE * articles


def bound_memory(more: int) -> None:
    """Let this process ask for so many bytes of address space more than it has."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _address_space() + more
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def bound_time(more: int) -> None:
    """Let this process use so many seconds of processor time more; then the system ends it (SIGXCPU)."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = int(sum(os.times()[:2])) + 1 + more
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard < 0 else min(wanted, hard), hard))


def no_dumps() -> None:
    """A process that is ended leaves no file of its memory."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def resident() -> int:
    """The bytes of memory that this process holds; 0 where the system does not tell."""
    return _statm(1)


def _address_space() -> int:
    return _statm(0)


def _statm(field: int) -> int:
    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123 (it is asked for every file)
            return int(file.read(200).split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
