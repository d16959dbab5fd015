"""The shipped queries and the shapes under other engines: the same rows, the same faults."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from rdflib.namespace import SH

from kg.ontology import folder
from kg.query import ask, open_graph, shipped
from tests.clients.conftest import BROKEN, script

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clients.conftest import Exports

NAMES = [query.name for query in shipped()]


def plain(cell: Any) -> str:
    """A cell that all engines write alike: unbound is empty, a number has no needless zeros, a language tag no capitals."""
    if cell is None or cell == "":
        return ""
    try:
        return repr(float(cell)) if not isinstance(cell, bool) else str(cell).lower()
    except ValueError:
        return str(cell).lower()


def rows(found: list[list[Any]] | tuple[tuple[Any, ...], ...]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(plain(cell) for cell in row) for row in found)


@cache
def opened(path: Path) -> Any:
    return open_graph(path)


@pytest.mark.parametrize("name", NAMES)
def test_jena_answers_alike(name: str, jena: dict[str, Any], exports: Exports) -> None:
    mine = ask(opened(exports / "graph.ttl"), next(query.text for query in shipped() if query.name == name))
    columns, theirs = jena["queries"][name]
    assert tuple(columns) == mine.columns
    assert rows(theirs) == rows(mine.rows)


@pytest.fixture(scope="session")
def comunica(small: Exports) -> dict[str, Any]:
    queries = {query.name: query.text for query in shipped()}
    what = {"graph": str(small / "graph.ttl"), "queries": queries}
    told: dict[str, Any] = script("comunica", "@comunica/query-sparql-file", what)
    return told


def _expected(name: str) -> Any:
    """Comunica leaves the COUNT of nothing but unbound values unbound, where SPARQL 1.1 (18.5.1.2) has it 0."""
    marks = [pytest.mark.xfail(reason="Comunica 4 counts no values as unbound")] if name == "entities" else []
    return pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", [_expected(name) for name in NAMES])
def test_comunica_answers_alike(name: str, comunica: dict[str, Any], small: Exports) -> None:
    mine = ask(opened(small / "graph.ttl"), next(query.text for query in shipped() if query.name == name))
    theirs = [[row.get(column) for column in mine.columns] for row in comunica[name]]
    assert rows(theirs) == rows(mine.rows)


def test_two_shacl_engines_find_the_same_faults(jena: dict[str, Any]) -> None:
    """pyshacl over rdflib and TopBraid's over Jena share no code; blank nodes have a name of their own in each."""
    pyshacl = pytest.importorskip("pyshacl")
    shapes = rdflib.Graph().parse(folder() / "shapes.ttl")
    _, told, _ = pyshacl.validate(rdflib.Graph().parse(BROKEN), shacl_graph=shapes, advanced=True)
    ends = (SH.focusNode, SH.sourceConstraintComponent)
    mine = [[str(told.value(result, end)) for end in ends] for result in told.subjects(SH.resultSeverity)]
    assert faults(jena["shacl"]) == faults(mine)


def faults(found: list[list[str]]) -> Counter[tuple[str, str]]:
    return Counter((node if node.startswith("http") else "_", component) for node, component in found)
