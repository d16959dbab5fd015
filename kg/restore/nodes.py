"""A description as nodes that are easy to ask: by type, and for one value or all values of a predicate."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.export.rdf import address
from kg.export.rdf.nodes import TYPE
from kg.export.rdf.parse import Term, parse
from kg.export.rdf.terms import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.rdf.nodes import Description


class Nodes:
    """Predicates are prefixed names (``rdf:value``); nodes are light terms; keys are paths under the base IRI."""

    def __init__(self, description: Description, source: str = "the graph") -> None:
        self._nodes = description
        self._typed: dict[str, list[str]] = defaultdict(list)
        for subject in sorted(description):
            for predicate, target in set(description[subject]):
                if predicate == TYPE:
                    self._typed[target].append(subject)
        self.source, self.base = source, self._base(source)

    def of_type(self, prefixed: str) -> list[str]:
        """The subjects of a class, in order."""
        return self._typed.get(name(prefixed), [])

    def all(self, subject: str, prefixed: str) -> list[str]:
        """The objects of a predicate as light terms, sorted."""
        wanted = name(prefixed)
        return sorted({target for predicate, target in self._nodes.get(subject, ()) if predicate == wanted})

    def one(self, subject: str, prefixed: str) -> str:
        """The only object. Raises ``UsageError`` where there is none."""
        for target in self.all(subject, prefixed):
            return target
        cause = f"{subject} has no {prefixed}, so this is no graph of ours, or not the whole of one"
        raise UsageError(self.source, cause, "Give the graph.ttl that `kg build` wrote")

    def values(self, subject: str, prefixed: str) -> list[str]:
        """The objects as plain characters, sorted."""
        return sorted(parse(target).value for target in self.all(subject, prefixed))

    def value(self, subject: str, prefixed: str) -> str:
        """The first of the objects as plain characters, or ""."""
        return next(iter(self.values(subject, prefixed)), "")

    def terms(self, subject: str, prefixed: str) -> Iterator[Term]:
        """The objects taken apart, in order."""
        return (parse(target) for target in self.all(subject, prefixed))

    def key(self, node: str) -> str:
        """The path of a node under the base IRI; "" for no node."""
        return node[1:-1].removeprefix(self.base)

    def keys(self, subject: str, prefixed: str) -> list[str]:
        """The paths of the objects, in order."""
        return [self.key(target) for target in self.all(subject, prefixed)]

    def first_key(self, subject: str, prefixed: str) -> str:
        """The path of the first object, or ""."""
        return next(iter(self.keys(subject, prefixed)), "")

    def _base(self, source: str) -> str:
        """The base IRI: what stands before the path of an article."""
        for article in self.of_type("zt:Article"):
            path = address.article(self.value(article, "dcterms:identifier"))
            if article.endswith(f"{path}>"):
                return article[1:-1].removesuffix(path)
        cure = "Give the graph.ttl that `kg build` wrote"
        raise UsageError(source, "there is no zt:Article in it, so its network cannot be drawn", cure)
