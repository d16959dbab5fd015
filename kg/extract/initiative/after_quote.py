"""What follows a name in marks: the head word among the nouns behind it, and how it bears on the name.

“…”电话回访长效机制 → 长效机制 · “…”等活动 → 活动 · “…”大讨论推进会 → 大讨论
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.extract.boundary.head_words import Heads
    from kg.text.annotated import AnnotatedDocument

MINE = frozenset({Kind.CAMPAIGN, Kind.PROGRAM})
AHEAD = 20  # characters behind the marks in which a head is looked for


class Tail(Struct, frozen=True, gc=False):
    """What follows a quote: the head word found there, its kind and use, and where it ends."""

    end: int
    head: str = ""
    kind: Kind | None = None
    use: str = ""
    weak: bool = False

    @property
    def mine(self) -> bool:
        """Whether the head says campaign or program."""
        return self.kind in MINE


@dataclass(frozen=True)
class Tails:
    """Finds the head word that follows a quotation, in one document: “手拉手”|互助活动."""

    doc: AnnotatedDocument
    heads: Heads

    def behind(self, at: int) -> Tail:
        """The head word after a quote: the last strong one of the nouns that follow, 等 and a number let through."""
        plain, stop, heads = self.doc.plain, at, list(self.heads.scan(self.doc.plain, at, at + AHEAD))
        covered = {i for head, start in heads for i in range(start, start + len(head))}
        for token in self.doc.tokens.inside(Span(at, min(len(plain), at + AHEAD))):
            if token.start != stop or (token.tag[0] in "pcuywxr" and (token.word != "等" or stop > at)):
                break
            if self._breaks(token.word, stop == at) and token.start not in covered:
                break
            stop = token.end
        edges = self.doc.tokens.edges
        whole = [(h, s) for h, s in heads if s + len(h) <= stop and (len(h) > 2 or s + len(h) in edges)]
        return self._last_head(at, whole)

    def _breaks(self, word: str, first: bool) -> bool:
        return self.heads.role(word) in {"verb", "link", "work"} and not (first and word == "等")

    def _last_head(self, at: int, heads: list[tuple[str, int]]) -> Tail:
        """The last strong head of ours, unless a head of another kind stands last of all and ours says little."""
        found, last = Tail(at), None
        bodies = {start for head, start in heads if self.heads.kinds[head][0] is Kind.ORGANIZATION}
        for head, start in heads:
            kind, use, weak = self.heads.kinds[head]
            if start in bodies and kind is not Kind.ORGANIZATION:
                continue  # “…”宣讲队 is a body and no 宣讲
            last = kind
            if kind in MINE and (not found.mine or not (weak or use == "loose")):
                found = Tail(start + len(head), head, kind, use, weak)
        other = last is not None and last not in MINE
        if other and (found.weak or found.kind is not Kind.CAMPAIGN):
            return Tail(at, kind=last)
        return found
