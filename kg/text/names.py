"""Where a personal name ends in running text, and how sure one may be that it is one.

A name is Han (surname and given name), masked (徐某某), dotted (阿布都·买买提), made of known elements of
minority names (次仁多吉), or spaced out in a byline (王　强). Nothing here knows why a name
is expected: the caller holds the cue.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.segment import Token, Tokens

__all__ = ["Name", "Names", "alternation", "names"]

_HAN = "一-鿿㐀-䶿𠀀-𫝀"
_DOTTED = re.compile(rf"[{_HAN}]{{1,8}}(?:[·•・][{_HAN}]{{1,8}}){{1,3}}")
_MASKED = re.compile(rf"[{_HAN}](?:某[某甲乙丙丁]?|[×xX＊*]{{1,2}})")
_TAIL = re.compile(rf"[{_HAN}]{{2,9}}")
_ONE = re.compile(rf"[{_HAN}]{{2,4}}")
_SPACED = re.compile(rf"([{_HAN}])[ 　]{{1,2}}([{_HAN}])(?![{_HAN}])")
_OPEN, _LONG, _STRANGE = 2000.0, 4, 9
_TWO_GIVEN = 0.7  # nine names in ten have a given name of two characters
_FUNCTION = ("d", "p", "c", "u", "r", "m", "f", "y", "x", "w", "q", "t")
_USUAL = {"1": 2000.0, "2": 200.0, "3": 20.0}


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A reading of a name: where it starts and ends in the text, the name without spaces, and its score.

    The score is a sum of log-like votes: below 0 hardly a name, from 2 fine after a title, from 4 fine with a weak cue.
    """

    score: float
    start: int
    end: int
    text: str


@lru_cache(maxsize=65536)
def _listed(word: str) -> bool:
    """Whether the segmenter's dictionary has the word as something other than a person's name."""
    import rjieba

    tagged = rjieba.tag(word, False)
    return len(tagged) == 1 and not tagged[0][1].startswith(("nr", "x"))


@lru_cache(maxsize=65536)
def _known(word: str) -> bool:
    """Whether the segmenter's dictionary has the word at all."""
    import rjieba

    return len(rjieba.cut(word, False)) == 1


def _may_name(token: Token) -> bool:
    """Whether a word may be part of a name that the dictionary does not have."""
    if len(token.word) == 1:
        return not token.tag.startswith(_FUNCTION)
    return token.tag.startswith("nr") or not _known(token.word)


