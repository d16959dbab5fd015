"""Programs that draw and measure networks read the same nodes, edges and attributes."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from tests.clients.conftest import script

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clients.conftest import Exports


def size(graph: Any) -> tuple[int, int]:
    return graph.number_of_nodes(), graph.number_of_edges()


def told(exports: Exports) -> dict[str, Any]:
    """An edge that a sentence tells, as the Cytoscape file has it."""
    edges = json.loads((exports / "graph.cyjs").read_text("utf-8"))["elements"]["edges"]
    data: dict[str, Any] = next(edge["data"] for edge in edges if edge["data"]["evidence"] and edge["data"]["date"])
    return data


KEPT = ("relation", "label", "evidence", "file", "begin_index", "end_index", "confidence", "date", "rule", "status")


def test_networkx(exports: Exports) -> None:
    edge = told(exports)
    for read, name in ((nx.read_graphml, "graph.graphml"), (nx.read_gexf, "graph.gexf")):
        graph = read(exports / name)
        assert size(graph) == (exports.nodes, exports.edges), name
        assert graph.is_directed()
        between = graph.get_edge_data(edge["source"], edge["target"])
        found = [data for data in between.values() if data["relation"] == edge["relation"]] if between else []
        assert any(data["evidence"] == edge["evidence"] for data in found), name


def test_igraph(exports: Exports) -> None:
    """A strict reader of GraphML: it refuses ids that stand twice and types that change."""
    igraph = pytest.importorskip("igraph")
    graph = igraph.Graph.Read_GraphML(str(exports / "graph.graphml"))
    assert (graph.vcount(), graph.ecount()) == (exports.nodes, exports.edges)
    assert graph.is_directed()
    assert {type(value) for value in graph.es["confidence"]} == {float}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphology(form: str, exports: Exports) -> None:
    """What Gephi Lite and sigma.js read with."""
    edge = told(exports)
    what = {"format": form, "file": str(exports / f"graph.{form}"), "edge": edge["id"]}
    found = script("graphology", f"graphology-{form}", what)
    assert (found["nodes"], found["edges"]) == (exports.nodes, exports.edges)
    assert {name: found["edge"][name] for name in KEPT} == {name: edge[name] for name in KEPT}


def test_cytoscape(exports: Exports) -> None:
    found = script("cytoscape", "cytoscape", str(exports / "graph.cyjs"))
    assert (found["nodes"], found["edges"]) == (exports.nodes, exports.edges)
    assert found["first"]["label"] == found["first"]["name"]


TABLES = [("parquet/nodes.parquet", "parquet/edges.parquet"), ("neo4j/nodes.csv", "neo4j/relationships.csv")]


@pytest.mark.parametrize(("nodes", "edges"), TABLES, ids=["parquet", "csv"])
def test_ladybug_answers_cypher(nodes: str, edges: str, exports: Exports, tmp_path: Path) -> None:
    """An embedded graph database loads the tables and walks from places to the provinces they lie in."""
    ladybug = pytest.importorskip("ladybug", reason="ladybug is not installed (tests/clients/requirements.txt)")
    if not (exports / nodes).exists():
        pytest.skip("pyarrow is not installed, so there is no Parquet")
    base = ladybug.Connection(ladybug.Database(str(tmp_path / "db")))
    places, walks = _tables(exports, nodes, edges, tmp_path)
    base.execute("CREATE NODE TABLE Node(id STRING, label STRING, kind STRING, PRIMARY KEY (id))")
    base.execute("CREATE REL TABLE Edge(FROM Node TO Node, relation STRING, evidence STRING, confidence DOUBLE)")
    base.execute(f"COPY Node FROM '{places}' (HEADER=true, PARALLEL=false)")
    base.execute(f"COPY Edge FROM '{walks}' (HEADER=true, PARALLEL=false)")
    assert base.execute("MATCH (n:Node) RETURN count(n)").get_next() == [exports.nodes]
    assert base.execute("MATCH ()-[e:Edge]->() RETURN count(e)").get_next() == [exports.edges]
    query = "MATCH (:Node)-[e:Edge {relation: 'within'}]->(:Node) WHERE e.evidence <> '' RETURN count(e)"
    cyjs = json.loads((exports / "graph.cyjs").read_text("utf-8"))["elements"]["edges"]
    stated = sum(edge["data"]["relation"] == "within" and bool(edge["data"]["evidence"]) for edge in cyjs)
    assert base.execute(query).get_next() == [stated]
    assert base.execute("MATCH (:Node {kind: 'Place'})-[:Edge*1..3]->(p:Node) RETURN count(p) > 0").get_next() == [True]


def _tables(exports: Exports, nodes: str, edges: str, folder: Path) -> tuple[Path, Path]:
    """The columns that the tables of the test have, cut out of ours."""
    kept = (("id", "label", "kind"), ("source", "target", "relation", "evidence", "confidence"))
    made = []
    for name, columns in zip((nodes, edges), kept, strict=True):
        rows = _rows(exports / name)
        path = folder / f"{len(columns)}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        made.append(path)
    return made[0], made[1]


_RENAMED = {"key:ID": "id", ":START_ID": "source", ":END_ID": "target", "confidence:double": "confidence"}


def _rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        table = parquet.read_table(path).to_pylist()
        return [
            {name: cell.replace("\n", " ") if isinstance(cell, str) else cell for name, cell in row.items()}
            for row in table
        ]
    with path.open(encoding="utf-8", newline="") as file:
        return [{_RENAMED.get(name, name): cell for name, cell in row.items()} for row in csv.DictReader(file)]
