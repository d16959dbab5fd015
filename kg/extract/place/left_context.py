"""What reading leftwards from the last word of a place's name needs: words, places and lists of one text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.names.division_levels import signs
from kg.names.place_names import FULL, TOWN

if TYPE_CHECKING:
    from kg.extract.place.toponyms import Toponyms
    from kg.names.place_names import Hit
    from kg.text.tokens import Token, Tokens

NOUN = frozenset(
    {"n", "ns", "nr", "nz", "nt", "vn", "b", "j", "an", "s", "nrt", "nrfg", "ng", "g", "zg", "l", "i", "f", "a", "eng"}
)
PROPER = frozenset({"ns", "nr", "nz", "nrt", "nrfg", "nt", "zg"})
FUNCTION = frozenset(role_words("placewords", "before"))
RANK = frozenset(signs()) - {"盟", "旗"}


@dataclass(frozen=True)
class Leftwards:
    """Reads what stands to the left of a name of a place, in one text.

    ``words`` are the words between the places known by name.
    """

    places: Toponyms
    words: Tokens

    @cached_property
    def plain(self) -> str:
        """The text."""
        return self.places.doc.plain

    @cached_property
    def place_words(self) -> dict[str, frozenset[str]]:
        """The words about places, by their role (``PlaceNames.words``)."""
        return self.places.place_names.words

    @cached_property
    def general(self) -> frozenset[str]:
        """Words that name nothing before the head of a zone."""
        return self.place_words["plain"] | self.place_words["within"]

    @cached_property
    def _verbs(self) -> frozenset[str]:
        rows = self.places.doc.lexicon.table("stops")
        return frozenset(row["word"] for row in rows if row["role"] == "verb")

    def verb(self, word: str) -> bool:
        """Whether a word is a verb that takes names as objects, or ends in one."""
        return word in self._verbs or word[-2:] in self._verbs

    def word(self, end: int) -> Token | None:
        """The word that ends at an offset or holds it."""
        at = self.words.index(end - 1)
        token = self.words.items[at] if at >= 0 else None
        return token if token and token.end >= end else None

    def full(self, hit: Hit) -> bool:
        """Whether a place is named with its rank: 平塘县, 克度镇."""
        return hit.name_type in {FULL, TOWN} and self.plain[hit.span.start : hit.span.end] == hit.name

    def joined(self, start: int, last: int) -> bool:
        """Whether it stands in a row with the name that ended at ``last``: 克度镇、塘边镇."""
        return start - 1 == last and self.plain[last:start] in "、和与及至"

    def led(self, start: int) -> bool:
        """Whether a word stands before that leads to a place: 到石窝铺村."""
        token = self.word(start)
        return bool(token and token.word in self.place_words["bound"])


def han(word: str) -> bool:
    """Whether a word is of Han characters only."""
    return all("㐀" <= ch <= "鿿" for ch in word)
