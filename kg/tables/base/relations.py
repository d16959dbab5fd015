"""``relations``: subject, predicate, object; one row for each, with the number of its articles and one sentence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type
from kg.ontology import labels
from kg.tables.evidence import EVIDENCE, told_in
from kg.vocab import Predicate

if TYPE_CHECKING:
    from kg.model.facts import Evidence
    from kg.tables.index import Index

_TERMS: Final = tuple((p.value, labels(p.value)["zh-hans"]) for p in Predicate if p is not Predicate.HOLDS_POST)
_KNOWN: Final = (("text", "原文"), ("gazetteer", "行政区划表"), ("both", "两者"))
_COLUMNS: Final = (
    Column("from_key", Type.TEXT, "Key of the subject.", "主体的键"),
    Column("from_name", Type.TEXT, "Its name.", "主体"),
    Column("relation", Type.TEXT, "The relation.", "关系", _TERMS),
    Column("to_key", Type.TEXT, "Key of the object.", "客体的键"),
    Column("to_name", Type.TEXT, "Its name.", "客体"),
    Column("known_from", Type.TEXT, "Whether a text or the built-in gazetteer tells it.", "来源", _KNOWN),
)


def relations(index: Index) -> Table:
    """The table; posts are in ``careers``."""
    found: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for one in index.graph.relations:
        found[one.subject, one.predicate.value, one.object].append(one.evidence)
    rows = []
    for (subject, predicate, target), reasons in sorted(found.items()):
        texts = sum(map(index.in_text, reasons))
        known = "text" if texts == len(reasons) else "both" if texts else "gazetteer"
        ends = (subject, index.name(subject), predicate, target, index.name(target))
        rows.append((*ends, known, *told_in(index, reasons)))
    columns, key = (*_COLUMNS, *EVIDENCE), ("from_key", "relation", "to_key")
    return Table("relations", "One row for each relation of two entities.", "关系：一条一行", columns, tuple(rows), key)
