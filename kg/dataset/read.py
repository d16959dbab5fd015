"""The first step: the readings of a chunk, kept under the hash of all that they depend on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from kg.dataset.pack import shelved, taken
from kg.dataset.storage import fetch, is_url
from kg.errors import InputError
from kg.ingest.read import File, document, texts, wanted
from kg.ingest.rules import Rules
from kg.model import Reading, Skipped
from kg.parallel import Result
from kg.pipeline import attempt
from kg.shelf import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.dataset.chunks import Chunk
    from kg.dataset.job import Job
    from kg.ingest.formats.part import Part
    from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Read:
    """What a chunk came to: where its readings lie, and for each of its texts the id that it asks for.

    The id is "" for a text that could not even be opened.
    """

    name: str
    wanted: tuple[str, ...]


def read(job: Job, chunk: Chunk) -> Read:
    """Read a chunk, or find that it has been read. Raises ``UsageError`` for a column that its corpus has not."""
    job.check()
    files = [_file(job, source) for source in chunk.sources]
    name = _key(job, chunk, files)
    if not job.readings.has(name):
        found = list(_results(job, chunk, files))
        ids = tuple(asked for asked, _ in found)
        job.readings.put(name, shelved([ids, [result for _, result in found]]))
    return Read(name, taken(job.readings, name, 0, tuple[str, ...]))


def results(job: Job, name: str) -> list[Result]:
    """The readings under a name, in the order of their texts."""
    return taken(job.readings, name, 1, list[Result])


def under(job: Job, result: Result, name: str) -> Reading | Skipped:
    """A result under the id that its article got; keys of persons may hold the id, so another is another reading."""
    if result.reading is None or result.reading.document.id == name:
        found = result.reading or result.skipped
        assert found is not None
        return found
    return attempt(replace(result.reading.document, id=name), job.lexicon, job.home)


def _file(job: Job, source: str) -> File | Skipped:
    try:
        where = source if is_url(source) else f"{job.folder}/{source}" if not source.startswith("/") else source
        return File(source, fetch(where, job.options.most_bytes), many=False)
    except InputError as error:
        return Skipped(source, error.cause, error.cure)


def _key(job: Job, chunk: Chunk, files: list[File | Skipped]) -> str:
    digest = hashlib.sha256()
    own = _own(job.lexicon)
    for part in (job.program, repr(job.options), repr(job.home), own, f"{chunk.piece}/{chunk.of}"):
        digest.update(f"{part}\n".encode())
    for file in files:
        told = hashlib.sha256(file.data).hexdigest() if isinstance(file, File) else file.cause
        digest.update(f"{file.source}\t{told}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _own(lexicon: Lexicon) -> str:
    """What tells lexicons of the user's own from the program's, which the fingerprint knows."""
    return "" if lexicon == type(lexicon)() else contents(lexicon.folder)


def _results(job: Job, chunk: Chunk, files: list[File | Skipped]) -> Iterator[tuple[str, Result]]:
    rules = Rules(job.lexicon)
    for part in islice(_parts(job, files), chunk.piece, None, chunk.of):
        if isinstance(part, Skipped):
            yield "", Result(None, part)
        else:
            asked = wanted(part)
            found = attempt(document(part, asked, rules), job.lexicon, job.home)
            yield asked, Result(found, None) if isinstance(found, Reading) else Result(None, found)


def _parts(job: Job, files: list[File | Skipped]) -> Iterator[Part | Skipped]:
    for file in files:
        if isinstance(file, Skipped):
            yield file
        else:
            yield from texts(file, job.options, job.lexicon)
