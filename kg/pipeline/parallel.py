"""Many articles, read in the order of their sources by this process or by several, or taken from the cache.

However many processes read, what comes out is the same: ids are given here, one after the other, and readings are
handed on in the order of their texts. Only so many texts are under way at a time, so that the memory does not grow
with what is still to be read.
"""

from __future__ import annotations

import os
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.ingest.files import Ids
from kg.ingest.opening import dismiss
from kg.ingest.read import files, texts, wanted
from kg.model import Reading, Skipped
from kg.pipeline import AUTO
from kg.pipeline.tasks import ReadConfig, Slot, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from kg.ingest.formats.part import Part
    from kg.ingest.read import File
    from kg.pipeline.reading_cache import ReadingCache
    from kg.pipeline.worker_pool import WorkerPool

_BATCH = 6_000  # characters that a process is handed at a time: in the end the others wait for the last to be done
_MANY = 200  # texts of a batch, however short
_WINDOW = 8  # batches under way for each process
_DOZENS = 48  # so many texts are read by one process before others are worth their start


def processes(jobs: int, texts: int = 0) -> int:
    """How many processes are meant: 0 is one for each core that this process may use, ``AUTO`` depends on the texts.

    Raises ``UsageError``.
    """
    if jobs == AUTO:
        return processes(0) if texts > _DOZENS else 1
    if jobs < 0:
        raise UsageError(f"jobs {jobs}", "no work can be done by fewer than no processes", "Give 1, 2, … or 0 for all")
    return jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))


def readings(paths: Iterable[str | Path], config: ReadConfig, jobs: int = 1) -> Iterator[Reading | Skipped]:
    """The readings of all texts of the given files and folders, in their order. Raises ``UsageError``."""
    try:
        yield from _read(_slots(paths, config), config, jobs)
    finally:
        dismiss()


def _read(slots: Iterator[Slot], config: ReadConfig, jobs: int) -> Iterator[Reading | Skipped]:
    size = processes(jobs, _DOZENS + 1)
    if size == 1:
        yield from (config.read(slot) if isinstance(slot, Task) else slot for slot in slots)
        return
    here = _DOZENS if jobs == AUTO else 1  # the first loads the lexicons, and a single one needs no processes
    for slot in slots:
        yield config.read(slot) if isinstance(slot, Task) else slot
        here -= isinstance(slot, Task)
        if not here:
            break
    rest = next(slots, None)
    if rest is None:
        return
    from kg.pipeline.worker_pool import WorkerPool

    yield from _spread(chain((rest,), slots), WorkerPool(config, size))


def _slots(paths: Iterable[str | Path], config: ReadConfig) -> Iterator[Slot]:
    """For every text what the cache has of it, or the task to read it."""
    ids = Ids()
    for file in files(paths, config.options):
        if isinstance(file, Skipped):
            yield file
        elif file.many:
            for part in texts(file, config.options, config.lexicon):
                yield part if isinstance(part, Skipped) else _looked_up(part, ids, config.reading_cache)
        else:
            yield from _single(file, ids, config)


def _single(file: File, ids: Ids, config: ReadConfig) -> Iterator[Slot]:
    """The same for a file of one text, which need not even be opened where the cache has it."""
    key = config.reading_cache.key("file", file.source.rsplit("/", 1)[-1], file.data) if config.reading_cache else ""
    kept = config.reading_cache.get(key) if config.reading_cache else None
    name = ids.unique(kept.wanted) if kept else ""
    if kept and kept.reading.document.id == name:
        yield kept.reading
        return
    found = list(texts(file, config.options, config.lexicon))
    for part in found:
        if isinstance(part, Skipped):
            yield part
        else:
            yield Task(part, name or ids.unique(wanted(part)), key if len(found) == 1 else "")


def _looked_up(part: Part, ids: Ids, reading_cache: ReadingCache | None) -> Slot:
    name = ids.unique(wanted(part))
    if not reading_cache:
        return Task(part, name, "")
    said = [f"{key}={value}" for key, value in sorted(part.said.items())]
    where = part.source.rsplit("/", 1)[-1]
    key = reading_cache.key(
        "part", where, part.name, part.encoding, f"{part.firm} {part.extracted}", *said, part.text, part.data
    )
    kept = reading_cache.get(key)
    return kept.reading if kept and kept.reading.document.id == name else Task(part, name, key)


def _spread(slots: Iterator[Slot], pool: WorkerPool) -> Iterator[Reading | Skipped]:
    under_way: deque[tuple[list[Slot], Future[list[bytes]] | None]] = deque()
    try:
        for batch in _batches(slots):
            under_way.append((batch, pool.start(batch)))
            if len(under_way) > _WINDOW * pool.size:
                yield from pool.result(*under_way.popleft())
        while under_way:
            yield from pool.result(*under_way.popleft())
    finally:
        pool.dismiss()


def _batches(slots: Iterator[Slot]) -> Iterator[list[Slot]]:
    batch: list[Slot] = []
    size = 0
    for slot in slots:
        batch.append(slot)
        size += len(slot.part.text) if isinstance(slot, Task) else 0
        if size >= _BATCH or len(batch) >= _MANY:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
