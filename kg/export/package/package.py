"""The package put together. No clock stands in it: the same build and the same description give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.package.catalogue import catalogue
from kg.export.package.citation import citation, cited
from kg.export.package.codebook import codebook
from kg.export.package.croissant import croissant
from kg.export.package.files import File, checksums
from kg.export.package.frictionless import datapackage
from kg.export.package.load import load
from kg.export.package.readme import readme
from kg.export.package.rocrate import NAME as CRATE
from kg.export.package.rocrate import rocrate
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.turtle import write_turtle
from kg.export.tables.excel import excel
from kg.export.tables.typed_csv import typed_csv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.package.about import About
    from kg.model.graph import Graph
    from kg.model.table import Table

_ABOUT: Final = {
    "graph.ttl": "The whole graph in RDF, with every sentence as evidence.",
    "tables.xlsx": "All tables, one sheet each, for Excel and LibreOffice.",
    "codebook.md": "Every column and code, how full it is, and what the reading is worth.",
    "load.sql": "Loads the tables into DuckDB with their types.",
    "CITATION.cff": "How to cite this build.",
    "README.md": "What is here and how to read it.",
    "datapackage.json": "The tables with their schemas (Frictionless).",
    "croissant.json": "The tables with their types (Croissant).",
    "void.ttl": "The graph and the files in VoID and DCAT.",
}


def package(graph: Graph, tables: Sequence[Table], about: About, base: str) -> dict[str, bytes]:
    """File names to bytes."""
    described = describe(graph, base)
    files = [File(f"data/{table.name}.csv", typed_csv(table, mark=False), table.about, table) for table in tables]

    def more(name: str, data: bytes) -> None:
        files.append(File(name, data, _ABOUT[name]))

    more("graph.ttl", write_turtle(described).encode())
    digest = files[-1].sha256
    more("tables.xlsx", excel(tables))
    more("codebook.md", codebook(about, tables))
    more("load.sql", load(files))
    more("CITATION.cff", citation(about, digest))
    more("README.md", readme(about, tables, cited(about, digest)))
    kept = tuple(files)
    more("datapackage.json", datapackage(about, kept))
    more("croissant.json", croissant(about, kept, cited(about, digest)))
    more("void.ttl", catalogue(about, tuple(files), described, base))
    files.append(File(CRATE, rocrate(about, tuple(files)), "This package as an RO-Crate."))
    return {**{file.path: file.data for file in files}, "SHA256SUMS": checksums(files)}
