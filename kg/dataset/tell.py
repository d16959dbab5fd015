"""The second step: what the articles of a chunk tell, written; and what they contribute to things, handed on."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.dataset.pack import shelved
from kg.dataset.read import results, under
from kg.dataset.share import shares
from kg.export.markup import utf8
from kg.export.network import edges
from kg.export.nodes import Nodes, article_of
from kg.export.nquads import write_nquads
from kg.export.parquet import ARTICLES, EDGES, articles, table
from kg.export.rdf import told
from kg.export.redact import without_text
from kg.merge import joined
from kg.model import Reading, Skipped
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from kg.dataset.job import Job
    from kg.model import Graph

LEVEL = 6  # gzip's own


@dataclass(frozen=True, slots=True)
class Told:
    """What a chunk came to: its files in the dataset, where its shares lie, how much it holds, what was skipped."""

    files: tuple[str, ...]
    shares: str
    counts: dict[str, int]
    skipped: tuple[Skipped, ...]


def tell(job: Job, name: str, ids: tuple[str, ...], buckets: int) -> Told:
    """Write what the readings under a name tell as articles of these ids."""
    job.check()
    graph = _graph(job, name, ids)
    key = _key(job, name, ids, buckets)
    stem = f"articles-{key[:16]}"
    files = f"quads/{stem}.nq.gz", f"edges/{stem}.parquet", f"articles/{stem}.parquet"
    handed = f"shares/{key}"
    if not (job.work.has(handed) and all(job.out.has(file) for file in files)):  # the shares are written last
        nodes = Nodes(graph, job.base)
        told(nodes, replace(graph, relations=tuple(r for r in graph.relations if r.evidence.document != GAZETTEER)))
        described = nodes.whole()
        own = {subject: pairs for subject, pairs in described.items() if article_of(subject, described)}
        shared = {subject: pairs for subject, pairs in described.items() if subject not in own}
        job.out.put(files[0], compressed(write_nquads(own)))
        rows = [{"id": k, "source": s, "target": o, **data} for k, (s, o, data) in sorted(edges(graph).items())]
        job.out.put(files[1], table([row for row in rows if row["document"] not in {"", GAZETTEER}], EDGES))
        job.out.put(files[2], table(articles(graph), ARTICLES))
        job.work.put(handed, shelved(shares(graph, shared, job.base, buckets)))
    return Told(files, handed, _counts(graph), graph.skipped)


def compressed(text: str) -> bytes:
    """A text as gzip, the same bytes in every run."""
    return gzip.compress(utf8(text), LEVEL, mtime=0)


def _graph(job: Job, name: str, ids: tuple[str, ...]) -> Graph:
    found = [under(job, one, own) for one, own in zip(results(job, name), ids, strict=True)]
    readings = [one for one in found if isinstance(one, Reading)]
    graph = joined(readings, [one for one in found if isinstance(one, Skipped)])
    return graph if job.text else without_text(graph)


def _key(job: Job, name: str, ids: tuple[str, ...], buckets: int) -> str:
    parts = (name, job.base, str(job.text), str(buckets), *ids)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _counts(graph: Graph) -> dict[str, int]:
    return {
        "articles": len(graph.articles),
        "mentions": sum(len(article.mentions) for article in graph.articles),
        "figures": len(graph.figures),
        "quotations": len(graph.quotes),
        "moments": len(graph.moments),
    }
