"""``void.ttl``: the graph as a VoID dataset and the package as a DCAT dataset with its files.

Sources: https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/, http://spdx.org/rdf/terms (checksums).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.export.markup import utf8
from kg.export.package.about import RIGHTS
from kg.export.rdf.terms import check_base, date, integer, iri, text
from kg.vocab import ZT, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.package.about import About
    from kg.export.package.files import File
    from kg.export.rdf.nodes import Description

_PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_VOCABULARIES: Final = (
    ZT,
    "http://www.w3.org/ns/org#",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/2004/02/skos/core#",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
)
_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_IANA: Final = "https://www.iana.org/assignments/media-types/"


def catalogue(about: About, files: Sequence[File], described: Description, base: str) -> bytes:
    """The bytes of the file. ``described``: the triples of the graph, which are counted."""
    pairs = {subject: set(rows) for subject, rows in described.items()}
    properties = Counter(predicate for rows in pairs.values() for predicate, _ in rows)
    classes = Counter(target for rows in pairs.values() for predicate, target in rows if predicate == _TYPE)
    entities = sum(any(p == _TYPE and o in _KINDS for p, o in rows) for rows in pairs.values())
    counted = {
        "void:triples": sum(map(len, pairs.values())),
        "void:entities": entities,
        "void:classes": len(classes),
        "void:properties": len(properties),
        "void:distinctSubjects": len(pairs),
        "void:distinctObjects": len({target for rows in pairs.values() for _, target in rows}),
    }
    here = iri(check_base(base), "dataset")
    lines = [f"@prefix {name}: <{address}> .\n" for name, address in sorted(_PREFIXES.items())]
    lines.append(f"\n{here} a dcat:Dataset, void:Dataset ;\n")
    lines += [f"    {predicate} {value} ;\n" for predicate, value in _told(about, base)]
    lines += [f"    {predicate} {integer(number)} ;\n" for predicate, number in counted.items()]
    lines += [f"    void:vocabulary <{address}> ;\n" for address in _VOCABULARIES]
    lines += [f"    dcat:distribution {_at(base, file)} ;\n" for file in files]
    parts = [(f"class-{n}", "void:class", "void:entities", row) for n, row in enumerate(sorted(classes.items()))]
    parts += [
        (f"property-{n}", "void:property", "void:triples", row) for n, row in enumerate(sorted(properties.items()))
    ]
    joins = {"void:class": "void:classPartition", "void:property": "void:propertyPartition"}
    lines += [f"    {joins[kind]} {iri(base, f'dataset/{name}')} ;\n" for name, kind, _, _ in parts]
    lines.append(f"    void:uriSpace {text(base)} .\n")
    for name, kind, unit, (term, number) in parts:
        lines.append(f"\n{iri(base, f'dataset/{name}')} {kind} {term} ; {unit} {integer(number)} .\n")
    return utf8("".join([*lines, *(_distribution(base, file) for file in files)]))


_KINDS: Final = frozenset(f"<{ZT}{kind.value}>" for kind in Kind)


def _told(about: About, base: str) -> list[tuple[str, str]]:
    rows = [("dcterms:title", text(about.title)), ("dcterms:description", text(about.description))]
    rows += [("dcterms:issued", date(about.published)), ("dcterms:license", f"<{about.license or RIGHTS}>")]
    rows += [("dcterms:creator", text(one.name)) for one in about.creators]
    rows += [("dcat:keyword", text(word)) for word in about.keywords]
    rows += [("dcterms:identifier", text(about.url))] if about.url else []
    rows.append(("dcat:version", text(about.version or about.program)))
    rows.append(("void:dataDump", iri(base, "dataset/graph.ttl")))
    return rows


def _at(base: str, file: File) -> str:
    return iri(base, f"dataset/{file.path}")


def _distribution(base: str, file: File) -> str:
    node, sums = _at(base, file), iri(base, f"dataset/{file.path}#sha256")
    return (
        f"\n{node} a dcat:Distribution ;\n"
        f"    dcterms:title {text(file.path)} ; dcterms:description {text(file.about)} ;\n"
        f"    dcat:downloadURL {node} ; dcat:mediaType <{_IANA}{file.format}> ;\n"
        f"    dcat:byteSize {_count(len(file.data))} ;\n"
        f"    spdx:checksum {sums} .\n"
        f"{sums} a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ;\n"
        f'    spdx:checksumValue "{file.sha256}"^^xsd:hexBinary .\n'
    )


def _count(number: int) -> str:
    return f'"{number}"^^xsd:nonNegativeInteger'
