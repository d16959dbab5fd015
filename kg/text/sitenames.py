"""Where the name of a zone, a site, a river or a village starts, read leftwards from its last word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.atlas import FULL, LANDMARK, REGION, SHORT, TOWN, Hit

if TYPE_CHECKING:
    from kg.text.segment import Token, Tokens
    from kg.text.toponyms import Toponyms

_REACH, _NEAR = 18, 5
_NOUN = frozenset(
    {"n", "ns", "nr", "nz", "nt", "vn", "b", "j", "an", "s", "nrt", "nrfg", "ng", "g", "zg", "l", "i", "f", "a", "eng"}
)
_PROPER = frozenset({"ns", "nr", "nz", "nrt", "nrfg", "nt", "zg"})
_FUNCTION = frozenset(
    "的了在和与及对为把被将等各每该这那全是有到从由以或之所已并而也又个座条家名项处年月日内外入出进其最获批建设赴超增减推抓促评列"
)
_RANK = frozenset("省市县区镇乡村州")
_ABROAD = frozenset("俄韩朝蒙越缅老")
_LOOSE = frozenset("上下前后大小新老中")


@dataclass(frozen=True)
class Left:
    """Reads leftwards in one text; ``words`` are the words between the places known by name."""

    places: Toponyms
    words: Tokens

    def start(self, head: int, end: int, use: str, floor: int, last: int) -> int | None:
        """Where the name with this head starts, not before ``floor``; ``last`` is where the name before it ended."""
        token = self._word(end)
        if token and token.start < head and token.tag == "ns" and len(token.word) > 2:
            return token.start if self.places.sheet.plain[token.start : head] not in self._sorts["kin"] else None
        if use == "near":
            return self._near(head, last)
        return self._far(head, use, floor, last)

    def _word(self, end: int) -> Token | None:
        at = self.words.index(end - 1)
        token = self.words.items[at] if at >= 0 else None
        return token if token and token.end >= end else None

    @cached_property
    def _sorts(self) -> dict[str, frozenset[str]]:
        return self.places.atlas.words

    @cached_property
    def _general(self) -> frozenset[str]:
        return self._sorts["plain"] | self._sorts["within"]

    # Short names: 方塔村, 霍童溪

    def _near(self, head: int, last: int) -> int | None:
        pieces, start = self._pieces(head, last)
        name = self.places.sheet.plain[start:head]
        if (
            not 1 <= len(name) <= _NEAR
            or name[0] in _RANK
            or name in self._sorts["kin"]
            or not _FUNCTION.isdisjoint(name)
        ):
            return None
        said = [p for p in pieces if len(p.word) > 1]
        if name in self._sorts["kin"] or any(
            p.word in self._sorts["kin"] | self._sorts["plain"] or p.tag[0] in "fst" for p in said
        ):
            return None
        hit = self.places.ending(start)
        if len(name) == 1 and not (hit and self._full(hit) and self.places.sheet.plain[head] not in "路大公"):
            return None
        if (hit and hit.sort in {FULL, SHORT, TOWN}) or (self._joined(start, last) and len(name) > 1):
            return start
        if any(p.tag == "m" for p in pieces):
            return None
        single = self._led(start) and self._mixed(pieces) and self.places.sheet.plain[head] in "村镇嘎水"
        proper = all(p.tag in _PROPER or len(p.word) == 1 for p in pieces) and any(p.tag in _PROPER for p in pieces)
        return start if (proper or single) and len(name) > 1 and self._bounded(start) else None

    def _mixed(self, pieces: list[Token]) -> bool:
        """Whether characters of a name stand among nouns: 石|窝铺."""
        names = [p for p in pieces if p.tag in _PROPER or len(p.word) == 1]
        return bool(names) and all(p.tag in _NOUN for p in pieces if p not in names)

    def _led(self, start: int) -> bool:
        """Whether a word stands before that leads to a place: 到石窝铺村."""
        token = self._word(start)
        return bool(token and token.word in self._sorts["bound"])

    def _pieces(self, head: int, last: int) -> tuple[list[Token], int]:
        """The words right before the head, up to a place, a mark, or a word that stands before names."""
        pieces: list[Token] = []
        start = head
        while head - start <= _NEAR and start != last and not self.places.ending(start):
            token = self._word(start)
            if token is None or not _han(token.word) or token.word in self._sorts["bound"] or token.word in _FUNCTION:
                break
            if len(token.word) > 1 and (token.tag[0] in "vdpcr" or self._roles.get(token.word) == "verb"):
                break
            pieces.append(token)
            start = token.start
        return pieces, start

    def _joined(self, start: int, last: int) -> bool:
        """Whether it stands in a row with the name before it: 克度镇、塘边镇."""
        return start - 1 == last and self.places.sheet.plain[last:start] in "、和与及至"

    def _bounded(self, start: int) -> bool:
        left, token = self.places.sheet.plain[start - 1 : start], self._word(start)
        if not left or not _han(left):
            return True
        return bool(token and (token.word in self._sorts["bound"] or (len(token.word) > 1 and token.tag[0] in "vp")))

    # Long names: 多宝山生态矿产（冶炼）经济园区

    def _far(self, head: int, use: str, floor: int, last: int) -> int | None:
        at, chain = self._walked(head, floor)
        if chain:
            return self._after_places(chain, head)
        if use == "zoned" and at != last:
            return None
        start = self._trimmed(self._before_bracket(at), head)
        if start is None or start >= head:
            return None
        if self._specific(start, head, use):
            return start
        row = start == last or self._joined(start, last)
        said = sum(len(t.word) for t in self._said(start, head))
        return start if use != "zone" and row and said > 1 else None

    def _walked(self, head: int, floor: int) -> tuple[int, list[Hit]]:
        """How far the modifiers reach, and the places in a row that they start with, the nearest first."""
        inner = self._word(head)
        at, chain = inner.start if inner and inner.end > head else head, list[Hit]()
        while head - at < _REACH and at > floor:
            hit = self.places.ending(at)
            if hit and not (chain and self._outer(hit)):
                chain.append(hit)
                at = hit.span.start
                continue
            opened = None if chain else self._bracket(at) or self._quote(at)
            token = None if chain or opened else self._word(at)
            if opened is None and (token is None or not self._modifies(token, at)):
                break
            at = opened if opened is not None else token.start  # type: ignore[union-attr]
        return at, chain

    def _bracket(self, at: int) -> int | None:
        """The start of a short bracket that ends here."""
        plain = self.places.sheet.plain
        opened = plain.rfind("（", max(0, at - 8), at) if plain[at - 1 : at] == "）" else -1
        return opened if opened > 0 and _han(plain[opened - 1]) else None

    def _before_bracket(self, at: int) -> int:
        """A name that would start with a bracket starts with the word before it: 西部（成都）科学城."""
        token = self._word(at) if self.places.sheet.plain[at] == "（" else None
        return token.start if token and _han(token.word) else at

    def _quote(self, at: int) -> int | None:
        """The start of a quoted name that ends here: “云上”飞地产业园."""
        found = self._quotes.get(at)
        return found if found is not None and at - found <= _REACH else None

    @cached_property
    def _quotes(self) -> dict[int, int]:
        return {q.span.end: q.span.start for q in self.places.sheet.quotes if q.mark == "“"}

    def _modifies(self, token: Token, at: int) -> bool:
        if token.end > at or not (_han(token.word) or token.tag == "eng"):
            return False
        if len(token.word) == 1:
            abroad = token.word == "对" and self.places.sheet.plain[token.end] in _ABROAD
            return abroad or (token.word not in _FUNCTION and token.word not in _RANK)
        if token.word in self._sorts["bound"]:
            return False
        if token.word in self._general:
            return True
        return (
            token.tag in _NOUN and self._roles.get(token.word) != "verb" and self._roles.get(token.word[-2:]) != "verb"
        )

    @cached_property
    def _roles(self) -> dict[str, str]:
        return {row["word"]: row["role"] for row in self.places.sheet.lexicon.table("stops")}

    def _after_places(self, chain: list[Hit], head: int) -> int:
        """A full name before it is where it lies, and no part of the name, unless only general words follow."""
        near = chain[0]
        if self._full(near):
            if self._said(near.span.end, head):
                return near.span.end
            return (
                near.span.start
                if len(chain) == 1 or self.places.atlas.kin(chain[1].name, near.name)
                else chain[1].span.start
            )
        return chain[-1].span.start if not self._full(chain[-1]) else chain[-2].span.start

    def _outer(self, hit: Hit) -> bool:
        """Whether a place before another one is only where that lies, and not part of the name."""
        return self._full(hit) or (hit.sort in {REGION, LANDMARK} and not hit.name.endswith("试验区"))

    def _full(self, hit: Hit) -> bool:
        """Whether a place is named with its rank: 平塘县, 克度镇."""
        return hit.sort in {FULL, TOWN} and self.places.sheet.plain[hit.span.start : hit.span.end] == hit.name

    def _trimmed(self, start: int, head: int) -> int | None:
        """Without the verbs, numbers and directions that it opens with."""
        if self.places.sheet.plain[start] == "“":
            return start
        for token in self.words.inside(Span(start, head)):
            loose = token.tag[0] in "mdq" or (token.tag[0] == "f" and len(token.word) > 1)
            if token.word not in self._sorts["within"] and not loose:
                return token.start
        return None

    def _said(self, start: int, head: int) -> list[Token]:
        """The words that say something specific."""
        return [t for t in self.words.inside(Span(start, head)) if t.word not in self._general and t.tag[0] not in "mq"]

    def _specific(self, start: int, head: int, use: str) -> bool:
        """Whether modifiers without a place name something: a proper name, or for a zone a trade."""
        if self.places.sheet.plain[start] == "“":
            return True
        first = self.words.items[self.words.index(start)].word
        said = self._said(start, head)
        if first in self._sorts["rank"] or sum(len(t.word) for t in said) < 2:
            return False
        if use == "zoned":
            return False
        return use in {"zone", "own"} or any(t.tag in _PROPER and t.word not in _LOOSE for t in said)


def _han(word: str) -> bool:
    return all("㐀" <= ch <= "鿿" for ch in word)
