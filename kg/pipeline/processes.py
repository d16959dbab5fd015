"""A pool of processes that is made at its first use, let go, and made anew where the system killed one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


class Processes:
    """A fixed number of reading processes; a subclass says how they are made."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool: ProcessPoolExecutor | None = None

    @property
    def pool(self) -> ProcessPoolExecutor:
        """The pool, made where there is none."""
        if self._pool is None:
            self._pool = self.made()
        return self._pool

    def made(self) -> ProcessPoolExecutor:
        """A new pool."""
        raise NotImplementedError

    def dismiss(self) -> None:
        """Let the processes go; what they have not begun is left."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
