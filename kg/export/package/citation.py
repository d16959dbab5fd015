"""``CITATION.cff``, and in one line: how to cite a build. Source: https://citation-file-format.github.io (1.2.0)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export.package.about import About, Creator


def cited(about: About, digest: str) -> str:
    """One line. ``digest``: the hash of ``graph.ttl``, whose first digits tell one build from every other."""
    who = "; ".join(one.name for one in about.creators) or "[who built it]"
    version = f"version {about.version}, " if about.version else ""
    where = f" {about.url}." if about.url else ""
    return (
        f"{who} ({about.published[:4]}). {about.title}. Data set, {version}build {digest[:12]}, "
        f"made with Zhengtu {about.program}.{where}"
    )


def citation(about: About, digest: str) -> bytes:
    """The bytes of the file; strings are JSON's, which YAML reads too."""
    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        f"message: {_text('If you use this data set, please cite it as below.')}",
        f"title: {_text(about.title)}",
        f"abstract: {_text(about.description)}",
        "authors:",
        *(line for one in about.creators for line in _author(one)),
        *(["  - name: " + _text("[who built it]")] if not about.creators else []),
        f"version: {_text(about.version or digest[:12])}",
    ]
    if len(about.published) == len("2026-01-01"):
        lines.append(f"date-released: {_text(about.published)}")
    if about.url:
        lines.append(f"url: {_text(about.url)}")
    if about.keywords:
        lines += ["keywords:", *(f"  - {_text(word)}" for word in about.keywords)]
    lines += [
        "references:",
        "  - type: software",
        f"    title: {_text('Zhengtu 政图')}",
        f"    version: {_text(about.program)}",
        "    authors:",
        f"      - name: {_text('The Zhengtu authors')}",
        f"    notes: {_text(f'build {digest}')}",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _author(one: Creator) -> list[str]:
    lines = [f"  - name: {_text(one.name)}"]
    if one.orcid:
        lines.append(f"    orcid: {_text(one.orcid)}")
    if one.affiliation:  # an entity has no affiliation in this format, but an alias
        lines.append(f"    alias: {_text(one.affiliation)}")
    return lines


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
