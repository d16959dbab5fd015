"""Whose organ it is: the division that a place name or a level word before an organ's name means."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.names.place_names import TOWN, PlaceNames

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.lexicon.division import Division
    from kg.model import Entity, Mention
    from kg.text.annotated import AnnotatedDocument

_ROW = 24  # characters of the titles between two organs of one row
_NEAR = 60  # places before a mention that may say which county is meant


class Owners:
    """The places of one article, as owners of organs."""

    def __init__(self, doc: AnnotatedDocument, places: Mapping[Mention, Entity], place_chain: Sequence[str]) -> None:
        self.doc, self.place_chain, self.gazetteer = doc, tuple(place_chain), doc.lexicon.gazetteer
        self.year = doc.year
        self.codes = sorted((m.span.end, e.adcode) for m, e in places.items() if e.adcode and not m.points)
        self.ends = [end for end, _ in self.codes]
        self.towns = sorted((m.span.end, e.name) for m, e in places.items() if "Township" in e.classes)
        self.last: tuple[int, Division] | None = None

    def of(self, owner: str, bare: bool, mention: Mention) -> Division | None:
        """The division that an owner means: a name (宽城区), or with ``bare`` a level word (区)."""
        division = self.pointed(owner, mention) if bare else self.named(owner, mention)
        self.last = (mention.span.end, division) if division else None
        return division

    def near(self, level: str, mention: Mention) -> Division | None:
        """The division of a level word if it is of the home chain or named right before, else None."""
        one = self.pointed(level, mention)
        return one if one and (one.code in self.place_chain or one.code in self._before(mention)[:2]) else None

    def paper(self) -> str:
        """The daily of the home city, that says 本报 of itself (本报 with 我市 in 阜阳: 阜阳日报); "" for a county."""
        one = self._division(self.place_chain[-1]) if len(self.place_chain) == 2 else None
        return f"{one.short}日报" if one and one.level == "prefecture" and one.short else ""

    def town(self, owner: str, mention: Mention) -> str:
        """The township that ends an owner (三营镇), or the one named before for 镇 and 乡 alone; "" if none."""
        if owner in {"镇", "乡", "街道"}:
            before = [name for end, name in self.towns if end <= mention.span.start and name.endswith(owner)]
            return before[-1] if before else ""
        name_types = PlaceNames.of(self.doc.lexicon).name_types
        return next((owner[i:] for i in range(len(owner)) if name_types.get(owner[i:]) == TOWN), "")

    def county(self, town: str) -> str:
        """The code of the county that a township lies in, "" where that stays open."""
        codes = [one.code for one in self.gazetteer.townships(town)]
        near = [c for c in codes if any(self.gazetteer.within(c, h) for h in self.place_chain[-1:])]
        return near[0] if len(near) == 1 else codes[0] if len(codes) == 1 else ""

    def full(self, division: Division) -> str:
        """A division's name as organs have it: a district with its city (长春市宽城区)."""
        above = self.gazetteer.parent(division, self.year)
        if division.name.endswith("区") and division.level == "county" and above:
            return above.name + division.name
        return division.name

    def _division(self, code: str) -> Division | None:
        return self.gazetteer.by_code(code, self.year)

    def _before(self, mention: Mention) -> list[str]:
        """Codes of the places named before a mention, the nearest first."""
        last = bisect_right(self.ends, mention.span.end)
        return [code for _, code in reversed(self.codes[max(0, last - _NEAR) : last])]

    def named(self, owner: str, mention: Mention) -> Division | None:
        """The division that a chain of names ends in: 长春市宽城区."""
        place_names = PlaceNames.of(self.doc.lexicon)
        near = [*self._before(mention)[:3], *reversed(self.place_chain)]
        parents: list[str] = []
        at = 0
        while at < len(owner) - 1:
            size = next((n for n in range(len(owner) - at, 1, -1) if owner[at : at + n] in place_names.name_types), 0)
            name = owner[at : at + size]
            if place_names.name_types.get(name) == TOWN:
                return None
            one = (
                self.gazetteer.resolve(place_names.signed.get(name, name), [*parents, *near], self.year)
                if size
                else None
            )
            if one and at + size == len(owner):
                return one
            parents = [one.code, *parents] if one else parents
            at += size or 1
        return None

    def pointed(self, level: str, mention: Mention) -> Division | None:
        """The division that a level word means: of the home chain, else the nearest named before."""
        chain = [one for one in map(self._division, reversed(self.place_chain)) if one and _fits(one, level)]
        region = self._region() if level == "区" and self.place_chain else None
        if region and (len(self.place_chain) == 1 or mention.name == "区党委"):
            return region
        if self.last and self.last[1].name.endswith(level) and self._joined(self.last[0], mention.span.start):
            return self.last[1]  # 胶州市委、市政府: the government of the same city
        if (right := self._right_before(level, mention)) is not None:
            return right
        if chain:
            return chain[0]
        for code in self._before(mention):
            one = self._division(code)
            if one and _fits(one, level):
                return one
        return None

    def _right_before(self, level: str, mention: Mention) -> Division | None:
        """The division named right before its own level word: 和县|县委."""
        at = bisect_right(self.ends, mention.span.start) - 1
        one = self._division(self.codes[at][1]) if at >= 0 and self.ends[at] == mention.span.start else None
        return one if one and _fits(one, level) else None

    def _joined(self, end: int, start: int) -> bool:
        """Whether two organs stand side by side, or titles between: 市委市政府, 市委、市政府, 省委常委、省人大."""
        if end <= start <= end + 1 and self.doc.plain[end:start] in {"", "、", "和", "与", "及"}:
            return True
        return end < start <= end + _ROW and bool(_titles(self.doc.lexicon).fullmatch(self.doc.plain, end, start))

    def _region(self) -> Division | None:
        """The autonomous region that the article lies in, where its home is no county."""
        top = self._division(self.place_chain[0])
        return top if top and top.name.endswith("自治区") and len(self.place_chain) < 3 else None


@lru_cache(maxsize=4)
def _titles(lexicon: Lexicon) -> re.Pattern[str]:
    """Titles that each end in a mark: 原常委、, 副书记、代."""
    heads = alternation(row["head"] for row in lexicon.table("titles") if row["kind"] != "person")
    return compiled(rf"(?:(?:原|现任)?(?:常务|第一)?副?(?:{heads})[、，])+")


def _fits(one: Division, level: str) -> bool:
    if level in {"省", "自治区"}:
        return one.level == "province"
    if level in {"县", "旗", "自治县", "自治旗"}:
        return one.level == "county" and one.name.endswith(level[-1])
    if level in {"州", "自治州"}:
        return one.name.endswith("州") and one.level == "prefecture"
    return one.name.endswith(level) and not one.name.endswith("自治区")