@dataclass(frozen=True)
class Names:
    """The statistics of names of one lexicon; made by ``names``."""

    family: dict[str, float]
    compound: frozenset[str]
    given: dict[str, float]
    wary: frozenset[str]
    ordinary: frozenset[str]
    end: frozenset[str]
    follower: re.Pattern[str]
    speech: re.Pattern[str]
    element: re.Pattern[str]

    def at(self, plain: str, start: int, tokens: Tokens) -> Name | None:
        """The best reading of a name that starts at an offset, or ``None`` where no name can start there."""
        return max(self._readings(plain, start, tokens), default=None)

    def strange(self, plain: str, start: int, tokens: Tokens) -> Name | None:
        """A name without a Chinese surname (曲木史者) that fills the gap between a title and a verb of speech.

        Every word of it is unknown to the dictionary, or a single character that is no function word.
        """
        row = tokens.inside(Span(start, start + _STRANGE))
        for at, token in enumerate(row[1:], 1):
            if row[0].start == start and self.speech.match(plain, token.start):
                name, size = row[:at], token.start - start
                new = sum(len(t.word) for t in name if len(t.word) > 1 and not _known(t.word))
                if 2 < size <= _LONG + 1 and new > 1 and all(_may_name(t) for t in name):
                    return Name(2.0, start, token.start, plain[start : token.start])
        return None

    def fenced(self, plain: str, span: Span) -> Name | None:
        """A stretch that its neighbours on both sides leave no choice but to be a name, whatever its surname."""
        text = plain[span.start : span.end]
        fits = _TAIL.fullmatch(text) and 1 < len(text) <= _LONG + 1 and not _listed(text) and text not in self.ordinary
        return Name(1.5, span.start, span.end, text) if fits else None

    def exactly(self, plain: str, span: Span, tokens: Tokens) -> Name | None:
        """The best reading of just this stretch as a name."""
        return max((n for n in self._readings(plain, span.start, tokens) if n.end == span.end), default=None)

    def before(self, plain: str, end: int, tokens: Tokens) -> Name | None:
        """The best reading of a name that ends at an offset and starts at the edge of a word."""
        starts = [
            s for s in range(max(0, end - _LONG), end - 1) if s in tokens.edges and not plain[s - 1 : s].isdigit()
        ]
        dotted = [m.start() for m in _DOTTED.finditer(plain, max(0, end - 20), end) if m.end() == end]
        found = [n for s in starts + dotted for n in self._readings(plain, s, tokens) if n.end == end]
        best = max(found, default=None)
        # What reads as a whole name may be the given name of a longer one: 谷|凌源.
        return next(
            (n for n in found if best and n.end == best.end and n.start == best.start - 1 and n.score > 2), best
        )

    def _readings(self, plain: str, start: int, tokens: Tokens) -> Iterator[Name]:
        if match := _DOTTED.match(plain, start):
            yield from self._dotted(plain, match, tokens)
            return
        match = _MASKED.match(plain, start)
        if match and self._surname(match.group()):
            yield Name(3.0 + self._right(plain, match.end(), tokens), start, match.end(), match.group())
        match = self.element.match(plain, start)
        for more in range(3 if match else 0):
            end = match.end() + more if match else start
            if end - start > 1 and _TAIL.fullmatch(plain[start:end]):
                yield Name(3.0 - more / 2 + self._right(plain, end, tokens), start, end, plain[start:end])
        match = _SPACED.match(plain, start)
        if match and self._surname(match[1]):
            text = match[1] + match[2]
            yield Name(self._han(text, 1) + self._right(plain, match.end(), tokens), start, match.end(), text)
        match = _ONE.match(plain, start)
        for end in range(start + 2, match.end() + 1 if match else 0):
            text = plain[start:end]
            size = self._surname(text)
            if size and size < len(text) <= size + 2:
                yield Name(self._han(text, size) + self._words(plain, start, end, tokens), start, end, text)

    def _dotted(self, plain: str, match: re.Match[str], tokens: Tokens) -> Iterator[Name]:
        last = max(match.group().rfind(dot) for dot in "·•・") + match.start() + 1
        for end in range(last + 1, match.end() + 1):
            size = 0.4 * (1 < end - last < 5)
            yield Name(2.0 + size + self._right(plain, end, tokens), match.start(), end, plain[match.start() : end])

    def _surname(self, text: str) -> int:
        """How many characters of a text are its surname; 0 where it opens with none."""
        if len(text) > 2 and text[:2] in self.family:
            return 2
        return int(text[0] in self.family)

    def _han(self, text: str, size: int) -> float:
        family, given = self.family[text[:size]], text[size:]
        score = (
            1.5 if size == 2 else 1.0 if family >= _OPEN else 0.5 if family >= 100 else 0.0 if family >= 10 else -1.0
        )
        votes = [min(1.0, math.log10(max(self.given.get(c, 0.0), 1.0)) / 1.5 - 1.5) for c in given]
        score += sum(votes) / len(votes) + (_TWO_GIVEN if len(given) == 2 else 0.0)
        if given[-1] in self.end:
            score -= 2.0
        if text in self.ordinary:
            score -= 6.0
        elif _listed(text):
            score -= 3.0
        elif text[:2] in self.ordinary:
            score -= 2.0
        elif text[0] in self.wary and size == 1:
            score -= 1.5 if _listed(given) else 0.8
        if text[0] == text[1]:
            score -= 2.0
        if text in self.compound:
            score -= 1.5
        if size == 1 and len(text) == 3 and _listed(text[:2]) and not _listed(given):
            score -= 1.0
        return score

    def _words(self, plain: str, start: int, end: int, tokens: Tokens) -> float:
        score = self._right(plain, end, tokens)
        token = tokens.items[tokens.index(start)] if tokens.items else None
        if token and (token.start, token.end) == (start, end) and token.tag.startswith("nr"):
            score += 1.5
        if token and token.start == start < end < token.end and _listed(token.word):
            score -= 3.0
        return score

    def _right(self, plain: str, end: int, tokens: Tokens) -> float:
        if end >= len(plain) or not _ONE.match(plain[end : end + 1] * 2):
            return 1.5
        follower = self.follower.match(plain, end)
        edge = self._edge(end, tokens)
        if follower and (edge or len(follower.group()) > 1 or follower.group() in self.end):
            return 2.0 if len(follower.group()) > 1 else 1.8
        return 0.3 if edge else -2.0

    def _edge(self, end: int, tokens: Tokens) -> bool:
        """Whether a word may end here: between two words, or inside a word that the dictionary does not have."""
        if end in tokens.edges:
            return True
        at = tokens.index(end)
        return at >= 0 and not _known(tokens.items[at].word)


@lru_cache(maxsize=4)
def names(lexicon: Lexicon) -> Names:
    """The statistics of names from the tables ``namechars``, ``surnames``, ``followers`` and ``ethnic``."""
    rows, band = lexicon.table("namechars"), lexicon.table("surnames")
    seen = {r["text"]: float(r["family"]) for r in rows if float(r["family"]) > 0}
    return Names(
        {r["surname"]: _USUAL.get(r["band"], 10.0) for r in band} | seen,
        frozenset(r["surname"] for r in band if len(r["surname"]) > 1),
        {r["text"]: float(r["given"]) for r in rows},
        frozenset(r["text"] for r in rows if r["wary"] == "1")
        | frozenset(r["surname"] for r in band if r["band"] == "4"),
        frozenset(r["word"] for r in lexicon.table("notnames")),
        frozenset(r["word"] for r in lexicon.table("followers") if r["role"] == "end"),
        re.compile(alternation(r["word"] for r in lexicon.table("followers"))),
        re.compile(
            alternation(r["word"] for r in lexicon.table("followers") if r["role"] == "speech" or r["word"] == "说")
        ),
        re.compile(f"(?:{alternation(r['element'] for r in lexicon.table('ethnic'))}){{1,3}}"),
    )
