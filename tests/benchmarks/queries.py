"""Every shipped query on a graph of about a million triples, made of articles that really differ.

Run: ``python -m tests.benchmarks.queries [ARTICLES]`` (3,000 make about a million). Parameters that a query requires are
taken from the graph itself: the names with the most mentions. Prints triples, seconds to load, and seconds and rows a query.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import kg
from kg.export.rdf.ntriples import ntriples
from kg.query import ask, open_graph, shipped
from tests.benchmarks.articles import Articles

_COMMON = """SELECT ?n (COUNT(*) AS ?c) { ?m itsrdf:taIdentRef ?e . ?e a zt:%s ; rdfs:label ?n
  FILTER(LANGMATCHES(LANG(?n), "zh-Hans")) } GROUP BY ?n ORDER BY DESC(?c) ?n LIMIT 2"""


def main(count: int) -> None:
    """Make the graph, load it, ask everything."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Articles(["seeds", "tests/passages"]).corpus(Path(folder) / "corpus.jsonl", count)
        path = Path(folder) / "graph.nt"
        path.write_bytes(ntriples(kg.build(corpus, jobs=0)))
        began = time.perf_counter()
        store = open_graph(path)
        print(f"{len(store):,} triples loaded in {time.perf_counter() - began:.1f} s")
        place, person = (ask(store, _COMMON % kind).rows for kind in ("Place", "Person"))
        given = {
            "article": "a0000001",
            "place": place[0][0],
            "person": person[0][0],
            "from": place[0][0],
            "to": place[1][0],
        }
        for query in shipped():
            values = {p.name: str(given.get(p.name, place[0][0])) for p in query.parameters if p.required}
            began = time.perf_counter()
            rows = len(ask(store, query.with_values(values)).rows)
            print(f"{query.name:<20} {time.perf_counter() - began:7.2f} s {rows:>8} rows  {values}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
