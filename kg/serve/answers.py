"""Answers to jobs, made beside the server in a process of their own that may be killed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.query.answer import asked
from kg.serve import media
from kg.serve.node import node
from kg.serve.reconcile.service import reconcile
from kg.serve.reply import LARGEST, Job, Reply, TooLongError, worded, written

if TYPE_CHECKING:
    import pyoxigraph as ox


def answer(store: ox.Store, base: str, job: Job) -> Reply:
    """The reply to a job: 400 for a query that is wrong or refused, 406 for media nobody offers, 500 for too much."""
    if job.kind == "reconcile":
        return reconcile(store, base, job)
    try:
        return node(store, base, job) if job.kind == "node" else _query(store, job)
    except TooLongError:
        return worded(500, f"The answer is longer than {LARGEST // 1024 // 1024} MiB. Ask for less, or add LIMIT.")
    except UsageError as error:
        if isinstance(error.__cause__, TooLongError):
            return worded(500, f"The answer is longer than {LARGEST // 1024 // 1024} MiB. Ask for less, or add LIMIT.")
        if job.kind == "node":  # the address makes no query: there is nothing there
            return worded(404, "The graph has nothing at this address.")
        return worded(400, str(error))


def _query(store: ox.Store, job: Job) -> Reply:
    import pyoxigraph as ox

    with asked(store, job.text) as found:
        graphs = isinstance(found, ox.QueryTriples)
        chosen: Any = media.triples(job.accept) if graphs else media.results(job.accept)
        if chosen is None:
            offered = ", ".join(media.TRIPLES if graphs else media.RESULTS)
            return worded(406, f"This query can be answered as: {offered}.")
        kind, form = chosen
        return written(found, kind, form, job.spill)
