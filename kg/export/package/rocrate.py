"""``ro-crate-metadata.json``: the package as an RO-Crate. Source: https://w3id.org/ro/crate/1.1 (Base profile)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kg.export.markup import utf8
from kg.export.package.about import RIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.package.about import About, Creator
    from kg.export.package.files import File

NAME: Final = "ro-crate-metadata.json"
_CONTEXT: Final = ("https://w3id.org/ro/crate/1.1/context", {"sha256": "http://schema.org/sha256"})
_PROGRAM: Final = "https://w3id.org/zhengtu/ontology"
_OPEN: Final = (
    "The tables hold facts and single sentences read from the texts. Rights in the texts stay with those who have "
    "them; the maker of the package has named no licence."
)


def rocrate(about: About, files: Sequence[File]) -> bytes:
    """The bytes of the file."""
    license_ = about.license or RIGHTS
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": about.title,
        "description": about.description,
        "datePublished": about.published,
        "license": {"@id": license_},
        "hasPart": [{"@id": file.path} for file in files],
        "mentions": {"@id": "#build"},
        "keywords": ", ".join(about.keywords) or "政府, 知识图谱",
    }
    if about.version:
        root["version"] = about.version
    if about.url:
        root["identifier"] = about.url
    if about.creators:
        root["author"] = [{"@id": _person(number, one)} for number, one in enumerate(about.creators, 1)]
    head = {
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    graph = [head, root, *map(_file, files), *_people(about), *_made(about, files), _license(license_)]
    return utf8(json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n")


def _file(file: File) -> dict[str, Any]:
    return {
        "@id": file.path,
        "@type": "File",
        "name": file.path.rpartition("/")[2],
        "description": file.about,
        "encodingFormat": file.format,
        "contentSize": str(len(file.data)),
        "sha256": file.sha256,
    }


def _person(number: int, one: Creator) -> str:
    return one.orcid or f"#creator-{number}"


def _people(about: About) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for number, one in enumerate(about.creators, 1):
        row: dict[str, Any] = {"@id": _person(number, one), "@type": "Person", "name": one.name}
        if one.affiliation:
            row["affiliation"] = {"@id": f"#affiliation-{number}"}
            made.append({"@id": f"#affiliation-{number}", "@type": "Organization", "name": one.affiliation})
        made.append(row)
    return made


def _made(about: About, files: Sequence[File]) -> list[dict[str, Any]]:
    """The program, and the build as what it did."""
    versions = [f"lexicon sha256 {about.lexicon}"] if about.lexicon else []
    versions += [f"ledger sha256 {about.ledger}"] if about.ledger else []
    action = {
        "@id": "#build",
        "@type": "CreateAction",
        "name": "kg build",
        "instrument": {"@id": _PROGRAM},
        "result": [{"@id": file.path} for file in files],
        "description": "; ".join(["The texts read by the program, without network and without a model", *versions]),
    }
    program = {
        "@id": _PROGRAM,
        "@type": "SoftwareApplication",
        "name": "Zhengtu",
        "version": about.program,
        "url": _PROGRAM,
        "description": "Reads Chinese local-government texts and builds the knowledge graph behind them.",
    }
    return [action, program]


def _license(address: str) -> dict[str, str]:
    name = "Rights as they are" if address == RIGHTS else address.rstrip("/").rpartition("/")[2] or address
    about = _OPEN if address == RIGHTS else f"The licence of the package: {address}"
    return {"@id": address, "@type": "CreativeWork", "name": name, "description": about}
