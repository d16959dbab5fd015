"""Groups of mentions that act together at the head of a clause: 甲市乙县、丙县 · 丁局局长戊 · 由己大学、庚公司."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from kg.vocab import Kind

if TYPE_CHECKING:
    import re

    from kg.model import Mention, Span
    from kg.text.annotated import AnnotatedDocument

_ROW = 12
_REACH = 34  # characters of titles between an organ and a name
_BODIES = frozenset({Kind.PLACE, Kind.ORGANIZATION})


class Agent(Struct, frozen=True, order=True, gc=False):
    """One member of a group: its mention, and what it belongs to if that stands right before it (乙县 of 甲市)."""

    mention: Mention
    holder: Mention | None = None


class Opening(NamedTuple):
    """How a clause opens: with heads (``local``: they act in this clause only), with a crowd, or with a meeting."""

    heads: tuple[Agent, ...] = ()
    local: bool = False
    crowd: bool = False
    meeting: bool = False


class Groups:
    """Finds groups in one article, over its outermost mentions."""

    def __init__(self, doc: AnnotatedDocument, tops: tuple[Mention, ...], mentions: tuple[Mention, ...] = ()) -> None:
        self.plain = doc.plain
        self.tops, self.mentions = tops, mentions
        self._blocks = frozenset(span.start for span in doc.spans)
        self.rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in doc.lexicon.patterns("relation-clauses")}

    @cached_property
    def _at(self) -> dict[int, Mention]:
        found: dict[int, Mention] = {}
        for m in self.tops:
            found.setdefault(m.span.start, m)
        return found

    @cached_property
    def persons(self) -> tuple[Mention, ...]:
        """The persons, in text order."""
        return tuple(m for m in self.tops if m.kind is Kind.PERSON)

    @cached_property
    def _person_starts(self) -> list[int]:
        return [p.span.start for p in self.persons]

    @cached_property
    def starts(self) -> list[int]:
        """Where the outermost mentions start, in text order."""
        return [m.span.start for m in self.tops]

    def opening(self, span: Span) -> Opening:
        """What the clause in a span opens with; empty where with none of these."""
        at = self._praised(self.skip(span.start, span.end), span.end)
        if heads := self.group(at, span.end):
            return Opening(heads) if self._acts(heads, span.end) else Opening()
        for name in ("crowd", "unnamed", "meeting"):
            if at not in self._at and self.rules[name].match(self.plain, at, span.end):
                return Opening(crowd=name != "meeting", meeting=name == "meeting")
        if agent := self.rules["agent"].match(self.plain, at, span.end):
            return Opening(self.group(agent.end(), span.end), local=True)
        if word := self.rules["embedding"].match(self.plain, at, span.end):
            return Opening(self.group(word.end(), span.end), local=True)
        if self.plain.startswith("在", at):
            heads = self.group(at + 1, span.end)
            return Opening(heads) if heads and self._topic(heads, span.end) else Opening()
        return Opening(self._behind_quote(span))

    def _praised(self, at: int, end: int) -> int:
        """Where the subject begins behind its epithet: 中国茶都|甲县, 素有茶乡之称的|甲县; else the same offset."""
        own = self._at.get(at)
        start = own.span.end if own is not None and own.kind is Kind.PLACE else at
        for mention in self.tops[bisect_right(self.starts, start) :][:_ROW]:
            if mention.span.start > min(start + _REACH, end):
                break
            if mention.kind in _BODIES and self.rules["epithet"].fullmatch(self.plain, start, mention.span.start):
                return mention.span.start
        return at

    def _behind_quote(self, span: Span) -> tuple[Agent, ...]:
        """The speaker named behind a quotation at the start of a clause: “…。”甲县县长乙说."""
        at = self.plain.rfind("”", span.start, span.end)
        heads = self.group(at + 1, span.end) if at >= 0 else ()
        return heads if heads and heads[0].mention.kind is Kind.PERSON else ()

    def _topic(self, heads: tuple[Agent, ...], end: int) -> bool:
        """Whether the clause is no more than 在甲区: then the next clauses speak of it."""
        at = self.end(heads)
        return at == end or bool(self.rules["topic"].match(self.plain, at, end))

    def _acts(self, heads: tuple[Agent, ...], end: int) -> bool:
        """Whether a group at the head of a clause is its subject: 甲县的… and 甲县“乙”计划… are not."""
        at = self.end(heads)
        named = at in self._at and heads[-1].mention.kind in _BODIES and self._at[at].kind not in _BODIES
        ranked = heads[-1].mention.points and self.rules["ranked"].match(self.plain, at, end)
        sent = heads[-1].mention.kind is Kind.PLACE and self.rules["sent"].match(self.plain, at, end)
        return not named and not ranked and not sent and not self.rules["of"].match(self.plain, at, end)

    def skip(self, at: int, end: int) -> int:
        """Where the clause begins behind the head of a wire report, times, numbers and connecting words."""
        wire = self.rules["wire"].match(self.plain, at, end) if at in self._blocks else None
        at = wire.end() if wire else at
        while at < end and at not in self._at and (match := self.rules["lead"].match(self.plain, at, end)):
            at = match.end()
        return at

    def end(self, heads: tuple[Agent, ...]) -> int:
        """The offset where a group ends."""
        return heads[-1].mention.span.end

    def group(self, at: int, end: int) -> tuple[Agent, ...]:
        """The heads that stand side by side from an offset on, () if there are none."""
        heads: list[Agent] = []
        while head := self._one(at, end):
            heads.append(head)
            joiner = self.rules["joiner"].match(self.plain, head.mention.span.end, end)
            if joiner is None:
                break
            at = head.mention.span.end + 1 if head.mention.span.end + 1 in self._at else joiner.end()
        return tuple(heads)

    def last_row(self, before: int) -> tuple[Agent, ...]:
        """The last row of two or more bodies that stand side by side before an offset: 甲市、乙县、丙县三地."""
        row: list[Mention] = []
        near = self.tops[: bisect_left(self.starts, before)][-2 * _ROW :]
        for m in reversed([m for m in near if m.span.end <= before and m.kind in _BODIES][-_ROW:]):
            gap = self.plain[m.span.end : row[0].span.start] if row else ""
            if row and not self.rules["joiner"].fullmatch(gap):
                if len(row) > 1:
                    break
                row = []
            row.insert(0, m)
        return tuple(Agent(m) for m in row) if len(row) > 1 else ()

    def _one(self, at: int, end: int) -> Agent | None:
        mention, holder = self._first(at), None
        while mention and mention.kind in _BODIES and (further := self._at.get(mention.span.end)):
            if further.span.end > end or further.kind not in _BODIES | {Kind.PERSON}:
                break
            mention, holder = further, mention
        person = self._officer(at, end) if mention is None or mention.kind in _BODIES else None
        if person is not None:
            return Agent(person, self._office(at, person) or mention)
        return Agent(mention, holder) if mention and mention.span.end <= end else None

    def _first(self, at: int) -> Mention | None:
        """The mention at an offset; of a visit or speech named by its person (甲考察乙市) the person."""
        mention = self._at.get(at)
        if mention is not None and mention.kind in {Kind.EVENT, Kind.DOCUMENT}:
            return self._inner.get(at, mention)
        return mention

    @cached_property
    def _inner(self) -> dict[int, Mention]:
        return {m.span.start: m for m in self.mentions if m.kind is Kind.PERSON}

    def _officer(self, at: int, end: int) -> Mention | None:
        """The person that a row of titles from an offset on leads to: 市委副书记、市长甲."""
        index = bisect_right(self._person_starts, at)
        person = self.persons[index] if index < len(self.persons) else None
        if person is None or person.span.start - at > _REACH or person.span.end > end:
            return None
        return person if self.rules["title"].fullmatch(self.plain, at, person.span.start) else None

    def _office(self, at: int, person: Mention) -> Mention | None:
        row = self.tops[bisect_left(self.starts, at) : bisect_left(self.starts, person.span.start)]
        found = [m for m in row if m.span.end <= person.span.start and m.kind in _BODIES]
        return found[-1] if found else None
