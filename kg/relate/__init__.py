"""What the sentences say of the entities: one slice for each subject; every module with ``facts`` is a reader."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from kg.model import Citation, Figure, Moment, Post, Quote, Reading, Relation
from kg.relate.checks import sound
from kg.relate.visits.visit_graph import visit_things

if TYPE_CHECKING:
    from types import ModuleType

    from kg.text.annotated import AnnotatedDocument

_LAYERS = {
    Relation: "relations",
    Post: "posts",
    Figure: "figures",
    Quote: "quotes",
    Moment: "moments",
    Citation: "citations",
}


def facts(doc: AnnotatedDocument, reading: Reading) -> Reading:
    """The reading with all relations, posts, figures and quotations that its document states.

    Every module sees the same linked reading, so that their order cannot matter. Facts that break the vocabulary's
    signatures or name no entity of the reading are refused. Visits have no name of their own and become entities here.
    """
    visits = visit_things(doc, reading)
    kinds = {entity.key: entity.kind for entity in (*reading.entities, *visits.entities)}
    layers: dict[str, list[object]] = {name: [] for name in _LAYERS.values()}
    for fact in visits.facts:
        if sound(fact, kinds):
            layers[_LAYERS[type(fact)]].append(fact)
    for module in _modules():
        for fact in module.facts(doc, reading):
            if sound(fact, kinds):
                layers[_LAYERS[type(fact)]].append(fact)
    return reading.plus(**layers, entities=visits.entities, mentions=visits.mentions)


@cache
def _modules() -> tuple[ModuleType, ...]:
    """The modules that read facts; the others are their tools."""
    slices = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__) if info.ispkg]
    every = (import_module(f"{one.__name__}.{info.name}") for one in slices for info in iter_modules(one.__path__))
    return tuple(module for module in every if hasattr(module, "facts"))
