"""Persons whom no title and no cue announces: 王某从南京来到…, weighed by a small trained part.

A candidate is a surname with one or two characters (two more where it has two) between edges of words. Its features –
its characters, the words and characters around it, how usual it is as a name – are hashed to 65,536 weights of eight
bits, and their sum is held against a threshold: whole numbers, so that every machine comes to the same answer.
docs/names.md tells how the weights were made and what they are worth; ``tools/train_names.py`` makes them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from msgspec import Struct

from kg.extract.person.name_boundaries import Name, names
from kg.names.place_names import PlaceNames
from kg.text.token_dictionary import known

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kg.extract.person.kept_names import KeptNames
    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Token, Tokens

SIZE = 1 << 16
THRESHOLD = 48
"""What the weights of a name must sum up to; chosen on held-out articles so that few are wrong."""
_LEAST = 0.0  # how much its own characters must speak for a candidate
_LONGEST = 4
_TRUST = 0.86
_EDGE = ("", "")


class Candidate(Struct, frozen=True, gc=False):
    """What may be a name, with the places of its features among the weights."""

    start: int
    end: int
    features: tuple[int, ...]


def unannounced(doc: AnnotatedDocument, kept: KeptNames) -> bool:
    """Keep the names that their surroundings speak for, of those that begin alike the likeliest; whether any was."""
    weights = _weights(doc.lexicon)
    best: dict[int, tuple[int, int]] = {}
    for one in candidates(doc, kept.taken):
        worth = sum(weights[at] for at in one.features)
        if worth >= THRESHOLD:
            best[one.start] = max(best.get(one.start, (0, 0)), (worth, one.end))
    for start, (_, end) in sorted(best.items()):
        kept.keep(Name(0, start, end, doc.plain[start:end]), "unannounced", _TRUST)
    return bool(best)


def candidates(doc: AnnotatedDocument, taken: Container[int]) -> Iterator[Candidate]:
    """Every candidate outside of characters that are taken, in text order."""
    tokens, plain, family = doc.tokens, doc.plain, names(doc.lexicon).odds.family
    places = PlaceNames.of(doc.lexicon).name_types
    for index, token in enumerate(tokens.items):
        start = token.start
        if plain[start] not in family or start in taken:
            continue
        for end in range(start + 2, start + _LONGEST + 1):
            if end > len(plain) or not plain[end - 1].isalpha() or end - 1 in taken:
                break
            if plain[start:end] in places or not _edge(tokens, end):
                continue
            own = _own(doc.lexicon, plain[start:end])
            if own >= _LEAST:
                yield Candidate(start, end, _features(plain, tokens, index, end, own))


@lru_cache(maxsize=1 << 16)
def _own(lexicon: Lexicon, text: str) -> float:
    """How much the characters of a text speak for a name; very little where it has no surname or is too long."""
    odds = names(lexicon).odds
    size = odds.surname(text)
    return odds.score(text, size) if size and size < len(text) <= size + 2 else _LEAST - 1


def _edge(tokens: Tokens, end: int) -> bool:
    """Whether a word may end at an offset."""
    return end in tokens.edges or not known(tokens.items[tokens.index(end)].word)


def _features(plain: str, tokens: Tokens, index: int, end: int, own: float) -> tuple[int, ...]:
    """The places of a candidate's features: of its characters, of its neighbours, of the words it is cut into."""
    items, start = tokens.items, tokens.items[index].start
    text, left, right = plain[start:end], plain[max(0, start - 2) : start], plain[end : end + 2]
    last = tokens.index(end - 1)
    before = _token(items, index - 1, start)
    after = _token(items, last + 1, end) if items[last].end == end else ("|" + items[last].word, "")
    cut = "".join(str(token.end - token.start) + token.tag for token in items[index : last + 1])
    size = str(len(text))
    marks = (
        f"0{size}", f"1{text[0]}", f"2{text[1:]}", f"3{text[1]}", f"4{text[-1]}", f"5{int(own * 2)}{size}",
        f"6{left[-1:]}", f"7{left}", f"8{right[:1]}", f"9{right}", f"a{before[0]}", f"b{before[1]}{size}",
        f"c{after[0]}", f"d{after[1]}{size}", f"e{cut}", f"f{left[-1:]}{right[:1]}", f"g{before[1]}{after[1]}",
        f"h{text}", f"i{text[0]}{size}{right[:1]}", f"j{cut}{after[1]}", f"k{before[0]}{after[1]}",
    )  # fmt: skip
    return tuple(crc32(feature.encode()) % SIZE for feature in marks)


def _token(items: tuple[Token, ...], at: int, edge: int) -> tuple[str, str]:
    """Word and tag of a neighbour that touches an offset."""
    if not 0 <= at < len(items) or edge not in {items[at].start, items[at].end}:
        return _EDGE
    return items[at].word, items[at].tag


@lru_cache(maxsize=4)
def _weights(lexicon: Lexicon) -> tuple[int, ...]:
    """The weights of a lexicon, one signed byte each."""
    data = (lexicon.folder / "names.weights").read_bytes()
    return tuple(byte - 256 if byte > 127 else byte for byte in data)
