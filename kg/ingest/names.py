"""Names in a byline: persons (two to four characters, spaced names, names with ·) and organs, one or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.rules import Rules

_SEPARATORS = " 、，,；;|/&＆"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a line: its offsets in the line, and its text without blanks."""

    start: int
    end: int
    text: str


def names(text: str, start: int, end: int, rules: Rules, *, sure: bool) -> list[Name] | None:
    """The names that fill ``text[start:end]``, or None where anything else stands there.

    ``sure`` says that the place proves a name (a label with a colon): then any two to four characters are one; else the
    first must be a surname.
    """
    found: list[Name] = []
    for piece in _joined(list(_pieces(text, start, end))):
        several = _read(piece, rules, sure)
        if several is None:
            return None
        found += several
    return found or None


def _pieces(text: str, start: int, end: int) -> Iterator[Name]:
    at = start
    for i in range(start, end + 1):
        if i == end or text[i] in _SEPARATORS:
            if i > at:
                yield Name(at, i, text[at:i])
            at = i + 1


def _joined(pieces: list[Name]) -> list[Name]:
    """Spaced names made whole: 龚 正."""
    out: list[Name] = []
    for piece in pieces:
        if out and len(piece.text) == 1 and len(out[-1].text) == 1 and piece.start - out[-1].end <= 4:
            out[-1] = Name(out[-1].start, piece.end, out[-1].text + piece.text)
        else:
            out.append(piece)
    return out


def _read(piece: Name, rules: Rules, sure: bool) -> list[Name] | None:
    text = piece.text
    if is_person(text, rules):
        return [piece]
    run = _run(text, rules)
    if run:
        return [Name(piece.start + a, piece.start + b, text[a:b]) for a, b in run]
    if sure and 2 <= len(text) <= 4 and is_han(text) and not rules.of("organ").match(text):
        return [piece]
    return [piece] if rules.of("organ").match(text) else None


def is_han(text: str) -> bool:
    """Whether every character is Chinese."""
    return bool(text) and all("\u3400" <= c <= "\u9fff" for c in text)


def is_person(text: str, rules: Rules) -> bool:
    """Whether a text has the shape of one personal name: surname and one or two characters, or elements joined by ·.

    >>> from kg.ingest.rules import Rules
    >>> from kg.lexicon import Lexicon
    >>> [is_person(t, Rules(Lexicon())) for t in ("王某某", "欧阳某某", "高质量发展", "某某·某某")]
    [True, True, False, True]
    """
    if "·" in text:
        parts = text.split("·")
        return len(parts) <= 4 and all(is_han(p) and len(p) <= 8 for p in parts)
    if not is_han(text):
        return False
    if len(text) == 4:
        return text[:2] in rules.surnames or (
            text[0] in rules.surnames and text[1] in rules.surnames and text[0] != text[1]
        )
    return len(text) in {2, 3} and (text[0] in rules.surnames or text[:2] in rules.surnames)


def _run(text: str, rules: Rules) -> list[tuple[int, int]]:
    """Names run together in print (four to nine characters), or nothing where they cannot be told apart."""
    if not (4 <= len(text) <= 9 and is_han(text)):
        return []
    ways: list[list[tuple[int, int]]] = [[(0, 0)]] + [[] for _ in text]
    for end in range(2, len(text) + 1):
        for size in (3, 2):
            before = ways[end - size] if end >= size else []
            if before and is_person(text[end - size : end], rules):
                ways[end] = [*before, (end - size, end)]
                break
    return ways[-1][1:]
