"""The tables by name: the only place that knows them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.tables.base.articles import articles
from kg.tables.base.dates import dates
from kg.tables.base.entities import entities
from kg.tables.base.observations import observations
from kg.tables.base.quotations import quotations
from kg.tables.base.relations import relations
from kg.tables.careers import careers
from kg.tables.diffusion import diffusion
from kg.tables.index import Index
from kg.tables.panel import career_months, career_years
from kg.tables.papers.citations import citations
from kg.tables.papers.documents import documents
from kg.tables.ties import ties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.model.graph import Graph
    from kg.model.table import Table

TABLES: Final[dict[str, Callable[[Index], Table]]] = {
    "careers": careers,
    "career_years": career_years,
    "career_months": career_months,
    "ties": ties,
    "diffusion": diffusion,
    "documents": documents,
    "citations": citations,
    "articles": articles,
    "entities": entities,
    "relations": relations,
    "observations": observations,
    "quotations": quotations,
    "dates": dates,
}


def made(graph: Graph, names: Iterable[str] = ()) -> tuple[Table, ...]:
    """The named tables, or all. Raises ``UsageError`` for a name that no table has."""
    wanted = tuple(names) or tuple(TABLES)
    for name in wanted:
        if name not in TABLES:
            raise UsageError(name, "there is no table of this name", f"Name some of: {', '.join(TABLES)}")
    index = Index(graph)
    return tuple(TABLES[name](index) for name in wanted)
