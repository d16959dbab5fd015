"""All names of places that the tables know, and where they stand in a text.

A hit is a stretch that spells a known name; whether it means the place there is for the caller to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span
from kg.text.keyword_search import within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon
    from kg.lexicon.division import Division
    from kg.text.keyword_search import BigramIndex

FULL, SHORT, TOWN, REGION, LANDMARK = "full", "short", "town", "region", "landmark"
_SIGNS = (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"))
_FORGOTTEN = 2000  # short names that went out of use before that year are no longer read


class Hit(Struct, frozen=True, order=True, gc=False):
    """A known name in the text: its span, its spelling, and what it is a name of (full, short, town, region)."""

    span: Span
    name: str
    name_type: str


@dataclass(frozen=True)
class PlaceNames:
    """All names of places that a lexicon knows, each with its type (full, short, town, region, landmark)."""

    lexicon: Lexicon

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> PlaceNames:
        """The atlas of a lexicon, made once."""
        return PlaceNames(lexicon)

    @cached_property
    def name_types(self) -> dict[str, str]:
        """What every name is a name of; a full name of a division wins over a short one, that over the rest."""
        found = dict.fromkeys(self.landmarks, LANDMARK)
        found.update(dict.fromkeys(self.regions, REGION))
        found.update(dict.fromkeys(self.lexicon.gazetteer.township_names(), TOWN))
        found.update(dict.fromkeys(self.signed, SHORT))
        for name, _, short in self.lexicon.gazetteer.names():
            known = found.get(name) in {REGION, LANDMARK}
            if len(name) > 1 and (not short or any(_recent(one, known=known) for one in self.divisions(name))):
                found[name] = SHORT if short else FULL
        return found

    @cached_property
    def regions(self) -> dict[str, str]:
        """Name or alias of a region, river, mountain or country to its main name."""
        rows = self.lexicon.table("regions")
        return {n: row["name"] for row in rows for n in (row["name"], *row["aliases"].split(";")) if n}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What every name of ``regions`` is a name of: region, country, river, mountain."""
        rows = self.lexicon.table("regions")
        return {n: row["kind"] for row in rows for n in (row["name"], *row["aliases"].split(";")) if n}

    @cached_property
    def provinces(self) -> dict[str, str]:
        """Main name of a region to the code of the one province that it lies in: 苏北."""
        return {row["name"]: row["code"] for row in self.lexicon.table("regions") if row["code"]}

    @cached_property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Long and short forms of the kinds of zones, the longest first: 经济技术开发区, 经开区."""
        rows = [(row["head"], row["short"]) for row in self.lexicon.table("sites") if row["short"]]
        return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))

    @cached_property
    def landmarks(self) -> dict[str, dict[str, str]]:
        """Name or alias of a landmark, or of a city abroad, to its row."""
        rows = (*self.lexicon.table("landmarks"), *({**row, "class": "City", "code": ""} for row in self._cities))
        return {n: row for row in rows for n in (row["name"], *row["aliases"].split(";")) if n}

    def abroad(self, name: str) -> bool:
        """Whether a name is one of a city abroad."""
        row = self.landmarks.get(name)
        return row is not None and "country" in row

    @cached_property
    def countries(self) -> dict[str, str]:
        """Main name of a city abroad to the country it lies in: 万象 to 老挝."""
        return {row["name"]: row["country"] for row in self._cities}

    @cached_property
    def _cities(self) -> tuple[dict[str, str], ...]:
        return tuple(self.lexicon.table("citiesabroad"))

    @cached_property
    def towns(self) -> dict[str, tuple[str, ...]]:
        """The townships of a county, by its code."""
        return {row["parent"]: tuple(row["names"].split(";")) for row in self.lexicon.table("townships")}

    @cached_property
    def signed(self) -> dict[str, str]:
        """Short names with the one-character sign of their level, to the full name: 恩施州, 木垒县, 达茂旗."""
        found = {row["name"]: row["full"] for row in self.lexicon.table("placealiases")}
        for one in self.lexicon.gazetteer.divisions:
            for ending, sign in _SIGNS:
                if one.name.endswith(ending) and one.short and one.current:
                    found.setdefault(one.short + sign, one.name)
        return found

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """The words of ``placewords.tsv`` by their role there (the column ``sort``)."""
        found: dict[str, set[str]] = {"stage": {""}}
        for row in self.lexicon.table("placewords"):
            found.setdefault(row["sort"], set()).add(row["word"])
        return {role: frozenset(words) for role, words in found.items()}

    @cached_property
    def openings(self) -> dict[str, tuple[str, ...]]:
        """The same as rows, in order, as ``str.startswith`` takes them."""
        return {role: tuple(sorted(words)) for role, words in self.words.items()}

    def opens(self, name: str) -> bool:
        """Whether a name opens that of a region or landmark (塔里木, 黄河口)."""
        return name in self._openings

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(full[:end] for full in (*self.regions, *self.landmarks) for end in range(2, len(full)))

    def divisions(self, name: str) -> tuple[Division, ...]:
        """The divisions of a full or short name, or of a short name with its sign (恩施州)."""
        return self.lexicon.gazetteer.named(self.signed.get(name, name))

    def whole(self, name: str) -> bool:
        """Whether it is the name of a division with the sign of its level (单县, 化隆县): so nobody is called."""
        return name in self.signed or any(one.name == name for one in self.lexicon.gazetteer.named(name))

    def ordinary(self, name: str) -> bool:
        """Whether a name is an ordinary word too."""
        rows = self.divisions(name)
        if name in self.words["name"] or name in self.words["known"] or any(one.level == "province" for one in rows):
            return False
        short = any(one.common for one in rows if one.short == name)
        return short or name in self.words["word"] or self.lexicon.gazetteer.common(name)

    def kin(self, one: str, other: str) -> bool:
        """Whether two names may stand for places of which one holds the other or that lie side by side."""
        pairs = [(a, b) for a in self.divisions(one) for b in self.divisions(other) if a.code != b.code]
        return any((bool(a.parent) and a.parent == b.parent) or self._above(a, b) for a, b in pairs)

    def parent(self, one: str, other: str) -> bool:
        """Whether the first name may stand for the parent of the second one's place."""
        return bool({a.code for a in self.divisions(one)} & {b.parent for b in self.divisions(other)})

    def holds(self, one: str, other: str) -> bool:
        """Whether two names may stand for places of which one holds the other."""
        return any(self._above(a, b) for a in self.divisions(one) for b in self.divisions(other) if a.code != b.code)

    def _above(self, one: Division, other: Division) -> bool:
        within = self.lexicon.gazetteer.within
        return within(one.code, other.code) or within(other.code, one.code)

    def longest(self, plain: str, start: int) -> int:
        """How long a known name that starts at an offset can be; 0 if none can."""
        return self._heads.get(plain[start : start + 2], 0)

    @cached_property
    def _heads(self) -> dict[str, int]:
        """The longest name that opens with each pair of characters."""
        return {name[:2]: len(name) for name in sorted(self.name_types, key=len)}  # the longest comes last, and stays

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the names that open with each pair of characters, the longest first."""
        sizes: dict[str, set[int]] = {}
        for name in self.name_types:
            sizes.setdefault(name[:2], set()).add(len(name))
        return {
            pair: tuple(sorted((size for size in found if size > 1), reverse=True)) for pair, found in sizes.items()
        }

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(self._sizes)

    def hits(self, bigrams: BigramIndex, spans: Iterable[Span]) -> Iterator[Hit]:
        """Every known name in the stretches, shorter ones inside longer ones too; by start, the longest first."""
        plain, name_types, sizes = bigrams.text, self.name_types, self._sizes
        starts = bigrams.opening(self._pairs)
        for span in spans:
            for start in within(starts, span):
                for size in sizes[plain[start : start + 2]]:
                    name = plain[start : start + size]
                    if name in name_types and start + size <= span.end:
                        yield Hit(Span(start, start + size), name, name_types[name])


def _recent(one: Division, *, known: bool) -> bool:
    """Whether a division's short name is still read; where it names a river too (北江), only while it stands."""
    last = one.spans[-1][1]
    return last is None or (last >= _FORGOTTEN and not known)
