"""Fractions as percent, ranks, and the bound words around a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.text.numbers.quantity import Quantity
from kg.text.numerals import han, number
from kg.text.occurrences import holds_any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.units import Units

_BARE = frozenset("百千万亿")
_COMPOUND = frozenset(role_words("figurewords", "compound"))


def bounds(plain: str, span: Span, core: Span, units: Units) -> tuple[str, int, int]:
    """The bound words around a number: exact, over, under or approx, and where they begin and end."""
    begin, end, bound = core.start, core.end, "exact"
    low = units.rules["bound-before"].search(plain, max(span.start, begin - 4), begin)
    if low and not _is_word(plain, span, low.start(), core.start, units):
        begin, bound = low.start(), str(low.lastgroup)
    high = units.rules["bound-behind"].match(plain[end : min(span.end, end + 4)])
    if high and plain[end : end + 2] not in _COMPOUND:
        end += high.end()
        bound = str(high.lastgroup) if bound == "exact" else bound
    return bound, begin, end


def _is_word(plain: str, span: Span, at: int, start: int, units: Units) -> bool:
    """Whether a bound word is only the tail of another word (签约48个), or 上/过/破 before digits (会上15位)."""
    word = plain[at:start]
    if word in {"上", "过", "破"} and plain[start : start + 1] not in _BARE:
        return True
    return bool(units.rules["bound-word"].search(plain, max(span.start, at - 1), start)) and word != "突破"


def fractions(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    """四分之三, 六成, 一半 and 翻番, as percent."""
    if not holds_any(plain, span, units.parts):
        return
    for match in units.fraction.finditer(plain, span.start, span.end):
        value = _percent(match)
        if value is not None:
            bound, begin, end = bounds(plain, span, Span(match.start(), match.end()), units)
            yield Quantity(Span(begin, end), value, "%", bound, "fold" if plain[match.start()] == "翻" else "share")


def _percent(match: re.Match[str]) -> float | None:
    if match["cent"]:
        return number(match["cent"])
    if match["den"]:
        whole, part = han(match["den"]), han(match["part"])
        return round(100 * part / whole, 1) if whole and part is not None else None
    if match["top"]:
        return round(100 * int(match["top"]) / int(match["bottom"]), 1) if int(match["bottom"]) else None
    if match["tenth"]:
        half = 5 if match["half"] == "半" else han(match["half"] or "") or 0
        return 10.0 * (number(match["tenth"]) or 0) + half
    return 50.0 if match["one"] else 100.0 * (2 ** (han(match["fold"] or "一") or 1) - 1)


def ranks(plain: str, span: Span, units: Units) -> Iterator[Quantity]:
    """Ranks behind a verb of rank or a field: 居全国第2位, 全球第一, 居全省第3、第2、第5位, 居全省首位, 居全省前3位."""
    for match in units.rank.finditer(plain, span.start, span.end):
        before = units.rules["rank-before"].search(plain, max(span.start, match.start() - 22), match.start())
        after = plain[match.end() : match.end() + 1] if match.end() < span.end else ""
        whole = match.group()
        if before is None or not (whole[-1] in "位名" or after in {"", *"，。；、）的！"}):
            continue
        unit, scope = ("名" if whole[-1] == "名" else "位"), before["scope"] or before["near"] or ""
        bound = "under" if whole[0] == "前" else "exact"
        found = [number(place["num"]) for place in units.place.finditer(whole)] if whole != "首位" else [1.0]
        for at, value in enumerate(v for v in found if v is not None):
            yield Quantity(Span(before.start(), match.end()), value, unit, bound, "rank", scope, at > 0)
