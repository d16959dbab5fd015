"""What is known of an enumeration and its items, each found out only when a rule of ``worth`` asks for it.

Nearly all enumerations of a text hold no project, and most rules fail at their first question.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Span
from kg.names.place_names import LANDMARK, REGION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.boundary.left_boundary import Reach
    from kg.extract.boundary.proper_name import Proper
    from kg.extract.project.enumerations import Item
    from kg.extract.project.work_words import Works
    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument

_BEFORE = 30
_FILLED = re.compile("（[^）]*）")


class Known:
    """What the questions are answered from: one document, its judges and the rules of projects."""

    def __init__(
        self, doc: AnnotatedDocument, rules: Mapping[str, Pattern], reach: Reach, proper: Proper, works: Works
    ) -> None:
        self.plain, self.rules, self.reach, self.proper, self.works = doc.plain, rules, reach, proper, works

    def says(self, rule: str, text: str) -> bool:
        """Whether a rule holds somewhere in a text."""
        return bool(self.rules[rule].holds(text))

    def before(self, item: Item) -> str:
        """The characters before an item in which its cue is looked for."""
        return self.plain[max(0, item.span.start - _BEFORE) : item.span.start]

    def name(self, span: Span) -> str:
        """The characters of a span, of 云（岭）桃（溪）铁路 without what the brackets fill in."""
        name = self.plain[span.start : span.end]
        return _FILLED.sub("", name) if self.rules["filled-in"].regex.fullmatch(name) else name


class AskedRow:
    """A ``Row``: its items, the text after it, whether 等三个项目 stands there, and what 等三座水电站 there shares."""

    def __init__(self, known: Known, items: tuple[Item, ...], after: str, listed: bool, shared: str) -> None:
        self._known, self._items, self._after = known, items, after
        self.listed, self.many, self._shares = listed, len(items) > 1, shared

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The head word of every item."""
        return tuple(self._known.works.head(self._known.name(item.span)) for item in self._items)

    @cached_property
    def called(self) -> bool:
        """Its last item is called 项目 or 工程."""
        return self._known.works.uses.get(self._known.works.head(self._last)) == "work"

    @cached_property
    def shared(self) -> str:
        """水电站 of 白鹿、青羊水电站 or 等三座水电站."""
        works = self._known.works
        if self._shares or not self.many:
            return self._shares
        head = works.head(self._last)
        row = head in works.classes and all(self._short(i) for i in self._items[:-1])
        return head if row and len(self._last) < len(head) + 7 else ""

    @cached_property
    def done(self) -> bool:
        """It is built, or said to be in hand."""
        known = self._known
        return bool(known.rules["done"].regex.match(self._after)) or known.reach.role(self._items[0].before) == "build"

    @cached_property
    def lies(self) -> bool:
        """It alone is said to lie somewhere."""
        return not self.many and bool(self._known.rules["lies"].regex.match(self._after))

    @cached_property
    def proper(self) -> bool:
        """Some item holds a proper name."""
        return any(self._known.proper.holds(item.span) for item in self._items)

    @cached_property
    def strong(self) -> bool:
        """Some item holds a name that the tables know."""
        return any(self._known.proper.surely(item.span) for item in self._items)

    @cached_property
    def headed(self) -> bool:
        """Some item ends in a head word."""
        return any(self.heads)

    @cached_property
    def all_headed(self) -> bool:
        """Of several items every one ends in a head word."""
        return self.many and all(self.heads)

    @property
    def _last(self) -> str:
        return self._known.name(self._items[-1].span)

    def _short(self, item: Item) -> bool:
        """白鹿 of 白鹿、青羊水电站."""
        name, works = self._known.name(item.span), self._known.works
        name_type = self._known.proper.place_names.name_types.get(name)
        water = name_type in {REGION, LANDMARK}  # 长江、淮河、大运河 are no 运河
        return len(name) < 5 and name[-1] != "好" and not water and name not in works.uses and not works.head(name)


class AskedCase:
    """A ``Case``: an item, its name, its head word, and the row in which it stands."""

    def __init__(self, known: Known, item: Item, name: str, head: str, row: AskedRow) -> None:
        self._known, self._item, self._name, self._row = known, item, name, row
        self.use = known.works.uses.get(head, "")
        self.generic = head in known.works.classes
        self.quoted = name.startswith("“")
        self.loose = item.open and not item.before
        self.last = not item.open

    @cached_property
    def proper(self) -> bool:
        """It holds a proper name."""
        return self._known.proper.holds(self._item.span)

    @cached_property
    def strong(self) -> bool:
        """It holds one that the tables know, or a quotation."""
        return self._known.proper.surely(self._item.span)

    @cached_property
    def placed(self) -> bool:
        """The same without the quotation."""
        return self._known.proper.surely(self._item.span, quotes=False) if "“" in self._name else self.strong

    @cached_property
    def named(self) -> bool:
        """It holds one that the segmenter knows, where every item of its row has a head."""
        return self._known.proper.holds(self._item.span, new=self._row.all_headed)

    @cached_property
    def invested(self) -> bool:
        """投资三亿元的 stands before it."""
        return self._known.says("invested", self._before)

    @cached_property
    def staged(self) -> bool:
        """Its 工程 is done to a work: 柳家水厂一期工程."""
        return self._known.works.staged(self._name)

    @cached_property
    def numbered(self) -> bool:
        """It is counted: 10家省级中心."""
        return not self.quoted and self._known.says("number-before", self._before)

    @cached_property
    def aim(self) -> bool:
        """It is what a place wants to be: 世界级产业基地."""
        return self._known.says("aim", self._name)

    @cached_property
    def slogan(self) -> bool:
        """“十大工程”."""
        return self._known.says("slogan", self._name)

    @cached_property
    def area(self) -> bool:
        """It ends like a place or a firm."""
        return self._known.says("area", self._name)

    @cached_property
    def stated(self) -> bool:
        """与丹国合作的 stands before it."""
        start = self._item.span.start
        return self._item.before == "的" and self._known.proper.surely(Span(max(0, start - 10), start))

    @property
    def _before(self) -> str:
        return self._known.before(self._item)
