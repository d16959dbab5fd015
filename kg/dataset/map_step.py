"""The second step: what the articles of a chunk tell, written; and what they contribute to things, handed on."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.dataset.pack import DamagedError, packed, shelved, unpacked
from kg.dataset.partial import shares
from kg.dataset.read import under
from kg.export.markup import utf8
from kg.export.network.graph_to_network import edges
from kg.export.rdf.graph_to_rdf import statements
from kg.export.rdf.nodes import Nodes, article_of
from kg.export.rdf.nquads import write_nquads
from kg.export.redact import without_text
from kg.export.tables.parquet import ARTICLES, EDGES, articles, table
from kg.merge import joined
from kg.model import Reading, Skipped
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.dataset.chunks import Chunk
    from kg.dataset.job import Job
    from kg.dataset.read import Read
    from kg.dataset.storage import Storage
    from kg.model import Graph

LEVEL = 6  # gzip's own


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a chunk came to: its files in the dataset, each with its size, its shares, counts, what was skipped."""

    files: dict[str, int]
    shares: str
    size: int
    counts: dict[str, int]
    skipped: tuple[Skipped, ...]


def map_chunk(job: Job, chunk: Chunk, read: Read, ids: tuple[str, ...], buckets: int) -> Mapped:
    """Write what the readings of a chunk tell as articles of these ids, or find that it has been written."""
    job.check()
    key = keyed(job, read.content, str(buckets), *ids)
    try:
        known = unpacked(job.work.get(f"told/{key}"), Mapped)
    except DamagedError:
        known = None
    if known and job.work.size(known.shares) == known.size and is_whole(job.out, known.files):
        return known
    made = _written(job, _graph(job, chunk, read.name, ids), key, buckets)
    job.work.put(f"told/{key}", packed(made))
    return made


def keyed(job: Job, *parts: str) -> str:
    """A name for what is made of some parts by one program under one base, with or without text."""
    whole = (job.program, job.base, str(job.text), *parts)
    return hashlib.sha256("\x1f".join(whole).encode("utf-8", "surrogatepass")).hexdigest()


def is_whole(out: Storage, files: dict[str, int]) -> bool:
    """Whether files are there and have the sizes that they should have."""
    return all(out.size(name) == size for name, size in files.items())


def put(out: Storage, files: dict[str, bytes]) -> dict[str, int]:
    """Write files; their sizes."""
    for name, data in files.items():
        out.put(name, data)
    return {name: len(data) for name, data in files.items()}


def compressed(text: str) -> bytes:
    """A text as gzip, the same bytes in every run."""
    return gzip.compress(utf8(text), LEVEL, mtime=0)


def edge_table(graph: Graph, *, from_articles: bool) -> bytes:
    """The edges that articles tell, or else those that follow from the things themselves, as a table."""
    rows = [{"id": key, "source": s, "target": o, **data} for key, (s, o, data) in sorted(edges(graph).items())]
    return table([row for row in rows if (row["document"] not in {"", GAZETTEER}) is from_articles], EDGES)


def _written(job: Job, graph: Graph, key: str, buckets: int) -> Mapped:
    nodes = Nodes(graph, job.base)
    statements(nodes, replace(graph, relations=tuple(r for r in graph.relations if r.evidence.document != GAZETTEER)))
    described = nodes.whole()
    own = {subject: pairs for subject, pairs in described.items() if article_of(subject, described)}
    shared = {subject: pairs for subject, pairs in described.items() if subject not in own}
    stem = f"articles-{key[:16]}"
    files = {
        f"quads/{stem}.nq.gz": compressed(write_nquads(own)),
        f"edges/{stem}.parquet": edge_table(graph, from_articles=True),
        f"articles/{stem}.parquet": table(articles(graph), ARTICLES),
    }
    handed = f"shares/{key}"
    data = shelved([share or None for share in shares(graph, shared, job.base, buckets)])
    job.work.put(handed, data)
    return Mapped(put(job.out, files), handed, len(data), _counts(graph), graph.skipped)


def _graph(job: Job, chunk: Chunk, name: str, ids: Sequence[str]) -> Graph:
    found = under(job, chunk, name, ids)
    readings = [one for one in found if isinstance(one, Reading)]
    graph = joined(readings, [one for one in found if isinstance(one, Skipped)])
    return graph if job.text else without_text(graph)


def _counts(graph: Graph) -> dict[str, int]:
    return {
        "articles": len(graph.articles),
        "mentions": sum(len(article.mentions) for article in graph.articles),
        "figures": len(graph.figures),
        "quotations": len(graph.quotes),
        "moments": len(graph.moments),
    }
