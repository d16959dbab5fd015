"""A graph made ready to be asked: entities and articles by key, and the place, the level and the branch of an organ."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from kg.lexicon import standard
from kg.model.facts import GAZETTEER
from kg.model.identity import code_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.model.facts import Evidence
    from kg.model.graph import Graph

LEVELS: Final = ("Province", "Prefecture", "County", "Township", "Village")
"""Classes of divisions, the highest first."""
_ORGANS: Final = {
    "PartyOrgan": "party",
    "GovernmentOrgan": "government",
    "PeoplesCongress": "congress",
    "CPPCC": "cppcc",
    "Department": "department",
    "Company": "company",
}
_WHOLE: Final = ("中共", "中国共产党", "常务委员会", "委员会", "人民政府", "人民代表大会")


class Index:
    """What every table asks of a graph. Keys are those of the entities; a code is GB/T 2260, six digits, or ""."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.entities = {entity.key: entity for entity in graph.entities}
        self.articles = {article.id: article for article in graph.articles}
        self.divisions = standard().gazetteer

    def name(self, key: str) -> str:
        """The name of an entity; its key where the graph does not hold it."""
        entity = self.entities.get(key)
        return entity.name if entity else key

    def is_place(self, key: str) -> bool:
        """Whether a key is that of a place."""
        entity = self.entities.get(key)
        return entity is not None and entity.kind is Kind.PLACE

    def date(self, document: str) -> str:
        """The date of an article, "" where it gives none."""
        article = self.articles.get(document)
        return (article.document.masthead.date or "") if article else ""

    def in_text(self, why: Evidence) -> bool:
        """Whether a text tells it, and not the gazetteer."""
        return why.document != GAZETTEER

    def area(self, key: str) -> str:
        """The place that an organ works in, or that a place is; "" where it is not known."""
        if self.is_place(key):
            return key
        for above in (key, *self._above(key)):
            if above in self._areas:
                return self._areas[above]
        return self._by_code.get(code_of(key), "")

    def code(self, place: str) -> str:
        """The code of a place, else of the division that it lies in."""
        seen: set[str] = set()
        while place and place not in seen:
            seen.add(place)
            entity = self.entities.get(place)
            if entity and entity.adcode:
                return entity.adcode
            place = self._within.get(place, "")
        return ""

    def level(self, place: str) -> str:
        """Province, Prefecture, County, Township or Village; "" for what is no division."""
        entity = self.entities.get(place)
        return next((level for level in LEVELS if entity and level in entity.classes), "")

    def up(self, place: str) -> tuple[str, ...]:
        """The places that a place lies in, the nearest first."""
        found: list[str] = []
        above = self._within.get(place, "")
        while above and above != place and above not in found:
            found.append(above)
            above = self._within.get(above, "")
        return tuple(found)

    def branch(self, organ: str) -> str:
        """party, government, congress, cppcc, department, company, other; a place stands for its government."""
        entity = self.entities.get(organ)
        if entity is None:
            return ""
        if entity.kind is Kind.PLACE:
            return "government"
        return next((branch for cls, branch in _ORGANS.items() if cls in entity.classes), "other")

    def whole(self, organ: str) -> bool:
        """Whether an organ is the committee, government, congress or conference of its place, and no unit of one."""
        place = self.area(organ)
        if not place or organ == place:
            return bool(place)
        stem = self.name(organ)
        for word in _WHOLE:
            stem = stem.removeprefix(word).removesuffix(word)
        return stem != self.name(organ) and stem.endswith(self.name(place))

    def province(self, code: str) -> str:
        """The name of the province of a code, "" for no code."""
        return self._division(f"{code[:2]}0000") if code else ""

    def prefecture(self, code: str) -> str:
        """The name of the prefecture that a code is or lies in; "" for a province, and where there is none between."""
        return self._division(f"{code[:4]}00") if code and code[2:4] != "00" else ""

    def _division(self, code: str) -> str:
        found = self.divisions.by_code(code)
        return found.name if found else ""

    def _above(self, organ: str) -> tuple[str, ...]:
        """The organs that an organ is a unit of, the nearest first."""
        found: list[str] = []
        while (organ := self._units.get(organ, "")) and organ not in found:
            found.append(organ)
        return tuple(found)

    @cached_property
    def _areas(self) -> dict[str, str]:
        return self._first(Predicate.JURISDICTION)

    @cached_property
    def _units(self) -> dict[str, str]:
        return self._first(Predicate.UNIT_OF)

    @cached_property
    def _within(self) -> dict[str, str]:
        return self._first(Predicate.LOCATED_IN) | self._first(Predicate.WITHIN)

    @cached_property
    def _by_code(self) -> dict[str, str]:
        return {entity.adcode: entity.key for entity in self.graph.entities if entity.adcode}

    def _first(self, predicate: Predicate) -> dict[str, str]:
        """Subject to object: of several the nearest (a county lies in city and province), then the surest."""
        found: dict[str, tuple[tuple[int, float], str]] = {}
        for one in self.graph.relations:
            if one.predicate is predicate:
                near = self._depth(one.object), one.evidence.confidence
                if one.subject not in found or near > found[one.subject][0]:
                    found[one.subject] = near, one.object
        return {subject: target for subject, (_, target) in found.items()}

    def _depth(self, place: str) -> int:
        level = self.level(place)
        return LEVELS.index(level) if level else -1
