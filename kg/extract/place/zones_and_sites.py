"""Zones, sites, rivers and villages that are told by the last word of their name: 海尔物流园, 古塔公园, 冯南垣村."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.place.long_names import Far
from kg.extract.place.short_names import Near
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.place_names import FULL
from kg.text.keyword_search import KeywordSearch
from kg.text.tokens import Token, Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.place.toponyms import Toponyms
    from kg.lexicon import Lexicon

_MARKS = "，。；：！？、“”（）《》"  # between two of these the segmenter cuts by itself
_MARK = compiled(f"[{_MARKS}]")
_LONG = 3  # characters of a dictionary word that is a place by itself (波罗的海)
_STILL = "湖"  # a lake that the dictionary knows by two characters: 瀛湖
_KIND = compiled("[0-9A-Z]+级|[一-鿿]{2,6}[两二三四五六七八九]大")  # 5A级景区, 大运河两大国家文化公园
_SETTLED = ("村", "镇", "乡", "社区", "街道", "路")
_BANKS = ("畔", "岸", "滨")
_PORT, _ZONE, _VILLAGE = "港", "developmentzone", "village"
_WATERS = frozenset(role_words("placewords", "shore"))


class Site(Struct, frozen=True, order=True, gc=False):
    """A named place: its span, its name, its class in small letters, and how sure it is."""

    span: Span
    name: str
    place_class: str
    confidence: float


@dataclass(frozen=True)
class Heads:
    """The head words of ``sites.tsv``."""

    rows: dict[str, tuple[str, str]]

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Heads:
        """From the table."""
        return Heads({row["head"]: (row["class"].lower(), row["use"]) for row in lexicon.table("sites")})

    @cached_property
    def sweep(self) -> KeywordSearch:
        """Any head; the longest at each place."""
        return KeywordSearch.of(self.rows)


def sites(places: Toponyms) -> Iterator[Site]:
    """Every named place of a text that no table knows, in text order; none inside another."""
    reader = _Reader(places)
    end = -1
    for site in sorted({*reader.headed(), *reader.worded()}, key=lambda s: (s.span.start, -s.span.end, s)):
        if site.span.start >= end:
            whole = reader.with_part(site)
            yield whole
            end = whole.span.end


@dataclass(frozen=True)
class _Reader:
    places: Toponyms

    @cached_property
    def words(self) -> Tokens:
        """The words between the places known by name; those a mark away from any are as they are without the places."""
        found: list[Token] = []
        plain, cut = self.places.doc.plain, self.places.cut
        for start, end, behind, ahead in self._gaps():
            match = _MARK.search(plain, start, end) if behind else None
            first = match.start() if match else end if behind else start
            last = end
            while ahead and last > first and plain[last - 1] not in _MARKS:
                last -= 1
            found += tokens(plain, (Span(start, first),), guess=False).items if start < first else ()
            found += cut.inside(Span(first, last))
            found += tokens(plain, (Span(last, end),), guess=False).items if last < end else ()
        return Tokens(tuple(found))

    def _gaps(self) -> Iterator[tuple[int, int, bool, bool]]:
        """The stretches between known places: start, end, whether a place stands right behind it, right ahead of it."""
        hits, starts = self.places.hits, self.places.starts
        for span in self.places.doc.spans:
            at = span.start
            for hit in hits[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end - 1)]:
                yield at, hit.span.start, at > span.start, True
                at = hit.span.end
            yield at, span.end, at > span.start, False

    def headed(self) -> Iterator[Site]:
        """Names that end in a head word."""
        doc = self.places.doc
        heads, plain = Heads.of(doc.lexicon), doc.plain
        last, floor = -1, -1
        for span in doc.spans:
            for match in heads.sweep.over(doc.bigrams, span):
                place_class, use = heads.rows[match[0]]
                if not self._ends(match.start(), match.end()) or self._goes_on(match.end()):
                    continue
                start = self._start(match.start(), match.end(), use, max(span.start, floor), last)
                kind = start is not None and _KIND.match(plain, start)
                if start is not None and not kind and not self.places.passed(Span(start, match.end()), tail=True):
                    yield Site(Span(start, match.end()), plain[start : match.end()], place_class, 0.8)
                    last, floor = match.end(), floor if use == "near" else match.end()

    def _start(self, head: int, end: int, use: str, floor: int, last: int) -> int | None:
        """Where the name with a head starts, not before ``floor``; ``last`` is where the name before it ended."""
        token = self._near.word(end)
        if token and token.start < head and token.tag == "ns" and len(token.word) > 2:
            kind = self.places.doc.plain[token.start : head] in self.places.place_names.words["kin"]
            return None if kind else token.start
        if use == "near":
            return self._near.start(head, last)
        start = self._far.start(head, "site" if use == "either" else use, floor, last)
        return self._near.start(head, last) if use == "either" and start is None else start

    @cached_property
    def _near(self) -> Near:
        return Near(self.places, self.words)

    @cached_property
    def _far(self) -> Far:
        return Far(self.places, self.words)

    def with_part(self, site: Site) -> Site:
        """A port with the part of it that is named behind: 青屿港|白塘港区."""
        if not site.name.endswith(_PORT):
            return site
        doc = self.places.doc
        ends = (m.end() for rule in doc.lexicon.patterns("sites") if (m := rule.regex.match(doc.plain, site.span.end)))
        span = Span(site.span.start, next((end for end in ends if end in self.words.edges), site.span.end))
        return Site(
            span, doc.plain[span.start : span.end], _ZONE if span != site.span else site.place_class, site.confidence
        )

    def worded(self) -> Iterator[Site]:
        """Words that the dictionary takes for places and no table knows: 赛里木湖, 波罗的海."""
        kinds = self.places.place_names.words["kin"]
        for token in self.words.items:
            lake = len(token.word) > 1 and token.word[-1] in _STILL and token.word not in kinds
            if token.tag == "ns" and (lake or len(token.word) >= _LONG) and token.word[-1] in _WATERS:
                span = Span(token.start, token.end)
                if not self.places.passed(span, tail=True):
                    yield Site(span, token.word, "site", 0.75)

    def _goes_on(self, end: int) -> bool:
        """Whether the name goes on to that of a village or town: 三河|村, or of a bay area: 大湾|区."""
        if self.places.doc.plain.startswith("湾区", end - 1):
            return True
        word = next((word for word in _SETTLED if self.places.doc.plain.startswith(word, end)), "")
        return bool(word) and end + len(word) in self.words.edges and end not in self.places.starts

    def _ends(self, head: int, end: int) -> bool:
        """Whether a name may end here: at the edge of a word, and what follows does not go on with the name."""
        rest = self.places.doc.plain[end : end + 6]
        makers = rest.startswith(self.places.place_names.openings["maker"])
        bank = self.places.doc.plain[end - 1] in _WATERS and rest[:1] in _BANKS
        rural = rest.startswith(self.places.place_names.openings["rural"]) and self._village(head, end)
        return (end in self.words.edges or bank or rural) and not makers and not self._other(Span(head, end))

    def _village(self, head: int, end: int) -> bool:
        """Whether a head is that of a village, and opens the word that goes on behind it: 冯南垣|村党委."""
        place_class = Heads.of(self.places.doc.lexicon).rows[self.places.doc.plain[head:end]][0]
        return place_class == _VILLAGE and head in self.words.edges

    def _other(self, head: Span) -> bool:
        """Whether a place known by name holds a head; 新城 right behind a city that has no district of the name does
        not: 顺义|新城, but 西安|新城.
        """
        inner, before = self.places.within(head), self.places.ending(head.start)
        if not self.places.covered(head):
            return False
        own = bool(inner) and inner[0].span == head and before is not None and before.name_type != FULL
        return not (own and before and not self.places.place_names.kin(before.name, inner[0].name))
