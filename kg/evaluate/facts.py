"""All that one article asserts, from a gold file or from a graph: the one shape that is compared."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: the kinds that it may count as, its normal name, and all its normal names."""

    key: str
    kinds: frozenset[str]
    name: str
    names: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two entity keys."""

    predicate: str
    subject: str
    object: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """A post: the person, the accepted normal titles, the key of the organ or place (or "")."""

    person: str
    titles: frozenset[str]
    of: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: the wordings of its indicator, its value and unit."""

    indicators: tuple[str, ...]
    value: float
    unit: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: the speaker's key and the words in normal form (of gold their beginning)."""

    speaker: str
    words: str
    optional: bool = False


@dataclass(slots=True)
class Facts:
    """The facts of one article by layer; ``date`` is ISO or empty."""

    entities: dict[str, Named] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    date: str = ""

    def optional(self, key: str | None) -> bool:
        """Whether a key is that of an optional entity."""
        return key is not None and key in self.entities and self.entities[key].optional
