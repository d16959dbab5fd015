"""Honours: what is conferred, read behind its verb. 荣获“全国民主法治示范村”称号 → 全国民主法治示范村."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from kg.lexicon import Pattern
    from kg.text.sheet import Sheet


@dataclass(frozen=True, slots=True, order=True)
class Honour:
    """An honour in the text: its span with its marks, its name without outer marks, the rule that read it."""

    span: Span
    name: str
    rule: str
    confidence: float


def honours(sheet: Sheet) -> tuple[Honour, ...]:
    """Every honour that the sheet says was conferred, in text order, none twice on one span."""
    rules = {rule.name: rule for rule in sheet.lexicon.patterns("award")}
    best: dict[Span, Honour] = {}
    for block in sheet.spans:
        for found in _conferred(sheet, block, rules):
            best.setdefault(found.span, found)
    return tuple(sorted(best.values()))


def _conferred(sheet: Sheet, block: Span, rules: dict[str, Pattern]) -> Iterator[Honour]:
    at = block.start
    while match := rules["conferred"].regex.search(sheet.plain, at, block.end):
        at = match.start("name") if match.end("name") > match.start("name") else match.end()
        found = _name(sheet, Span(match.start("name"), match.end("name")), rules)
        if found:
            yield found
            at = found.span.end


def _name(sheet: Sheet, span: Span, rules: dict[str, Pattern]) -> Honour | None:
    text = sheet.plain[span.start : span.end]
    quoted = re.search(r"“([^“”]{2,24})”", text)
    if quoted and rules["tail"].regex.search(text[quoted.end() :] or "称号") and quoted.start() <= 12:
        inner = quoted[1]
        if rules["prize"].regex.search(inner) or rules["quality"].regex.search(inner):
            start = span.start + quoted.start()
            return Honour(Span(start, start + len(quoted[0])), inner, "conferred-quoted", 0.9)
    return _plain(sheet, span, text, rules)


def _plain(sheet: Sheet, span: Span, text: str, rules: dict[str, Pattern]) -> Honour | None:
    end = max((e for e in range(4, len(text) + 1) if _ends(sheet, span.start + e, text[:e], rules)), default=0)
    name = text[:end]
    if not name or not (rules["level"].regex.search(name) and rules["quality"].regex.search(name)):
        return None
    if not rules["level"].regex.match(name) and not re.match(r"\d{4}年", name):
        start = rules["level"].regex.search(name)
        assert start is not None
        span, name = Span(span.start + start.start(), span.end), name[start.start() :]
    return Honour(Span(span.start, span.start + len(name)), name, "conferred", 0.8)


def _ends(sheet: Sheet, end: int, text: str, rules: dict[str, Pattern]) -> bool:
    return end in sheet.tokens.edges and rules["end"].regex.search(text) is not None and text.count("“") == text.count("”")
