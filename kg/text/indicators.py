"""What a number counts: the words before it (地区生产总值达到…) or behind its measure word (…个巡回指导组)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.segment import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon import Lexicon

STOPS = "，；。！？：…\n"
_PAIRS = {"“": "”", "（": "）", "《": "》", "‘": "’"}
_LONG = 14
_JOINTS = re.compile("、|以及|及其|及|和|与")
_MANY = re.compile(r"等(?:[一-鿿]{0,2}(?:方面|领域|环节)(?:存在)?的?)?")
_NOUNS = frozenset("nabjlizg")


@dataclass(frozen=True)
class Rules:
    """The rules of figures by name."""

    of: dict[str, re.Pattern[str]]
    halts: frozenset[str]
    acts: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=4)
    def read(lexicon: Lexicon) -> Rules:
        """From the patterns ``figure`` and the table ``figurewords``."""
        words = lexicon.table("figurewords")
        return Rules(
            {p.name: p.regex for p in lexicon.patterns("figure")},
            frozenset(w["word"] for w in words if w["role"] == "halt"),
            frozenset(w["word"] for w in words if w["role"] == "act"),
        )


@dataclass(frozen=True, slots=True)
class Before:
    """The words before a number: ``span`` what is left when adverbs, times and verbs of attainment are off;
    ``cut`` the words that were taken off its end (分别同比增长), ``verb`` the verb of change among them."""

    span: Span
    cut: str
    verb: str


def before(plain: str, rules: Rules, left: Span, prefixes: Mapping[int, int]) -> Before:
    """Read the words before a number. ``prefixes``: where mentions that may open the phrase start and end."""
    start, end, verb = left.start, left.end, ""
    words = tokens(plain, (left,))
    edges = words.edges
    moved = True
    while moved and end > start:
        moved = False
        for name in ("change", "attain"):
            at = _tail(plain, rules.of[name], start, end, edges)
            if at is not None:
                match = rules.of[name].search(plain, at, end)
                verb = verb or (match["verb"] if match and name == "change" else "")
                end, moved = at, True
                break
    return Before(Span(_opened(plain, rules, start, end, prefixes), end), plain[end : left.end], verb)


def _tail(plain: str, rule: re.Pattern[str], start: int, end: int, edges: frozenset[int]) -> int | None:
    """Where a word that may be cut off the end begins, at the edge of a word."""
    at = max(start, end - 8)
    while at < end:
        match = rule.search(plain, at, end)
        if match is None:
            return None
        if match.start() in edges or match.start() == start:
            return match.start()
        at = match.start() + 1
    return None


def _opened(plain: str, rules: Rules, start: int, end: int, prefixes: Mapping[int, int]) -> int:
    """Where the phrase begins once leading adverbs, times, fields and subjects are off."""
    while start < end:
        match = rules.of["lead"].match(plain, start, end) or rules.of["comparison"].match(plain, start, end)
        step = match.end() if match and match.end() > start else start
        if start in prefixes and prefixes[start] <= end:
            step = max(step, prefixes[start])
        if step == start:
            break
        start = step
    return start


def clause_start(plain: str, start: int, at: int) -> int:
    """Where the clause of an offset begins: behind the last stop outside quotation marks and brackets."""
    depth, index = 0, at
    while index > start:
        char = plain[index - 1]
        if char in _PAIRS.values():
            depth += 1
        elif char in _PAIRS:
            depth = max(0, depth - 1)
        elif char in STOPS and depth == 0:
            return index
        index -= 1
    return start


def clause_end(plain: str, at: int, end: int) -> int:
    """Where the clause ends: at the first stop or enumeration mark outside quotation marks and brackets."""
    depth = 0
    for index in range(at, end):
        char = plain[index]
        if char in _PAIRS:
            depth += 1
        elif char in _PAIRS.values():
            if depth == 0:
                return index
            depth -= 1
        elif depth == 0 and (char in STOPS or char == "、"):
            return index
    return end


def counted(plain: str, rules: Rules, at: int, end: int) -> Span | None:
    """The noun that a measure word counts, from where the measure word ends: 15个|巡回指导组|直奔一线."""
    words = list(tokens(plain, (Span(at, end),)).items)
    begin, last, depth = at, at, 0
    for index, word in enumerate(words):
        if depth or word.word in _PAIRS or word.word in _PAIRS.values():
            depth += (word.word in _PAIRS) - (word.word in _PAIRS.values())
            last = word.end
        elif word.word == "的":
            later = plain.rfind("的", word.start, end)
            begin = max(later, word.start) + 1
            return counted(plain, rules, begin, end) if begin < end else None
        elif _stops(words, index, rules, last > begin):
            break
        else:
            last = word.end
    return Span(begin, last) if last > begin else _behind_de(plain, rules, at, end)


def _behind_de(plain: str, rules: Rules, at: int, end: int) -> Span | None:
    """10家|在全国有影响力的龙头企业: what does not begin with a noun may end in one."""
    later = plain.rfind("的", at, end)
    return counted(plain, rules, later + 1, end) if later > at and later + 1 < end else None


def _stops(words: list[Token], index: int, rules: Rules, begun: bool) -> bool:
    """Whether a counted noun ends before a word."""
    word = words[index]
    if word.word in rules.halts:
        return True
    kind = word.tag[:1]
    if kind in _NOUNS or word.tag in {"vn", "an", "eng", "m", "f", "t", "s", "k", "h"}:
        return False
    if kind == "v" and word.word not in rules.acts:
        follow = words[index + 1] if index + 1 < len(words) else None
        return follow is None or not (follow.tag[:1] in "nbjaz" or follow.tag == "vn") or (not begun and False)
    return True


def verb_before(plain: str, rules: Rules, left: Span) -> Span | None:
    """The verb that stands right before a number: 组织|召开|4次, 下派|148名."""
    words = tokens(plain, (left,)).items
    for word in reversed(words):
        if word.word in {"了", "共", "已", "过", "着", "已经", "累计", "仅", "近", "约", "超"}:
            continue
        verbal = word.tag[:1] == "v" or word.word in rules.acts
        return Span(word.start, word.end) if verbal and len(word.word) > 1 else None
    return None


def concise(plain: str, rules: Rules, span: Span) -> str:
    """A long phrase made short: what stands before 的, lists before 等 and clauses before the last verb go."""
    text = _without_lists(plain, rules, span)
    if len(text) <= _LONG:
        return text
    at = text.rfind("的", 0, len(text) - 2)
    if 6 <= at < len(text) - 3 and text[at + 1 :] not in {"比重", "比例"}:
        text = text[at + 1 :]
    words = tokens(text, (Span(0, len(text)),)).items
    for word in reversed(words):
        if word.word in rules.acts and word.start > 0 and len(text) - word.end >= 2 and not _inside(text, word.start):
            return text[word.start :]
    return text


def _without_lists(plain: str, rules: Rules, span: Span) -> str:
    """发展芡实、莲藕等适应性农业 → 发展适应性农业."""
    text = plain[span.start : span.end]
    found = [m for m in _MANY.finditer(text) if not _inside(text, m.start()) and m.end() < len(text)]
    if not found or "、" not in text[: found[-1].start()] and "》" not in text and "”" not in text:
        if found and len(text) > _LONG and found[-1].start() > 4:
            pass
        else:
            return text
    head = found[-1]
    verbs = ""
    for word in tokens(text, (Span(0, head.start()),)).items:
        if word.tag[:1] != "v" and word.word not in rules.acts:
            break
        verbs += word.word
    return verbs + text[head.end() :]


def _inside(text: str, at: int) -> bool:
    """Whether an offset stands inside quotation marks or brackets."""
    depth = 0
    for char in text[:at]:
        depth += (char in _PAIRS) - (char in _PAIRS.values())
    return depth > 0


def names(text: str) -> list[str]:
    """The names of a list, outside quotation marks and brackets: 固定资产投资、社会消费品零售总额和进出口 → three."""
    out, start = [], 0
    for match in _JOINTS.finditer(text):
        if match.start() > start and not _inside(text, match.start()):
            out.append(text[start : match.start()])
            start = match.end()
    return [*out, text[start:]] if text[start:] else out
