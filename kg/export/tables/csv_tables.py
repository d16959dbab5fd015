"""The graph as CSV tables for spreadsheets and statistics: UTF-8 with a mark, one header row, formulas made harmless.

``nodes`` and ``edges`` are the network; ``careers`` is the shape political scientists use; ``observations`` and
``quotations`` are the figures and the words. Not lossless: mentions are counted, not listed.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from kg.export.markup import clean, utf8
from kg.export.network.graph_to_network import network
from kg.model.facts import GAZETTEER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model.facts import Evidence
    from kg.model.graph import Graph

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LEVELS = ("Province", "Prefecture", "County", "Township", "Village")
_CAREER = ("person", "post", "organ", "place", "level", "from", "to", "status", "source")
_WHERE = ("file", "begin_index", "end_index", "rule", "confidence")


def csv_tables(graph: Graph) -> dict[str, bytes]:
    """File names to bytes: nodes.csv, edges.csv, careers.csv, observations.csv, quotations.csv."""
    net = network(graph)
    nodes = [{"id": node, **data} for node, data in net.nodes(data=True)]
    edges = [{"id": k, "from": s, "to": o, **_cited(data)} for s, o, k, data in net.edges(keys=True, data=True)]
    return {
        "nodes.csv": _dicts(nodes, ("id", "label", "kind")),
        "edges.csv": _dicts(edges, ("id", "from", "relation", "to")),
        "careers.csv": table(_CAREER, careers(graph)),
        "observations.csv": _observations(graph),
        "quotations.csv": _quotations(graph),
    }


def _cited(data: dict[str, Any]) -> dict[str, Any]:
    """An edge whose ``document`` no reader takes for a number: article/001, and ``gazetteer`` as it is."""
    document = data["document"]
    return {**data, "document": f"article/{document}" if document not in {"", GAZETTEER} else document}


def careers(graph: Graph) -> list[tuple[str, ...]]:
    """One row for each telling of a post: person, post, organ, place, level, from, to, status, source.

    ``from`` and ``to`` are the text's own times, else empty: the date of an article is in no career.
    """
    entities = {entity.key: entity for entity in graph.entities}
    areas = {r.subject: r.object for r in sorted(graph.relations, reverse=True) if r.predicate.value == "jurisdiction"}
    files = {article.id: article.document.source for article in graph.articles}
    rows = []
    for held in graph.posts:
        organ, place = entities.get(held.of), entities.get(areas.get(held.of, held.of))
        place = place if place is not None and place.kind.value == "Place" else None
        level = next((name for name in _LEVELS if place is not None and name in place.classes), "")
        person = entities[held.person].name if held.person in entities else held.person
        names = (person, held.title, organ.name if organ else "", place.name if place else "", level)
        where = f"{files.get(held.evidence.document, '')}#char={held.evidence.span.start},{held.evidence.span.end}"
        rows.append((*names, held.start, held.end, held.status, where))
    return sorted(set(rows))


def table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One CSV file. A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[guard(cell) for cell in row] for row in rows])
    return utf8("\ufeff" + out.getvalue())


def guard(cell: Any) -> Any:
    """A cell that no spreadsheet runs, without characters that steer (``clean``).

    >>> guard("=1+1"), guard(-1.5)
    ("'=1+1", -1.5)
    """
    if not isinstance(cell, str):
        return cell
    kept = clean(cell)
    return f"'{kept}" if kept.startswith(_FORMULA) else kept


def _dicts(rows: list[dict[str, Any]], first: tuple[str, ...]) -> bytes:
    names = {name for row in rows for name in row} - set(first)
    header = (*first, *sorted(names))
    return table(header, ([row[name] for name in header] for row in rows))


def _observations(graph: Graph) -> bytes:
    label = {entity.key: entity.name for entity in graph.entities}
    header = ("indicator", "value", "lowest", "highest", "unit", "bound", "change", "aim", "period", "subject", *_WHERE)
    told = (
        (f.indicator, f.value, *(f.ends or ("", "")), f.unit, f.bound, f.change, f.aim, f.period) for f in graph.figures
    )
    rows = [
        (*row, label.get(f.subject, ""), *_where(graph, f.evidence)) for row, f in zip(told, graph.figures, strict=True)
    ]
    return table(header, rows)


def _quotations(graph: Graph) -> bytes:
    label = {entity.key: entity.name for entity in graph.entities}
    header = ("speaker", "text", "said_at", *_WHERE)
    rows = (
        (label.get(q.speaker, ""), q.text, label.get(q.said_at, ""), *_where(graph, q.evidence)) for q in graph.quotes
    )
    return table(header, rows)


def _where(graph: Graph, why: Evidence) -> tuple[Any, ...]:
    source = next((a.document.source for a in graph.articles if a.id == why.document), why.document)
    return (source, why.span.start, why.span.end, why.rule, why.confidence)
