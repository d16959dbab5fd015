"""What the sentences say of the entities: one slice for each subject; every module with ``facts`` is a reader."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, TypeVar

from kg.model import Citation, Evidence, Figure, Moment, Post, Quote, Reading, Relation
from kg.relate.checks import Refused, refusal, sound
from kg.relate.said_at import said_at_events
from kg.relate.visits.visit_graph import visit_things

if TYPE_CHECKING:
    from types import ModuleType

    from kg.text.annotated import AnnotatedDocument

Fact = TypeVar("Fact", Relation, Post, Figure, Quote, Moment, Citation)
_LAYERS = {
    Relation: "relations",
    Post: "posts",
    Figure: "figures",
    Quote: "quotes",
    Moment: "moments",
    Citation: "citations",
}


def facts(doc: AnnotatedDocument, reading: Reading, refused: list[Refused] | None = None) -> Reading:
    """The reading with all relations, posts, figures and quotations that its document states.

    Every module sees the same linked reading, so that their order cannot matter. Facts that break the vocabulary's
    signatures or name no entity of the reading are refused, and told in ``refused`` where somebody asks. Visits have no
    name of their own and become entities here.
    """
    visits = visit_things(doc, reading)
    kinds = {entity.key: entity.kind for entity in (*reading.entities, *visits.entities)}
    layers: dict[str, list[object]] = {name: [] for name in _LAYERS.values()}
    layers["relations"] += [_named(fact, "relate.visits") for fact in visits.relations if sound(fact, kinds)]
    layers["moments"] += [_named(fact, "relate.visits") for fact in visits.moments]
    for module in _modules():
        room = _room(module)
        for fact in module.facts(doc, reading):
            if sound(fact, kinds):
                layers[_LAYERS[type(fact)]].append(_named(fact, room))
            elif refused is not None:
                refused.append(Refused(_named(fact, room), refusal(fact)))
    own = {entity.key for entity in visits.entities}
    reading = replace(reading, entities=tuple(e for e in reading.entities if e.key not in own))
    read = reading.plus(**layers, entities=visits.entities, mentions=visits.mentions)
    return replace(read, quotes=said_at_events(read))


def _named(fact: Fact, room: str) -> Fact:
    """The fact under the full id of its rule: ``won`` of the reader of awards is ``relate.awards/won``."""
    why = fact.evidence
    return replace(fact, evidence=Evidence(why.document, why.span, f"{room}/{why.rule}", why.confidence))


@cache
def _room(module: ModuleType) -> str:
    """How the ids of a reader's rules open: ``relate.awards``; ``relate.posts`` for ``post_reader`` of ``posts``."""
    *_, folder, name = module.__name__.split(".")
    return f"relate.{folder if name.endswith('_reader') else name}"


@cache
def _modules() -> tuple[ModuleType, ...]:
    """The modules that read facts; the others are their tools."""
    slices = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__) if info.ispkg]
    every = (import_module(f"{one.__name__}.{info.name}") for one in slices for info in iter_modules(one.__path__))
    return tuple(module for module in every if hasattr(module, "facts"))
