"""Short names of companies: known ones, those that end in a line of business, those in lists of partners.

亿纬动力 · 太行钢构 · 上海广奕 (in a list of partners) · 中国石化
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.model import Span
from kg.names.known_organizations import KnownOrganizations
from kg.names.organization_words import Words
from kg.names.place_names import FULL, SHORT, PlaceNames
from kg.text.keyword_search import KeywordSearch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Token

_BRAND = frozenset(["nr", "nrt", "nrfg", "nz", "nt", "t", "zg", "ng", "j", "eng", "z", "s", "vg", "ag", "q", "x"])


class Trades:
    """The lines of business that end short names of firms (甲|动力, 乙|汽车), as one pattern."""

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> KeywordSearch:
        """Any line of business, the longest first."""
        roles = Words.of(lexicon).roles
        words = [*roles["trade"], *roles["trade-weak"], *roles["trade-list"]]
        return KeywordSearch(re.compile(alternation(words)), words)


class Firms:
    """The short names of companies in one document."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc, self.plain, self.tokens = doc, doc.plain, doc.tokens
        words = Words.of(doc.lexicon)
        self.strong, self.weak, self.listed = (words.roles[r] for r in ("trade", "trade-weak", "trade-list"))
        self.common, self.stops = words.roles["common"] | words.roles["generic"], words.stops
        self.at_large = tuple(sorted(words.roles["at-large"]))
        self.cues = Words.cues(doc.lexicon)
        self.ends = words.stops | words.roles["edge"]
        self.name_types = PlaceNames.of(doc.lexicon).name_types
        provinces = doc.lexicon.table("provinces")
        self.letters = frozenset(letter for row in provinces for letter in (row["abbreviation"], row["second"]))

    def traded(self, span: Span) -> Iterator[Span]:
        """Names of a brand and a line of business that stand as a name in their clause."""
        trades = Trades.of(self.doc.lexicon)
        for match in trades.over(self.doc.bigrams, span):
            further = trades.regex.match(self.plain, match.end(), span.end)
            longer = further and further.end() in self.tokens.edges and further.group() in self.weak
            end = further.end() if further and longer else match.end()
            if end not in self.tokens.edges or self._trade_only(end):
                continue
            start = self._brand(span.start, match.start())
            if start is not None and (group := self._group(span.start, start, match.group())) < start:
                yield Span(group, end)
            elif start is not None and self._company(span, start, match.end(), match.group()):
                yield Span(start, end)

    def _group(self, left: int, start: int, trade: str) -> int:
        """Where the known group starts that stands right before: 鞍钢集团|鞍山钢铁; ``start`` if none does."""
        if trade in self.listed:
            return start
        rows = KnownOrganizations.of(self.doc.lexicon).rows
        return next((at for at in range(max(left, start - 10), start - 2) if self.plain[at:start] in rows), start)

    def _tails(self, word: str) -> Iterator[str]:
        for size in range(min(4, len(word)), 1, -1):
            if any(word[-size:] in role for role in (self.strong, self.weak, self.listed)):
                yield word[-size:]

    def _brand(self, left: int, head: int) -> int | None:
        """Where the brand before a line of business starts, or None."""
        start = at = head
        while at > left and head - at < 6 and len(self._words(start, head)) < 3:
            token = self.tokens.items[self.tokens.index(at - 1)]
            if token.start < left or self._ends(token):
                break
            at = start = token.start
            if self.plain[start - 1 : start + 1] == "其中" or (token.word[0] in "由与及" and len(token.word) > 1):
                start += 1
                break
        return start if 1 <= head - start <= 6 else None

    def _words(self, start: int, end: int) -> list[str]:
        return [t.word for t in self.tokens.inside(Span(start, end))]

    def _ends(self, token: Token) -> bool:
        if (token.tag[0] in "pcuydrxwfm" and token.tag != "x") or token.word in self.ends:
            return True
        if token.tag == "x":
            return not token.word.isalnum()
        if token.word.endswith(("集团", "公司")) or any(True for _ in self._tails(token.word)):
            return True
        return token.tag == "v" and len(token.word) > 1 and token.word not in {"循环"}

    def _company(self, block: Span, start: int, end: int, trade: str) -> bool:
        brand, head = self.plain[start : end - len(trade)], end - len(trade)
        tokens = self.tokens.inside(Span(start, head))
        words = [t.word for t in tokens] or [brand]
        if (
            any(w in self.common for w in words)
            or brand in self.common
            or not brand
            or brand[-1] == "房"
            or (len(brand) == 1 and brand not in self.letters)
        ):
            return False
        if not self._cued(Span(start, end)) and not (trade in self.strong and self._item(start, end)):
            return False
        if not self._opens(block.start, start) or self._trade_only(end):
            return False
        place = self.name_types.get(brand) in {FULL, SHORT}
        branded = any(t.tag in _BRAND for t in tokens) or all(len(t.word) == 1 for t in tokens)
        branded = branded or start not in self.tokens.edges
        if trade in self.strong:
            return branded or place or self._item(start, end) or self._sibling(start, end)
        if self.name_types.get(brand) == FULL:
            return False
        lone = trade in self.weak and branded and not place and len(brand) in {2, 3, 4}
        listed = self._sibling(start, end) or (place and self._item(start, end))
        return lone or (trade in self.weak and listed)

    def _opens(self, left: int, start: int) -> bool:
        """Whether a name may start here: after a mark, a verb, a preposition or a place."""
        if start <= left:
            return True
        before = self.tokens.items[self.tokens.index(start - 1)]
        return before.tag[0] in "xpcuvwdr" or before.end > start or before.tag == "ns"

    def _trade_only(self, end: int) -> bool:
        """Whether the words go on to speak of the trade at large: 唐山钢铁|产业."""
        return self.plain.startswith(self.at_large, end)

    def _item(self, start: int, end: int) -> bool:
        """Whether a stretch is a whole item of a list: ，某某特钢，."""
        before, after = self.plain[max(0, start - 1) : start], self.plain[end : end + 1]
        return before in {"、", "，", "；"} and after in {"、", "，", "；", "。", "等"}

    def _cued(self, span: Span) -> bool:
        sentence = self.doc.sentence(span)
        return bool(
            self.cues.search(self.plain, max(sentence.start, span.start - 40), min(sentence.end, span.end + 40))
        )

    def _sibling(self, start: int, end: int) -> bool:
        """Whether a neighbour in the row ends in a line of business too: 长客股份和长客装备."""
        after = self.tokens.items[self.tokens.index(end - 1) + 1 :][:3]
        if after and after[0].word in {"、", "和", "与"} and len(after) == 3:
            return (
                any(True for _ in self._tails(after[2].word))
                and after[1].word not in self.common
                and after[2].end - after[1].start <= 6
            )
        before = self.tokens.items[: self.tokens.index(start)][-2:]
        if len(before) == 2 and before[1].word in {"、", "和", "与"}:
            return any(True for _ in self._tails(before[0].word))
        return False
