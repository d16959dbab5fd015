"""The rows of the table of organs."""

from __future__ import annotations

from msgspec import Struct


class Organ(Struct, frozen=True, order=True, gc=False):
    """A row of the table ``organs``: the full name with ``{P}`` for the place, its class, what it is under."""

    full: str
    kind: str
    under: str
    levels: str
