"""Two graphs side by side, fact by fact: what came, what went, what changed.

A fact is what a user of the graph sees: an entity by its key, a relation by its ends, a post by person, title and
body, a figure and a quotation by where they stand, a time by what it dates. What changes is all the rest of it: names
and codes of an entity, the articles that tell a relation, the times and status of a post. Mentions are not compared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.ontology import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.facts import Entity, Evidence, Figure
    from kg.model.graph import Graph

CAME, WENT, CHANGED = "came", "went", "changed"
LAYERS: Final = ("article", "entity", "relation", "post", "figure", "quotation", "time")
Told = dict[tuple[str, ...], tuple[str, ...]]
"""The identity of a fact to what may change of it."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """``layer`` and ``fact`` say of what, ``change`` how; ``before`` and ``after`` are empty for what came or went."""

    layer: str
    change: str
    fact: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def difference(one: Graph, other: Graph) -> tuple[Change, ...]:
    """All changes from the first graph to the second, by layer; empty where they say the same."""
    found: list[Change] = []
    first, second = facts(one), facts(other)
    for layer in LAYERS:
        old, new = first[layer], second[layer]
        found += [Change(layer, WENT, fact, old[fact]) for fact in sorted(old.keys() - new.keys())]
        found += [Change(layer, CAME, fact, (), new[fact]) for fact in sorted(new.keys() - old.keys())]
        both = sorted(old.keys() & new.keys())
        found += [Change(layer, CHANGED, fact, old[fact], new[fact]) for fact in both if old[fact] != new[fact]]
    return tuple(found)


def facts(graph: Graph) -> dict[str, Told]:
    """The facts of a graph by layer."""
    return {
        "article": {(a.id,): (a.document.masthead.date or "", a.document.sha256[:12]) for a in graph.articles},
        "entity": {(entity.key,): _entity(entity) for entity in graph.entities},
        "relation": _told(((r.subject, r.predicate.value, r.object), (), r.evidence) for r in graph.relations),
        "post": _told(((p.person, p.title, p.of), (p.status, p.start, p.end), p.evidence) for p in graph.posts),
        "figure": _told((_counted(figure), _number(figure), None) for figure in graph.figures),
        "quotation": _told(((q.evidence.document, q.speaker, q.text), (q.said_at,), None) for q in graph.quotes),
        "time": _told(((m.subject, m.term), (m.value, m.words), m.evidence) for m in graph.moments),
    }


_Fact = tuple[tuple[str, ...], tuple[str, ...], "Evidence | None"]


def _told(rows: Iterable[_Fact]) -> Told:
    """Each fact with all that is told of it, and in which articles, in order."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for fact, values, why in rows:
        where = f"[{why.document}]" if why else ""
        found[fact].add(" ".join(part for part in (*values, where) if part))
    return {fact: tuple(sorted(told - {""})) for fact, told in found.items()}


def _entity(entity: Entity) -> tuple[str, ...]:
    """Name, code, classes with all above them (a written graph gives the finest alone), family, aliases."""
    classes = sorted({above for cls in entity.classes for above in (cls, *ancestors(cls))} - {entity.kind.value})
    aliases = sorted({text for text, _ in entity.aliases} - {entity.name})
    return entity.name, entity.adcode, " ".join(classes), entity.broader, " ".join(aliases)


def _counted(figure: Figure) -> tuple[str, ...]:
    where = figure.evidence.document
    return where, figure.indicator, figure.subject, figure.period, figure.change, figure.aim


def _number(figure: Figure) -> tuple[str, ...]:
    number = "…".join(repr(end) for end in figure.ends) or repr(figure.value)
    return f"{number}{figure.unit}", "" if figure.bound == "exact" else figure.bound
