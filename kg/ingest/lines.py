"""The lines of a text that are not blank, each with its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
_ENDS = "。！？；"
_LONGEST = 5000
"""A line of more characters, which no paper prints, is read in pieces: no rule ever sees a longer stretch."""
_BLANK = " \t\u3000\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad" + "".join(chr(c) for c in range(0x2000, 0x200B))


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its outer blanks: where it stands, and its plain text."""

    span: Span
    text: str

    @property
    def bare(self) -> str:
        """The line without any blanks, for telling repetitions."""
        return "".join(self.text.split())


def lines(plain: str) -> tuple[Line, ...]:
    """Every line with a visible character, in order."""
    found = []
    at = 0
    for line in plain.translate(_BREAKS).split("\n"):
        for piece in _pieces(line):
            body = piece.strip(_BLANK)
            if body.strip():
                start = at + len(piece) - len(piece.lstrip(_BLANK))
                found.append(Line(Span(start, start + len(body)), body))
            at += len(piece)
        at += 1
    return tuple(found)


def _pieces(line: str) -> Iterator[str]:
    """A line whole, or where it is too long cut behind the last mark that ends a sentence in each stretch."""
    start = 0
    while len(line) - start > _LONGEST:
        cut = max(line.rfind(mark, start, start + _LONGEST) for mark in _ENDS) + 1 or start + _LONGEST
        yield line[start:cut]
        start = cut
    yield line[start:]
