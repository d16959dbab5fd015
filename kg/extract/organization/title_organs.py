"""The national organ that a title names by itself: 国务委员 is one of 国务院, 习近平总书记 that of 中共中央."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_LONGEST = 4  # characters of a leader's name


def title_organs(doc: AnnotatedDocument) -> Iterator[Mention]:
    """The organs of national titles that stand alone, or right behind the name of a national leader.

    Behind any other word they are of somebody else: the 总书记 of another country's party.
    """
    leaders = frozenset(row["word"] for row in doc.lexicon.table("leaders") if row["role"] == "sure")
    for row in doc.lexicon.table("titleorgans"):
        for block in doc.spans:
            at = doc.plain.find(row["title"], block.start, block.end)
            while at >= 0:
                here = Span(at, at + len(row["title"]))
                if _stands_alone(doc.plain, block.start, at, leaders):
                    yield Mention(here, Kind.ORGANIZATION, row["organ"], "title-organ", 0.9, points=True)
                at = doc.plain.find(row["title"], here.end, block.end)


def _stands_alone(plain: str, left: int, at: int, leaders: frozenset[str]) -> bool:
    before = plain[max(left, at - _LONGEST) : at]
    return not before[-1:].isalnum() or any(before[-size:] in leaders for size in range(2, len(before) + 1))
