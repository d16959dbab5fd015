"""Several workers over one store on the disk, and the desk where questions to them wait."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from kg.export.rdf import address
from kg.query import ask
from kg.query.store import read_triples
from kg.serve.desk import Desk
from kg.serve.kept_store import kept, usual
from kg.serve.worker import Worker
from kg.vocab import BASE

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    import pyoxigraph as ox


class Pool:
    """A graph on the disk, and the workers that answer over it. Use it with ``with``."""

    def __init__(self, graph: str | Path, workers: int = 2, seconds: float = 10.0, stores: Path | None = None) -> None:
        """``stores``: the folder where stores are kept (that of the user). Raises ``UsageError`` for no graph."""
        with ExitStack() as stack:
            folder, self.base, answers = stack.enter_context(
                kept(graph, stores or usual(), lambda at: _load(graph, at))
            )
            self.workers = [Worker(folder, self.base, answers / str(n)) for n in range(workers)]
            self.desk = Desk(self.workers, seconds)
            self._open = stack.pop_all()

    def start(self) -> None:
        """Begin all workers now, so that no question waits for one."""
        for worker in self.workers:
            worker.start()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.desk.close()
        for worker in self.workers:
            worker.stop()
        self._open.close()


def _load(graph: str | Path, folder: Path) -> str:
    """Fill a store; the base IRI of what is in it."""
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
