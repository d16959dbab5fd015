"""``datapackage.json``: a Frictionless tabular data package, so that no reader guesses a type.

Source: https://specs.frictionlessdata.io/tabular-data-package/ and /table-schema/ (version 1).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kg.export.markup import utf8
from kg.model.table import Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.export.package.about import About
    from kg.export.package.files import File
    from kg.model.table import Column, Table

_TYPES: Final = {Type.TEXT: "string", Type.TIME: "string", Type.WHOLE: "integer", Type.NUMBER: "number"}
_CODED: Final = frozenset({"status", "classes"})
"""Columns that may hold several codes at once, with spaces between them."""


def datapackage(about: About, files: Iterable[File]) -> bytes:
    """The bytes of the file."""
    made: dict[str, Any] = {
        "profile": "data-package",
        "name": "zhengtu-package",
        "title": about.title,
        "description": about.description,
        "version": about.version or about.program,
        "keywords": list(about.keywords),
        "created": f"{about.published}T00:00:00Z" if len(about.published) == len("2026-01-01") else None,
        "homepage": about.url or None,
        "contributors": [_contributor(one.name, one.orcid, one.affiliation) for one in about.creators],
        "licenses": [{"name": about.license.rstrip("/").rpartition("/")[2], "path": about.license}]
        if about.license
        else [],
        "resources": [_resource(file) for file in files if file.table is not None],
    }
    kept = {name: value for name, value in made.items() if value not in (None, [])}
    return utf8(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")


def _contributor(name: str, orcid: str, affiliation: str) -> dict[str, str]:
    told = {"title": name, "role": "author", "path": orcid, "organization": affiliation}
    return {key: value for key, value in told.items() if value}


def _resource(file: File) -> dict[str, Any]:
    table = file.table
    if table is None:
        raise ValueError(f"{file.path} holds no table")
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": file.path,
        "title": table.chinese,
        "description": table.about,
        "format": "csv",
        "mediatype": file.format,
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(file.data),
        "hash": f"sha256:{file.sha256}",
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table."""
    fields = [_field(column, column.name in table.key) for column in table.columns]
    return {"fields": fields, "missingValues": [""], "primaryKey": list(table.key)}


def _field(column: Column, key: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column.chinese,
        "description": f"{column.about} EDTF." if column.type is Type.TIME else column.about,
    }
    codes = [code for code, _ in column.codes]
    if codes and column.name not in _CODED and not key:
        made["constraints"] = {"enum": [int(code) for code in codes] if column.type is Type.WHOLE else codes}
    return made
