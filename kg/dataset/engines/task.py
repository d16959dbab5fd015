"""A task, as every engine does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import KgError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

DASK = "dask://"
TLS = "tls://"
"""Clusters: of a network that is trusted, and with certificates."""
AHEAD = 3
"""Tasks under way for each process."""
T = TypeVar("T")


def done(work: Callable[..., T], task: tuple[Any, ...]) -> T:
    """Do a task. Whatever is raised can travel: an error of ours, or one that names the fault.

    Raises ``KgError``.
    """
    try:
        return work(*task)
    except KgError:
        raise
    except Exception as error:
        cause = f"a fault of the program in {work.__name__}: {type(error).__name__}: {error}"
        cure = "Please report it; what has been read is kept for the next run"
        raise OutputError("--engine", cause, cure) from None
