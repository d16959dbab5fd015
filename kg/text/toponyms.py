"""Which of the known names of places in a text mean a place there: by word edges, neighbours, and what follows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.atlas import FULL, LANDMARK, REGION, SHORT, TOWN, Atlas, Hit
from kg.text.segment import Tokens, tokens
from kg.text.surroundings import NAMELIKE, Surroundings, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.lexicon.division import Division
    from kg.text.sheet import Sheet

WEAK = "weak"  # a name that is an ordinary word too and has nothing beside it that would tell
UNLISTED = "unlisted"  # a short name with a rank that no table gives it (洪江区)
_SIGN = "省市县区州盟旗乡镇村各每一两几多和与"
_RANKS = ("街道", "镇", "乡", "苏木")
_LEADS = "到赴在由从"  # prepositions after which a county is meant: 到富县调研
_JOINTS = "、和与及"


@dataclass(frozen=True)
class Toponyms:
    """One text under reading; ``cut`` are its words by the dictionary alone."""

    sheet: Sheet
    cut: Tokens
    atlas: Atlas

    @staticmethod
    def of(sheet: Sheet) -> Toponyms:
        """For the text of a sheet."""
        return Toponyms(sheet, tokens(sheet.plain, sheet.spans, guess=False), Atlas.of(sheet.lexicon))

    @cached_property
    def around(self) -> Surroundings:
        """Judges what stands around a name."""
        return Surroundings(self.sheet, self.cut, self.atlas)

    @cached_property
    def edges(self) -> frozenset[int]:
        """The edges of words, and those between two places that the dictionary joins: 山西|大同."""
        sorts = self.atlas.sorts
        inner = (
            token.start + at
            for token in self.cut.items
            if token.tag == "ns" and len(token.word) > 3
            for at in range(2, len(token.word) - 1)
            if token.word[:at] in sorts and token.word[at:] in sorts
        )
        return self.cut.edges | frozenset(inner)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The names that mean a place, in text order, none inside another; ``weak`` ones are left for a judge."""
        kept: list[Hit] = []
        for hit in self.atlas.hits(self.sheet.plain, self.sheet.spans):
            before = kept[-1] if kept else None
            if before and hit.span.start < before.span.end:
                continue
            sort = "" if self.passed(hit.span) else self._sort(hit, before)
            if sort:
                kept.append(self._ranked(replace(hit, sort=sort)))
        settled = self._settled(kept)
        towns = self._towns(settled)
        return tuple(sorted([*towns, *(h for h in settled if not any(t.span.meets(h.span) for t in towns))]))

    @cached_property
    def starts(self) -> list[int]:
        """The start offset of every hit, for bisection."""
        return [hit.span.start for hit in self.hits]

    @cached_property
    def _ends(self) -> dict[int, Hit]:
        return {hit.span.end: hit for hit in self.hits}

    def ending(self, offset: int) -> Hit | None:
        """The hit that ends at an offset."""
        return self._ends.get(offset)

    def covered(self, span: Span) -> bool:
        """Whether a hit holds a stretch."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and self.hits[at].span.holds(span)

    def within(self, span: Span) -> tuple[Hit, ...]:
        """The hits inside a stretch."""
        first = bisect_right(self.starts, span.start - 1)
        return tuple(hit for hit in self.hits[first : bisect_right(self.starts, span.end - 1)] if span.holds(hit.span))

    def _towns(self, kept: list[Hit]) -> list[Hit]:
        """Townships without their rank (多宝山, 王家坝), of the counties that the text names."""
        codes = {one.code for h in kept if h.sort in {FULL, SHORT} for one in self.atlas.divisions(h.name)}
        taken = {hit.span.start: hit for hit in kept}
        found: dict[Span, Hit] = {}
        for code in sorted(codes):
            for town in self.atlas.towns.get(code, ()):
                short = _bare(town)
                known = (len(short) > 2 and not self.atlas.opens(short)) or town in self.sheet.plain
                for start, end in _all(self.sheet.plain, short) if len(short) > 1 and known else ():
                    here, hit = Span(start, end), taken.get(start)
                    if not (hit and hit.span.end >= end) and {start, end} <= self.cut.edges and not self._word(here):
                        found.setdefault(here, Hit(here, town, TOWN))
        return _apart(sorted(found.values()))

    def _ranked(self, hit: Hit) -> Hit:
        """A short name with a rank that the tables do not give it is a place of its own: 洪江|区."""
        end = hit.span.end + 1
        sign = self.sheet.plain[end - 1 : end]
        if (
            hit.sort != SHORT
            or sign not in {"区", "县"}
            or end not in self.cut.edges
            or hit.span.end not in self.cut.edges
        ):
            return hit
        if hit.name in self.atlas.signed or self.sheet.plain[end : end + 1] in "域委长内外间位级块":
            return hit
        return Hit(Span(hit.span.start, end), hit.name + sign, UNLISTED)

    def _settled(self, kept: list[Hit]) -> list[Hit]:
        """Weak ones beside a place that is their kin (霍州、古县、大宁) are sure; read once forward, once backward."""
        for step in (1, -1):
            order = range(len(kept)) if step == 1 else range(len(kept) - 1, -1, -1)
            for at in order:
                if kept[at].sort == WEAK and 0 <= at - step < len(kept) and self._beside(kept[at - step], kept[at]):
                    kept[at] = replace(kept[at], sort=self.atlas.sorts[kept[at].name])
        return [hit for hit in kept if hit.sort != WEAK or self._named(hit)]

    def _beside(self, other: Hit, hit: Hit) -> bool:
        first, second = sorted((other, hit))
        joint = self.sheet.plain[first.span.end : second.span.start]
        joined = len(joint) == 1 and joint in _JOINTS and other.sort in {FULL, SHORT}
        return joined and self.atlas.kin(other.name, hit.name)

    def _named(self, hit: Hit) -> bool:
        """Whether a weak one may be handed on: it looks like the name of a prefecture, or its full name is here."""
        if self.atlas.sorts[hit.name] == FULL:
            return not self.sheet.lexicon.gazetteer.common(hit.name)
        rows = self.atlas.divisions(hit.name)
        full = {one.level for one in rows if one.name in self.sheet.plain}
        if self._tag(hit.span) == "ns" and hit.name not in self.atlas.words["word"] and self._parented(rows):
            return True
        namelike = self._tag(hit.span) in NAMELIKE | {"n"}
        return "prefecture" in full or (namelike and (bool(full) or any(one.level != "county" for one in rows)))

    def _parented(self, rows: Iterable[Division]) -> bool:
        """Whether the text names the city right above one of the divisions."""
        above = (self.sheet.lexicon.gazetteer.by_code(one.parent) for one in rows if one.level == "county")
        return any(city.short in self.sheet.plain for city in above if city and city.short)

    def _sort(self, hit: Hit, before: Hit | None) -> str:
        """What a hit means here: its own sort, ``weak``, or "" where it is no place."""
        start, end = hit.span.start, hit.span.end
        chained = before is not None and before.span.end == start and before.sort in {FULL, SHORT}
        kin = chained and before is not None and (hit.sort == TOWN or self.atlas.kin(before.name, hit.name))
        opens, closes = chained or start in self.edges, end in self.edges
        if hit.sort == TOWN:
            return TOWN if kin or (opens and len(hit.name) > 2 and not self._common_town(hit)) else ""
        if hit.sort in {REGION, LANDMARK}:
            return hit.sort if opens and closes and not self.around.bearing(hit) else ""
        if hit.sort == FULL:
            return self._full(hit, kin=kin, opens=opens, closes=closes)
        return self._short(hit, kin=kin, opens=opens, closes=closes)

    def _full(self, hit: Hit, *, kin: bool, opens: bool, closes: bool) -> str:
        if kin:
            return FULL
        left = self.sheet.plain[hit.span.start - 1 : hit.span.start]
        if len(hit.name) == 2 and (not closes or (left and left in _SIGN)):
            return ""
        led = bool(left) and left in _LEADS
        if not (opens or led or len(hit.name) > 4):
            return ""
        if led and closes and len(hit.name) == 2:
            return FULL
        word = hit.name in self.atlas.words["word"] or self._city(hit)
        return WEAK if word or self.sheet.lexicon.gazetteer.common(hit.name) else FULL

    def _city(self, hit: Hit) -> bool:
        """Whether the words are a verb and 城市: 强产业、兴|城市."""
        at = self.cut.index(hit.span.end - 1)
        return hit.name.endswith("城市") and self.cut.items[at].word == "城市"

    def _short(self, hit: Hit, *, kin: bool, opens: bool, closes: bool) -> str:
        if self.around.opens_other(hit) or self.around.in_name(hit):
            return ""
        ordinary = self.atlas.ordinary(hit.name)
        if kin and not (ordinary and not self._under(hit)):
            return SHORT if closes or len(hit.name) > 2 else ""
        if not (opens and closes) and not (len(hit.name) > 2 and (opens or closes or len(hit.name) > 3)):
            return ""
        if ordinary and hit.name in self.atlas.regions:
            return REGION
        return WEAK if ordinary else SHORT

    def _under(self, hit: Hit) -> bool:
        """Whether an ordinary word after a place means what lies right under it: 大同云冈, but not 辽宁振兴."""
        before = self._before(hit)
        if before is None or not self.atlas.parent(before, hit.name):
            return False
        city = any(one.level == "prefecture" for one in self.atlas.divisions(hit.name))
        return city or self._tag(hit.span)[:1] not in {"v", "a", "d"}

    def _before(self, hit: Hit) -> str | None:
        """The name that ends where a hit starts, of a division."""
        starts = range(max(0, hit.span.start - 12), hit.span.start - 1)
        names = (self.sheet.plain[start : hit.span.start] for start in starts)
        return next((name for name in names if self.atlas.sorts.get(name) in {FULL, SHORT}), None)

    def _common_town(self, hit: Hit) -> bool:
        """Whether it is a word for a kind of town, or ends in one: 中心镇, 于城镇."""
        last = self.cut.items[self.cut.index(hit.span.end - 1)]
        general = _bare(hit.name) in self.atlas.words["kin"] | self.atlas.words["plain"]
        return general or self._word(hit.span) or (last.word in self.atlas.words["never"] and last.end == hit.span.end)

    def _word(self, span: Span) -> bool:
        """Whether the stretch is one dictionary word that is no name."""
        return self._tag(span) not in NAMELIKE | {""}

    def _tag(self, span: Span) -> str:
        return tag_of(self.cut, span)

    def passed(self, span: Span, *, tail: bool = False) -> bool:
        """Whether a stretch lies in, or cuts into, words that are no place; with ``tail`` also if it ends in one."""
        near = [word for at in (span.start // 64, span.end // 64) for word in self._passed.get(at, ())]
        return any(word.meets(span) and (not _inside(word, span) or (tail and word.end == span.end)) for word in near)

    @cached_property
    def _passed(self) -> dict[int, list[Span]]:
        """The stretches that are passed over, by blocks of 64 characters."""
        found: dict[int, list[Span]] = {}
        taken = [Span(*m) for word in sorted(self.atlas.words["never"]) for m in _all(self.sheet.plain, word)]
        taken += [word.span for word in self.sheet.document.masthead.credits]
        for span in taken:
            for block in range(max(0, span.start // 64 - 1), span.end // 64 + 1):
                found.setdefault(block, []).append(span)
        return found


def _bare(town: str) -> str:
    """A township's name without its rank and people: 新添堡回族乡 → 新添堡."""
    bare = next((town.removesuffix(rank) for rank in _RANKS if town.endswith(rank)), town)
    return bare if not bare.endswith("族") else ""


def _apart(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.span.start >= kept[-1].span.end:
            kept.append(hit)
    return kept


def _inside(inner: Span, outer: Span) -> bool:
    return outer.holds(inner) and inner != outer


def _all(text: str, word: str) -> list[tuple[int, int]]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append((at, at + len(word)))
        at = text.find(word, at + len(word))
    return found
