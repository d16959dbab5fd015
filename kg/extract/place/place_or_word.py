"""Whether a known name of a place means that place where it stands: by the edges of words and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extract.place.surroundings import NAMELIKE, Surroundings, tag_of
from kg.lexicon.shipped import role_words
from kg.names.division_levels import signs
from kg.names.place_names import FULL, LANDMARK, REGION, SHORT, TOWN
from kg.names.towns import bare

if TYPE_CHECKING:
    from kg.model import Span
    from kg.names.place_names import Hit, PlaceNames
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Tokens

WEAK = "weak"  # a name that is an ordinary word too and has nothing beside it that would tell
_SIGN = signs() + "各每一两几多和与"
_LEADS = "到赴在由从"  # prepositions after which a county is meant: 到富县调研
_JOINTS = "、和与及"
_VISITS = ("、", "，", "。", *role_words("placewords", "seen"))
_RANKS = "镇乡"
_OFTEN = 3
_OURS = ("我市", "全市", "市委", "市政府", "市各")


@dataclass(frozen=True)
class Judge:
    """Judges in one text whether what is spelt like a place is one. ``cut`` are its words by the dictionary alone."""

    doc: AnnotatedDocument
    cut: Tokens
    place_names: PlaceNames

    @cached_property
    def around(self) -> Surroundings:
        """Judges what stands around a name."""
        return Surroundings(self.doc, self.cut, self.place_names)

    @cached_property
    def edges(self) -> frozenset[int]:
        """The edges of words, and those that the dictionary hides: 山西|大同 (two places), 东盟|国家, 东欧|各国."""
        name_types, regions = self.place_names.name_types, self.place_names.regions
        states = role_words("placewords", "states")
        of_regions = (
            token.end - len(word)
            for token in self.cut.items
            for word in states
            if token.word.endswith(word) and token.word[: -len(word)] in regions
        )
        inner = (
            token.start + at
            for token in self.cut.items
            if token.tag == "ns" and len(token.word) > 3
            for at in range(2, len(token.word) - 1)
            if token.word[:at] in name_types and token.word[at:] in name_types
        )
        return self.cut.edges.union(inner, of_regions)

    def name_type(self, hit: Hit, before: Hit | None) -> str:
        """What a hit means here: its own name type, ``weak``, or "" where it is no place."""
        start, end = hit.span.start, hit.span.end
        chained = before is not None and before.span.end == start and before.name_type in {FULL, SHORT}
        kin = chained and before is not None and (hit.name_type == TOWN or self.place_names.kin(before.name, hit.name))
        opens, closes = chained or start in self.edges or self.around.dated(hit), end in self.edges
        if hit.name_type == TOWN:
            whole = opens and (closes or (hit.name[-1] in _RANKS and self._local(hit.name)))
            return TOWN if kin or (whole and len(hit.name) > 2 and not self._common_town(hit)) else ""
        if hit.name_type in {REGION, LANDMARK}:
            none = self.around.bearing(hit) or self.around.way(hit) or self.around.of_a_date(hit)
            return hit.name_type if opens and closes and not none else ""
        if hit.name_type == FULL:
            row = before is not None and before.name_type == FULL and before.span.end == start - 1
            row = row and self.doc.plain[start - 1] in _JOINTS  # 含山县和|和县
            return self._full(hit, kin=kin or (row and closes), opens=opens, closes=closes)
        return self._short(hit, kin=kin, opens=opens, closes=closes)

    def _full(self, hit: Hit, *, kin: bool, opens: bool, closes: bool) -> str:
        if kin or (opens and self.around.officed(hit)):
            return FULL
        left = self.doc.plain[hit.span.start - 1 : hit.span.start]
        if len(hit.name) == 2 and (not closes or (left and left in _SIGN)):
            return ""
        led = bool(left) and left in _LEADS
        if not (opens or led or len(hit.name) > 4):
            return ""
        if led and closes and len(hit.name) == 2:
            return FULL
        word = hit.name in self.place_names.words["word"] or self._city(hit)
        return WEAK if word or self.doc.lexicon.gazetteer.common(hit.name) else FULL

    def _city(self, hit: Hit) -> bool:
        """Whether the words are a verb and 城市: 强产业、兴|城市."""
        at = self.cut.index(hit.span.end - 1)
        return hit.name.endswith("城市") and self.cut.items[at].word == "城市"

    def _short(self, hit: Hit, *, kin: bool, opens: bool, closes: bool) -> str:
        if self.around.opens_other(hit) or self.around.in_name(hit):
            return ""
        if self._school(hit.name):
            return ""
        ordinary = self.place_names.ordinary(hit.name)
        if kin and not (ordinary and not self._under(hit)):
            return SHORT if closes or len(hit.name) > 2 or self.doc.plain.startswith("人", hit.span.end) else ""
        if not (opens and closes) and not (len(hit.name) > 2 and (opens or closes or len(hit.name) > 3)):
            return ""
        if ordinary and hit.name in self.place_names.regions:
            return REGION
        return WEAK if ordinary and not (self._spoken_of(hit.name) or self._gone_to(hit)) else SHORT

    def _school(self, name: str) -> bool:
        """Whether the text speaks of the university that a district's short name is known for: 南开."""
        if f"{name}大学" not in self.doc.plain:
            return False
        rows = self.place_names.divisions(name)
        return all(one.level == "county" and one.name not in self.doc.plain for one in rows)

    def _gone_to(self, hit: Hit) -> bool:
        """Whether somebody goes to the city of a name that is a word too: 到日照、肥东县考察."""
        start, end = hit.span.start, hit.span.end
        led = self.doc.plain[start - 1 : start] in {"到", "赴", "抵"} and start - 1 in self.edges
        closed = self.doc.plain.startswith(_VISITS, end)
        return led and closed and any(one.level == "prefecture" for one in self.place_names.divisions(hit.name))

    def _spoken_of(self, name: str) -> bool:
        """Whether a text that speaks of 我市 names the city of a name that is a word too, again and again: 黄山."""
        city = any(one.level == "prefecture" and one.current for one in self.place_names.divisions(name))
        return city and self.doc.plain.count(name) >= _OFTEN and any(w in self.doc.plain for w in _OURS)

    def _under(self, hit: Hit) -> bool:
        """Whether an ordinary word after a place means what lies right under it: 大同云冈, but not 辽宁振兴."""
        before = self._before(hit)
        if before is None or not self.place_names.parent(before, hit.name):
            return False
        city = any(one.level == "prefecture" for one in self.place_names.divisions(hit.name))
        return city or self._tag(hit.span)[:1] not in {"v", "a", "d"}

    def _before(self, hit: Hit) -> str | None:
        """The name that ends where a hit starts, of a division."""
        starts = range(max(0, hit.span.start - 12), hit.span.start - 1)
        names = (self.doc.plain[start : hit.span.start] for start in starts)
        return next((name for name in names if self.place_names.name_types.get(name) in {FULL, SHORT}), None)

    def _common_town(self, hit: Hit) -> bool:
        """Whether it is a word for a kind of town, or ends in one: 中心镇, 于城镇."""
        last = self.cut.items[self.cut.index(hit.span.end - 1)]
        general = any(bare(hit.name) in self.place_names.words[role] for role in ("kin", "plain"))
        word = last.word in self.place_names.words["never"] and last.end == hit.span.end and not self._local(hit.name)
        return general or self.word(hit.span) or word

    def _local(self, town: str) -> bool:
        """Whether the text names the county of a township."""
        rows = self.doc.lexicon.gazetteer.townships(town)
        return any(name and name in self.doc.plain for one in rows for name in (one.name, one.short))

    def word(self, span: Span) -> bool:
        """Whether the stretch is one dictionary word that is no name."""
        return self._tag(span) not in NAMELIKE | {""}

    def _tag(self, span: Span) -> str:
        return tag_of(self.cut, span)

    def beside(self, other: Hit, hit: Hit) -> bool:
        """Whether two names stand in a row and may be kin."""
        return other.name_type in {FULL, SHORT} and self._joined(other, hit)

    def classed(self, before: Hit, hit: Hit) -> bool:
        """Whether a name stands in a row with one that may be its kin, and the row says that they are districts."""
        with_class = self.doc.plain.startswith(self.place_names.openings["class"], hit.span.end)
        return with_class and self._joined(before, hit)

    def _joined(self, other: Hit, hit: Hit) -> bool:
        first, second = sorted((other, hit))
        joint = self.doc.plain[first.span.end : second.span.start]
        return len(joint) == 1 and joint in _JOINTS and self.place_names.kin(other.name, hit.name)

    def named(self, hit: Hit) -> bool:
        """Whether a weak one may be handed on: it looks like the name of a prefecture, or its full name is here."""
        if self.place_names.name_types[hit.name] == FULL:
            return not self.doc.lexicon.gazetteer.common(hit.name)
        rows = self.place_names.divisions(hit.name)
        full = self._full_levels(hit.name)
        if self._tag(hit.span) == "ns" and hit.name not in self.place_names.words["word"] and self._parented(hit.name):
            return True
        namelike = self._tag(hit.span) in NAMELIKE | {"n"}
        return "prefecture" in full or (namelike and (bool(full) or any(one.level != "county" for one in rows)))

    def _full_levels(self, name: str) -> frozenset[str]:
        """The levels of the divisions of a short name that the text names in full too."""
        if name not in self._levels:
            rows = self.place_names.divisions(name)
            self._levels[name] = frozenset(one.level for one in rows if one.name in self.doc.plain)
        return self._levels[name]

    @cached_property
    def _levels(self) -> dict[str, frozenset[str]]:
        return {}

    def _parented(self, name: str) -> bool:
        """Whether the text names the city right above one of the divisions of a short name."""
        if name not in self._parents:
            rows = [one for one in self.place_names.divisions(name) if one.level == "county"]
            above = [self.doc.lexicon.gazetteer.by_code(one.parent) for one in rows]
            self._parents[name] = any(city.short in self.doc.plain for city in above if city and city.short)
        return self._parents[name]

    @cached_property
    def _parents(self) -> dict[str, bool]:
        return {}
