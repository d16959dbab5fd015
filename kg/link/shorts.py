"""Short forms: whether one name shortens another, and which of several names is the full one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern, role_words
from kg.text.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MARKS = frozenset("“”‘’\"'《》〈〉（）()，,、。·—-－ 　：:")
_NUMBERED = pattern("name-edges", "numbered")
_COUNTED = pattern("name-edges", "counted-words")
_WORD = 4  # characters of a counted word at most, with the one that all end in
_WHOLE = "大讨论"  # a head behind which 活动 says nothing more
_LEFT_OFF = ("系列活动", "实践活动", "活动")
_ROW = 500  # so many names with the same ends are a row of different things
_GENERIC = frozenset((*_LEFT_OFF, *role_words("namewords", "general")))


def bare(name: str) -> str:
    """A name without marks and without the head words that may be left off.

    >>> bare("“敲门行动”活动"), bare("能力作风建设‘工作落实年’")
    ('敲门行动', '能力作风建设工作落实年')
    """
    text = "".join(c for c in name if c not in _MARKS)
    for tail in _LEFT_OFF:
        if text.endswith(tail) and len(text) - len(tail) >= 4:
            return text.removesuffix(tail)
    return text


def shortens(short: str, full: str) -> bool:
    """Whether a bare name is a short form of another: its beginning, its end, or its words in order.

    >>> shortens("解放思想大讨论", "解放思想推动发展大讨论"), shortens("活动", "座谈会")
    (True, False)
    >>> shortens("市委五届十次全会", "市委五届十一次全会")
    False
    """
    if len(short) >= len(full) or len(short) < 2:
        return False
    if not set(_NUMBERED.findall(short)).issubset(_NUMBERED.findall(full)):
        return False
    if full.endswith(short) or (full.startswith(short) and (len(short) > 3 or full[len(short) :] in _GENERIC)):
        return True
    if _counts(short, full):
        return True
    return len(short) > 4 and short[-3:] == full[-3:] and short[:2] == full[:2] and _in_order(short, full)


def _counts(short: str, full: str) -> bool:
    """Whether a short form counts words that the full one names: 三化建设年, 规范化法治化正规化建设年."""
    match = _COUNTED.fullmatch(short)
    if match is None or not full.endswith(match["rest"]):
        return False
    words = full.removesuffix(match["rest"]).split(match["word"])
    row = words[-int(number(match["count"]) or 0) - 1 : -1]
    return words[-1] == "" and len(words) > len(row) == number(match["count"]) and all(len(w) < _WORD for w in row[1:])


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


class Longer:
    """Of many bare names those that another may shorten, found by its ends: no name is held against every other."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by: dict[tuple[str, str], list[int]] = {}
        self._names = tuple(names)
        asked = frozenset(self._names)
        for order, name in enumerate(self._names):
            for size in range(2, len(name)):
                if name[:size] in asked:
                    self._by.setdefault((name[:size], ""), []).append(order)
                if name[-size:] in asked:
                    self._by.setdefault(("", name[-size:]), []).append(order)
            self._by.setdefault((name[:2], name[-3:]), []).append(order)

    def of(self, short: str) -> Iterator[str]:
        """The names that ``shortens`` may hold for another of them, in their order."""
        keys = ((short, ""), ("", short), (short[:2], short[-3:]))
        found = [orders for key in keys if len(orders := self._by.get(key, [])) < _ROW]
        if match := _COUNTED.fullmatch(short):
            found.append([order for order, name in enumerate(self._names) if name.endswith(match["rest"])])
        yield from (self._names[order] for order in sorted({order for orders in found for order in orders}))


def full_name(names: Sequence[str]) -> str:
    """The fullest of the names, of equally full ones the shortest; one that is a quotation stands without its marks."""
    best = max(enumerate(names), key=lambda pair: (len(bare(pair[1])), -len(pair[1]), -pair[0]))[1]
    if best.removesuffix("活动").endswith(_WHOLE):
        best = best.removesuffix("活动")
    core = best.removesuffix("活动") if best.endswith("”活动") and best.startswith("“") else best
    if core.startswith("“") and core.find("”") == len(core) - 1:
        return core[1:-1]
    return best
