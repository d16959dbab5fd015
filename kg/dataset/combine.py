"""Between the second step and the third: the shares of many chunks in one file.

So every bucket is gathered from a few files, however many chunks there are.
"""

from __future__ import annotations

from kg.dataset.job import Job
from kg.dataset.map_step import keyed
from kg.dataset.pack import DamagedError, packed, shelved, taken, unpacked
from kg.dataset.partial import Share
from kg.errors import OutputError

TOGETHER = 64
"""Chunks whose shares are put into one file."""


def combine(job: Job, names: tuple[str, ...], buckets: int) -> str:
    """Put the shares under these names together, bucket by bucket; the name of the whole."""
    job.check()
    whole = f"shares/{keyed(job, 'fold', str(buckets), *names)}"
    if job.work.size(whole) <= 0:
        together = [gathered(job, names, bucket) for bucket in range(buckets)]
        job.work.put(whole, shelved([share or None for share in together]))
    return whole


def gathered(job: Job, names: tuple[str, ...], bucket: int) -> Share:
    """All shares of a bucket under some names as one. Raises ``OutputError`` for a damaged file, which is removed."""
    whole = Share()
    for name in names:
        try:
            share = taken(job.work, name, bucket, Share)
        except DamagedError as error:
            job.work.drop(name)
            cause = "a file of the work was damaged, and has been removed"
            raise OutputError(f"{job.work.root}/{name}", cause, "Build again: the rest is kept") from error
        if share:
            whole.take(share)
    return whole


def noted(job: Job, names: tuple[str, ...]) -> str:
    """Write names down where every task can read them, instead of sending them with each; where that is."""
    place = f"names/{keyed(job, *names)}"
    job.work.put(place, packed(names))
    return place


def recalled(job: Job, place: str) -> tuple[str, ...]:
    """Names that were written down. Raises ``DamagedError``."""
    return unpacked(job.work.get(place), tuple[str, ...])
