"""Places that only say whose something is: in 甲市医改经验推广 the experience is spread, and the city does not act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.clause import Clause
    from kg.relate.discourse.groups import Groups
    from kg.text.annotated import AnnotatedDocument

_SURE = 0.95  # named in the clause itself
_NOUNS = frozenset({"n", "ns", "nz", "nt", "j", "m", "vn", "an", "nl", "b"})
_MARKS = ("—", "－", "”", "“", "~")


def modifies(doc: AnnotatedDocument, groups: Groups, article_place: str, clause: Clause) -> bool:
    """Whether places other than the home open a clause before a noun of theirs: 甲市医改经验, 丙—丁都市圈."""
    if clause.sure != _SURE or clause.local or not clause.heads:
        return False
    if any(h.mention.kind is not Kind.PLACE or h.mention.points for h in clause.heads):
        return False
    at, last = groups.end(clause.heads), clause.heads[-1].mention.span
    if article_place in {h.mention.entity for h in clause.heads} or not clause.span.holds(last):
        return False
    match = groups.rules["and-others"].match(doc.plain, at, clause.span.end)
    if match and match["row"]:
        return False
    at = match.end() if match else at
    if doc.plain.startswith(_MARKS, at):
        return True
    token = doc.tokens.items[doc.tokens.index(at)]
    return token.start == at < clause.span.end and token.tag in _NOUNS
