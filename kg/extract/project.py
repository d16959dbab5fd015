"""Projects: named investments and constructions, one by one out of the enumerations that reports love.

云岭100万千瓦风电基地、桃溪康养小镇、S323线改建等25个重点项目 are three; 白鹿、青羊水电站 are two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.names import alternation
from kg.text.reach import Reach
from kg.text.rows import Item, rows
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon, Pattern
    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every project a sheet names, in text order."""
    reader = _Reader(sheet, {p.name: p for p in sheet.lexicon.patterns("project")}, Reach.over(sheet))
    found: dict[Span, Mention] = {}
    for row in rows(sheet, reader.rules["end"].regex, reader.reach):
        for mention in reader.row(row):
            found.setdefault(mention.span, mention)
    yield from sorted(found.values())


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    rules: dict[str, Pattern]
    reach: Reach

    def row(self, row: tuple[Item, ...]) -> Iterator[Mention]:
        """The projects of one enumeration, judged by what stands behind its last item."""
        plain, last = self.sheet.plain, row[-1].span
        after = plain[last.end : last.end + 40]
        if self.rules["counted"].regex.match(after) and not self.rules["listed"].regex.match(after):
            return
        shared = self.rules["class"].regex.match(after)
        tail = self._head(last)
        strong = bool(self.rules["listed"].regex.match(after)) or (tail in {"项目", "工程"} or tail.endswith("项目"))
        done = bool(self.rules["done"].regex.match(after)) or self.reach.role(row[0].before) == "build"
        for item in row:
            if mention := self._item(item, strong, done, shared["head"] if shared else "", len(row) > 1):
                yield mention

    def _item(self, item: Item, strong: bool, done: bool, shared: str, listed: bool) -> Mention | None:
        name = self.sheet.document.name(item.span)
        head, use = self._head(item.span), _works(self.sheet.lexicon)
        if len(name) < 2 or len(name) > 45 or self.rules["generic"].regex.match(name) or self._bare(name):
            return None
        invested = self.rules["invested"].regex.search(self.sheet.plain[max(0, item.span.start - 30) : item.span.start])
        if shared and len(name) < 9:
            full = name if head else name + shared
            return Mention(item.span, Kind.PROJECT, full, "class", 0.9)
        if not self.reach.proper(item.span) or len(name) < 4:
            return None
        if invested:
            return Mention(item.span, Kind.PROJECT, name, "invested", 0.95)
        if strong and (head or listed):
            return Mention(item.span, Kind.PROJECT, name, "listed", 0.9)
        if head and done:
            return Mention(item.span, Kind.PROJECT, name, "done", 0.85 if use[head] != "park" else 0.75)
        if head and use[head] == "build":
            return Mention(item.span, Kind.PROJECT, name, "built", 0.6)
        return None

    def _head(self, span: Span) -> str:
        """The head or tail that a name ends in, "" if none; what stands in brackets behind it does not count."""
        text = re.sub("（[^）]*）$", "", self.sheet.document.name(span))
        match = _tail(self.sheet.lexicon).search(text)
        return match[0] if match and match.start() else ""

    def _bare(self, name: str) -> bool:
        """Whether it is just a place: 奇台县."""
        return bool(self.sheet.lexicon.gazetteer.named(name))


@lru_cache(maxsize=4)
def _works(lexicon: Lexicon) -> dict[str, str]:
    return {row["head"]: row["use"] for row in lexicon.table("works")}


@lru_cache(maxsize=4)
def _tail(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternation(_works(lexicon)) + r"\Z")
