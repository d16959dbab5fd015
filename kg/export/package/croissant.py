"""``croissant.json``: the tables for machine learning. Source: http://mlcommons.org/croissant/1.0 (format 1.0)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kg.export.markup import utf8
from kg.export.package.about import RIGHTS
from kg.model.table import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.package.about import About
    from kg.export.package.files import File
    from kg.model.table import Column

_TYPES: Final = {Type.TEXT: "sc:Text", Type.TIME: "sc:Text", Type.WHOLE: "sc:Integer", Type.NUMBER: "sc:Float"}
_CONTEXT: Final[dict[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(about: About, files: Sequence[File], cited: str) -> bytes:
    """The bytes of the file. ``cited``: how the package is to be cited, in one line."""
    tables = [file for file in files if file.table is not None]
    made = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "zhengtu-package",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "description": f"{about.title}. {about.description}",
        "license": about.license or RIGHTS,
        "url": about.url or "https://w3id.org/zhengtu/ontology",
        "version": _version(about.version or about.program),
        "datePublished": about.published,
        "citeAs": cited,
        "creator": [{"@type": "Person", "name": one.name} for one in about.creators],
        "distribution": [_object(file) for file in tables],
        "recordSet": [_records(file) for file in tables],
    }
    kept = {name: value for name, value in made.items() if value != []}
    return utf8(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")


def _version(version: str) -> str:
    """Three numbers, as Croissant wants them.

    >>> _version("1.0")
    '1.0.0'
    """
    parts = version.split(".")
    return ".".join([*parts, *["0"] * (3 - len(parts))]) if all(part.isdigit() for part in parts) else version


def _object(file: File) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "description": file.about,
        "contentUrl": file.path,
        "contentSize": f"{len(file.data)} B",
        "encodingFormat": file.format,
        "sha256": file.sha256,
    }


def _type(column: Column) -> str:
    """The type of a column. Codes of divisions are whole numbers here, as they never begin with 0: the reader of this
    format guesses before it knows, and would make texts of the numbers that it guessed (140000.0).
    """
    return "sc:Integer" if column.name == "adcode" else _TYPES[column.type]


def _records(file: File) -> dict[str, Any]:
    table = file.table
    if table is None:
        raise ValueError(f"{file.path} holds no table")
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{table.name}/{column.name}",
            "name": f"{table.name}/{column.name}",
            "description": f"{column.about} {column.chinese}",
            "dataType": _type(column),
            "source": {"fileObject": {"@id": file.path}, "extract": {"column": column.name}},
        }
        for column in table.columns
    ]
    key = [{"@id": f"{table.name}/{name}"} for name in table.key]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.about} {table.chinese}",
        "key": key[0] if len(key) == 1 else key,
        "field": fields,
    }
