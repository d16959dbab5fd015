"""Quoted stretches of a text: “…”, ‘…’ inside them, and titles in 《…》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAIRS = {"“": "”", "《": "》", "‘": "’"}
_LONGEST = 400


class Quoted(Struct, frozen=True, order=True, gc=False):
    """A stretch in marks: the span with its marks, the span inside them, and the opening mark."""

    span: Span
    inner: Span
    mark: str


def quoted(plain: str, blocks: Iterable[Span]) -> tuple[Quoted, ...]:
    """Every “…”, ‘…’ and 《…》, the outermost of its mark, in text order; one not closed in its block is left alone."""
    found: list[Quoted] = []
    for block in blocks:
        for mark, close in _PAIRS.items():
            found += _paired(plain, block, mark, close)
    return tuple(sorted(found))


def _paired(plain: str, block: Span, mark: str, close: str) -> list[Quoted]:
    found: list[Quoted] = []
    start = plain.find(mark, block.start, block.end)
    while start >= 0:
        end = plain.find(close, start + 1, min(block.end, start + _LONGEST))
        if end < 0:
            break
        again = plain.rfind(mark, start + 1, end)
        if again >= 0 and mark == "《":  # 《关于〈…〉》 is usual, 《…《…》…》 happens: keep the outer pair
            further = plain.find(close, end + 1, min(block.end, end + 60))
            end = further if further >= 0 else end
        elif again >= 0:
            start = again
        found.append(Quoted(Span(start, end + 1), Span(start + 1, end), mark))
        start = plain.find(mark, end + 1, block.end)
    return found
