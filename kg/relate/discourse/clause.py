"""A clause with those who act in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from kg.model import Span
    from kg.relate.discourse.groups import Agent

SURE, CARRIED, FAR, DEFAULT = 0.95, 0.85, 0.75, 0.6
"""How sure the actor of a clause is: named in it, carried over a comma or a sentence, or only the article's place."""


class Clause(Struct, frozen=True, gc=False):
    """A clause with its sentence and block, the heads that act in it, the place they act for, and how sure that is.

    ``local``: heads of a prepositional opening (自甲市开展…以来), which act in this clause alone. ``things``: names of
    things that open it (甲项目、乙园区竣工); who acted before stays the one who acts.
    """

    span: Span
    sentence: Span
    block: int
    heads: tuple[Agent, ...]
    local: tuple[Agent, ...]
    jurisdiction: str
    sure: float
    meeting: bool = False
    things: tuple[Agent, ...] = ()

    @property
    def acting(self) -> tuple[Agent, ...]:
        """The entities that act in the clause."""
        return self.local or self.heads
