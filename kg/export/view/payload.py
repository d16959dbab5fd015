"""All that the page knows, as columns: small enough that twenty thousand nodes with their sentences fit in a few MB.

Offsets are code points of the article's text, as everywhere; the script turns them into its own units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.rdf.naming import PINYIN, romanise, toneless
from kg.export.view.articles import articles
from kg.export.view.builder import drawn_as, read
from kg.export.view.headline import headline
from kg.export.view.readings import pinyin, simplified
from kg.export.view.table import Names, Spans
from kg.export.view.words import words
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model.facts import Entity
    from kg.model.graph import Graph

Geo = dict[str, Any] | None
_SHORT = 4
_KINDS = [kind.value for kind in Kind]


def payload(
    graph: Graph, nodes: list[dict[str, Any]], edges: list[dict[str, Any]], base: str, geo: Geo = None
) -> dict[str, Any]:
    """The data of the page for a graph and the nodes and edges that are drawn, in their order; its own map."""
    number = {node["id"]: at for at, node in enumerate(nodes)}
    docs = {article.id: at for at, article in enumerate(graph.articles)}
    spans, rules = Spans(docs), Names()
    entities = {entity.key: entity for entity in graph.entities}
    ordered = [entities[node["id"]] for node in nodes]
    made = {
        "base": base,
        "kinds": _KINDS,
        "look": [drawn_as(kind) for kind in _KINDS],
        "alone": bool(nodes) and nodes[0]["alone"],
        "nodes": _nodes(nodes, ordered),
        "edges": _edges(edges, number, spans, rules),
        "figures": _figures(graph, number, spans, rules),
        "quotes": [
            [
                number.get(q.speaker, -1),
                spans[q.evidence],
                docs[q.evidence.document],
                q.span.start,
                len(q.span),
                number.get(q.said_at, -1),
            ]
            for q in graph.quotes
        ],
        "moments": _moments(graph, number, spans, rules),
        "docs": articles(graph, number),
        "headline": headline(),
        "tiles": read("tiles.json")["tiles"],
        "skipped": [[skipped.source, skipped.cause, skipped.cure] for skipped in graph.skipped],
        "pinyin": pinyin(entity.name for entity in ordered),
        "simplified": simplified([*(e.name for e in ordered), *(a.document.plain for a in graph.articles)]),
    }
    classes = sorted({cls for entity in ordered for cls in entity.classes})
    made |= {"geo": geo} if geo else {}
    made |= {"words": words(classes), "spans": spans.columns(), "rules": list(rules)}
    return made


def _nodes(nodes: list[dict[str, Any]], entities: list[Entity]) -> dict[str, Any]:
    sets = Names()
    return {
        "key": [_key(entity) for entity in entities],
        "label": [entity.name for entity in entities],
        "kind": [_KINDS.index(entity.kind.value) for entity in entities],
        "x": [round(node["x"]) for node in nodes],
        "y": [round(node["y"]) for node in nodes],
        "size": [node["size"] for node in nodes],
        "group": [node["community"] for node in nodes],
        "latin": _column([_latin(entity) for entity in entities]),
        "alias": _column([_aliases(entity) for entity in entities]),
        "code": _column([entity.adcode for entity in entities]),
        "classes": [sets[" ".join(entity.classes)] for entity in entities],
        "sets": list(sets),
    }


def _column(texts: list[str]) -> list[str] | dict[int, str]:
    """The texts in order; where most are empty only the others, by number."""
    tellings = {at: text for at, text in enumerate(texts) if text}
    return tellings if 2 * len(tellings) < len(texts) else texts


def _aliases(entity: Entity) -> str:
    return "|".join(sorted({text for text, _ in entity.aliases if "|" not in text} - {entity.name}))


def _latin(entity: Entity) -> str:
    """The English name, else the reading of a short name without tones, else nothing."""
    names = {tag: name for name, tag in romanise(entity)}
    return names.get("en") or (toneless(names.get(PINYIN, "")) if len(entity.name) <= _SHORT else "")


def _key(entity: Entity) -> str | int:
    """The key, or how to make it: 0 for ``kind/name``, 1 for ``kind/code-name``."""
    kind = entity.kind.value.lower()
    made = (f"{kind}/{entity.name}", f"{kind}/{entity.adcode}-{entity.name}")
    return made.index(entity.key) if entity.key in made else entity.key


def _edges(edges: list[dict[str, Any]], number: dict[str, int], spans: Spans, rules: Names) -> dict[str, Any]:
    predicates, titles = Names(), Names([""])
    columns: dict[str, list[Any]] = {
        name: [] for name in ("from", "to", "predicate", "title", "told", "span", "rule", "sure")
    }
    posts: dict[int, list[str]] = {}
    for edge in sorted(edges, key=lambda e: (number[e["from"]], number[e["to"]], e["predicate"], e["label"])):
        link = edge["link"]
        head = (
            number[edge["from"]],
            number[edge["to"]],
            predicates[edge["predicate"]],
            titles[link.title],
            len(link.tellings),
        )
        for name, value in zip(("from", "to", "predicate", "title", "told"), head, strict=True):
            columns[name].append(value)
        for telling in link.tellings:
            if telling.status or telling.start or telling.end:
                posts[len(columns["span"])] = [telling.status, telling.start, telling.end]
            columns["span"].append(spans[telling.why])
            columns["rule"].append(rules[telling.why.rule])
            columns["sure"].append(round(telling.why.confidence * 100))
    return {**columns, "predicates": list(predicates), "titles": list(titles), "posts": posts}


def _moments(graph: Graph, number: dict[str, int], spans: Spans, rules: Names) -> list[list[Any]]:
    """When things were, began or ended: node, term, EDTF value or "", words, span, rule, confidence in percent."""
    return [
        [
            *(number[m.subject], m.term, m.value, m.words),
            *(spans[m.evidence], rules[m.evidence.rule], round(m.evidence.confidence * 100)),
        ]
        for m in graph.moments
        if m.subject in number
    ]


def _short(value: float) -> float:
    return int(value) if value.is_integer() else value


def _figures(graph: Graph, number: dict[str, int], spans: Spans, rules: Names) -> list[list[Any]]:
    return [
        [
            *(
                f.indicator,
                _short(f.value),
                f.unit,
                f.bound,
                f.change,
                f.period,
                f.aim,
            ),
            *(number.get(f.subject, -1), spans[f.evidence], rules[f.evidence.rule], round(f.evidence.confidence * 100)),
            *([_short(end) for end in f.ends],) * bool(f.ends),
        ]
        for f in graph.figures
    ]
