"""``kg/lexicon/measured.tsv``, which every codebook quotes, says what the reading is worth on the answered texts.

``python -m tests.test_measured`` in the root of the repository writes it anew.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyoxigraph as ox

from kg.evaluate import evaluate, from_gold, from_graph
from kg.evaluate.facts import Facts
from kg.export.rdf.ntriples import ntriples
from kg.lexicon import Lexicon
from kg.merge import merge
from tests.test_readings import PASSAGES, TESTS, articles, gold_of_passages, passages

TABLE = TESTS.parent / "kg" / "lexicon" / "measured.tsv"
_HEAD = """\
# What the reading is worth. Source: measured on all answered texts in tests/ by `python -m tests.test_measured`.
# layer, kind: what is counted; precision, recall, f1; answers: how many the texts have.
layer\tkind\tprecision\trecall\tf1\tanswers
"""
_NEAR = 0.05


def measured(folder: Path) -> list[tuple[str, str, float, float, float, int]]:
    gold: dict[str, Facts] = {}
    found: dict[str, Facts] = {}
    sets = [(articles(TESTS.parent / "seeds", ""), sorted((TESTS / "gold").glob("*.gold.json")))]
    sets += [(articles(PASSAGES, name), sorted(PASSAGES.glob(f"{name}*.gold.json"))) for name in "hkm"]
    sets += [(passages(name), gold_of_passages(name, folder)) for name in "ab"]
    for readings, answers in sets:
        store = ox.Store()
        store.bulk_load(ntriples(merge(readings)), format=ox.RdfFormat.N_TRIPLES)
        gold |= dict(map(from_gold, answers))
        found |= from_graph(store)
    rows, layer = [], ""
    for name, row in evaluate(gold, found).rows.items():
        if name in {"entity (near name)", "ALL FACTS"} or not row.expected:
            continue
        layer = layer if name.startswith(" ") else name.partition(" (")[0]
        kind = name.strip() if name.startswith(" ") else "all"
        rows.append((layer, kind, round(row.precision, 2), round(row.recall, 2), round(row.f1, 2), row.expected))
    return rows


def test_the_codebook_quotes_what_is_measured(tmp_path: Path) -> None:
    told = {(row["layer"], row["kind"]): row for row in Lexicon().table("measured")}
    now = {(layer, kind): f1 for layer, kind, _, _, f1, _ in measured(tmp_path)}
    assert told.keys() <= now.keys()
    for row in told:  # a better reading may wait for the table, a worse one may not
        assert float(told[row]["f1"]) <= now[row] + _NEAR, row


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        lines = ["\t".join(map(str, row)) for row in measured(Path(name))]
    TABLE.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
