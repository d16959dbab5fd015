"""Where a short proper name starts: 方塔村, 霍童溪, 克度镇."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.place.left_context import FUNCTION, NOUN, PROPER, RANK, Leftwards, han
from kg.names.place_names import FULL, SHORT, TOWN

if TYPE_CHECKING:
    from kg.text.tokens import Token

_LONGEST = 5
_SPELT = 2  # characters that the dictionary knows one by one, which a preposition leads to
_PLACES = frozenset({FULL, SHORT, TOWN})
_ALONE = "路大公"  # heads that one character does not name: 中|路
_OURS = "我本"
_SURE = "村镇嘎水湾"  # heads before which a name may hold nouns, where a preposition leads to it
_BAY = "湾"  # the head before which it may hold nothing else: 前往|中灶|湾


class Near(Leftwards):
    """Names of one to five characters between a boundary and their head."""

    def start(self, head: int, last: int) -> int | None:
        """Where the name with this head starts, ``last`` being where the name before ended; None where it is none."""
        pieces, start = self._pieces(head, last)
        ours = self.plain[start] in _OURS and self.plain[start + 1 : start + 2] in RANK
        start += 2 * ours
        pieces = [piece for piece in pieces if piece.start >= start]
        name = self.plain[start:head]
        hit = self.places.ending(start)
        if not self._spelled(name) or self._kinds(pieces) or self._wide(name, head):
            return None
        if len(name) == 1 and not (hit and self.full(hit) and self.plain[head] not in _ALONE):
            return None
        if ours and len(name) > 1:
            return start  # 我镇|青龙社区
        if (hit and (hit.name_type in _PLACES or self.places.place_names.abroad(hit.name))) or (
            self.joined(start, last) and len(name) > 1
        ):
            return start
        return start if len(name) > 1 and self._proper(pieces, start, head) and self._bounded(start) else None

    def _spelled(self, name: str) -> bool:
        if not 1 <= len(name) <= _LONGEST or name[0] in RANK:
            return False
        return name not in self.place_words["kin"] and FUNCTION.isdisjoint(name)

    def _wide(self, name: str, head: int) -> bool:
        """Whether a province, a big city or a country stands before a word for a quarter: 上海|社区."""
        quarter = self.plain.startswith(self.places.place_names.openings["quarter"], head)
        rows = self.places.place_names.divisions(name) if quarter else ()
        return quarter and (name in self.places.place_names.regions or any(d.level != "county" for d in rows))

    def _kinds(self, pieces: list[Token]) -> bool:
        """Whether a word tells a kind (典型|村) or a direction."""
        kin, kinds = self.place_words["kin"], self.place_words["plain"]
        return any(p.word in kin or p.word in kinds or p.tag[0] in "fst" for p in pieces if len(p.word) > 1)

    def _proper(self, pieces: list[Token], start: int, head: int) -> bool:
        """Whether the words are those of a proper name: 石|窝铺 after a preposition, else names and characters only."""
        names = [p for p in pieces if p.tag in PROPER or len(p.word) == 1]
        if any(p.tag == "m" for p in pieces):
            return False
        if self.led(start) and self.plain[head] in _SURE:
            bare = self.plain[head] == _BAY
            return (bare or bool(names)) and all(p.tag in NOUN for p in pieces if p not in names)
        if self.led(start) and len(pieces) == _SPELT and all(len(p.word) == 1 for p in pieces):
            return True  # 走进|官任|社区
        return len(names) == len(pieces) and any(p.tag in PROPER for p in pieces)

    def _pieces(self, head: int, last: int) -> tuple[list[Token], int]:
        """The words right before the head, up to a place, a mark, or a word that stands before names."""
        pieces: list[Token] = []
        start = head
        while head - start <= _LONGEST and start != last and not self.places.ending(start):
            token = self.word(start)
            if token is None or not han(token.word) or token.word in FUNCTION:
                break
            if token.word in self.place_words["bound"] or token.word in self.place_words["act"]:
                break
            if len(token.word) > 1 and (self.verb(token.word) or (token.tag[0] in "vdpcr" and not self._towned(token))):
                break
            pieces.append(token)
            start = token.start
        return pieces, start

    def _towned(self, token: Token) -> bool:
        """Whether a word that may be a verb stands between a town and what tells a village: 钱清街道|联兴|村党委."""
        hit = self.places.ending(token.start)
        village = self.plain.startswith(self.places.place_names.openings["rural"], token.end + 1)
        return hit is not None and hit.name_type == TOWN and village and token.tag[0] == "v"

    def _bounded(self, start: int) -> bool:
        left, token = self.plain[start - 1 : start], self.word(start)
        if not left or not han(left):
            return True
        if token is None:
            return False
        governing = token.word in self.place_words["bound"] or token.word in self.place_words["act"]
        return governing or (len(token.word) > 1 and token.tag[0] in "vp")
