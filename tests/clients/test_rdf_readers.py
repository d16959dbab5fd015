"""Five families of RDF readers, in C, Rust, Java, JavaScript and Python, count the same triples without a word of complaint."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.ontology import folder
from tests.clients.conftest import script, tool

if TYPE_CHECKING:
    from tests.clients.conftest import Exports

NTRIPLES = "graph.nt"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(("form", "name"), [("turtle", "graph.ttl"), ("ntriples", NTRIPLES), ("rdfxml", "graph.rdf")])
def test_rapper(form: str, name: str, exports: Exports) -> None:
    done = run(tool("rapper"), "-i", form, "-c", exports / name)
    assert done.returncode == 0
    told = [line for line in done.stderr.splitlines() if "Parsing URI" not in line]
    assert told == [f"rapper: Parsing returned {exports.triples} triples"]


SERDI = [("turtle", "graph.ttl"), ("ntriples", NTRIPLES), ("trig", "graph.trig"), ("nquads", "graph.nq")]


@pytest.mark.parametrize(("form", "name"), SERDI)
def test_serdi(form: str, name: str, exports: Exports) -> None:
    done = run(tool("serdi"), "-i", form, "-o", "nquads" if form in {"trig", "nquads"} else "ntriples", exports / name)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(set(done.stdout.splitlines())) == exports.triples


def test_n3_js(exports: Exports) -> None:
    files = [str(exports / name) for name in ("graph.ttl", NTRIPLES, "graph.trig", "graph.nq")]
    assert script("n3", "n3", files) == [exports.triples] * 4


def test_oxigraph(exports: Exports) -> None:
    for name in ("graph.ttl", NTRIPLES, "graph.trig", "graph.nq", "graph.rdf", "graph.jsonld"):
        assert len({str(quad.triple) for quad in ox.parse(path=str(exports / name))}) == exports.triples, name


def test_jena(jena: dict[str, Any], exports: Exports) -> None:
    """Jena 6, strict: it would warn of an IRI or a date that it holds for odd."""
    wanted = {name: [exports.triples, []] for name in ("graph.ttl", NTRIPLES, "graph.rdf", "graph.jsonld")}
    assert jena["parse"] == wanted


def test_two_processors_canonicalise_the_json_ld_alike(exports: Exports) -> None:
    """pyld and jsonld.js, byte by byte; and what they make of it are the triples of the N-Triples file."""
    jsonld = pytest.importorskip("pyld.jsonld")
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    theirs = jsonld.normalize(json.loads((exports / "graph.jsonld").read_text("utf-8")), options)
    mine = script("canonical", "jsonld", str(exports / "graph.jsonld"))
    wanted = {str(quad.triple) for quad in ox.parse(path=str(exports / NTRIPLES))}
    for text in (mine, theirs):
        parsed = {str(quad.triple) for quad in ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS)}
        assert parsed == wanted
    if "\x0b" not in theirs:  # jsonld.js escapes control characters as RDFC-1.0 has it, pyld as they stand
        assert mine == theirs


@pytest.mark.parametrize("name", ["zhengtu.ttl", "shapes.ttl"])
def test_the_ontology_files(name: str) -> None:
    counted = len(list(ox.parse(path=str(folder() / name))))
    done = run(tool("rapper"), "-i", "turtle", "-c", folder() / name)
    assert f"returned {counted} triples" in done.stderr
    assert len(run(tool("serdi"), "-i", "turtle", "-o", "ntriples", folder() / name).stdout.splitlines()) == counted
