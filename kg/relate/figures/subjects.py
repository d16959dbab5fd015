"""Whose figure it is: the place, organ, project or campaign that the words around a number speak of."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Mention, Reading, Span
    from kg.relate.figures.indicators import Rules
    from kg.relate.figures.topics import Named
    from kg.text.numbers.quantity import Quantity

_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION})
_WORKS = frozenset({Kind.PROJECT, Kind.EVENT, Kind.CAMPAIGN})
_SPEAKERS = _BODIES | {Kind.PROJECT, Kind.EVENT}
_BEFORE = frozenset("，。；：！？\n、（“")
_JOINS = frozenset({"、", "和", "及", "以及", "与", ""})
_FAR = 400  # characters within which a number looks for its subject
_LISTED = ("、", "等", "和", "及", "与")


class Subjects:
    """The subjects of one article's figures; the place that a paragraph speaks of is carried to its next sentences."""

    def __init__(self, plain: str, rules: Rules, reading: Reading) -> None:
        self.plain, self.rules, self.article_place = plain, rules, reading.article_place
        self.mentions = _outermost(m for m in reading.mentions if m.entity and m.kind is not Kind.PERSON)
        self.starts = [m.span.start for m in self.mentions]
        self.prefixes = {m.span.start: m.span.end for m in self.mentions if m.kind in _BODIES | _WORKS}
        self.carried = self.article_place
        self.named: dict[str, list[int]] = {}
        for mention in reading.mentions:
            self.named.setdefault(mention.entity, []).append(mention.span.start)
        title = reading.document.masthead.title or ""
        own = rules.of["yearbook"].search(title) or rules.of["report"].search(title)
        self.spoken_for = self.article_place if own else ""

    def stated(self, subject: str, sentence: Span) -> bool:
        """Whether a sentence names its subject, or the whole paper is about it (a report of its government)."""
        starts = self.named.get(subject, [])
        at = bisect_left(starts, sentence.start)
        return subject == self.spoken_for or (at < len(starts) and starts[at] < sentence.end)

    def paragraph(self) -> None:
        """A new paragraph speaks of the home again."""
        self.carried = self.article_place

    def passed(self, sentence: Span) -> None:
        """A sentence is read: the place that opens it is spoken of in the next."""
        marks = (self.plain.find(mark, sentence.start, sentence.end) for mark in "，；：")
        opening = min((at for at in marks if at >= 0), default=sentence.end)
        for mention in self._between(sentence.start, min(opening, sentence.start + _FAR)):
            if mention.kind is Kind.PLACE and self._speaks(mention, sentence, sentence.end):
                self.carried = mention.entity

    def of(self, group: Sequence[Quantity], named: Named, left: Span, sentence: Span) -> list[str]:
        """The subject of a list of numbers, or one subject for each of them where as many are named before it."""
        inside = self._around(group[0].span)
        if inside:
            return [inside]
        run = self._run(sentence.start, group[0].span.start, len(group)) if len(group) > 1 else []
        if run:
            return [m.entity for m in run]
        stripped = [m for m in self._between(left.start, named.lead.span.start) if m.kind in _BODIES | _WORKS]
        if named.bare and stripped and len(group) == 1:
            return [stripped[-1].entity]
        behind = self._behind(group[-1])
        if not behind and stripped and not self._aside(stripped[-1]):
            return [stripped[-1].entity]
        return [behind or self._defined(sentence) or self._before(sentence, left.end) or self.carried]

    def _around(self, span: Span) -> str:
        """The name that holds a number: 50兆瓦风电项目."""
        at = bisect_left(self.starts, span.start + 1) - 1
        found = self.mentions[at] if at >= 0 else None
        return found.entity if found and found.span.holds(span) and found.kind in _WORKS else ""

    def _between(self, start: int, end: int) -> list[Mention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _run(self, start: int, end: int, count: int) -> list[Mention]:
        """The last list of so many mentions: 甲、乙和丙是…的三个项目，总投资分别为…"""
        runs: list[list[Mention]] = []
        for mention in self._between(max(start, end - _FAR), end):
            if mention.kind not in _BODIES | _WORKS:
                continue
            if runs and self.plain[runs[-1][-1].span.end : mention.span.start] in _JOINS:
                runs[-1].append(mention)
            else:
                runs.append([mention])
        return next((run for run in reversed(runs) if len(run) == count), [])

    def _behind(self, quantity: Quantity) -> str:
        """总投资58亿元的|某风电基地."""
        at = quantity.span.end
        if self.plain[at : at + 1] != "的":
            return ""
        index = bisect_left(self.starts, at + 1)
        found = self.mentions[index] if index < len(self.mentions) else None
        return found.entity if found and found.span.start <= at + 6 and found.kind in _WORKS | _BODIES else ""

    def _defined(self, sentence: Span) -> str:
        """“某某工程”：到2030年，布局20个重大专项。 The name that a sentence defines."""
        for mention in self._between(sentence.start, sentence.start + 8):
            if self.plain[mention.span.end : mention.span.end + 1] == "：":
                return mention.entity
        return ""

    def _before(self, sentence: Span, end: int) -> str:
        """The nearest mention before a number that opens its clause, so that the sentence speaks of it."""
        for mention in reversed(self._between(max(sentence.start, end - _FAR), end)):
            if mention.span.end <= end and self._speaks(mention, sentence, end):
                return mention.entity
        return ""

    def _speaks(self, mention: Mention, sentence: Span, end: int) -> bool:
        """Whether a sentence speaks of a mention that opens a clause: an area; an office; a firm in its own clause; one
        project or event. Committees and governments speak for their area, and lists for none of their members.
        """
        listed = self.plain.startswith(_LISTED, mention.span.end)
        if listed or mention.kind not in _SPEAKERS or self._aside(mention) or not self._opens(mention, sentence):
            return False
        if (
            mention.points
            and mention.entity != self.article_place
            and self.plain.startswith(("全", "我"), mention.span.start)
        ):
            return False
        if mention.kind is Kind.PLACE:
            return self.rules.of["area"].search(mention.name) is not None
        if mention.kind is Kind.ORGANIZATION:
            firm = self.rules.of["firm"].search(mention.name) is not None
            own = self.plain.find("，", mention.span.end, end) < 0
            return (own or not firm) and not self.rules.of["ruler"].search(mention.name)
        return True

    def _aside(self, mention: Mention) -> bool:
        return self.rules.of["aside"].search(self.plain, max(0, mention.span.start - 4), mention.span.start) is not None

    def _opens(self, mention: Mention, sentence: Span) -> bool:
        """Whether a mention opens its clause: nothing but times, connectives and places stand before it."""
        at = mention.span.start
        while at > sentence.start and self.plain[at - 1] not in _BEFORE:
            at -= 1
            if mention.span.start - at > 20:
                return False
        while at < mention.span.start:
            match = self.rules.of["lead"].match(self.plain[at : mention.span.start])
            step = match.end() if match else 0
            step = max(step, self.prefixes.get(at, at) - at)
            if not step:
                return False
            at += step
        return True


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not out or mention.span.start >= out[-1].span.end:
            out.append(mention)
    return out
