"""Extractors: one slice for each kind of entity, each found by being here. They see only the annotated document, never
each other; what they share about where names begin and end is ``boundary``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from kg.extract.boundary.bare_edges import bare_edges
from kg.extract.boundary.wire_heads import behind_wire_heads
from kg.model.order import in_order

if TYPE_CHECKING:
    from types import ModuleType

    from kg.model import Mention
    from kg.text.annotated import AnnotatedDocument


def mentions(doc: AnnotatedDocument) -> tuple[Mention, ...]:
    """Every mention of every kind in one document, sorted by span; they may overlap, which linking settles."""
    found = {mention for module in _slices() for mention in module.mentions(doc)}
    return in_order(set(bare_edges(doc, behind_wire_heads(doc, found))))


@cache
def _slices() -> tuple[ModuleType, ...]:
    """The slices that find mentions; ``boundary`` finds none."""
    every = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    return tuple(module for module in every if hasattr(module, "mentions"))
