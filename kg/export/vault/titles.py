"""The title of every note: the name of its entity, made unique, and such as every file system and reader takes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.export.rdf.terms import digest
from kg.model.identity import code_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model.graph import Graph

_FORBIDDEN: Final = {ord(char): "-" for char in '\\/:*?"<>|#^[]%&{}\t\r\n'} | dict.fromkeys(range(32))
_LONGEST: Final = 60
"""Characters of a name; 180 bytes of UTF-8, and file systems take 255."""
_RESERVED: Final = frozenset({"con", "prn", "aux", "nul"})


def titles(graph: Graph) -> dict[str, str]:
    """Keys of entities and ``article/ID`` to titles; two of one name carry their code, their kind or a digest."""
    named = {entity.key: safe(entity.name) for entity in graph.entities}
    named |= {f"article/{one.id}": safe(one.document.masthead.title or one.id) for one in graph.articles}
    found = dict(named)
    for step in (_with_kind, _with_code, _with_digest):
        for keys in _shared(found).values():
            if len(keys) > 1:
                found |= {key: step(named[key], key) for key in keys}
    return found


def safe(name: str) -> str:
    """A name as a title.

    >>> safe("关于“双碳”的意见/试行"), safe("...")
    ('关于“双碳”的意见-试行', '_')
    """
    kept = name.translate(_FORBIDDEN).strip(" .-")[:_LONGEST].rstrip(" .-")
    return f"_{kept}" if not kept or kept.lower() in _RESERVED else kept


def _shared(found: Mapping[str, str]) -> dict[str, list[str]]:
    """Titles, as a file system that knows no case sees them, to their keys."""
    by_title: dict[str, list[str]] = defaultdict(list)
    for key, title in sorted(found.items()):
        by_title[title.casefold()].append(key)
    return by_title


def _with_kind(title: str, key: str) -> str:
    return f"{title} ({key.partition('/')[0]})"


def _with_code(title: str, key: str) -> str:
    return f"{title} ({key.partition('/')[0]} {code_of(key)})" if code_of(key) else _with_kind(title, key)


def _with_digest(title: str, key: str) -> str:
    return f"{title} ({digest(key)[:8]})"
