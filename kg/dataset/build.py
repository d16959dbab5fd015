"""The order of the steps: sources → readings → what is told, by article and by thing → things → the dataset.

The parts have names made of their content, so that those of an earlier build stand until the new ``manifest.json``
names the new ones. A build that was stopped leaves its work in ``.kg/work``, and the next one goes on from there.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.dataset.chunks import chunks
from kg.dataset.combine import TOGETHER, combine, noted
from kg.dataset.engines.engine import LOCAL, Engine, check_engine, engine
from kg.dataset.finish_step import finish
from kg.dataset.job import Job, program
from kg.dataset.manifest import Dataset, publish, settled
from kg.dataset.map_step import Mapped, map_chunk
from kg.dataset.read import Read, read
from kg.dataset.reduce_step import reduce_bucket
from kg.dataset.sources import listed
from kg.dataset.storage import storage
from kg.errors import InputError
from kg.export.rdf.terms import check_base
from kg.ingest.files import Ids
from kg.ingest.read import Options
from kg.lexicon import Lexicon, standard
from kg.link.place.article_place import check_home
from kg.pipeline.parallel import processes
from kg.vocab import BASE, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.dataset.chunks import Chunk
    from kg.model import Skipped
    from kg.pipeline.extractors import Extractor

    Progress = Callable[[str, int, int], None]

_WORK = ".kg/work"
_A_BUCKET = 2_000
"""Articles whose things one bucket holds, about: what a process has in memory at once."""
_MOST_BUCKETS = 8_192


def write(
    paths: Iterable[str | Path],
    folder: str | Path,
    *,
    named: str = LOCAL,
    jobs: int = 0,
    options: Options | None = None,
    home: str | None = None,
    lexicon: Lexicon | None = None,
    extractors: Sequence[Extractor] = (),
    base: str = BASE,
    text: bool = True,
    cache: str | Path | None = None,
    progress: Progress | None = None,
) -> Dataset:
    """Write the graph of all articles in files, folders and addresses as a dataset into a folder or address.

    ``named``: the engine, ``local`` with ``jobs`` processes (0: one on each core) or ``dask://HOST:PORT``. ``lexicon``:
    one of your own, which workers must find at the same path. ``extractors``: those of other packages
    (``kg.pipeline.extractors``), which workers must have installed. ``cache``: a folder or address where readings stay
    for later builds. ``progress`` is called with the name of a step, how many of its tasks are done, of how many.
    Raises ``UsageError`` and ``OutputError``; ``InputError`` where no article could be read. The earlier dataset stands
    until the new one is whole.
    """
    check_engine(named)
    sources = listed(paths)
    out = storage(str(folder))
    work = storage(f"{out.root}/{_WORK}")
    kept = storage(str(cache)) if cache else storage(f"{work.root}/readings")
    check_home(home or "", (lexicon or standard()).gazetteer)
    how = (options or Options(), (home,) if home else (), lexicon, check_base(base), text)
    job = Job(*how, out, kept, work, str(Path.cwd()), program(), tuple((one, one.identity) for one in extractors))
    with settled(out, [name for name, _ in sources]), engine(named, processes(jobs)) as workers:
        made = _Build(job, workers, progress or _silent).run(list(chunks(sources)))
        publish(out, made, base)
        out.clear(_WORK)
    return made


def _silent(_step: str, _done: int, _of: int) -> None:
    """Tell nobody."""


class _Build:
    """One build under way."""

    def __init__(self, job: Job, workers: Engine, progress: Progress) -> None:
        self.job, self.workers, self.progress = job, workers, progress

    def run(self, given: Sequence[Chunk]) -> Dataset:
        """All steps."""
        found: list[Read] = self._step("read", read, [(self.job, chunk) for chunk in given])
        ids = ids_of(given, found)
        buckets = _buckets(sum(map(len, ids)))
        rows = zip(given, found, ids, strict=True)
        mapped: list[Mapped] = self._step(
            "map", map_chunk, [(self.job, chunk, one, own, buckets) for chunk, one, own in rows]
        )
        skipped = tuple(sorted(skip for one in mapped for skip in one.skipped))
        if not any(one.counts["articles"] for one in mapped):
            raise InputError("kg build", f"none of the {len(skipped)} inputs could be read", _first(skipped))
        place = noted(self.job, self._folded(tuple(one.shares for one in mapped), buckets))
        gathered = self._step("reduce", reduce_bucket, [(self.job, bucket, place) for bucket in range(buckets)])
        known = any(one.known for one in gathered)
        closing, raised, families = finish(self.job, [one.left for one in gathered], known)
        counts, kinds = Counter({"relations": raised}), Counter[str]()
        for one in (*mapped, *gathered):
            counts.update(one.counts)
        for one in gathered:
            kinds.update(one.kinds)
        kinds.update({Kind.CAMPAIGN.value: families} if families else {})
        names = {name for one in (*mapped, *gathered) for name in one.files} | set(closing)
        return Dataset(dict(counts), dict(sorted(kinds.items())), tuple(sorted(names)), skipped)

    def _folded(self, shares: tuple[str, ...], buckets: int) -> tuple[str, ...]:
        """The names of a few files that hold all shares."""
        if len(shares) <= TOGETHER:
            return shares
        groups = [shares[at : at + TOGETHER] for at in range(0, len(shares), TOGETHER)]
        return tuple(self._step("combine", combine, [(self.job, group, buckets) for group in groups]))

    def _step(self, name: str, work: Callable[..., Any], tasks: list[tuple[Any, ...]]) -> list[Any]:
        results: list[Any] = [None] * len(tasks)
        for done, (number, result) in enumerate(self.workers.each(work, tasks), 1):
            results[number] = result
            self.progress(name, done, len(tasks))
        return results


def _buckets(articles: int) -> int:
    """How many buckets there are: a power of two, so that a few articles more make all of them anew but seldom."""
    return min(_MOST_BUCKETS, 1 << max(0, -(-articles // _A_BUCKET) - 1).bit_length())


def _first(skipped: Sequence[Skipped]) -> str:
    """What to do about it, by the first that was skipped."""
    return f"{skipped[0].source}: {skipped[0].cause}. {skipped[0].cure}" if skipped else "Give files with text in them"


def ids_of(given: Sequence[Chunk], found: Sequence[Read]) -> list[tuple[str, ...]]:
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
