"""Pages of a PDF in the order in which people read them: column by column, without running heads and page numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MIDDLE: Final = (0.3, 0.7)  # of the width of the text: where the gap between two columns lies
_CROSSING: Final = 0.15  # of the lines: headlines that stand over both columns
_FEWEST: Final = 5  # lines of a column; of the shorter one of two:
_FEW: Final = 3
_FILLED: Final = 0.6  # of a column's width: the median line of prose; cells of a table are shorter
_LONG: Final = 8  # characters of the median line of a column
_EDGE: Final = 2  # lines at the top and bottom of a page among which running heads stand
_FURNITURE: Final = frozenset("第页共/—-–―·~～ \u3000|")
_LONGEST_NUMBER: Final = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of text on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def in_columns(boxes: Sequence[Box]) -> list[str] | None:
    """The lines of a page in two columns: what stands over both, the left column, the right one, and so on down the
    page; ``None`` for a page that has no such columns (a table has gaps too, but short cells).
    """
    boxes = [box for box in boxes if box.text.strip() and box.right > box.left]
    gutter = _gutter(boxes)
    if gutter is None:
        return None
    left, right = ([box for box in boxes if side(box, gutter) == at] for at in (-1, 1))
    if not (_is_prose(left) and _is_prose(right)) or max(len(left), len(right)) < _FEWEST:
        return None
    lines: list[str] = []
    over = sorted((box for box in boxes if side(box, gutter) == 0), key=lambda box: -box.top)
    bounds = [float("inf"), *(box.bottom for box in over), float("-inf")]
    for at in range(len(bounds) - 1):
        for column in (left, right):
            lines += rows(box for box in column if bounds[at + 1] <= _height(box) < bounds[at])
        lines += [over[at].text.strip()] if at < len(over) else []
    return lines


def side(box: Box, gutter: float) -> int:
    """Whether a box stands left (-1) or right (1) of the gap, or over it (0)."""
    return -1 if box.right <= gutter else 1 if box.left >= gutter else 0


def _height(box: Box) -> float:
    return (box.bottom + box.top) / 2


def rows(boxes: Iterable[Box]) -> list[str]:
    """The lines of a column from top to bottom; boxes at one height are one line."""
    found: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (-_height(box), box.left)):
        if found and abs(_height(found[-1][0]) - _height(box)) < (box.top - box.bottom) / 2:
            found[-1].append(box)
        else:
            found.append([box])
    return ["".join(box.text.strip("\r\n") for box in sorted(row, key=lambda b: b.left)) for row in found]


def _gutter(boxes: Sequence[Box]) -> float | None:
    """The middle of the widest upright gap in the middle of a page that next to no line crosses."""
    if len(boxes) < _FEWEST + _FEW:
        return None
    start, end = min(box.left for box in boxes), max(box.right for box in boxes)
    size = median(box.top - box.bottom for box in boxes)
    first, last = (start + share * (end - start) for share in _MIDDLE)
    edges = sorted({first, last, *(x for box in boxes for x in (box.left, box.right) if first <= x <= last)})
    best = (0.0, 0.0)
    for left, right in pairwise(edges):
        crossing = sum(box.left < (left + right) / 2 < box.right for box in boxes)
        if crossing <= _CROSSING * len(boxes):
            best = max(best, (right - left, (left + right) / 2))
    return best[1] if best[0] >= size * 0.8 else None


def _is_prose(column: Sequence[Box]) -> bool:
    """Whether the lines of a column fill it, as lines of prose do."""
    lines = rows(column)
    if len(lines) < _FEW or median(len(line) for line in lines) < _LONG:
        return False
    width = max(len(line) for line in lines)
    return median(len(line) for line in lines) >= _FILLED * width


def without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of pages without what stands at the top or bottom of several (a running head, with its page number) and
    without page numbers.
    """
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, count in seen.items() if key and count > 1 and 3 * count >= len(pages)}
    return [_inner(page, often, several=len(pages) > 1) for page in pages]


def _inner(page: Sequence[str], often: set[str], *, several: bool) -> list[str]:
    full = [at for at, line in enumerate(page) if line.strip()]
    gone = set()
    for edge in (full[:_EDGE], full[::-1][:_EDGE]):
        numbered = False  # a page has one number: the last line of its text may be one, too
        for at in edge:
            number = is_page_number(page[at]) and not numbered and (several or not page[at].isdecimal())
            if not (number or (_key(page[at]) in often and _key(page[at]))):
                break
            numbered = numbered or is_page_number(page[at])
            gone.add(at)
    return [line for at, line in enumerate(page) if at not in gone]


def _edges(page: Sequence[str]) -> list[str]:
    full = [line for line in page if line.strip()]
    return [*full[:_EDGE], *full[_EDGE:][-_EDGE:]]


def _key(line: str) -> str:
    """A line without blanks and digits, as it is the same on every page."""
    return "".join(char for char in line if not (char.isspace() or char.isdigit()))


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of a page.

    >>> [is_page_number(line) for line in ("— 12 —", "第3页 共10页", "3/10", "12个")]
    [True, True, True, False]
    """
    digits = "".join(char for char in line if char not in _FURNITURE)
    return len(line.strip()) <= _LONGEST_NUMBER and digits.isdecimal()
