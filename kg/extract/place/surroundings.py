"""What stands around a known name of a place and makes it part of another name, or of none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.place_names import SHORT

if TYPE_CHECKING:
    from kg.names.place_names import Hit, PlaceNames
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Tokens

NAMELIKE = frozenset({"ns", "nr", "nz", "nrt", "nrfg", "nt"})
_DAY = "日号月年"
_COMPASS = frozenset("东西南北中")
_ROADS = role_words("placewords", "road")
_AND = frozenset("和任")  # 市委和|县委, 任|县委书记
_SIDES = "部角侧方面向风麓"
_LOOSE, _TIGHT = "xpcud", "xpcudvrm"  # tags that no brand of one character, of more, has


@dataclass(frozen=True)
class Surroundings:
    """Judges the words before and behind a name of a place, in one text.

    ``cut`` are its words by the dictionary alone.
    """

    doc: AnnotatedDocument
    cut: Tokens
    place_names: PlaceNames

    def opens_other(self, hit: Hit) -> bool:
        """Whether what follows makes it part of another name: 南京路, 湖北师范大学, 都匀毛尖, 海南逸盛石化."""
        rest = self.doc.plain[hit.span.end : hit.span.end + 8]
        if self._bracketed(hit) or self._brand(hit, rest[2:]) or self._starts(rest, "maker"):
            return True
        quoted = self.doc.plain[hit.span.start - 1 : hit.span.start] == "“"
        if self._starts(rest, "goods") or (quoted and self._starts(rest, "model")):
            return not any(one.name in self.doc.plain for one in self.place_names.divisions(hit.name))
        return self._starts(rest, "way") and not self._chain(hit, rest)

    def in_name(self, hit: Hit) -> bool:
        """Whether it is the given name of a person as the segmenter guesses: 李建华, 达日玛."""
        at = self.doc.tokens.index(hit.span.start)
        if at < 0 or len(hit.name) > 2:
            return False
        token = self.doc.tokens.items[at]
        guessed = token.tag == "nr" and len(token.word) == 3 and not tag_of(self.cut, Span(token.start, token.end))
        if not guessed or token.end < hit.span.end:
            return False
        return token.start < hit.span.start or not tag_of(self.cut, hit.span)

    def bearing(self, hit: Hit) -> bool:
        """Whether a direction is only that: 湘|西南, 西南部, 四川西北."""
        if not set(hit.name) <= _COMPASS:
            return False
        if self.doc.plain[hit.span.end : hit.span.end + 1] in _SIDES:
            return True
        at = self.cut.index(hit.span.start - 1)
        left = self.cut.items[at] if at >= 0 and self.cut.items[at].end == hit.span.start else None
        if left is None:
            return False
        return left.tag in NAMELIKE | {"j"} or (len(left.word) == 1 and left.tag[0] not in "pcvux")

    def officed(self, hit: Hit) -> bool:
        """Whether a full name is followed by an office or organ of its own rank: 富县|县长, 兴城市|委书记.

        和县|委书记 may also be 和 and 县委, 任县|委书记 任 and 县委书记: there nothing may stand before it.
        """
        rest = self.doc.plain[hit.span.end : hit.span.end + 6]
        if not self._starts(rest, "office"):
            return False
        own = rest[0] == hit.name[-1] or (rest[0] in "副代" and rest[1] == hit.name[-1])
        return own or hit.name[0] not in _AND or len(hit.name) > 2 or not self._behind_name(hit)

    def _behind_name(self, hit: Hit) -> bool:
        left = self.doc.plain[hit.span.start - 1 : hit.span.start]
        return left.isalnum() and not self.dated(hit)

    def dated(self, hit: Hit) -> bool:
        """Whether a date ends right before: 3月5日|历城区, where the dictionary would read 日历."""
        before = self.doc.plain[max(0, hit.span.start - 2) : hit.span.start]
        return len(before) > 1 and before[1] in _DAY and before[0].isdigit()

    def of_a_date(self, hit: Hit) -> bool:
        """Whether a name begins with the last character of a date: 11月20|日本|报."""
        return hit.name[0] in _DAY and self.doc.plain[hit.span.start - 1 : hit.span.start].isdigit()

    def way(self, hit: Hit) -> bool:
        """Whether a river or region only names a road or a quarter: 漓江|路社区."""
        return self.doc.plain.startswith(_ROADS, hit.span.end)

    def _starts(self, rest: str, role: str) -> bool:
        return rest.startswith(self.place_names.openings[role])

    def _brand(self, hit: Hit, rest: str) -> bool:
        """Whether two characters that may be a brand and a word for a maker follow."""
        two = self.cut.inside(Span(hit.span.end, hit.span.end + 2))
        free = all(word.tag[0] not in (_LOOSE if len(word.word) == 1 else _TIGHT) for word in two)
        return free and self._starts(rest, "maker")

    def _bracketed(self, hit: Hit) -> bool:
        """Whether it stands in the brackets of an institution's name: 中国石油大学（北京）."""
        plain, start = self.doc.plain, hit.span.start
        closed = plain[start - 1 : start] == "（" and plain[hit.span.end : hit.span.end + 1] == "）"
        return closed and plain.endswith(self.place_names.openings["maker"], 0, start - 1)

    def _chain(self, hit: Hit, rest: str) -> bool:
        """Whether the next name in a chain follows, and not the rest of this one: 天津|河东."""
        return any(
            self.place_names.name_types.get(rest[:n]) == SHORT and self.place_names.kin(hit.name, rest[:n])
            for n in (2, 3)
        )


def tag_of(cut: Tokens, span: Span) -> str:
    """The tag of the word that fills a stretch, or "" where none does."""
    at = cut.index(span.start)
    token = cut.items[at] if at >= 0 else None
    return token.tag if token and (token.start, token.end) == (span.start, span.end) else ""
