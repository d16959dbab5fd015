"""Every occurrence of a word in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLOCK = 64


def everywhere(text: str, word: str) -> Iterator[Span]:
    """The stretches that spell a word, none overlapping another."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + len(word))


class Stretches:
    """Stretches of a text by blocks, to be asked for what they meet."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._blocks: dict[int, list[Span]] = {}
        for span in spans:
            for block in range(span.start // _BLOCK, span.end // _BLOCK + 1):
                self._blocks.setdefault(block, []).append(span)

    def meeting(self, span: Span) -> list[Span]:
        """Those that share a character with a stretch."""
        blocks = range(span.start // _BLOCK, span.end // _BLOCK + 1)
        return [one for block in blocks for one in self._blocks.get(block, ()) if one.meets(span)]
