"""The lines of a text that are not blank, each with its span."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span

_BREAKS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
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
    for piece in plain.translate(_BREAKS).split("\n"):
        body = piece.strip(_BLANK)
        if body.strip():
            start = at + len(piece) - len(piece.lstrip(_BLANK))
            found.append(Line(Span(start, start + len(body)), body))
        at += len(piece) + 1
    return tuple(found)
