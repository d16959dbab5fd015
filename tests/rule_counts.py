"""How often each rule of relations is right: ``python -m tests.rule_counts`` writes docs/rule-counts.tsv.

Over all answered texts of the tests (seeds, passages), and over a folder of further ones, NAME.txt beside NAME.gold.json,
that is given as an argument; then the table is printed and nothing is written. What an answer holds for optional counts
for neither side. A rule that reads nothing in these texts is not in the table.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.evaluate import from_gold, from_graph
from kg.evaluate.align import align
from kg.evaluate.compare import right
from kg.evaluate.facts import Facts, Link
from kg.export.rdf.ntriples import ntriples
from kg.merge import merge
from kg.model import Reading
from kg.query.answer import ask
from kg.vocab import ZT
from tests.test_readings import PASSAGES, TESTS, articles, gold_of_passages, passages

TABLE = TESTS.parent / "docs" / "rule-counts.tsv"
_STATED = """SELECT DISTINCT ?id ?s ?p ?o ?rule ?sure { ?r a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
  zt:rule ?rule ; zt:confidence ?sure ; prov:wasDerivedFrom/nif:referenceContext ?a . ?a dcterms:identifier ?id }"""

Counts = Counter[tuple[str, str, str, bool]]
"""(rule, predicate, confidence, whether it is right) → how often."""


def counted(readings: list[Reading], answers: list[Path], counts: Counts) -> None:
    """Add what one set of answered texts shows."""
    store = ox.Store()
    store.bulk_load(ntriples(merge(readings)), format=ox.RdfFormat.N_TRIPLES)
    found = from_graph(store)
    gold = dict(map(from_gold, answers))
    keys = {
        name: {mine: theirs for mine, (theirs, _) in align(gold[name], found.get(name, Facts())).items()}
        for name in gold
    }
    for name, s, p, o, rule, sure in ask(store, _STATED, "rule counts").rows:
        if str(name) in gold and str(p) != f"{ZT}holdsPost":
            link = Link(str(p).removeprefix(ZT), str(s), str(o))
            verdict = right(gold[str(name)], link, keys[str(name)].get)
            if verdict is not None:
                counts[str(rule), link.predicate, f"{float(sure):.2f}", verdict] += 1


def sets(folder: Path) -> Iterator[tuple[list[Reading], list[Path]]]:
    yield articles(TESTS.parent / "seeds", ""), sorted((TESTS / "gold").glob("*.gold.json"))
    for name in "hkm":
        yield articles(PASSAGES, name), sorted(PASSAGES.glob(f"{name}*.gold.json"))
    for name in "ab":
        yield passages(name), gold_of_passages(name, folder)


def rows(counts: Counts) -> Iterator[tuple[str, str, str, int, int]]:
    for rule, predicate, sure in sorted({key[:3] for key in counts}):
        yield rule, predicate, sure, counts[rule, predicate, sure, True], counts[rule, predicate, sure, False]


def main(words: list[str]) -> None:
    counts: Counts = Counter()
    if words:
        counted(articles(Path(words[0]), ""), sorted(Path(words[0]).glob("*.gold.json")), counts)
    else:
        with tempfile.TemporaryDirectory() as folder:
            for readings, answers in sets(Path(folder)):
                counted(readings, answers, counts)
    lines = ["rule\tpredicate\tconfidence\tright\twrong", *("\t".join(map(str, row)) for row in rows(counts))]
    if words:
        print("\n".join(lines))
    else:
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
