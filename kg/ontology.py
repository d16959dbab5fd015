"""The ontology folder: where it lies, in a checkout and in an installed wheel, and what its class tree says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import LexiconError
from kg.vocab import ZT, Kind

_KINDS = frozenset(kind.value for kind in Kind)
"""Base classes: a new one builds before the ontology defines it, and a test asks for its definition."""
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"


@cache
def folder() -> Path:
    """The folder that holds ``zhengtu.ttl``, ``shapes.ttl`` and ``queries/``.

    Raises ``LexiconError`` where the program was installed without it.
    """
    here = Path(__file__).resolve().parent
    for candidate in (here / "_ontology", here.parent / "ontology"):
        if (candidate / "zhengtu.ttl").is_file():
            return candidate
    raise LexiconError(
        str(here), "the ontology folder is missing", "Install the program again, or run it from a whole checkout"
    )


@cache
def ancestors(cls: str) -> tuple[str, ...]:
    """The classes above a class, by local name, sorted; only those that entities carry as plain types.

    Raises ``LexiconError`` for a class that the ontology does not know.

    >>> ancestors("County")
    ('AdministrativeDivision', 'Place')
    """
    parents = _parents()
    if cls not in parents and cls in _KINDS:
        return ()
    if cls not in parents:
        cure = "Use a class of ontology/zhengtu.ttl, or define it there"
        raise LexiconError(f"class {cls}", "the ontology has no class of this name", cure)
    found: set[str] = set()
    waiting = list(parents[cls])
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting.extend(parents.get(above, ()))
    return tuple(sorted(found - ABSTRACT))


ABSTRACT = frozenset({"Entity", "Actor", "Undertaking"})
"""Classes that only gather others for domains and ranges; no entity carries them as a plain type."""


@cache
def _parents() -> dict[str, tuple[str, ...]]:
    tree: dict[str, list[str]] = {}
    for term, predicate, target in _told():
        if predicate.endswith("#type") and target.value.endswith("owl#Class"):
            tree.setdefault(term, [])
        elif predicate == f"{_RDFS}subClassOf" and target.value.startswith(ZT):
            tree.setdefault(term, []).append(target.value.removeprefix(ZT))
    return {name: tuple(sorted(above)) for name, above in sorted(tree.items())}


def labels(term: str) -> dict[str, str]:
    """The labels of a term by language tag (``en``, ``zh-hans``). Raises ``LexiconError`` for an unknown term."""
    if term not in _labels() and term in _KINDS:
        return {"en": term, "zh-hans": term}
    if term not in _labels():
        raise LexiconError(f"term {term}", "the ontology has no term of this name", "Define it in ontology/zhengtu.ttl")
    return _labels()[term]


@cache
def _labels() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for term, predicate, label in _told():
        if predicate == f"{_RDFS}label":
            found.setdefault(term, {})[label.language or ""] = label.value
    return found


@cache
def _told() -> tuple[tuple[str, str, Any], ...]:
    """All that the ontology file says of our own terms: local name, predicate, the object as pyoxigraph has it."""
    import pyoxigraph as ox

    quads = ox.parse(path=str(folder() / "zhengtu.ttl"), format=ox.RdfFormat.TURTLE)
    named = ((str(getattr(quad.subject, "value", "")), quad) for quad in quads)
    return tuple((s.removeprefix(ZT), q.predicate.value, q.object) for s, q in named if s.startswith(ZT))
