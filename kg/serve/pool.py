"""Several workers over one store: each job goes to a free one."""

from __future__ import annotations

import queue
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.rdf import address
from kg.query import ask
from kg.query.store import read_triples
from kg.serve.reply import told
from kg.serve.worker import Worker
from kg.vocab import BASE

if TYPE_CHECKING:
    from types import TracebackType

    import pyoxigraph as ox

    from kg.serve.reply import Job, Reply


class Pool:
    """A graph on the disk, and the workers that answer over it. Use it with ``with``: the store goes at the end."""

    def __init__(self, graph: str | Path, workers: int = 2, seconds: float = 10.0) -> None:
        """Raises ``UsageError`` for a graph that cannot be read."""
        self.seconds = seconds
        self.folder = Path(tempfile.mkdtemp(prefix="zhengtu-"))
        try:
            self.base = _load(graph, self.folder)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self._workers = [Worker(self.folder, self.base) for _ in range(workers)]
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)

    def start(self) -> None:
        """Begin all workers now, so that no question waits for one."""
        for worker in self._workers:
            worker.start()

    def ask(self, job: Job) -> Reply:
        """The reply of a free worker; 503 where all stay busy for as long as a query may take."""
        try:
            worker = self._free.get(timeout=self.seconds)
        except queue.Empty:
            return told(503, "All workers are busy. Ask again in a while.")
        try:
            return worker.ask(job, self.seconds)
        finally:
            self._free.put(worker)

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def _load(graph: str | Path, folder: Path) -> str:
    """Fill the store; the base IRI of what is in it."""
    import pyoxigraph as ox

    store = ox.Store(str(folder))
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in read_triples(graph))
    base = _base(store)
    store.flush()
    return base


def _base(store: ox.Store) -> str:
    """What stands before the path of an article."""
    rows = ask(store, "SELECT ?a ?id { ?a a zt:Article ; dcterms:identifier ?id } ORDER BY ?a LIMIT 1").rows
    for article, identifier in rows:
        path = address.article(str(identifier))
        if str(article).endswith(path):
            return str(article).removesuffix(path)
    return BASE
