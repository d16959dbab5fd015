"""The head words of events by the table ``eventheads``, and how a name of an event is laid out before its head."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern
from kg.text.keyword_search import KeywordSearch

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon
    from kg.model import Span

_ANCHOR = compiled("召开|举行|举办|承办|主办|出席|参加|在")
_OWN = "常委(?:会(?:（扩大）|扩大)?会议?|(?:（扩大）|扩大)会议?|会议)"  # a standing committee's, by any of its names
_BROKEN = compiled("[，。；：！？、了]|(?<!党)的")
_PLACES = compiled(".*?[两二三四五六七八九十]地(?=“)")
_QUOTES = compiled("((?:“[^”]{1,20}”[、]?){2,})")
_BEFORE = pattern("event", "quote-before")
_QUOTED = 36  # characters of a quotation and the words behind it
_QUOTE = compiled("“[^”]{1,20}”")


@dataclass(frozen=True)
class Gatherings:
    """``uses``: head to how it makes a name; ``sweep`` finds the longest head."""

    uses: dict[str, str]
    sweep: KeywordSearch
    joined: re.Pattern[str]

    def use(self, head: str) -> str:
        """How a head makes a name."""
        return self.uses.get(head, "own")

    def anchor(self, plain: str, floor: int, start: int) -> int | None:
        """Where the last verb of meeting before ``start`` ends, if nothing breaks the name after it."""
        ends = [m.end() for m in _ANCHOR.finditer(plain, floor, start)]
        return ends[-1] if ends and not _BROKEN.search(plain, ends[-1], start) else None

    def after_places(self, plain: str, start: int, head: int) -> int:
        """The start without 甲县三地 before a quoted name."""
        match = _PLACES.match(plain, start, head)
        return match.end() if match else start

    def after_heads(self, plain: str, start: int, head: int) -> int:
        """The start behind another event: 省委经济工作会议 of 八次全会和省委经济工作会议."""
        ends = [m.end() for m in self.joined.finditer(plain, start, head)]
        return ends[-1] if ends else start

    def from_quote(self, plain: str, name: Span, floor: int) -> int:
        """The start of a rite's name, at the quotation before it with a few words between: “甲号”命名|交付仪式."""
        quoted = _BEFORE.search(plain, max(floor, name.start - _QUOTED), name.end)
        return min(name.start, quoted.start()) if quoted else name.start

    def side_by_side(self, plain: str, span: Span) -> list[tuple[int, int]]:
        """The quotations that open a name one beside the other, with their marks; [] if it opens with none."""
        match = _QUOTES.match(plain, span.start, span.end)
        return [m.span() for m in _QUOTE.finditer(plain, span.start, match.end())] if match else []


@lru_cache(maxsize=4)
def gatherings(lexicon: Lexicon) -> Gatherings:
    """The head words of a lexicon."""
    uses = {row["head"]: row["use"] for row in lexicon.table("eventheads")}
    uses = {f"{head}议": use for head, use in uses.items() if head[-1] == "会" and len(head) > 2} | uses
    heads = alternation(uses)
    sweep = KeywordSearch(compiled(f"{_OWN}|{heads}"), (*uses, "常委"))
    return Gatherings(uses, sweep, compiled(f"(?:{heads}|全会)(?:以及|和|及|与)|全会暨"))
