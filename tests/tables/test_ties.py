"""``ties``: every kind on the made corpus, and the measure of overlap by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx

from kg.export.tables.edge_list import edge_graph
from kg.model import Entity, Evidence, Graph, Relation, Span
from kg.tables.index import Index
from kg.tables.ties.co_signing import co_signings
from kg.vocab import Kind, Predicate
from tests.tables import made

if TYPE_CHECKING:
    from kg.model.table import Cell, Table

Tables = dict[str, "Table"]


def ties(tables: Tables, kind: str) -> list[dict[str, Cell]]:
    return [row for row in tables["ties"].dicts() if row["tie"] == kind]


def test_successions(tables: Tables) -> None:
    rows = ties(tables, "succession")
    told = {(r["from_name"], r["to_name"], r["through"], r["first_date"], r["last_date"]) for r in rows}
    assert told == set(made.SUCCESSIONS)
    assert {row["directed"] for row in rows} == {1}


def test_superiors(tables: Tables) -> None:
    told = {
        (r["from_name"], r["to_name"], r["scope"], r["first_date"], r["last_date"]) for r in ties(tables, "superior")
    }
    assert told == set(made.SUPERIORS)


def test_co_appearances(tables: Tables) -> None:
    told = {
        (*sorted((str(r["from_name"]), str(r["to_name"]))), r["weight"], r["first_date"], r["last_date"])
        for r in ties(tables, "co_appearance")
    }
    assert told == {(*sorted(row[:2]), *row[2:]) for row in made.CO_APPEARANCES}


def months(begin: str, end: str) -> set[int]:
    first, last = ([int(part) for part in time.split("-")] for time in (begin, end))
    return set(range(first[0] * 12 + first[1], last[0] * 12 + last[1] + 1))


def test_co_careers_by_hand(tables: Tables) -> None:
    """The months of every pair of résumés, counted anew: the closest scope that two spells of a month share."""
    scopes = {"months_department": 4, "months_body": 3, "months_place": 2, "months_province": 1}
    wanted: dict[frozenset[str], dict[str, int]] = {}
    for one, two in ((a, b) for a in made.SPELLS for b in made.SPELLS if a[0] < b[0]):
        for at in months(*one[3:5]) & months(*two[3:5]):
            pair = wanted.setdefault(frozenset((one[0], two[0])), {})
            pair[f"{at}"] = max(pair.get(f"{at}", 0), closeness(one, two))
    resumes = {row[0] for row in made.SPELLS}
    found = {}
    for row in ties(tables, "co_career"):
        if {row["from_name"], row["to_name"]} <= resumes:
            found[frozenset((str(row["from_name"]), str(row["to_name"])))] = row
    assert found.keys() == wanted.keys()
    for pair, shared in wanted.items():
        for column, weight in scopes.items():
            assert found[pair][column] == sum(w == weight for w in shared.values()), (pair, column)
        assert found[pair]["weight"] == sum(shared.values())


def closeness(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    """4: one department; 3: the government of one place; 2: one place; 1: one province."""
    if one[2] == two[2]:
        return 4 if one[2].endswith("局") else 3
    return 3 if made.PLACES[one[2]] == made.PLACES[two[2]] else 1


def test_co_signings(tables: Tables) -> None:
    told = {(r["from_name"], r["to_name"], r["scope"]) for r in ties(tables, "co_signing")}
    assert told == {
        ("赣州市教育局", "赣州市财政局", "document"),
        ("赣州市教育局", "赣州市财政局", "cooperation"),
        ("赣州市", "抚州市", "document"),
        ("赣州市", "抚州市", "agreement"),
    }


def test_an_edge_list_is_a_network(tables: Tables) -> None:
    net = edge_graph(tables["ties"])
    assert isinstance(net, networkx.MultiDiGraph)
    assert net.number_of_edges() == len(tables["ties"].rows)
    assert {data["kind"] for _, data in net.nodes(data=True)} == {"person", "organization", "place"}


def test_organs_that_issue_together() -> None:
    why = [Evidence("1", Span(0, 2), "r", 0.9), Evidence("1", Span(3, 5), "r", 0.9)]
    told = [
        Relation(f"organization/{name}", Predicate.ISSUED, "document/办法", reason)
        for name, reason in zip(("甲局", "乙局"), why, strict=True)
    ]
    signed = Relation("organization/丙", Predicate.COOPERATES_WITH, "organization/丁", why[0])
    paper = Entity("document/办法", Kind.DOCUMENT, "办法")
    found = list(co_signings(Index(Graph(entities=(paper,), relations=(*told, signed)))))
    assert [(tie.source, tie.target, tie.scope, tie.weight) for tie in found] == [
        ("organization/丁", "organization/丙", "cooperation", 1),
        ("organization/乙局", "organization/甲局", "document", 1),
    ]
