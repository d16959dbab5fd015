"""The names of a store, and how well a name that is asked for fits each.

Exact names and aliases score 100, whatever script they are written in; parts and misspellings by the share of
characters in common. A name shared by several is never a match by itself: a code that agrees decides.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from kg.query.answer import ask
from kg.text.normalize import plain
from kg.vocab import ZT, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph as ox

EXACT: Final = 100.0
_LEAST: Final = 40.0
_AGREES: Final = 10.0
_DIFFERS: Final = 30.0
_TRIED: Final = 400
"""Names that share characters with the one asked for, and are compared with it."""
_KINDS: Final = " ".join(f"zt:{kind.value}" for kind in Kind)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: key, name, kinds (base class first), all its names in plain form, code, mentions."""

    key: str
    name: str
    kinds: tuple[str, ...]
    names: frozenset[str]
    adcode: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity with its score, 0 to 100, and whether it is surely the one."""

    named: Named
    score: float
    match: bool


@dataclass
class Names:
    """All entities of a store by name."""

    entities: dict[str, Named]
    _exact: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _grams: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, store: ox.Store, base: str) -> Names:
        """Read a store once."""
        made = cls({named.key: named for named in _read(store, base)})
        for key, named in made.entities.items():
            for name in named.names:
                made._exact[name].append(key)
            for gram in {name[at : at + 2] for name in named.names for at in range(max(1, len(name) - 1))}:
                made._grams[gram].append(key)
        return made

    def find(self, asked: str, kinds: frozenset[str], agrees: dict[str, str], limit: int) -> list[Candidate]:
        """The best candidates. ``kinds``: any of these, or all; ``agrees``: properties with their values."""
        wanted = plain(asked).strip()
        found = [
            (self._score(wanted, named, agrees), named)
            for named in self._near(wanted)
            if not kinds or kinds & set(named.kinds)
        ]
        likely = ((score, named) for score, named in found if score >= _LEAST)
        rows = sorted(likely, key=lambda row: (-row[0], -row[1].mentions, row[1].key))
        best = [row for row in rows if row[0] == rows[0][0]] if rows else []
        sure = len(best) == 1 and best[0][0] >= EXACT
        return [Candidate(named, score, sure and at == 0) for at, (score, named) in enumerate(rows[:limit])]

    def suggest(self, prefix: str, limit: int) -> list[Named]:
        """Entities that have a name with these characters, those that begin with them first."""
        wanted = plain(prefix).strip()
        rows = [named for named in self.entities.values() if wanted and any(wanted in name for name in named.names)]
        rows.sort(key=lambda n: (not any(name.startswith(wanted) for name in n.names), -n.mentions, n.key))
        return rows[:limit]

    def _near(self, wanted: str) -> Iterator[Named]:
        shared: dict[str, int] = defaultdict(int)
        for gram in {wanted[at : at + 2] for at in range(max(1, len(wanted) - 1))}:
            for key in self._grams.get(gram, ()):
                shared[key] += 1
        exact = dict.fromkeys(self._exact.get(wanted, ()))
        near = sorted(shared, key=lambda key: (-shared[key], key))[:_TRIED]
        return (self.entities[key] for key in dict.fromkeys([*exact, *near]))

    def _score(self, wanted: str, named: Named, agrees: dict[str, str]) -> float:
        score = EXACT if wanted in named.names else max(_alike(wanted, name) for name in named.names)
        for name, value in agrees.items():
            has = named.adcode if name == "adcode" else ""
            if has and value:
                score += _AGREES if has == value else -_DIFFERS
        return round(min(score, EXACT + _AGREES), 1)


def _alike(wanted: str, name: str) -> float:
    """Two names that are not the same: never above 90."""
    return 90.0 * SequenceMatcher(None, wanted, name, autojunk=False).ratio()


def _read(store: ox.Store, base: str) -> Iterable[Named]:
    kinds: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    label: dict[str, str] = {}
    typed = f"VALUES ?base {{ {_KINDS} }} ?e a ?base"
    for entity, kind in _rows(store, f'SELECT DISTINCT ?e ?k {{ {typed} ; a ?k FILTER(STRSTARTS(STR(?k), "{ZT}")) }}'):
        kinds[entity].add(kind.removeprefix(ZT))
    for entity, name in _rows(store, f"SELECT ?e ?n {{ {typed} ; rdfs:label|skos:altLabel ?n }}"):
        names[entity].add(plain(name))
    chinese = 'FILTER(LANGMATCHES(LANG(?n), "zh-Hans"))'
    for entity, name in _rows(store, f"SELECT ?e ?n {{ {typed} ; rdfs:label ?n {chinese} }}"):
        label[entity] = name
    coded = _rows(store, f"SELECT ?e ?c {{ {typed} ; zt:adcode ?c }}")
    codes = {row[0]: row[1] for row in coded}
    counted = _rows(store, "SELECT ?e (COUNT(*) AS ?n) { ?m itsrdf:taIdentRef ?e } GROUP BY ?e")
    often = {entity: int(number) for entity, number in counted}
    bases = {kind.value for kind in Kind}
    for entity in sorted(kinds):
        finer = tuple(sorted(kinds[entity], key=lambda kind: (kind not in bases, kind)))
        seen = frozenset(names[entity] - {""}) or frozenset({entity})
        told = label.get(entity) or min(seen)
        yield Named(entity.removeprefix(base), told, finer, seen, codes.get(entity, ""), often.get(entity, 0))


def _rows(store: ox.Store, query: str) -> Iterator[tuple[str, ...]]:
    return (tuple(map(str, row)) for row in ask(store, query, "the reconciliation service").rows)
