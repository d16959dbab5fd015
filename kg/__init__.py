"""Zhengtu 政图: the knowledge graph behind what Chinese local governments and papers write.

>>> import kg
>>> graph = kg.build("seeds")  # doctest: +SKIP
>>> graph.to_networkx(), graph.to_rdf()  # doctest: +SKIP

Nothing heavy is loaded before it is used: ``import kg`` alone takes a few milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Graph, build
    from kg.errors import InputError, KgError, OutputError, UsageError
    from kg.reader import Reader

__version__ = "0.1.0"
__all__ = ["Graph", "InputError", "KgError", "OutputError", "Reader", "UsageError", "__version__", "build"]

_HOMES = {"Graph": "kg.api", "build": "kg.api", "Reader": "kg.reader"} | dict.fromkeys(
    ("InputError", "KgError", "OutputError", "UsageError"), "kg.errors"
)


def __getattr__(name: str) -> object:
    """The public names, each loaded at its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
