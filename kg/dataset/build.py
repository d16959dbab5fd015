"""The order of the steps: sources → readings → what is told, by article and by thing → things → the dataset.

The dataset is whole when its ``manifest.json`` is there, which is written last. A build that was stopped leaves its
work in ``_work``, and the next one goes on from there.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.dataset.chunks import chunks
from kg.dataset.close import close
from kg.dataset.engine import LOCAL, Engine, engine
from kg.dataset.gather import gather
from kg.dataset.job import Job
from kg.dataset.read import Read, read
from kg.dataset.storage import Storage, is_url, listed
from kg.dataset.tell import Told, tell
from kg.errors import InputError, OutputError
from kg.export.lock import held
from kg.export.markup import utf8
from kg.export.terms import check_base
from kg.ingest.files import Ids
from kg.ingest.read import Options
from kg.lexicon import Lexicon
from kg.model import Skipped
from kg.parallel import processes
from kg.shelf import fingerprint
from kg.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.dataset.chunks import Chunk

    Progress = Callable[[str, int, int], None]

MANIFEST = "manifest.json"
_WORK = "_work"
_A_BUCKET = 2_000
"""Articles whose things one bucket holds, about: what a process has in memory at once."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What was written: counts by kind of fact, entities by kind, the files, and what was skipped."""

    counts: dict[str, int]
    kinds: dict[str, int]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def write(
    paths: Iterable[str | Path],
    folder: str | Path,
    *,
    named: str = LOCAL,
    jobs: int = 0,
    options: Options | None = None,
    home: str | None = None,
    lexicon: Lexicon | None = None,
    base: str = BASE,
    text: bool = True,
    cache: str | Path | None = None,
    progress: Progress | None = None,
) -> Dataset:
    """Write the graph of all articles in files, folders and addresses as a dataset into a folder or address.

    The triples, nodes and edges are those that one machine writes (``nquads``, ``parquet``), in parts. ``named``: the
    engine, ``local`` with ``jobs`` processes (0: one on each core) or ``dask://HOST:PORT``. ``cache``: a folder or
    address where readings stay for later builds. ``progress`` is called with the name of a step, how many of its
    tasks are done, and how many there are. Raises ``UsageError``, ``OutputError``, and ``InputError`` where no
    article could be read.
    """
    out = Storage(str(folder))
    work = out.under(_WORK)
    kept = Storage(str(cache)) if cache else work.under("readings")
    lexicon, options = lexicon or Lexicon(), options or Options()
    homes = (home,) if home else ()
    job = Job(options, homes, lexicon, check_base(base), text, out, kept, work, os.getcwd(), fingerprint())  # noqa: PTH109
    sources = listed(paths)
    with _alone(out), engine(named, processes(jobs)) as crew:
        made = _Build(job, crew, progress or _silent).run(list(chunks(sources)))
        if not made.counts["articles"]:
            raise InputError(str(folder), "nothing could be built: no input could be read", _told(made.skipped))
        out.put(MANIFEST, _manifest(made, base))
        _sweep(out, made.files)
    return made


def _silent(_step: str, _done: int, _of: int) -> None:
    """Tell nobody."""


@contextmanager
def _alone(out: Storage) -> Iterator[None]:
    """Let no other build of this machine write into the same folder. Of addresses nobody can tell."""
    if is_url(out.root):
        yield
        return
    hidden = Path(out.root, ".kg")
    try:
        hidden.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"the folder cannot be made: {error.strerror or error}"
        raise OutputError(out.root, cause, "Give another folder with -o") from error
    with held(hidden / "lock"):
        yield


def _told(skipped: Sequence[Skipped]) -> str:
    """What to do about it, by the first that was skipped."""
    return f"{skipped[0].source}: {skipped[0].cause}. {skipped[0].cure}" if skipped else "Give files with text in them"


class _Build:
    """One build under way."""

    def __init__(self, job: Job, crew: Engine, progress: Progress) -> None:
        self.job, self.crew, self.progress = job, crew, progress

    def run(self, given: Sequence[Chunk]) -> Dataset:
        """All steps."""
        found: list[Read] = self._step("read", read, [(self.job, chunk) for chunk in given])
        ids = _ids(given, found)
        buckets = max(1, sum(map(len, ids)) // _A_BUCKET)
        tasks = [(self.job, one.name, own, buckets) for one, own in zip(found, ids, strict=True)]
        told: list[Told] = self._step("tell", tell, tasks)
        shares = tuple(one.shares for one in told)
        self.job.out.drop(MANIFEST)  # from here on things of an earlier build are written over
        gathered = self._step("gather", gather, [(self.job, bucket, shares) for bucket in range(buckets)])
        known = any(one.known for one in gathered)
        files, raised = close(self.job, [one.left for one in gathered], known)
        counts, kinds = Counter({"relations": raised}), Counter[str]()
        for one in (*told, *gathered):
            counts.update(one.counts)
        for one in gathered:
            kinds.update(one.kinds)
        names = {name for one in (*told, *gathered) for name in one.files} | set(files)
        skipped = sorted(skip for one in told for skip in one.skipped)
        return Dataset(dict(counts), dict(sorted(kinds.items())), tuple(sorted(names)), tuple(skipped))

    def _step(self, name: str, work: Callable[..., Any], tasks: list[tuple[Any, ...]]) -> list[Any]:
        results: list[Any] = [None] * len(tasks)
        for done, (number, result) in enumerate(self.crew.each(work, tasks), 1):
            results[number] = result
            self.progress(name, done, len(tasks))
        return results


def _ids(given: Sequence[Chunk], found: Sequence[Read]) -> list[tuple[str, ...]]:
    """The final id of every text of every chunk, "" for one without; given out in the order of all texts."""
    ids = Ids()
    made: list[list[str]] = [["" for _ in one.wanted] for one in found]
    first = 0
    while first < len(given):
        pieces = range(first, first + given[first].of)
        longest = max(len(found[piece].wanted) for piece in pieces)
        for row in range(longest):
            for piece in pieces:
                if row < len(found[piece].wanted) and found[piece].wanted[row]:
                    made[piece][row] = ids.unique(found[piece].wanted[row])
        first = pieces.stop
    return [tuple(row) for row in made]


def _manifest(made: Dataset, base: str) -> bytes:
    told = {
        "format": "zhengtu dataset 1",
        "base": base,
        "counts": dict(sorted(made.counts.items())),
        "entities": made.kinds,
        "files": made.files,
        "skipped": [{"source": s.source, "cause": s.cause, "cure": s.cure} for s in made.skipped],
    }
    return utf8(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _sweep(out: Storage, files: Sequence[str]) -> None:
    """Remove what earlier builds left in the folders of the dataset, and the work of this one."""
    for folder in ("quads", "nodes", "edges", "articles"):
        for name in out.names(folder):
            if name not in files:
                out.drop(name)
    out.drop(_WORK)
