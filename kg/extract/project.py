"""Projects: named investments and constructions, one by one out of the enumerations that reports love.

云岭100万千瓦风电基地、桃溪康养小镇、S323线改建等25个重点项目 are three; 白鹿、青羊水电站 are two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.landmarks import landmarks
from kg.text.proper import Proper
from kg.text.reach import Reach
from kg.text.rows import Item, Marks, rows
from kg.text.works import Works, works
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.sheet import Sheet

_LONGEST, _BEHIND = 45, 45


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every project a sheet names, in text order."""
    rules = {p.name: p for p in sheet.lexicon.patterns("project")}
    reader = _Reader(sheet, rules, Reach.over(sheet), Proper.over(sheet), works(sheet.lexicon))
    found: dict[Span, Mention] = {}
    for mention in (*reader.rows(), *landmarks(sheet, reader.works, reader.reach, reader.proper)):
        if mention.span not in found and not (
            mention.rule in {"built", "known"} and any(mention.span.meets(s) for s in found)
        ):
            found[mention.span] = mention
    yield from _resolved(sorted(found.values()))


def _resolved(found: list[Mention]) -> Iterator[Mention]:
    """The mentions; 东岭电厂项目 under the one longer name that opens like it (东岭电厂2号机组)."""
    names = sorted({m.name for m in found})
    for mention in found:
        stem = mention.name.removesuffix("项目")
        longer = [n for n in names if n.startswith(stem) and n not in {stem, mention.name}]
        fits = stem != mention.name and len(stem) > 2 and len(longer) == 1
        yield replace(mention, name=longer[0]) if fits else mention


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known of an enumeration as a whole."""

    listed: bool  # 等三个项目 stands behind it, or it is called so
    done: bool  # it is built, or said to be in hand
    called: bool  # its last item is called 项目 or 工程
    shared: str  # 水电站 of 白鹿、青羊水电站 or 等三座水电站
    many: bool
    proper: bool  # some item holds a proper name
    strong: bool  # some item holds a name that the tables know
    headed: bool  # some item ends in a head word
    all_headed: bool  # of several, every item does


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    rules: dict[str, Pattern]
    reach: Reach
    proper: Proper
    works: Works

    def rows(self) -> Iterator[Mention]:
        """The projects of all enumerations; a single name is an enumeration of one."""
        marks = Marks(
            self.rules["end"].regex,
            self.works.inner,
            self.works.last,
            self.rules["invested"].regex,
            self.rules["listing"].regex,
        )
        for items in rows(self.sheet, marks, self.reach, self.proper):
            after = self.sheet.plain[items[-1].span.end :][:_BEHIND]
            shared = self.rules["class"].regex.match(after)
            listed = self.rules["listed"].regex.match(after)
            if (listed or shared or not self.rules["counted"].regex.match(after)) and not self._follows(after):
                row = self._row(items, after, bool(listed), shared["head"] if shared else "")
                whole = self._line(items) if row.done else None
                found = [whole] if whole else [self._item(item, row) for item in items]
                yield from (mention for mention in found if mention)

    def _line(self, items: tuple[Item, ...]) -> Mention | None:
        """A line with several ends is one: 泉城至老挝万象、越南河内国际货运列车."""
        span = Span(items[0].span.start, items[-1].span.end)
        if len(items) > 1 and self.rules["line"].regex.fullmatch(self.sheet.plain, span.start, span.end):
            return self._made(span, self._name(span), "line", 0.8)
        return None

    def _follows(self, after: str) -> bool:
        """Whether the name goes on and is no project's: 项目签约仪式."""
        return bool(self.rules["goes-on"].regex.match(after))

    def _row(self, items: tuple[Item, ...], after: str, listed: bool, shared: str) -> _Row:
        last, many = self._name(items[-1].span), len(items) > 1
        head = self.works.head(last)
        called = self.works.uses.get(head) == "work"
        if not shared and many and head in self.works.classes and all(self._short(i) for i in items[:-1]):
            shared = head if len(last) < len(head) + 7 else ""
        done = bool(self.rules["done"].regex.match(after)) or self.reach.role(items[0].before) == "build"
        spans = [i.span for i in items]
        proper, known = any(map(self.proper.holds, spans)), any(map(self.proper.surely, spans))
        heads = [self.works.head(self._name(span)) for span in spans]
        return _Row(listed or called, done, called, shared, many, proper, known, any(heads), many and all(heads))

    def _short(self, item: Item) -> bool:
        """白鹿 of 白鹿、青羊水电站."""
        name = self._name(item.span)
        return len(name) < 5 and name not in self.works.uses and not self.works.head(name)

    def _name(self, span: Span) -> str:
        return self.sheet.document.name(span)

    def _item(self, item: Item, row: _Row) -> Mention | None:
        name = self._name(item.span)
        head = self.works.head(name)
        if not 2 <= len(name) <= _LONGEST or self.rules["generic"].regex.match(name) or self._counts(item):
            return None
        if row.shared and len(name) < 12 and name not in self.works.uses:
            return self._made(item.span, self.works.classed(name, row.shared), "class", 0.9)
        if len(name) < (4 if head or row.called else 6) or self.proper.atlas.sorts.get(name):
            return None
        rule, confidence = self._why(item, row, head)
        return self._made(item.span, name, rule, confidence) if rule else None

    def _why(self, item: Item, row: _Row, head: str) -> tuple[str, float]:
        """Which rule makes a project of an item, and how sure it is; no rule if none does."""
        span, use = item.span, self.works.uses.get(head, "")
        proper, strong = self.proper.holds(span), self.proper.surely(span)
        placed = self.proper.surely(span, quotes=False)
        if self._invested(item) and (head or proper):
            return "invested", 0.95
        if row.listed and not row.called and (proper or (row.many and row.proper and head)) and (head or row.many):
            return "listed", 0.9
        if row.called and (placed or (row.many and row.strong and (proper or head)) or (proper and self._staged(item))):
            return "called", 0.9
        if row.called and strong:
            return "quoted", 0.55
        if self._numbered(item) or (use == "park" and self._aim(self._name(span))):
            return "", 0.0
        thing = use in {"build", "park", "work"}
        named = thing and self.proper.holds(span, new=row.all_headed)
        if row.done and head and (placed or named or (row.many and row.strong and thing)):
            return "done", 0.75 if use == "park" else 0.85
        if row.done and item.open and placed and row.headed and not item.before and not self._area(item):
            return "done", 0.7
        if (placed and use == "build") or (strong and use == "stage" and not item.open and not row.many):
            return "named", 0.6
        if use == "park" and self._name(span).startswith("“"):
            return "quoted", 0.55
        return "", 0.0

    def _staged(self, item: Item) -> bool:
        """Whether its 工程 is done to a work: 柳家污水处理厂一期工程, 青石水库加固工程."""
        name = self._name(item.span)
        stage = self.works.uses.get(self.works.head(name[:-2]), "") in {"build", "stage"}
        return stage or any(m.start() > 1 for m in self.works.built.finditer(name))

    def _area(self, item: Item) -> bool:
        return bool(self.rules["area"].regex.search(self._name(item.span)))

    def _numbered(self, item: Item) -> bool:
        """Whether it is counted, not named: 10家省级验证中心."""
        before = self.sheet.plain[max(0, item.span.start - 6) : item.span.start]
        return self.sheet.plain[item.span.start] != "“" and bool(self.rules["number-before"].regex.search(before))

    def _counts(self, item: Item) -> bool:
        """Whether it only says what the row before it holds: 等25个文旅项目."""
        return bool(item.before) and bool(self.rules["counts"].regex.match(item.before))

    def _aim(self, name: str) -> bool:
        """Whether it is what a place wants to be: 世界级盐湖产业基地, 区域性中心."""
        return bool(self.rules["aim"].regex.search(name))

    def _invested(self, item: Item) -> bool:
        before = self.sheet.plain[max(0, item.span.start - 30) : item.span.start]
        return bool(self.rules["invested"].regex.search(before))

    def _made(self, span: Span, name: str, rule: str, confidence: float) -> Mention:
        """The mention, without a 建设 at its end and, where it is one quotation, without the marks."""
        short = self.works.bare(name)
        if short != name and name.startswith(short):
            span, name = Span(span.start, span.start + len(short)), short
        if name.startswith("“") and name.find("”") == len(name) - 1:
            name = name[1:-1]
        return Mention(span, Kind.PROJECT, name, rule, confidence)

    def _nothing(self, name: str) -> bool:
        """Whether it names no project: a place (奇台县), or fillers only (重点项目)."""
        return bool(self.rules["generic"].regex.match(name) or self.proper.atlas.sorts.get(name))
