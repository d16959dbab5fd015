"""What a number counts: the words before it (地区生产总值达到…) or the noun behind its measure word (…个联络员小组)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span
from kg.text.tokens import tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from kg.lexicon import Lexicon

STOPS = frozenset("，；。！？：…\n")
PAIRS = {"“": "”", "（": "）", "《": "》", "‘": "’"}
CLOSERS = frozenset(PAIRS.values())
_TAIL = 15  # characters of the longest word that is cut off the end: 按2017年平均汇率计算
_MEASURED = frozenset("率额量值数比")


@dataclass(frozen=True)
class Rules:
    """The patterns of figures by name, and the words of the table ``figurewords`` by role."""

    of: Mapping[str, re.Pattern[str]]
    halts: frozenset[str]
    acts: frozenset[str]
    generic: frozenset[str]
    measures: tuple[str, ...]
    agents: tuple[str, ...]
    funds: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=4)
    def read(lexicon: Lexicon) -> Rules:
        """From the patterns ``figure`` and the table ``figurewords``."""
        words: dict[str, list[str]] = {}
        for row in lexicon.table("figurewords"):
            words.setdefault(row["role"], []).append(row["word"])
        return Rules(
            {rule.name: rule.regex for rule in lexicon.patterns("figure")},
            frozenset(words["halt"]),
            frozenset(words["act"]),
            frozenset(words["generic"]),
            tuple(sorted(words["measure"], key=lambda w: (-len(w), w))),
            tuple(words["agent"]),
            frozenset(words["fund"]),
        )


class Before(Struct, frozen=True, gc=False):
    """The words before a number. ``span``: what is left when adverbs, times and verbs of attainment are off;
    ``cut``: what was taken off its end (分别同比增长); ``verb``: the verb of change among it; ``per``: 每日.
    """

    span: Span
    cut: str
    verb: str
    per: str = ""


def before(plain: str, rules: Rules, left: Span, prefixes: Mapping[int, int]) -> Before:
    """Read the words before a number. ``prefixes``: where mentions that may open the phrase start and end."""
    end, verb = left.end, ""
    per = rules.of["per"].search(plain, left.start, end)
    end = per.start() if per else end
    edges = tokens(plain, (Span(left.start, end),)).edges | {left.start}
    edges |= {at + 1 for at in range(left.start, end) if plain[at] in _MEASURED}
    while end > left.start:
        change = _tail(plain, rules.of["change"], left.start, end, edges)
        match = change or _tail(plain, rules.of["attain"], left.start, end, edges)
        if match is None:
            break
        verb = verb or (change["verb"] if change else "")
        end = match.start()
    start = _opened(plain, rules, Span(left.start, end), prefixes, edges)
    return Before(Span(start, end), plain[end : left.end], verb, per.group() if per else "")


def _tail(plain: str, rule: re.Pattern[str], start: int, end: int, edges: frozenset[int]) -> re.Match[str] | None:
    """A word that may be cut off the end; it must begin where a word begins, and not leave 占 of 占比."""
    match = rule.search(plain, max(start, end - _TAIL), end)
    while match and match.start() not in edges:
        match = rule.search(plain, match.start() + 1, end)
    return match


def _opened(plain: str, rules: Rules, span: Span, prefixes: Mapping[int, int], edges: frozenset[int]) -> int:
    """Where the phrase begins once leading adverbs, times, fields and subjects are off."""
    start, end = span.start, span.end
    while start < end:
        piece = plain[start : min(end, start + 40)]
        match = rules.of["lead"].match(piece) or rules.of["comparison"].match(piece)
        step = start + match.end() if match and (start + match.end() in edges or match.end() > 2) else start
        if prefixes.get(start, end) < end:
            step = max(step, prefixes[start])
        if step == start:
            return start
        start = step
    return start


def clause_start(plain: str, start: int, at: int) -> int:
    """Where the clause of an offset begins: behind the last stop outside quotation marks and brackets."""
    depth = 0
    for index in range(at, start, -1):
        char = plain[index - 1]
        if char in CLOSERS:
            depth += 1
        elif char in PAIRS:
            depth = max(0, depth - 1)
        elif char in STOPS and depth == 0:
            return index
    return start


def clause_end(plain: str, at: int, end: int) -> int:
    """Where the clause ends: at the first stop or enumeration mark outside quotation marks and brackets."""
    depth = 0
    for index in range(at, end):
        char = plain[index]
        if char in PAIRS:
            depth += 1
        elif char in CLOSERS:
            depth -= 1
        elif depth == 0 and (char in STOPS or char == "、"):
            return index
        if depth < 0:
            return index
    return end
