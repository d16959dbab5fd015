"""Partners in lists: 与亿纬动力、长城汽车荆门基地签订协议; 促成上海广奕、南京康尼等一批项目签约."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.organization.short_firm_names import Trades
from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.known_organizations import KnownOrganizations
from kg.names.organization_words import Words
from kg.names.place_names import FULL, SHORT, TOWN, PlaceNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_JOINT = re.compile("[、和与及]|以及")
_SHORTEST, _LONGEST = 3, 14
_ROW = 3  # companies that make a row of items a row of companies
_UNITS = role_words("bodywords", "unit")  # 长城汽车荆门基地
_OPEN = ("partner-with", "brought-in")


class Partners:
    """The companies that one document names in lists of partners."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc, self.plain, self.tokens = doc, doc.plain, doc.tokens
        self.spans = doc.spans
        words = Words.of(doc.lexicon)
        self.common = words.roles["common"] | words.roles["generic"]
        self.stops, self.tail = words.stops, words.tail
        self.listed = words.roles["trade-list"]
        self.doing = words.roles["opening"]
        self.trades, self.rows = Trades.of(doc.lexicon).regex, KnownOrganizations.of(doc.lexicon).rows
        self.name_types = PlaceNames.of(doc.lexicon).name_types

    def read(self) -> Iterator[tuple[Span, str, float]]:
        """(span, rule, confidence) of every partner named in a block, rule by rule."""
        for rule in (r for r in self.doc.lexicon.patterns("organization") if "list" in r.regex.groupindex):
            for match in rule.over(self.plain, self.spans):
                every = [item for item in self._items(Span(*match.span("list"))) if item.start < item.end]
                items = [item for item in every if self._clean(item)]
                strong = [item for item in items if self._strong(item)]
                open_list = rule.name in _OPEN and len(items) > 1
                weak = [i for i in items if i not in strong and open_list and self._weak(i)]
                sure = len(strong) + len(weak) + sum(self._body(i) for i in every if i not in strong)
                if len(strong) + len(weak) >= max(1, len(items) - 1) or sure >= _ROW:
                    yield from ((item, rule.name, rule.confidence) for item in (*strong, *weak))
                if rule.name == "row" and sure >= _ROW and 2 * sure >= len(every):
                    yield from ((item, rule.name, 0.7) for item in items if item not in strong and self._brand(item))

    def _items(self, span: Span) -> Iterator[Span]:
        start = span.start
        for joint in _JOINT.finditer(self.plain, span.start, span.end):
            yield self._trimmed(Span(start, joint.start()))
            start = joint.end()
        yield self._trimmed(Span(start, span.end))

    def _trimmed(self, span: Span) -> Span:
        """Without the verb or preposition before the name."""
        start = span.start
        for token in self.tokens.inside(span):
            if token.word in self.stops or token.tag[0] in "pudcrf" or (token.tag == "v" and len(token.word) > 1):
                start = token.end
        last = self.tokens.items[self.tokens.index(span.end - 1)]
        end = last.start if self.plain[last.start : span.end] in self.doing and last.start > start else span.end
        return Span(min(start, end), end)

    def _clean(self, item: Span) -> bool:
        name = self.plain[item.start : item.end]
        if not _SHORTEST <= len(name) <= _LONGEST or not name.replace("·", "").isalnum():
            return False
        return item.start in self.tokens.edges and all(t.tag[0] not in "mq" for t in self.tokens.inside(item))

    def _strong(self, item: Span) -> bool:
        """Whether an item opens with a known company or ends in a line of business after a brand."""
        name = self.plain[item.start : item.end]
        known = [n for n in range(3, len(name)) if name[:n] in self.rows and item.start + n in self.tokens.edges]
        if known and name not in self.rows:
            line = [m for m in self.trades.finditer(name, max(known)) if m.end() == len(name)]
            return name.endswith(_UNITS) or bool(line)
        ends = [m for m in self.trades.finditer(name) if m.end() == len(name)]
        brand = name[: ends[0].start()] if ends else ""
        if ends and ends[0].group() in self.listed:
            return False
        words = [t.word for t in self.tokens.inside(Span(item.start, item.start + len(brand)))]
        if len(brand) < 2 or brand in self.common or any(w in self.common for w in words if len(w) > 1):
            return False
        return not any(self.name_types.get(brand[:size]) in {FULL, TOWN} for size in range(2, len(brand) + 1))

    def _body(self, item: Span) -> bool:
        """Whether an item ends in the head word of a body or is a known organization."""
        name = self.plain[item.start : item.end]
        return name in self.rows or bool(self.tail.search(name))

    def _brand(self, item: Span) -> bool:
        """Whether an item of a row of companies may be one by a name alone: 四到六 letters, none of them common."""
        words = [t.word for t in self.tokens.inside(item)]
        name, ordinary = self.plain[item.start : item.end], self.common | self.stops | self.doing
        known = name in self.name_types or name in self.rows or self._body(item)
        return 3 <= len(name) <= 6 and not known and not any(w in ordinary for w in words)

    def _weak(self, item: Span) -> bool:
        """Whether an item is a place and a brand: 上海广奕."""
        place = next((n for n in (2, 3) if self.name_types.get(self.plain[item.start : item.start + n]) == SHORT), 0)
        brand = self.plain[item.start + place : item.end]
        return bool(place) and 2 <= len(brand) <= 3 and brand not in self.common and brand not in self.name_types
