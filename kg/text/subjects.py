"""Whose figure it is: the place, organ, project or campaign that the words around a number speak of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Mention, Reading, Span
    from kg.text.figures import Named
    from kg.text.indicators import Rules
    from kg.text.quantities import Quantity

_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION})
_WORKS = frozenset({Kind.PROJECT, Kind.EVENT, Kind.CAMPAIGN})
_BEFORE = frozenset("，。；：！？\n、（“")
_LISTED = ("、", "等", "和", "及", "与")


class Subjects:
    """The subjects of one article's figures; what a paragraph has spoken of is carried from sentence to sentence."""

    def __init__(self, plain: str, rules: Rules, reading: Reading) -> None:
        self.plain, self.rules, self.home = plain, rules, reading.home
        self.mentions = _outermost(m for m in reading.mentions if m.entity and m.kind is not Kind.PERSON)
        self.starts = [m.span.start for m in self.mentions]
        self.prefixes = {m.span.start: m.span.end for m in self.mentions}
        self.carried = self.home

    def paragraph(self) -> None:
        """A new paragraph speaks of the home again."""
        self.carried = self.home

    def passed(self, sentence: Span) -> None:
        """A sentence is read: the body that it opens with is spoken of in the next."""
        for mention in self._between(sentence.start, sentence.end):
            if mention.kind in _BODIES and self._opens(mention, sentence):
                self.carried = mention.entity

    def of(self, group: Sequence[Quantity], named: Named, left: Span, sentence: Span) -> list[str]:
        """The subject of a list of numbers, or one subject for each of them where as many are named before it."""
        stripped = self._between(left.start, named.told.span.start)
        if len(group) > 1:
            run = stripped if len(stripped) == len(group) else self._run(sentence.start, group[0].span.start)
            if len(run) == len(group):
                return [m.entity for m in run]
        if stripped and not self._aside(stripped[-1]):
            return [stripped[-1].entity]
        return [self._behind(group[-1]) or self._before(sentence, left.end) or self.carried]

    def _between(self, start: int, end: int) -> list[Mention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _run(self, start: int, end: int) -> list[Mention]:
        """The last list of mentions: 甲、乙和丙是…的三个项目，总投资分别为…"""
        run: list[Mention] = []
        for mention in reversed(self._between(start, end)):
            if run and self.plain[mention.span.end : run[0].span.start] not in {"、", "和", "及", "以及", "与"}:
                break
            run.insert(0, mention)
        return run if len(run) > 1 else []

    def _behind(self, quantity: Quantity) -> str:
        """总投资58亿元的|某风电基地."""
        at = quantity.span.end
        if self.plain[at : at + 1] != "的":
            return ""
        index = bisect_left(self.starts, at + 1)
        found = self.mentions[index] if index < len(self.mentions) else None
        return found.entity if found and found.span.start <= at + 6 and found.kind in _WORKS | _BODIES else ""

    def _before(self, sentence: Span, end: int) -> str:
        """The nearest mention before a number that its clause may speak of."""
        for mention in reversed(self._between(sentence.start, end)):
            if mention.span.end > end or self._aside(mention):
                continue
            if mention.kind in _WORKS and not self.plain.startswith(_LISTED, mention.span.end):
                return mention.entity
            if mention.kind in _BODIES and self._opens(mention, sentence):
                return mention.entity
        return ""

    def _aside(self, mention: Mention) -> bool:
        return self.rules.of["aside"].search(self.plain, max(0, mention.span.start - 4), mention.span.start) is not None

    def _opens(self, mention: Mention, sentence: Span) -> bool:
        """Whether a mention opens its clause: nothing but times and connectives stand before it."""
        at = mention.span.start
        while at > sentence.start and self.plain[at - 1] not in _BEFORE:
            at -= 1
            if mention.span.start - at > 16:
                return False
        piece = self.plain[at : mention.span.start]
        while piece:
            match = self.rules.of["lead"].match(piece)
            if not match or not match.end():
                return False
            piece = piece[match.end() :]
        return self.plain[mention.span.start - 1 : mention.span.start] != "、"


def _outermost(mentions: object) -> list[Mention]:
    out: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):  # type: ignore[call-overload]
        if not out or mention.span.start >= out[-1].span.end:
            out.append(mention)
    return out
