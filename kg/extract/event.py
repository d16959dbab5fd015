"""Events: one specific meeting, congress, plenum, ceremony, forum, festival edition, signing or visit.

市委五届五次全会, 全市“双招双引”动员大会, 第五届中国（泉城）国际葡萄酒博览会; 会议强调 points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.names import alternation
from kg.text.reach import Reach
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon, Pattern
    from kg.text.sheet import Sheet

_REGULAR = (
    "party-congress",
    "plenum",
    "local-congress",
    "committee-plenum",
    "people-congress",
    "consultative",
    "executive",
    "central",
    "visit",
)


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every event a sheet names or points at, in text order; regular meetings win over what their heads would find."""
    reader = _Reader(sheet, {p.name: p for p in sheet.lexicon.patterns("event")}, Reach.over(sheet))
    found: list[Mention] = []
    for mention in (*reader.regular(), *reader.headed(), *reader.pointing()):
        if not any(mention.span.meets(other.span) for other in found):
            found.append(mention)
    yield from sorted(found)


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    rules: dict[str, Pattern]
    reach: Reach

    def _found(self, name: str) -> Iterator[Mention]:
        rule = self.rules[name]
        for block in self.sheet.spans:
            for match in rule.regex.finditer(self.sheet.plain, block.start, block.end):
                yield Mention(Span(*match.span()), Kind.EVENT, match[0], name, rule.confidence)

    def regular(self) -> Iterator[Mention]:
        """Meetings of bodies that meet by number: 党的二十大, 市委五届五次全会, 市政府第49次常务会议."""
        for name in _REGULAR:
            for mention in self._found(name):
                yield self._cut(mention)

    def _cut(self, mention: Mention) -> Mention:
        """Without the words before it that a greedy place pattern took: 认真学习省第十二次党代会."""
        end = mention.span.end
        start, _ = self.reach.left(end, mention.span.start)
        first = self.sheet.plain[mention.span.start : start]
        if not first or mention.rule in {"party-congress", "plenum", "central", "visit"}:
            return mention
        span = Span(start, end)
        return Mention(span, Kind.EVENT, self.sheet.document.name(span), mention.rule, mention.confidence)

    def pointing(self) -> Iterator[Mention]:
        """会议, 大会, 全会 alone at the start of a clause."""
        for mention in self._found("pointing"):
            yield Mention(mention.span, Kind.EVENT, mention.name, "pointing", mention.confidence, points=True)

    def headed(self) -> Iterator[Mention]:
        """A head word with its modifiers: 全市“双招双引”动员大会."""
        heads, uses = _heads(self.sheet.lexicon)
        for block in self.sheet.spans:
            for match in heads.finditer(self.sheet.plain, block.start, block.end):
                if mention := self._headed(match, block, uses[match["last"]]):
                    yield mention

    def _headed(self, match: re.Match[str], block: Span, use: str) -> Mention | None:
        plain = self.sheet.plain
        start, word = self.reach.left(match.start("last"), block.start, "暨")
        held = self.reach.role(word) == "meet" or word == "在" or self._at("held-after", match.end())
        modifiers = plain[start : match.start("last")]
        if self._at("counted-after", match.end()) or not self._specific(modifiers, bool(held), use):
            return None
        span = Span(start, match.end())
        return Mention(span, Kind.EVENT, self.sheet.document.name(span), "headed", 0.9 if held else 0.75)

    def _at(self, rule: str, at: int) -> re.Match[str] | None:
        return self.rules[rule].regex.match(self.sheet.plain[at : at + 40])

    def _specific(self, modifiers: str, held: bool, use: str) -> bool:
        if self.rules["generic"].regex.match(modifiers):
            return False
        nth = self.rules["nth"].regex.search(modifiers)
        if use == "edition":
            return bool(nth) or "“" in modifiers
        return held or bool(nth) or "“" in modifiers or len(modifiers) >= 4


@lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    rows = lexicon.table("eventheads")
    return re.compile(f"(?P<last>{alternation(row['head'] for row in rows)})"), {r["head"]: r["use"] for r in rows}
