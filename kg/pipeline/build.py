"""Many articles: files → documents → readings → one graph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.fact_ledger import load_facts
from kg.ingest.read import Options
from kg.ledger import load
from kg.lexicon import Lexicon, standard
from kg.lexicon.kept import keep
from kg.link.place.article_place import check_home
from kg.merge import merge
from kg.merge.facts_decided import apply_fact_decisions
from kg.merge.judged import apply_decisions
from kg.model import Skipped
from kg.model.shared_values import SharedValues
from kg.pipeline.extractors import identities
from kg.pipeline.parallel import readings
from kg.pipeline.reading_cache import ReadingCache, contents
from kg.pipeline.tasks import ReadConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kg.model import Graph, Reading
    from kg.model.decision import Decision
    from kg.model.fact_decision import FactDecision
    from kg.pipeline.extractors import Extractor

_MANY = 5_000
"""Articles from which on their memory is worth the time that sharing takes: a fiftieth of reading one, but more than
it takes to find one in the cache.
"""


def build(
    paths: Iterable[str | Path],
    *,
    options: Options | None = None,
    home: str | None = None,
    lexicon: Lexicon | None = None,
    ledger: Path | None = None,
    progress: Callable[[str], None] | None = None,
    jobs: int = 1,
    cache: str | Path | None = None,
    extractors: Sequence[Extractor] = (),
) -> Graph:
    """The graph of all articles in the given files and folders.

    ``home``: name or code of the division that articles speak from where they do not say so themselves. ``progress``
    is called with the name of each source once it is read. What cannot be read is in ``graph.skipped``, and so are
    decisions of the ``ledger`` that contradict each other; they never stop the rest. Raises ``UsageError`` for a path
    that does not exist and for a broken ledger.

    ``jobs``: how many processes read, 0 for one on each core. ``cache``: a folder where readings are kept, so that a
    later build reads only what has changed. Neither changes a byte of what comes out. ``extractors``: those of other
    packages (``kg.pipeline.extractors``).
    """
    decisions, verdicts = (load(ledger), load_facts(ledger)) if ledger else ((), ())
    lexicon, options = lexicon or standard(), options or Options()
    check_home(home or "", lexicon.gazetteer)
    own = ("" if lexicon == standard() else contents(lexicon.folder)) + identities(extractors)
    reading_cache = ReadingCache.at(cache, repr(options), home or "", own) if cache else None
    config = ReadConfig(options, (home,) if home else (), lexicon, reading_cache, tuple(extractors))
    found, skipped = _read(readings(paths, config, jobs), progress)
    keep()
    return _decided(merge(found, skipped), decisions, verdicts, ledger)


def _read(
    told: Iterable[Reading | Skipped], progress: Callable[[str], None] | None
) -> tuple[list[Reading], list[Skipped]]:
    """What was read and what was not; of many articles equal values stand in memory once."""
    found: list[Reading] = []
    skipped: list[Skipped] = []
    shared = SharedValues()
    for one in told:
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            found.append(shared.reading(one) if len(found) >= _MANY else one)
        if progress:
            progress(one.source if isinstance(one, Skipped) else one.document.source)
    return found, skipped


def decided(graph: Graph, ledger: Path) -> Graph:
    """A graph that was built without it, under a ledger. Raises ``UsageError`` for a broken one."""
    return _decided(graph, load(ledger), load_facts(ledger), ledger)


def _decided(
    graph: Graph, decisions: Sequence[Decision], verdicts: Sequence[FactDecision], ledger: Path | None
) -> Graph:
    """The graph under the ledger; what of it cannot be applied is told with the skipped inputs."""
    found = apply_decisions(graph, decisions)
    facts = apply_fact_decisions(found.graph, verdicts, found.one_for)
    idle = [Skipped(str(ledger), problem, "Delete one of the decisions") for problem in found.problems]
    idle += [Skipped(str(ledger), problem, "Look at the article, and mend or delete it") for problem in facts.problems]
    return replace(facts.graph, skipped=tuple(sorted([*graph.skipped, *idle])))
