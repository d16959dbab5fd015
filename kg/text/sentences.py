"""Sentences: stretches that lie inside one block each and end at 。！？； or where the block ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A quotation or bracket below this length is kept whole, whatever stands in it.
_SHORT = 200
# A stretch of more characters is no sentence (a table, a damaged file): it is cut, so that no rule sees a longer one.
_LONGEST = 1000
_CLOSERS = {"”": "“", "’": "‘", "）": "（", "》": "《", "〉": "〈", "】": "【"}
_PAIRED = re.compile("[“”‘’（）《》〈〉【】]")
_END = re.compile("(?P<mark>[。！？；]+)(?P<close>[”’）》〉】]*)")
# Who spoke stands behind the quotation: “……。”张三说。
_SPEAKER = pattern("quote", "who-spoke")


def sentences(plain: str, blocks: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences of the given blocks, in order, without outer blanks. In time linear in the text."""
    return tuple(piece for block in blocks for span in _in_block(plain, block) for piece in _pieces(plain, span))


def _in_block(plain: str, block: Span) -> Iterator[Span]:
    kept = _kept(plain, block)
    start, at = block.start, 0
    for end in _END.finditer(plain, block.start, block.end):
        while at < len(kept) and kept[at].end <= end.start():
            at += 1
        whole = kept[at] if at < len(kept) and kept[at].start < end.start() else None
        cut = _cut(plain, block, end, whole, start)
        if cut > start:
            yield from _trimmed(plain, start, cut)
            start = cut
    yield from _trimmed(plain, start, block.end)


def _cut(plain: str, block: Span, end: re.Match[str], whole: Span | None, start: int) -> int:
    """Where the sentence ends at this mark, or 0 where it goes on."""
    after = plain[end.end() : end.end() + 1] if end.end() < block.end else ""
    if whole is None and not end["close"]:
        return end.end()
    if whole is not None and end.end() < whole.end:
        return 0
    if after in {"，", "、", "；", "：", "。", "！", "？"}:
        return 0
    if ("）" in end["close"] and "”" not in end["close"]) or _SPEAKER.match(plain, end.end(), block.end):
        return 0 if after else end.end()
    # A question or a cry inside a quotation ends the sentence only where the quotation is the sentence.
    opened = plain[start : whole.start].rstrip()[-1:] if whole else ""
    if "。" not in end["mark"] and opened not in {"", "：", "，"} and after not in {"", "“"}:
        return 0
    return end.end()


def _kept(plain: str, block: Span) -> list[Span]:
    """The outermost short quotations and brackets of a block, by their marks; what is never closed is left alone."""
    stack: list[tuple[str, int]] = []
    waiting: dict[str, int] = {}
    found: list[Span] = []
    for match in _PAIRED.finditer(plain, block.start, block.end):
        mark = match.group()
        opener = _CLOSERS.get(mark)
        if opener is None:
            stack.append((mark, match.start()))
            waiting[mark] = waiting.get(mark, 0) + 1
            continue
        while waiting.get(opener, 0):
            kind, start = stack.pop()
            waiting[kind] -= 1
            if kind == opener:
                if match.end() - start < _SHORT:
                    found = _outermost(found, Span(start, match.end()))
                break
    return found


def _outermost(found: list[Span], span: Span) -> list[Span]:
    while found and found[-1].start >= span.start:
        found.pop()
    found.append(span)
    return found


def _trimmed(plain: str, start: int, end: int) -> Iterator[Span]:
    piece = plain[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Span(start + left, start + right)


def _pieces(plain: str, span: Span) -> Iterator[Span]:
    """A sentence whole, or where it is too long cut behind the last comma in each stretch."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = max(plain.rfind(mark, start, start + _LONGEST) for mark in "，、 ") + 1 or start + _LONGEST
        yield from _trimmed(plain, start, cut)
        start = cut
    yield from _trimmed(plain, start, span.end)
