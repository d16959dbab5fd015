"""Ties between persons or organs as lists of edges: each kind of tie one file, all in one table ``ties``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.tables.ties.co_appearance import co_appearances
from kg.tables.ties.co_career import co_careers
from kg.tables.ties.co_signing import co_signings
from kg.tables.ties.succession import successions
from kg.tables.ties.superiors import superiors
from kg.tables.ties.tie import table

if TYPE_CHECKING:
    from kg.model.table import Table
    from kg.tables.index import Index

__all__ = ["ties"]


def ties(index: Index) -> Table:
    """The table ``ties``: co-career, succession, superiors, co-appearance, co-signing."""
    kinds = (co_careers, successions, superiors, co_appearances, co_signings)
    return table(index, (tie for kind in kinds for tie in kind(index)))
