"""Projects: named investments and constructions, one by one out of the enumerations that reports love.

云岭100万千瓦风电基地、桃溪康养小镇、S323线改建等25个重点项目 are three; 白鹿、青羊水电站 are two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extract.boundary.name_reader import NameReader, judges
from kg.extract.project.classifier import verdict
from kg.extract.project.enumerations import Item, Marks, rows
from kg.extract.project.features import AskedCase, AskedRow, Known
from kg.extract.project.landmarks import landmarks, mere_kind
from kg.extract.project.results import results
from kg.extract.project.work_words import Works, works
from kg.model import Mention, Span
from kg.text.occurrences import Words
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_LONGEST, _BEHIND = 45, 45
_CUES = ("invested", "listed", "class", "line")  # patterns by which a name without a head word is a project


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every project a document names, in text order."""
    reader = _Reader(*judges(doc, "project"), works(doc.lexicon))
    found = {mention.span: mention for mention in results(doc, reader.plain_rules)}
    told = tuple(found)
    found |= {m.span: m for m in reader.rows() if not any(span.meets(m.span) for span in told)}
    covered = {at for span in found for at in range(span.start, span.end)}
    for mention in landmarks(doc, reader.works, reader.reach, reader.proper):
        if mention.span.start not in covered and mention.span.end - 1 not in covered:
            found[mention.span] = mention
            covered |= set(range(mention.span.start, mention.span.end))
    yield from _resolved(sorted(found.values()))


def _resolved(found: list[Mention]) -> Iterator[Mention]:
    """The mentions; 东岭电厂项目 under the one longer name that opens like it (东岭电厂2号机组)."""
    names = sorted({m.name for m in found})
    for mention in found:
        stem = mention.name.removesuffix("项目")
        longer = [n for n in names if n.startswith(stem) and n not in {stem, mention.name}]
        fits = stem != mention.name and len(stem) > 2 and len(longer) == 1
        yield replace(mention, name=longer[0]) if fits else mention


@dataclass(frozen=True)
class _Reader(NameReader):
    works: Works

    @cached_property
    def plain_rules(self) -> dict[str, re.Pattern[str]]:
        """The rules as expressions."""
        return {name: rule.regex for name, rule in self.rules.items()}

    @cached_property
    def known(self) -> Known:
        """What rules of rows and items can ask for."""
        return Known(self.doc, self.rules, self.reach, self.proper, self.works)

    def rows(self) -> Iterator[Mention]:
        """The projects of all enumerations; a single name is an enumeration of one."""
        marks = Marks(
            self.rules["end"].regex,
            self.works.inner,
            self.works.last,
            self.rules["invested"].regex,
            self.rules["listing"].regex,
        )
        for items in rows(self.doc, marks, self.reach, self.proper, self._may):
            after = self.doc.plain[items[-1].span.end : items[-1].span.end + _BEHIND]
            shared = self.rules["class"].regex.match(after)
            listed = self.rules["listed"].regex.match(after)
            if (listed or shared or not self.rules["counted"].regex.match(after)) and not self.known.says(
                "goes-on", after
            ):
                row = AskedRow(self.known, items, after, bool(listed), shared["head"] if shared else "")
                whole = self._line(items) if row.done else None
                found = [whole] if whole else [self._item(item, row) for item in items]
                yield from (mention for mention in found if mention)

    def _may(self, clause: Span) -> bool:
        """Whether a clause can hold a project: every rule asks for a head word in it, or for a cue in or behind it."""
        floor = max(0, clause.start - _BEHIND)
        return self.works.any.found(self.doc.bigrams, clause) or self._cues.inside(floor, clause.end + _BEHIND)

    @cached_property
    def _cues(self) -> Words:
        return Words(self.doc.plain, *(self.rules[cue].needs for cue in _CUES))

    def _line(self, items: tuple[Item, ...]) -> Mention | None:
        """A line with several ends is one: 泉城至老挝万象、越南河内国际货运列车."""
        span = Span(items[0].span.start, items[-1].span.end)
        if len(items) > 1 and self.rules["line"].regex.fullmatch(self.doc.plain, span.start, span.end):
            return self._made(span, self.known.name(span), "line", 0.8)
        return None

    def _item(self, item: Item, row: AskedRow) -> Mention | None:
        name = self.known.name(item.span)
        if (start := self._nations(item.span)) > item.span.start:  # 企业经|中老铁路
            item = Item(Span(start, item.span.end), item.before, item.open)
            name = self.known.name(item.span)
        head = self.works.head(name)
        if not 2 <= len(name) <= _LONGEST or not (head or self._hopeful(item, row)):
            return None
        if self._none(name) or self._counts(item) or mere_kind(self.doc, item.span, self.plain_rules):
            self.doc.drop(item.span, "Project", "it names a kind or a count of works, or no work")
            return None
        if row.shared and len(name) < 12 and name not in self.works.uses:
            return self._made(item.span, self.works.classed(name, row.shared), "class", 0.9)
        if len(name) < (4 if head or row.called else 6) or self.proper.place_names.name_types.get(name):
            self.doc.drop(item.span, "Project", "it is too short for a name, or the name of a place")
            return None
        if not (found := verdict(AskedCase(self.known, item, name, head, row), row)):
            self.doc.drop(item.span, "Project", "no rule makes a project of it: it lacks a cue or a proper name")
            return None
        return self._made(item.span, name, *found)

    def _nations(self, span: Span) -> int:
        """Where a work of the nation's starts that a stretch ends in; where the stretch starts, if it ends in none."""
        inside = self.works.known.over(self.doc.bigrams, span)
        return next((match.start() for match in inside if match.end() == span.end), span.start)

    def _hopeful(self, item: Item, row: AskedRow) -> bool:
        """Whether a rule may make a project of an item without a head word: this is soon asked, and few are."""
        told = row.listed or row.shared or row.called or (row.done and row.headed)
        return bool(told) or self.known.says("invested", self.known.before(item))

    def _none(self, name: str) -> bool:
        """Whether a name says no more than a kind (重点项目), or is no work: 某银行授信项目, 某农商银行."""
        return self.known.says("generic", name) or self.known.says("business", self.works.bare(name))

    def _counts(self, item: Item) -> bool:
        """Whether it only says what the row before it holds: 等25个文旅项目."""
        return bool(item.before) and self.known.says("counts", item.before)

    def _made(self, span: Span, name: str, rule: str, confidence: float) -> Mention:
        """The mention, without a 建设 at its end and, where a quotation is the name, without all else."""
        name = self.works.own(name, self.rules["summed"].regex)
        short = self.works.bare(name)
        if short != name and name.startswith(short):
            span, name = Span(span.start, span.start + len(short)), short
        apart = name.rfind("—") + 1  # 最长隧道——东岭隧道: the second half is the name
        if apart and self.works.head(name[apart:]) and self.works.head(name[:apart].rstrip("—")):
            span, name = Span(span.start + apart, span.end), name[apart:]
        at = name.rfind("“")
        if name.endswith("”") and (at == 0 or self.works.head(name[at + 1 : -1])):
            span, name = Span(span.start + at, span.end), name[at + 1 : -1]
        return Mention(span, Kind.PROJECT, name, rule, confidence)
