"""The queries that come with the program: ``ontology/queries/NAME.rq``, each with a title, a description, parameters.

The head of a file says so in comments, in both languages::

    # title: Who held which post, and when
    # title-zh: 谁在何时担任何职
    # description: …
    # param person: a person by any name
    # param city (required): a place by any name

A parameter is a line ``VALUES ?person { UNDEF }``: the file as it is leaves it open and is plain SPARQL for any engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import LexiconError, UsageError
from kg.export.rdf.terms import text
from kg.ontology import folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a query may be told: its name, what it is, whether it must be given."""

    name: str
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Shipped:
    """One query with its head. ``titles`` and ``abouts`` are by language: ``en``, ``zh``."""

    name: str
    titles: dict[str, str]
    abouts: dict[str, str]
    parameters: tuple[Parameter, ...]
    text: str

    def with_values(self, values: Mapping[str, str]) -> str:
        """The query with parameters set. Raises ``UsageError`` for an unknown or a missing one."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                cure = f"It takes: {', '.join(known)}" if known else "It takes none"
                raise UsageError(f"--param {name}", f"the query {self.name} has no parameter of this name", cure)
        for name, parameter in known.items():
            if parameter.required and not values.get(name):
                cure = f"Give --param {name}=… ({parameter.about})"
                raise UsageError(self.name, f"the parameter {name} is missing", cure)
        query = self.text
        for name, value in values.items():
            query = query.replace(open_line(name), f"VALUES ?{name} {{ {text(value)} }}")
        return query


def open_line(name: str) -> str:
    """How a file writes a parameter that is left open."""
    return f"VALUES ?{name} {{ UNDEF }}"


@cache
def shipped() -> tuple[Shipped, ...]:
    """All of them, by name."""
    return tuple(_read(path) for path in sorted((folder() / "queries").glob("*.rq")))


def find(name: str) -> Shipped:
    """The query of a name. Raises ``UsageError`` with the nearest names for an unknown one."""
    known = {query.name: query for query in shipped()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, 3, 0.5)
    hint = f"Do you mean {' or '.join(near)}? " if near else ""
    raise UsageError(name, "no query of this name is shipped", f"{hint}See: kg query --list")


def _read(path: Path) -> Shipped:
    source = path.read_text(encoding="utf-8")
    titles: dict[str, str] = {}
    abouts: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in source.split("\n"):
        if not line.startswith("# "):
            break
        key, _, detail = line[2:].partition(": ")
        field, _, language = key.partition("-")
        if field in {"title", "description"}:
            (titles if field == "title" else abouts)[language or "en"] = detail.strip()
        elif key.startswith("param "):
            parameters.append(_parameter(path, source, key, detail))
    if not {"en", "zh"} <= titles.keys() or not {"en", "zh"} <= abouts.keys():
        raise LexiconError(str(path), "the head lacks a title or a description", "Write both, in English and Chinese")
    return Shipped(path.stem, titles, abouts, tuple(parameters), source)


def _parameter(path: Path, source: str, key: str, detail: str) -> Parameter:
    name = key.removeprefix("param ").removesuffix(" (required)").strip()
    if open_line(name) not in source:
        raise LexiconError(str(path), f"the parameter {name} stands nowhere", f"Write {open_line(name)} in the query")
    return Parameter(name, detail.strip(), key.endswith("(required)"))
