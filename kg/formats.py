"""Exports by name: of a graph while it is built (`kg build --to`), and of one that was written (`kg export`)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kg.model import Graph
    from kg.model.table import Table

_RDF: Final = {
    "turtle": "graph.ttl",
    "ntriples": "graph.nt",
    "trig": "graph.trig",
    "nquads": "graph.nq",
    "jsonld": "graph.jsonld",
    "rdfxml": "graph.rdf",
}
"""Every triple; the keys stand behind the base IRI."""
_NETWORK: Final = {
    "graphml": "graph.graphml",
    "gexf": "graph.gexf",
    "nodelink": "graph.json",
    "cytoscape": "graph.cyjs",
}
_FOLDERS: Final = {"csv": "csv_tables", "neo4j": "neo4j", "parquet": "parquet"}
_TABLED: Final = {
    "csv": ("tables", "typed_csv", "typed_csv"),
    "parquet": ("tables", "columnar", "columnar"),
    "json": ("tables", "records", "records"),
}
_BUILD: Final = "build"
"""All files of an ordinary build, with view, report and questions: of a dataset that memory holds."""
_RESEARCH: Final = ("tables", "xlsx", "package", "vault")
"""Of research tables: CSV in a folder, one Excel file, all that a deposit needs; and notes with links."""
NAMES: Final = (*_RDF, *_NETWORK, *_FOLDERS, *_RESEARCH, _BUILD)
EXTRA: Final = tuple(name for name in NAMES if name not in {"turtle", "graphml", "gexf", "nodelink", _BUILD})
"""What a build does not write unless it is asked."""


def asked(entries: Iterable[str], known: Sequence[str] = NAMES) -> tuple[str, ...]:
    """The exports that some ``--to`` name, each once. Raises ``UsageError`` for one that is not among the known.

    >>> asked(["csv,trig", "csv"])
    ('csv', 'trig')
    """
    names = tuple(dict.fromkeys(name.strip() for entry in entries for name in entry.split(",") if name.strip()))
    for name in names:
        if name not in known:
            raise UsageError(f"--to {name}", "there is no export of this name", f"Name some of: {', '.join(known)}")
    return names


@dataclass(frozen=True, slots=True)
class Deposit:
    """What a package is told besides its graph: the user's description of it, and the ledger that was applied."""

    described: Path | None = None
    ledger: Path | None = None


def deposit(described: str | None, ledger: Path | None = None) -> Deposit:
    """The same from a command line. Raises ``UsageError`` at once for a description that cannot be used."""
    from pathlib import Path

    from kg.export.package.about import about

    path = Path(described) if described else None
    about(path, dict.fromkeys(("title", "description", "published", "program"), ""))
    return Deposit(path, ledger)


def extra(graph: Graph, names: Iterable[str], base: str, given: Deposit = Deposit()) -> dict[str, bytes]:
    """File names (some in a folder of their own) to bytes. Raises ``UsageError`` for an unknown name."""
    files: dict[str, bytes] = {}
    for name in asked(names):
        files |= (
            {_RDF[name]: _export("rdf", name, name)(graph, base)} if name in _RDF else _drawn(graph, name, base, given)
        )
    return files


def tabled(tables: Iterable[Table], names: Iterable[str]) -> dict[str, bytes]:
    """Research tables as files: ``csv``, ``parquet``, ``json`` one a table, ``xlsx`` all in one, ``graphml`` the edges.

    Raises ``OutputError`` for parquet without pyarrow, ``UsageError`` where none of the tables is a list of edges.
    """
    several = tuple(tables)
    files: dict[str, bytes] = {}
    for name in names:
        if name == "xlsx":
            files["tables.xlsx"] = _export("tables", "excel", "excel")(several)
        elif name == "graphml":
            files |= _edge_lists(several)
        else:
            write = _export(*_TABLED[name])
            files |= {f"{table.name}.{name}": write(table) for table in several}
    return files


def _edge_lists(tables: Sequence[Table]) -> dict[str, bytes]:
    edges = [table for table in tables if "from_key" in table.header]
    if not edges:
        raise UsageError("--to graphml", "none of these tables is a list of edges", "Take ties or citations")
    return {f"{table.name}.graphml": _export("tables", "edge_list", "edge_graphml")(table) for table in edges}


def converted(path: str | Path, names: Iterable[str], given: Deposit = Deposit()) -> dict[str, bytes]:
    """The same files from RDF that was written: every triple goes into the RDF formats, the network is drawn anew.

    The ledger of ``told`` is applied first; then the RDF too is written anew.

    Raises ``UsageError`` for an unknown name, for what is no RDF, and for a network of RDF that is not ours.
    """
    from kg.restore import description_of, graph_of

    wanted = asked(names)
    description = description_of(path)
    drawn = graph_of(description, str(path)) if given.ledger or any(name not in _RDF for name in wanted) else None
    if drawn is not None and given.ledger:
        from kg.pipeline.build import decided

        return extra(decided(drawn[0], given.ledger), wanted, drawn[1], given)
    files: dict[str, bytes] = {}
    for name in wanted:
        if name in _RDF:
            files[_RDF[name]] = _export("rdf", name, f"write_{name}")(description).encode()
        elif drawn is not None:
            files |= _drawn(drawn[0], name, drawn[1], given)
    return files


def _drawn(graph: Graph, name: str, base: str, given: Deposit) -> dict[str, bytes]:
    if name in _NETWORK:
        return {_NETWORK[name]: _export("network", name, name)(graph)}
    if name in _RESEARCH:
        return _research(graph, name, base, given)
    if name == _BUILD:
        from kg.pipeline.outputs import outputs

        return outputs(graph, base)
    made = _export("tables", _FOLDERS[name], _FOLDERS[name])(graph)
    return {f"{name}/{file}": data for file, data in made.items()}


def _research(graph: Graph, name: str, base: str, given: Deposit) -> dict[str, bytes]:
    from kg.tables.registry import made

    if name == "vault":
        return {f"vault/{file}": data for file, data in _export("vault", "vault", "vault")(graph).items()}
    tables = made(graph)
    if name == "xlsx":
        return tabled(tables, ["xlsx"])
    if name == "tables":
        return {f"tables/{file}": data for file, data in tabled(tables, ["csv"]).items()}
    from kg.export.package.about import about
    from kg.export.package.package import package

    files = package(graph, tables, about(given.described, _known(graph, given)), base)
    return {f"package/{file}": data for file, data in files.items()}


def _known(graph: Graph, given: Deposit) -> dict[str, str]:
    """What a build says of itself. It was published, for all that it knows, on the day of its newest article."""
    from kg import __version__
    from kg.export.rdf.terms import digest
    from kg.lexicon import standard
    from kg.pipeline.reading_cache import contents

    days = sorted(filter(None, (article.document.masthead.date for article in graph.articles)))
    span = f" from {days[0]} to {days[-1]}" if days else ""
    what = "Careers, ties, campaigns, documents and figures, each with the sentence that tells it, read from"
    return {
        "title": f"Knowledge graph of {len(graph.articles)} articles of Chinese local government",
        "description": f"{what} {len(graph.articles)} articles{span}.",
        "published": days[-1] if days else "2026",
        "program": __version__,
        "lexicon": contents(standard().folder)[:16],
        "ledger": digest(given.ledger.read_text(encoding="utf-8")) if given.ledger else "",
    }


def _export(folder: str, module: str, function: str) -> Any:
    return getattr(import_module(f"kg.export.{folder}.{module}"), function)
