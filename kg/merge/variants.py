"""One thing under two names: with and without its head word, its legal form; or read as of two kinds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.merge.codes import code
from kg.merge.known import words
from kg.merge.suggestion import Scales
from kg.model.identity import slug
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.merge.known import Known
    from kg.merge.suggestion import Suggestion
    from kg.model import Entity, Graph

_MIXED = frozenset({Kind.CAMPAIGN, Kind.PROGRAM, Kind.PROJECT})
_SHORT = 4


def variants(graph: Graph, known: Known) -> Iterator[Suggestion]:
    """Every pair whose names differ in nothing that tells two things apart."""
    themes = {entity.broader for entity in graph.entities}
    stems: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in graph.entities:
        if entity.key in themes:
            continue
        if entity.kind in _MIXED:
            stems[code(entity), _without(slug(entity.name), "tail")].append(entity)
        elif entity.kind is Kind.ORGANIZATION and "Company" in entity.classes:
            stems["firm", _without(entity.name, "form")].append(entity)
    for same in stems.values():
        for other in same[1:]:
            yield from _judge(same[0], other, known)


def _without(name: str, role: str) -> str:
    """A name without the words at its end that may be left off, as long as something is left that names.

    >>> _without("恒丰新材料集团有限公司", "form"), _without("百日行动", "tail")
    ('恒丰新材料', '百日行动')
    """
    tail = next((w for w in words(role) if name.endswith(w) and len(name) - len(w) >= _SHORT), "")
    return name.removesuffix(tail) if tail else name


def _judge(a: Entity, b: Entity, known: Known) -> Iterator[Suggestion]:
    scales = Scales()
    if a.name == b.name:
        if a.kind is b.kind:  # firms of one name in two places: a pair of namesakes
            return
        scales.put(f"same name and place, read as {a.kind.value} and as {b.kind.value}", 0.5)
    else:
        scales.put("names that differ in the head word or legal form alone", 0.5)
        if a.kind is not b.kind:
            scales.put(f"read as {a.kind.value} and as {b.kind.value}", -0.1)
    if len(a.name) < _SHORT or len(b.name) < _SHORT:
        scales.put("a short name", -0.15)
    if known.articles[a.key] & known.articles[b.key]:
        scales.put("one article has both", 0.05 if a.kind is b.kind else 0.0)
    yield scales.suggestion(a.key, b.key)
