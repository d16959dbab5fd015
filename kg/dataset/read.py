"""The first step: the readings of a chunk, kept under the hash of all that they depend on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from kg.dataset.job import reader
from kg.dataset.pack import DamagedError, packed, unpacked
from kg.dataset.sources import fetch
from kg.errors import InputError
from kg.ingest.read import File, texts, wanted, writable
from kg.lexicon.kept import keep
from kg.model import Reading, Skipped
from kg.pipeline.article import attempt, attempt_text
from kg.pipeline.reading_cache import contents
from kg.pipeline.tasks import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.dataset.chunks import Chunk
    from kg.dataset.job import Job
    from kg.ingest.formats.part import Part
    from kg.lexicon import Lexicon
    from kg.pipeline.extractors import Extractor


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a text; ``wanted``: the id that it asks for, "" where it could not even be opened."""

    wanted: str
    result: Result


@dataclass(frozen=True, slots=True)
class Read:
    """What a chunk came to: the name of its readings, and the id that each of its texts asks for.

    ``content``: what its parts of the dataset are named after: the name; or, where extractors had a part, a hash of the
    readings, for the name of what a model was asked changes with the answers that are kept of it.
    """

    name: str
    content: str
    wanted: tuple[str, ...]


def read(job: Job, chunk: Chunk) -> Read:
    """Read a chunk, or find that it has been read. Raises ``UsageError`` for a column that its corpus has not."""
    job.check()
    files = [_file(job, source) for source in chunk.sources]
    name = _key(job, chunk, files)
    try:
        found = unpacked(job.readings.get(name), list[Found])
    except DamagedError:
        found = list(_found(job, chunk, files))
        _keep(job, name, found)
        keep()
    content = hashlib.sha256(packed(found)).hexdigest() if job.extractors else name
    return Read(name, content, tuple(one.wanted for one in found))


def under(job: Job, chunk: Chunk, name: str, ids: Sequence[str]) -> list[Reading | Skipped]:
    """The readings of a chunk, its texts under these ids.

    Keys of persons may hold the id of their article, so that an article under another id than it asked for is another
    reading, which is kept as well.
    """
    again = hashlib.sha256("\x1f".join((name, *ids)).encode()).hexdigest()
    try:
        found = _kept(job, name)
    except DamagedError:  # since the first step
        read(job, chunk)
        found = _kept(job, name)
    if all(one.wanted == own for one, own in zip(found, ids, strict=True)):
        return [one.result.found for one in found]
    try:
        return [one.found for one in unpacked(job.readings.get(again), list[Result])]
    except DamagedError:
        made = [_moved(job, one.result, own) for one, own in zip(found, ids, strict=True)]
        job.readings.put(again, packed(list(map(Result.of, made))))
        return made


def _keep(job: Job, name: str, found: list[Found]) -> None:
    """Keep readings for later builds; but what an extractor may have failed at is kept for this build alone."""
    once = job.extractors and any(one.result.reading is None for one in found)
    storage, at = (job.work, f"once/{name}") if once else (job.readings, name)
    storage.put(at, packed(found))


def _kept(job: Job, name: str) -> list[Found]:
    try:
        return unpacked(job.readings.get(name), list[Found])
    except DamagedError:
        return unpacked(job.work.get(f"once/{name}"), list[Found])


def _moved(job: Job, result: Result, name: str) -> Reading | Skipped:
    if result.reading is None or result.reading.document.id == name:
        return result.found
    document = replace(result.reading.document, id=name)
    return attempt(document, job.lexicon, job.home, job.options.seconds, _asked(job))


def _asked(job: Job) -> tuple[Extractor, ...]:
    return tuple(one for one, _ in job.extractors)


def _file(job: Job, source: str) -> File | Skipped:
    try:
        return File(source, fetch(source, job.folder, job.options.most_bytes), many=False)
    except InputError as error:
        return Skipped(source, error.cause, error.cure)


def _key(job: Job, chunk: Chunk, files: list[File | Skipped]) -> str:
    digest = hashlib.sha256()
    for part in (reader(), repr(job.options), repr(job.home), _own(job.own), *_told(job), f"{chunk.piece}/{chunk.of}"):
        digest.update(f"{part}\n".encode())
    for file in files:
        content = hashlib.sha256(file.data).hexdigest() if isinstance(file, File) else file.cause
        digest.update(f"{file.source}\t{content}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _told(job: Job) -> list[str]:
    return [told for _, told in job.extractors]


def _own(lexicon: Lexicon | None) -> str:
    return contents(lexicon.folder) if lexicon else ""


def _found(job: Job, chunk: Chunk, files: list[File | Skipped]) -> Iterator[Found]:
    for part in islice(_parts(job, files), chunk.piece, None, chunk.of):
        if isinstance(part, Skipped):
            yield Found("", Result.of(replace(part, source=writable(part.source))))
        else:
            asked = wanted(part)
            found = attempt_text(part, asked, job.lexicon, job.home, job.options.seconds, _asked(job))
            yield Found(asked, Result.of(found))


def _parts(job: Job, files: list[File | Skipped]) -> Iterator[Part | Skipped]:
    for file in files:
        if isinstance(file, Skipped):
            yield file
        else:
            yield from texts(file, job.options, job.lexicon)
