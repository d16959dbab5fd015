"""How personal names are made: which characters open them and stand in them, and which words only look like names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.text.token_dictionary import listed, spot

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

_OPEN, _RARE = 2000.0, 300.0
_ADVERBS = frozenset("曾应时向全同从都由于")
_TWO_GIVEN = 0.7  # nine names in ten have a given name of two characters
_USUAL = {"1": 2000.0, "2": 200.0, "3": 20.0}


def _vote(often: float) -> float:
    return min(1.0, math.log10(max(often, 1.0)) / 1.5 - 1.5)


_NO_VOTE = _vote(0.0)


@dataclass(frozen=True)
class Statistics:
    """Of every surname and every character of a given name how often it is one, per million names; and the words."""

    family: dict[str, float]
    compound: frozenset[str]
    given: dict[str, float]
    wary: frozenset[str]
    ordinary: frozenset[str]
    common: frozenset[str]
    end: frozenset[str]
    whole: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Statistics:
        """From the tables ``namechars``, ``surnames``, ``notnames``, ``namelikes``, ``followers`` and ``titles``."""
        rows, band = lexicon.table("namechars"), lexicon.table("surnames")
        seen = {r["text"]: float(r["family"]) for r in rows if float(r["family"]) > 0}
        return cls(
            {r["surname"]: _USUAL.get(r["band"], 10.0) for r in band} | seen,
            frozenset(r["surname"] for r in band if len(r["surname"]) > 1),
            {r["text"]: float(r["given"]) for r in rows},
            frozenset(r["text"] for r in rows if r["wary"] == "1")
            | frozenset(r["surname"] for r in band if r["band"] == "4"),
            frozenset(r["word"] for r in lexicon.table("notnames")),
            frozenset(r["word"] for r in lexicon.table("namelikes")),
            frozenset(r["word"] for r in lexicon.table("followers") if r["role"] == "end"),
            frozenset(r["word"] for r in lexicon.table("followers") if r["role"] == "given"),
            frozenset(r["head"] for r in lexicon.table("titles"))
            | frozenset(r["word"] for r in lexicon.table("followers") if r["role"] == "rank")
            | frozenset(r["word"] for r in lexicon.table("commoners")),
        )

    @cached_property
    def _votes(self) -> dict[str, float]:
        """How much each character speaks for being part of a given name."""
        return {char: _vote(often) for char, often in self.given.items()}

    def surname(self, text: str) -> int:
        """How many characters of a text are its surname; 0 where it opens with none."""
        if len(text) > 2 and text[:2] in self.family:
            return 2
        return int(text[0] in self.family)

    def score(self, text: str, size: int, *, announced: bool = False) -> float:
        """How much a text speaks for being a name whose surname has so many characters; below 0 hardly.

        ``announced``: a title stands before and a verb behind, so that being a word as well (黄海, 方明) says little.
        """
        family, given = self.family[text[:size]], text[size:]
        score = (
            1.5 if size == 2 else 1.0 if family >= _OPEN else 0.5 if family >= 100 else 0.0 if family >= 10 else -1.0
        )
        votes = [self._votes.get(c, _NO_VOTE) for c in given]
        score += sum(votes) / len(votes) + (_TWO_GIVEN if len(given) == 2 else 0.0)
        if given[-1] in self.end and given not in self.whole:
            score -= 2.0
        if text in self.ordinary or text in self.common:
            score -= 1.0 if announced and spot(text) else 6.0
        elif listed(text):
            score -= 0.5 if announced else 3.0
        elif text[:2] in self.ordinary:
            score -= 2.0
        elif text[0] in self.wary and size == 1:
            word = listed(given)
            plain = text[0] not in _ADVERBS and (not word or len(given) == 1 or spot(given))
            plain = plain or (not word and len(given) == 2)
            usual = family >= _RARE and text[0] not in _ADVERBS
            sure = announced and (usual or (plain and not listed(text[:2])))
            score -= 0.3 if sure else 1.5 if word else 0.8
        if given in self.titles:
            score -= 6.0  # 王书记, 由市长, 向村民
        if given in self.whole:
            score += 2.0
        if text[0] == text[1]:
            score -= 2.0
        if text in self.compound:
            score -= 1.5
        if size == 1 and len(text) == 3 and listed(text[:2]) and not listed(given):
            score -= 1.0
        return score
