"""``texts/``: the text of every article whose source is not that text itself (pages, PDF, corpora, standard input).

All offsets of a graph count characters of this text, so that evidence can be checked when the source is out of reach.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.export.markup import utf8
from kg.export.rdf.address import article
from kg.export.rdf.terms import digest

if TYPE_CHECKING:
    from kg.model.graph import Graph

FOLDER = "texts"
_LONGEST = 120  # bytes of a name; file systems take 255
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def texts(graph: Graph) -> dict[str, bytes]:
    """File names (``texts/ID.txt``) to UTF-8, line breaks as they were extracted."""
    kept = [one.document for one in graph.articles if one.document.extracted]
    plain = {document.id: article(document.id).removeprefix("article/") for document in kept}
    often = Counter(name.casefold() for name in plain.values())
    return {f"{FOLDER}/{_safe(document.id, plain[document.id], often)}.txt": utf8(document.text) for document in kept}


def _safe(wanted: str, name: str, often: Counter[str]) -> str:
    """The id as a file name that every system takes; with a digest where it had to be changed, or two look alike."""
    low = name.casefold()
    if low.split(".")[0] in _RESERVED:
        return f"_{name}-{digest(wanted)}"
    if len(utf8(name)) <= _LONGEST and often[low] == 1:
        return name
    short = utf8(name)[: _LONGEST - 20].decode(errors="ignore")
    return f"{short}-{digest(wanted)}"
