"""Clauses: the pieces of a sentence between ，；： and its ends, with short quotations and brackets kept whole."""

from __future__ import annotations

import re

from kg.model import Span

_SHORT = 46  # a quotation or bracket up to this length is a name or an aside and is not cut
_CLOSE = {"“": "”", "‘": "’", "（": "）", "《": "》"}
_MARK = re.compile("[，；：。！？“‘（《]")


def clauses(plain: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of one sentence in text order, without their closing marks.

    ``甲县开展“比、学、赶，超”活动，乙县跟进。`` → two clauses. In time linear in the sentence.
    """
    found: list[Span] = []
    start = at = sentence.start
    while match := _MARK.search(plain, at, sentence.end):
        mark, at = match.group(), match.end()
        if mark in _CLOSE:
            end = plain.find(_CLOSE[mark], at, min(sentence.end, at + _SHORT))
            at = end + 1 if end >= 0 else at
            continue
        if match.start() > start:
            found.append(Span(start, match.start()))
        start = match.end()
    if sentence.end > start:
        found.append(Span(start, sentence.end))
    return tuple(found)
