"""The whole: graphs and gold answers to a table of scores with every miss by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.compare import compare
from kg.evaluate.facts import Facts
from kg.evaluate.tally import Label, Miss, Row, Tally
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Miss", "Row", "Scores", "evaluate"]

_FACTS = ("entity", "relation", "post", "figure", "statement")


@dataclass(frozen=True, slots=True)
class Scores:
    """``rows``: the table, top to bottom; the name of a part is indented. ``misses``: all that is wrong, sorted."""

    articles: int
    rows: dict[str, Row]
    misses: tuple[Miss, ...]


def evaluate(gold: Mapping[str, Facts], found: Mapping[str, Facts]) -> Scores:
    """Scores of all gold articles; one that the graph lacks counts as wholly missed."""
    tally = Tally()
    for document, wanted in gold.items():
        tally.document = document
        compare(wanted, found.get(document, Facts()), tally)
    rows = {name: tally.row(labels) for name, labels in _groups(tally.labels())}
    return Scores(len(gold), rows, tuple(sorted(tally.misses)))


def _groups(labels: set[Label]) -> list[tuple[str, list[Label]]]:
    def those(layer: str) -> list[Label]:
        return sorted(label for label in labels if label[0] == layer)

    groups = [("entity (name and kind)", those("entity"))]
    groups += [(f"  {kind.value}", [("entity", kind.value)]) for kind in Kind]
    groups += [("entity (near name)", those("entity~")), ("relation", those("relation"))]
    groups += [(f"  {label[1]}", [label]) for label in those("relation")]
    groups += [(layer, those(layer)) for layer in ("post", "figure", "statement")]
    groups += [("article date", those("date"))]
    return [*groups, ("ALL FACTS", [label for layer in _FACTS for label in those(layer)])]
