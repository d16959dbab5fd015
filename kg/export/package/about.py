"""What a data package says of itself: from a small TOML file of the user, else from the build alone.

::

    title = "Officials of two counties, 2010–2023"
    description = "Careers and ties, read from county news."
    license = "https://creativecommons.org/licenses/by/4.0/"
    published = "2026-12-01"
    version = "1.0"
    url = "https://doi.org/10.5281/zenodo.1234567"
    keywords = ["elites", "China"]

    [[creators]]
    name = "Wang Xiaoming"
    orcid = "https://orcid.org/0000-0002-1825-0097"
    affiliation = "A University"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TEXTS: Final = ("title", "description", "license", "published", "version", "url")
_CREATOR: Final = frozenset({"name", "orcid", "affiliation"})
RIGHTS: Final = "https://w3id.org/zhengtu/ontology#rights"
"""Stands for a licence where the user names none: the rights in the texts stay with those who have them."""


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made the package; ``orcid`` is an IRI or ""."""

    name: str
    orcid: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """``published`` is ISO; ``program`` the version; ``lexicon``, ``ledger``: the hashes of what took part, or ""."""

    title: str
    description: str
    published: str
    program: str
    license: str = ""
    version: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    creators: tuple[Creator, ...] = ()
    lexicon: str = ""
    ledger: str = ""


def about(path: Path | None, found: Mapping[str, str]) -> About:
    """What the file says, with what the build itself knows where it says nothing.

    ``found``: title, description, published, program, lexicon, ledger. Raises ``UsageError`` with what is wrong in the
    file.
    """
    given = _read(path) if path else {}
    creators = tuple(_creator(str(path), row) for row in given.pop("creators", []))
    keywords = tuple(given.pop("keywords", ()))
    if unknown := sorted(set(given) - set(_TEXTS)):
        known = ", ".join([*_TEXTS, "keywords", "creators"])
        raise UsageError(str(path), f"a package has no field {unknown[0]}", f"Use only: {known}")
    wrong = [name for name, value in given.items() if not isinstance(value, str)]
    if wrong or not all(isinstance(word, str) for word in keywords):
        raise UsageError(str(path), f"{(wrong or ['keywords'])[0]} is no text", "Put the value in quotes")
    return About(**{**found, **given}, keywords=keywords, creators=creators)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        cure = "Mend the file, or leave it out"
        raise UsageError(str(path), f"the description cannot be read: {error}", cure) from error


def _creator(place: str, row: Any) -> Creator:
    if not isinstance(row, dict) or not row.get("name") or set(row) - _CREATOR:
        cure = f"Write [[creators]] with {', '.join(sorted(_CREATOR))}"
        raise UsageError(place, "a creator has a name, and at most an orcid and an affiliation", cure)
    return Creator(**{name: str(value) for name, value in row.items()})
