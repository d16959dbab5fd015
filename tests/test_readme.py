"""The README tells the truth: its queries give the results that stand below them, and its links lead somewhere.

``python -m tests.test_readme`` writes the present results into both files.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.query import ask, open_graph

if TYPE_CHECKING:
    import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh.md")


def examples(name: str) -> list[tuple[str, str]]:
    """Each query with the table below it."""
    parts = (ROOT / name).read_text(encoding="utf-8").split("```sparql\n")[1:]
    return [(part.split("```")[0], part.split("```")[1].strip().split("\n\n")[0]) for part in parts]


def table(store: ox.Store, query: str) -> str:
    answer = ask(store, query)
    rows = [answer.columns, ["---"] * len(answer.columns), *answer.rows]
    return "\n".join(f"| {' | '.join('' if cell is None else str(cell) for cell in row)} |" for row in rows)


@pytest.mark.parametrize("name", READMES)
def test_results_are_real(name: str, seeds_turtle: Path) -> None:
    store = open_graph(seeds_turtle)
    assert len(examples(name)) == 3
    for query, told in examples(name):
        assert told == table(store, query), f"the graph has changed; refresh {name}: python -m tests.test_readme"


def test_both_languages_show_the_same() -> None:
    assert examples(READMES[0]) == examples(READMES[1])


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in text.split("](")[1:]]
    assert targets
    assert all(target.startswith("http") or (ROOT / target).exists() for target in targets)


def refresh() -> None:
    import pyoxigraph as ox

    import kg
    from kg.export.rdf.turtle import turtle

    store = ox.Store()
    store.bulk_load(turtle(kg.build(ROOT / "seeds")), format=ox.RdfFormat.TURTLE)
    for name in READMES:
        text = (ROOT / name).read_text(encoding="utf-8")
        for query, told in examples(name):
            text = text.replace(f"{query}```\n\n{told}", f"{query}```\n\n{table(store, query)}")
        (ROOT / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
