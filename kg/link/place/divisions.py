"""Which division a name means in its sentence, and whether a name that is also a word means one at all."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Entity
from kg.model.identity import mint
from kg.names.place_names import PlaceNames
from kg.names.towns import bare
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon.division import Division
    from kg.lexicon.gazetteer import Gazetteer
    from kg.model import Mention, Span
    from kg.text.annotated import AnnotatedDocument

NAMED = frozenset({"place-full", "place-short", "place-weak", "place-letter"})
_CLASS = {"province": "Province", "prefecture": "Prefecture", "county": "County"}
_LONGEST = 20  # characters of the longest name of a division, and a joint
_JOINTS = "、和与及至到—-"


def division_entity(one: Division, gazetteer: Gazetteer) -> Entity:
    """The entity of a division, under the name it bears today if it was only renamed, else as the gazetteer has it."""
    one = gazetteer.today(one)
    classes = {"AdministrativeDivision", _CLASS[one.level]} | ({"City"} if one.name.endswith("市") else set())
    key = mint(Kind.PLACE, one.name, one.code)
    return Entity(key, Kind.PLACE, one.name, classes=tuple(sorted(classes)), adcode=one.code)


@dataclass
class Divisions:
    """The divisions that one text names. ``sure`` are (start, end, code) of the names beyond doubt, in text order."""

    doc: AnnotatedDocument
    place_chain: tuple[str, ...]
    year: int | None
    sure: list[tuple[int, int, str]] = field(default_factory=list)
    _told: set[str] = field(default_factory=set, init=False, repr=False)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The divisions of China."""
        return self.doc.lexicon.gazetteer

    @cached_property
    def place_names(self) -> PlaceNames:
        """The tables of place names."""
        return PlaceNames.of(self.doc.lexicon)

    def read(self, mentions: Sequence[Mention]) -> dict[Mention, Division]:
        """The division of every mention that names one: first those that only one bears, then the others by these."""
        named = [m for m in mentions if m.rule in NAMED and not m.points]
        for mention in named:
            only = self._only(mention)
            if only:
                self.sure.append((mention.span.start, mention.span.end, only.code))
        found: dict[Mention, Division] = {}
        for mention in named:
            one = self.resolve(mention.name, mention.span)
            if one:
                found[mention] = one
        self.sure = sorted({(m.span.start, m.span.end, d.code) for m, d in found.items() if _strong(m, d)})
        codes = {d.code for m, d in found.items() if m.rule == "place-full" and m.name == d.name}
        self._told = {code for _, _, code in self.sure} | set(self.place_chain)
        kept = {m: d for m, d in found.items() if self._holds(m, d, codes)}
        self.sure = sorted((m.span.start, m.span.end, d.code) for m, d in kept.items())
        return kept

    def resolve(self, name: str, span: Span) -> Division | None:
        """The division that a name means at a place in the text, under the name of the article's year."""
        full = self._full(name)
        one = self._sibling(full, span) or self.gazetteer.resolve(full, self.near(span), self.year)
        return self._current(one) if one else None

    def _full(self, name: str) -> str:
        """The full name of a name with a sign (恩施州), unless the home's province has another of it (巴州)."""
        full = self.place_names.signed.get(name, name)
        own = self.gazetteer.named(name, self.year) if full != name and self.place_chain else ()
        return name if any(self._akin(one.code, self.place_chain[0]) for one in own) else full

    def _sibling(self, name: str, span: Span) -> Division | None:
        """The prefecture that a province's name means in a row with prefectures beside it: 海北、海南 in 青海."""
        rows = self.gazetteer.named(name, self.year) if self.place_chain else ()
        if not any(one.level == "province" for one in rows):
            return None
        own = [one for one in rows if one.level == "prefecture" and one.parent == self.place_chain[0]]
        return next((one for one in own if self._beside(span, one)), None)

    def near(self, span: Span) -> list[str]:
        """The codes near a stretch, nearest first: right before it, in its sentence, then the home chain upwards."""
        sentence = self.doc.sentence(span)
        here = [row for row in self.between(sentence.start, sentence.end) if row[0] != span.start]
        here.sort(key=lambda row: (row[1] != span.start, abs(row[0] - span.start), row))
        return [code for _, _, code in here] + list(self.place_chain[::-1])

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The rows of ``sure`` that start in a stretch."""
        return self.sure[bisect_left(self.sure, (start, 0, "")) : bisect_left(self.sure, (end, 0, ""))]

    def _only(self, mention: Mention) -> Division | None:
        """The division of a name that no other one bears, or that a province or city bears before any county."""
        full = self._full(mention.name)
        one = self.gazetteer.resolve(full, self.place_chain[::-1], self.year) if mention.rule != "place-weak" else None
        alone = len(self.gazetteer.ambiguous(full, self.year)) < 2
        return one if one and (alone or one.level != "county") else None

    def _current(self, one: Division) -> Division:
        """What a division had become by the article's year (沙县 → 沙县区), where it kept its short name."""
        for _ in range(3):
            if len(one.successors) != 1 or (one.current if self.year is None else one.stood(self.year, during=True)):
                return one
            later = self.gazetteer.by_code(one.successors[0], self.year)
            if later is None or later == one or later.level != one.level or later.short != (one.short or one.name):
                return one
            one = later
        return one

    def _holds(self, mention: Mention, one: Division, full: set[str]) -> bool:
        """Whether a doubtful name means the division: by its full name, its neighbours, or the home."""
        if mention.rule == "place-full" or one.code in self.place_chain or one.level == "province":
            return True
        if mention.name in self.place_names.signed and not self.gazetteer.ambiguous(self._full(mention.name)):
            return True  # 喀左县, 阜蒙县: with their rank they are names of one county only
        if mention.rule == "place-weak":
            whole = one.code in full and (one.level == "prefecture" or len(mention.name) > 2)
            return whole or self._beside(mention.span, one) or self._under(mention, one)
        if self._town(mention.name, one):
            return False
        if one.level == "prefecture" or one.code in full or mention.name in self.place_names.words["known"]:
            return True
        return not self.place_chain or self._akin(one.code, self.place_chain[0]) or self._backed(one)

    def _town(self, name: str, one: Division) -> bool:
        """Whether the short name of a far county is that of a town of the home county: 古田 in 上杭县."""
        if one.level != "county" or not self.place_chain or one.parent in self.place_chain:
            return False
        return any(bare(town) == name for town in self.place_names.towns.get(self.place_chain[-1], ()))

    def _akin(self, code: str, other: str) -> bool:
        return self.gazetteer.within(code, other)

    def _under(self, mention: Mention, one: Division) -> bool:
        """Whether the sentence names the city or province right above the division too."""
        sentence = self.doc.sentence(mention.span)
        return any(code == one.parent for _, _, code in self.between(sentence.start, sentence.end))

    def _beside(self, span: Span, one: Division) -> bool:
        """Whether a place right before or after it, or in a row with it, is its kin."""
        plain = self.doc.plain
        for start, end, code in self.between(span.start - _LONGEST, span.end + 2):
            if 0 <= max(span.start - end, start - span.end) <= 1:
                gap = plain[end : span.start] if end <= span.start else plain[span.end : start]
                if (not gap or gap in _JOINTS) and self._siblings(code, one):
                    return True
        return False

    def _siblings(self, code: str, one: Division) -> bool:
        """Whether a code is the parent or a child of a division, or has the same parent."""
        other = self.gazetteer.by_code(code, self.year)
        if other is None or code == one.code:
            return False
        return code == one.parent or other.parent == one.code or bool(one.parent and other.parent == one.parent)

    def _backed(self, one: Division) -> bool:
        """Whether the text names the division's city or province, or another county of that city, elsewhere."""
        above = {d.code for d in self.gazetteer.chain(one, self.year)} - {one.code}
        return bool(above & self._told) or one.parent in self._parents

    @cached_property
    def _parents(self) -> frozenset[str]:
        """The cities of the counties that are named beyond doubt."""
        rows = (self.gazetteer.by_code(code, self.year) for code in self._told)
        return frozenset(one.parent for one in rows if one and one.level == "county")


def _strong(mention: Mention, one: Division) -> bool:
    """Whether a name needs nothing beside it: a full name, or a short one above the county."""
    return mention.rule == "place-full" or (mention.rule == "place-short" and one.level != "county")
