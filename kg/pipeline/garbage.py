"""The garbage collector in a process that does one thing and ends: that builds a graph, or reads for one that does."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELDOM = 1_000_000
"""New values between two collections. Reading and merging make no cycles, so that each collection is a walk over all
that is kept, for nothing; the readers of foreign formats and networkx make some, so that it is not turned off."""


def rarely() -> None:
    """Collect garbage seldom from now on."""
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])


@contextmanager
def seldom() -> Iterator[None]:
    """Collect garbage seldom while the work in hand is done, and not once more over all of it when Python ends."""
    usual = gc.get_threshold()
    rarely()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)
