"""The words of the interface and of the vocabulary, each in Chinese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.view.builder import read
from kg.ontology import labels
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence


def words(classes: Sequence[str]) -> dict[str, Any]:
    """``interface``, ``kinds``, ``classes``, ``predicates``: each word as ``[Chinese, English]``.

    A predicate has four: as said of its subject, then as said of its object.
    """
    own = read("words.json")
    return {
        "interface": own["interface"],
        "kinds": {kind.value: _pair(kind.value) for kind in Kind},
        "classes": {cls: _pair(cls) for cls in classes},
        "predicates": own["predicates"]
        | {p.value: _predicate(p, own["inverses"]) for p in Predicate if p.value not in own["predicates"]},
    }


def _predicate(predicate: Predicate, inverses: dict[str, str]) -> list[str]:
    return [*_pair(predicate.value), *_pair(inverses.get(predicate.value, predicate.value))]


def _pair(term: str) -> list[str]:
    known = labels(term)
    return [known["zh-hans"], known["en"]]
