"""Where the long name of a zone or a site starts: 多宝山生态矿产（冶炼）经济园区."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.extract.place.left_context import FUNCTION, NOUN, PROPER, RANK, Leftwards, han
from kg.model import Span
from kg.names.place_names import LANDMARK, REGION

if TYPE_CHECKING:
    from kg.names.place_names import Hit
    from kg.text.tokens import Token

_REACH = 18
_ABROAD = frozenset("俄韩朝蒙越缅老")
_LOOSE = frozenset("上下前后大小新老中")


class Far(Leftwards):
    """Names of nouns back to the nearest place known by name."""

    def start(self, head: int, use: str, floor: int, last: int) -> int | None:
        """Where the name with this head starts, not before ``floor``; None where it names nothing.

        ``use`` is that of ``sites.tsv``; ``last`` is where the name before ended.
        """
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
        row = start == last or self.joined(start, last)
        said = sum(len(t.word) for t in self._said(start, head))
        return start if use != "zone" and row and said > 1 else None

    def _walked(self, head: int, floor: int) -> tuple[int, list[Hit]]:
        """How far the modifiers reach, and the places in a row that they start with, the nearest first."""
        inner = self.word(head)
        at = inner.start if inner and inner.end > head else head
        chain: list[Hit] = []
        while head - at < _REACH and at > floor:
            hit = self.places.ending(at)
            if hit and not (chain and self._outer(hit)):
                chain.append(hit)
                at = hit.span.start
                continue
            if chain and (known := self._told(at)):
                chain.append(known)
                at = known.span.start
                continue
            opened = None if chain else self._bracket(at) or self._quote(at)
            token = None if chain or opened else self.word(at)
            if opened is None and (token is None or not self._modifies(token, at)):
                break
            at = opened if opened is not None else token.start  # type: ignore[union-attr]
        return at, chain

    def _told(self, at: int) -> Hit | None:
        """The place that opens the name of what a memorial is for: 中原|突围鄂西北纪念馆."""
        token = self.word(at)
        known = token and token.end == at and token.word in self.place_words["event"]
        return self.places.ending(token.start) if token and known else None

    def _bracket(self, at: int) -> int | None:
        """The start of a short bracket that ends here."""
        plain = self.plain
        opened = plain.rfind("（", max(0, at - 8), at) if plain[at - 1 : at] == "）" else -1
        return opened if opened > 0 and han(plain[opened - 1]) else None

    def _before_bracket(self, at: int) -> int:
        """A name that would start with a bracket starts with the word before it: 西部（成都）科学城."""
        token = self.word(at) if self.plain[at] == "（" else None
        return token.start if token and han(token.word) else at

    def _quote(self, at: int) -> int | None:
        """The start of a quoted name that ends here: “云上”飞地产业园."""
        found = self._quotes.get(at)
        return found if found is not None and at - found <= _REACH else None

    @cached_property
    def _quotes(self) -> dict[int, int]:
        return {q.span.end: q.span.start for q in self.places.doc.quotes if q.mark == "“"}

    def _modifies(self, token: Token, at: int) -> bool:
        if token.end > at or not (han(token.word) or token.tag == "eng"):
            return False
        if len(token.word) == 1:
            abroad = token.word == "对" and self.plain[token.end] in _ABROAD
            return abroad or not (token.word in FUNCTION or token.word in RANK or token.word in self.place_words["act"])
        if token.word in self.place_words["bound"]:
            return False
        if token.word in self.general:
            return True
        return token.tag in NOUN and not self.verb(token.word)

    def _after_places(self, chain: list[Hit], head: int) -> int | None:
        """A full name before it is where it lies, and no part of the name, unless only general words follow. A county
        names no plateau: 某某县|高原|夏菜.
        """
        near = chain[0]
        if not self.full(near):
            return chain[-1].span.start
        if self._said(near.span.end, head):
            return near.span.end
        if self.plain.startswith(self.places.place_names.openings["landform"], head):
            return None
        apart = len(chain) > 1 and not self.places.place_names.kin(chain[1].name, near.name)
        return chain[1].span.start if apart else near.span.start

    def _outer(self, hit: Hit) -> bool:
        """Whether a place before another one is only where that lies, and not part of the name."""
        return self.full(hit) or (hit.name_type in {REGION, LANDMARK} and not hit.name.endswith("试验区"))

    def _trimmed(self, start: int, head: int) -> int | None:
        """Without the verbs, numbers and directions that it opens with."""
        if self.plain[start] == "“":
            return start
        for token in self.words.inside(Span(start, head)):
            loose = token.tag[0] in "mdq" or (token.tag[0] == "f" and len(token.word) > 1)
            if token.word not in self.place_words["within"] and not loose:
                return token.start
        return None

    def _said(self, start: int, head: int) -> list[Token]:
        """The words that say something specific."""
        return [t for t in self.words.inside(Span(start, head)) if t.word not in self.general and t.tag[0] not in "mq"]

    def _specific(self, start: int, head: int, use: str) -> bool:
        """Whether modifiers without a place name something: a proper name, or for a zone a trade."""
        if self.plain[start] == "“":
            return True
        first = self.words.items[self.words.index(start)].word
        said = self._said(start, head)
        if use == "zoned" or first in self.place_words["rank"] or sum(len(t.word) for t in said) < 2:
            return False
        if self.plain[start - 1 : start] == "的" and self.places.ending(start - 1):
            return True  # 某某镇的针织小镇
        return use in {"zone", "own"} or any(t.tag in PROPER and t.word not in _LOOSE for t in said)
