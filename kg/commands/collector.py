"""The garbage collector in a process that builds one graph and ends."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELDOM = 1_000_000
"""New values between two collections. Reading and merging make no cycles, so that each collection is a walk over all
that is kept, for nothing; the readers of foreign formats and networkx make some, so that it is not turned off."""


@contextmanager
def seldom() -> Iterator[None]:
    """Collect garbage seldom while the work in hand is done, and not once more over all of it when Python ends."""
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)
