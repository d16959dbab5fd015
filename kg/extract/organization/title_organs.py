"""The national organ that a title names by itself: 国务委员 is one of 国务院, 习近平总书记 that of 中共中央."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention
from kg.text.occurrences import everywhere
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument

_LONGEST = 4  # characters of a leader's name


def title_organs(doc: AnnotatedDocument) -> Iterator[Mention]:
    """The organs of national titles that stand alone, or right behind the name of a national leader.

    Behind any other word they are of somebody else: the 总书记 of another country's party.
    """
    for row in doc.lexicon.table("titleorgans"):
        for here in everywhere(doc.plain, row["title"]):
            block = next((span for span in doc.spans if span.holds(here)), None)
            if block and _stands_alone(doc.plain[max(block.start, here.start - _LONGEST) : here.start], doc.lexicon):
                yield Mention(here, Kind.ORGANIZATION, row["organ"], "title-organ", 0.9, points=True)


def _stands_alone(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a title leaves it alone, or ends in the name of a national leader."""
    leaders = {row["word"] for row in lexicon.table("leaders") if row["role"] == "sure"}
    return not before[-1:].isalnum() or any(before[-size:] in leaders for size in range(2, len(before) + 1))
