"""Where a personal name ends in running text, and how sure one may be that it is one.

A name is Han (surname and given name), masked (徐某某), dotted (阿布都·买买提), made of known elements of
minority names (次仁多吉), or spaced out in a byline (王　强). Nothing here knows why a name
is expected: the caller holds the cue.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.person.dotted_names import dotted, written_in
from kg.extract.person.name_statistics import Statistics
from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.model import Span
from kg.text.token_dictionary import known, listed

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.tokens import Token, Tokens

_HAN = "一-鿿㐀-䶿𠀀-𫝀"
_DOTTED = compiled(rf"[{_HAN}]{{1,8}}(?:[·•・][{_HAN}]{{1,8}}){{1,3}}")
_MASKED = compiled(rf"[{_HAN}](?:某[某甲乙丙丁]?|[×xX＊*]{{1,2}})")
_TAIL = compiled(rf"[{_HAN}]{{2,9}}")
_ONE = compiled(rf"[{_HAN}]{{2,4}}")
_SPACED = compiled(rf"([{_HAN}])[ 　]{{1,2}}([{_HAN}])(?![{_HAN}])")
_LONG, _STRANGE = 4, 9
_CUT = 1.2  # what it costs to end inside a word
_FUNCTION = ("d", "p", "c", "u", "r", "m", "f", "y", "x", "w", "q", "t")


class Name(Struct, frozen=True, order=True, gc=False):
    """A reading of a name: where it starts and ends in the text, the name without spaces, and its score.

    The score is a sum of log-like votes: below 0 hardly a name, from 2 fine after a title, from 4 fine with a weak cue.
    """

    score: float
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


def _may_name(token: Token) -> bool:
    """Whether a word may be part of a name that the dictionary does not have."""
    if len(token.word) == 1:
        return not token.tag.startswith(_FUNCTION)
    return token.tag.startswith("nr") or not known(token.word)


@dataclass(frozen=True)
class Names:
    """Names in the running text, with the words of one lexicon; made by ``names``."""

    odds: Statistics
    follower: re.Pattern[str]
    speech: re.Pattern[str]
    element: re.Pattern[str]
    sounds: frozenset[str]
    written: frozenset[str]

    def at(self, plain: str, start: int, tokens: Tokens, *, announced: bool = False) -> Name | None:
        """The best reading of a name that starts at an offset, or ``None`` where no name can start there.

        ``announced``: a title stands right before, so that a word may be a name where a verb follows (副市长|黄海|到).
        """
        return max(self._readings(plain, start, tokens, announced=announced), default=None)

    def strange(self, plain: str, start: int, tokens: Tokens, *, foreign: bool) -> Name | None:
        """A name without a Chinese surname (曲木史者) that fills the gap between a title and a verb of speech.

        Every word of it is unknown to the dictionary, or a single character that is no function word; or it is
        written in the characters of foreign names, as it must be where ``foreign``.
        """
        row = tokens.inside(Span(start, start + _STRANGE))
        for at, token in enumerate(row[1:], 1):
            if row[0].start == start and self.speech.match(plain, token.start):
                name, size = row[:at], token.start - start
                new = sum(len(t.word) for t in name if len(t.word) > 1 and not known(t.word))
                if size <= _LONG + 1 and self._sounds(plain[start : token.start]):
                    return Name(2.0, start, token.start, plain[start : token.start])
                if not foreign and 2 < size <= _LONG + 1 and new > 1 and all(_may_name(t) for t in name):
                    return Name(2.0, start, token.start, plain[start : token.start])
        return None

    def _sounds(self, text: str) -> bool:
        """Whether a text is written in the characters of foreign names, and no word (拉普, 琼达)."""
        return len(text) > 1 and all(char in self.sounds for char in text) and not known(text)

    def fenced(self, plain: str, span: Span) -> Name | None:
        """A stretch that its neighbours on both sides leave no choice but to be a name, whatever its surname."""
        text = plain[span.start : span.end]
        word = listed(text) or text in self.odds.ordinary or text in self.odds.common
        fits = _TAIL.fullmatch(text) and 1 < len(text) <= _LONG + 1 and not word
        return Name(1.5, span.start, span.end, text) if fits else None

    def exactly(self, plain: str, span: Span, tokens: Tokens) -> Name | None:
        """The best reading of just this stretch as a name."""
        return max((n for n in self._readings(plain, span.start, tokens) if n.end == span.end), default=None)

    def pieces(self, plain: str, span: Span) -> Iterator[Name]:
        """Every way in which a name may open a stretch that holds nothing but names."""
        if match := _DOTTED.match(plain, span.start, span.end):
            yield Name(4.0, match.start(), match.end(), match.group())
        if match := self.element.match(plain, span.start, span.end):
            yield Name(1.5 + len(match.group()) / 2, match.start(), match.end(), match.group())
        for end in range(span.start + 3, min(span.start + _LONG, span.end) + 1):
            if self._sounds(plain[span.start : end]):
                yield Name(1.5 + (end - span.start) / 2, span.start, end, plain[span.start : end])
        for end in range(span.start + 2, min(span.start + _LONG, span.end) + 1):
            text = plain[span.start : end]
            size = self.odds.surname(text)
            if size and size < len(text) <= size + 2:
                yield Name(self.odds.score(text, size, announced=True), span.start, end, text)
        if match := _SPACED.match(plain, span.start, span.end):
            text = match[1] + match[2]
            yield Name(self.odds.score(text, 1), match.start(), match.end(), text)

    def before(self, plain: str, end: int, tokens: Tokens, unit: re.Pattern[str] | None = None) -> Name | None:
        """The best reading of a name that ends at an offset and starts at the edge of a word, or behind a ``unit`` that
        the segmenter joined to it: 农村|局叶|海燕.
        """
        reach = [s for s in range(max(0, end - _LONG), end - 1) if not plain[s - 1 : s].isdigit()]
        behind = [s for s in reach if unit and self._edge(s, tokens) and unit.search(plain, max(0, s - 2), s)]
        starts = [s for s in reach if s in tokens.edges or s in behind]
        dotted = [m.start() for m in _DOTTED.finditer(plain, max(0, end - 20), end) if m.end() == end]
        # The last part of a dotted name is no name of its own: 古丽夏提·|阿不都.
        found = [n for s in dotted or starts for n in self._readings(plain, s, tokens) if n.end == end]
        best = max(found, default=None)
        # What reads as a whole name may be the given name of a longer one: 谷|凌源.
        return next(
            (n for n in found if best and n.end == best.end and n.start == best.start - 1 and n.score > 2), best
        )

    def _readings(self, plain: str, start: int, tokens: Tokens, *, announced: bool = False) -> Iterator[Name]:
        if match := _DOTTED.match(plain, start):
            yield from self._dotted(plain, match, tokens)
            return
        match = _MASKED.match(plain, start)
        if match and self.odds.surname(match.group()):
            yield Name(3.0 + self._right(plain, match.end(), tokens), start, match.end(), match.group())
        match = self.element.match(plain, start)
        for more in range(3 if match else 0):
            end = match.end() + more if match else start
            if end - start > 1 and _TAIL.fullmatch(plain[start:end]):
                cut = 0.0 if end in tokens.edges or self.follower.match(plain, end) else _CUT  # 旦|增朗杰
                yield Name(3.0 - more / 2 + self._right(plain, end, tokens) - cut, start, end, plain[start:end])
        match = _SPACED.match(plain, start)
        if match and self.odds.surname(match[1]):
            text = match[1] + match[2]
            yield Name(self.odds.score(text, 1) + self._right(plain, match.end(), tokens), start, match.end(), text)
        match = _ONE.match(plain, start)
        for end in range(start + 2, match.end() + 1 if match else 0):
            text = plain[start:end]
            size = self.odds.surname(text)
            if size and size < len(text) <= size + 2:
                fits = announced and self.acts(plain, end, tokens)
                score = self.odds.score(text, size, announced=fits) + self._words(plain, start, end, tokens)
                yield Name(score, start, end, text)

    def _dotted(self, plain: str, match: re.Match[str], tokens: Tokens) -> Iterator[Name]:
        for end, score in dotted(match, self.written):
            yield Name(score + self._right(plain, end, tokens), match.start(), end, plain[match.start() : end])

    def _words(self, plain: str, start: int, end: int, tokens: Tokens) -> float:
        score = self._right(plain, end, tokens)
        token = tokens.items[tokens.index(start)] if tokens.items else None
        if token and (token.start, token.end) == (start, end) and token.tag.startswith("nr"):
            score += 1.5
        if token and token.start == start < end < token.end and listed(token.word):
            score -= 3.0
        return score

    def acts(self, plain: str, end: int, tokens: Tokens) -> bool:
        """Whether a verb or a form of address stands right behind, at the edge of a word."""
        follower = self.follower.match(plain, end)
        return bool(follower and (follower.group() in self.odds.end or self._edge(end, tokens)))

    def _right(self, plain: str, end: int, tokens: Tokens) -> float:
        if end >= len(plain) or not _ONE.match(plain[end : end + 1] * 2):
            return 1.5
        follower = self.follower.match(plain, end)
        edge = self._edge(end, tokens)
        crossed = self.follower.match(plain, end - 1)
        if crossed and len(crossed.group()) > 1:
            return -1.0  # 李超|成为: a verb begins with the last character
        if follower and (edge or len(follower.group()) > 1 or follower.group() in self.odds.end):
            return 2.0 if len(follower.group()) > 1 else 1.8
        return 0.3 if edge else -2.0

    def _edge(self, end: int, tokens: Tokens) -> bool:
        """Whether a word may end here: between two words, or inside a word that the dictionary does not have."""
        if end in tokens.edges:
            return True
        at = tokens.index(end)
        return at >= 0 and not known(tokens.items[at].word)


def _titles(lexicon: Lexicon) -> set[str]:
    """Titles that may stand behind a name, with 副 before them too."""
    heads = {row["head"] for row in lexicon.table("titles") if row["kind"] != "person"}
    return heads | {f"副{head}" for head in heads}


@lru_cache(maxsize=4)
def names(lexicon: Lexicon) -> Names:
    """Names as the tables of one lexicon know them."""
    rows = lexicon.table("followers")
    return Names(
        Statistics.of(lexicon),
        compiled(
            alternation({*(r["word"] for r in lexicon.table("followers") if r["role"] != "given"), *_titles(lexicon)})
        ),
        compiled(alternation({*(r["word"] for r in rows if r["role"] == "speech"), "说", "称", "荣获", "获得", "获"})),
        compiled(f"(?:{alternation(r['element'] for r in lexicon.table('ethnic'))}){{1,3}}"),
        frozenset(r["text"] for r in lexicon.table("transliteration")),
        written_in(lexicon),
    )
