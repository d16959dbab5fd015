"""``Graph`` to Turtle: one block a subject, subjects and predicates sorted, UTF-8. Lossless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.markup import utf8
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.nodes import TYPE, Description
from kg.export.rdf.terms import PREFIXES
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.model.graph import Graph

_HEAD: Final = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items()))
_BARE: Final = {
    f"^^<{PREFIXES['xsd']}{kind}>": len(f"^^<{PREFIXES['xsd']}{kind}>") for kind in ("integer", "decimal", "boolean")
}


def turtle(graph: Graph, base: str = BASE) -> bytes:
    """The bytes of ``graph.ttl``. Raises ``UsageError`` for a bad base IRI."""
    return utf8(write_turtle(describe(graph, base)))


def write_turtle(description: Description) -> str:
    """Turtle of any description, for the exporter and for whoever writes RDF of another kind."""
    short = _Shortener()
    blocks = [_HEAD]
    for subject in sorted(description):
        lines: list[str] = []
        last = ""
        for p, o in sorted({(short[p], short[o] if o[-1] == ">" else o) for p, o in description[subject]}):
            if p == last:
                lines[-1] += f", {o}"
            else:
                lines.append(f"{p} {o}")
                last = p
        blocks.append("\n" + subject + " " + " ;\n    ".join(lines) + " .\n")
    return "".join(blocks)


class _Shortener(dict[str, str]):
    """Terms that end in ``>`` (IRIs and typed literals) as Turtle writes them; it remembers what it has seen."""

    def __init__(self) -> None:
        super().__init__({TYPE: "a"})

    def __missing__(self, term: str) -> str:
        self[term] = made = _prefixed(term) if term[0] == "<" else _literal(term)
        return made


def _prefixed(term: str) -> str:
    """A prefixed name where the term is a plain word of a known vocabulary, else the term itself."""
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace, 1):
            local = term[1 + len(namespace) : -1]
            return f"{prefix}:{local}" if local.isascii() and local.isalnum() else term
    return term


def _literal(term: str) -> str:
    """A number or truth value bare, any other typed literal with its datatype as a prefixed name."""
    value, _, datatype = term.rpartition("^^")
    if not datatype.startswith("<"):
        return term
    for tail, length in _BARE.items():
        if term.endswith(tail):
            return term[1 : -1 - length]
    return f"{value}^^{_prefixed(datatype)}"
