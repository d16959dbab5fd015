"""Extractors: one file for each kind of entity, each found by being here. They see only the sheet, never each other."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from kg.model.order import in_order

if TYPE_CHECKING:
    from types import ModuleType

    from kg.model import Mention
    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> tuple[Mention, ...]:
    """Every mention of every kind in one document, sorted by span; they may overlap, which linking settles."""
    return in_order({mention for module in _modules() for mention in module.mentions(sheet)})


@cache
def _modules() -> tuple[ModuleType, ...]:
    return tuple(import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
