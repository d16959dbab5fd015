"""Whose a campaign, program or project is: the code of the division that keeps it apart from its namesakes.

全省“4567”现代产业体系 is the province's, “六议工作法” of a county in a round-up the county's, 放管服改革 the nation's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model.identity import code_of
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import Entity, Mention
    from kg.text.annotated import AnnotatedDocument

_NATIONAL = role_words("namewords", "national")
_CLAUSE = 30
_CLAUSES = "，；"
_AND = frozenset("、和与及")
_FREE = frozenset({Kind.AWARD})


class Scopes:
    """The linked places and organs of a document in text order, and its home."""

    def __init__(
        self, doc: AnnotatedDocument, linked: Mapping[Mention, Entity], article_place: Sequence[Entity]
    ) -> None:
        self.doc, self.article_place = doc, article_place[-1].adcode if article_place else ""
        rows = ((m.span, code_of(e.key)) for m, e in linked.items())
        self.coded = sorted((span.start, span.end, code) for span, code in rows if code)
        self.starts = [start for start, _, _ in self.coded]
        self.leading = tuple(row["word"] for row in doc.lexicon.table("leaders") if row["role"] != "common")

    def of(self, kind: Kind, name: str, mentions: Sequence[Mention]) -> str:
        """The code of a thing, "" for a national one: by the place in its name, else by its first mention."""
        if kind in _FREE or name.startswith(_NATIONAL):
            return ""
        if kind is Kind.EVENT and any(map(self._led, mentions)):
            return ""
        inside = [code for m in mentions for code in self._inside(m)]
        return inside[0] if inside else self._around(mentions[0]) if mentions else self.article_place

    def _led(self, mention: Mention) -> bool:
        """Whether a national leader stands before a meeting in its clause: what he holds is the nation's."""
        start = self.doc.sentence(mention.span).start
        clause = self.doc.plain[max(start, mention.span.start - _CLAUSE) : mention.span.start]
        return any(word in clause for word in self.leading)

    def _inside(self, mention: Mention) -> list[str]:
        first, last = bisect_left(self.starts, mention.span.start), bisect_left(self.starts, mention.span.end)
        return [code for _, end, code in self.coded[first:last] if end <= mention.span.end]

    def _around(self, mention: Mention) -> str:
        """The place or organ right before the mention, else what opens its clause, else its sentence; else the home."""
        sentence = self.doc.sentence(mention.span)
        first, last = bisect_left(self.starts, sentence.start), bisect_right(self.starts, mention.span.start)
        before = [row for row in self.coded[first:last] if row[1] <= mention.span.start]
        if before and mention.span.start - before[-1][1] <= 1:
            return before[-1][2]
        clause = max(self.doc.plain.rfind(mark, sentence.start, mention.span.start) for mark in _CLAUSES) + 1
        return self._acting(before, clause) or (before[0][2] if before else self.article_place)

    def _acting(self, before: Sequence[tuple[int, int, str]], clause: int) -> str:
        """The one place or organ, by its full chain, that opens a clause; "" for none and for a list of them."""
        at, found = clause, ""
        for start, end, code in before:
            if start == at or (found and start < at <= end):
                at, found = end, code
        return "" if self.doc.plain[at : at + 1] in _AND else found
