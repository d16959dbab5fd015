"""When two names are one: normal forms, likeness, and words that are no names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kg.lexicon import standard

if TYPE_CHECKING:
    import re

_DROPPED = dict.fromkeys(map(ord, "“”‘’\"'「」『』《》〈〉<>·•-—–_,,、。.:：()（）"))


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A name without what does not tell names apart: script, width, quotes, brackets, blanks, case.

    >>> normal("《關於“放管服”的意見》（試行）")
    '关于放管服的意见试行'
    """
    simplified: str = _converter().convert(unicodedata.normalize("NFKC", name).replace("\0", ""))
    return "".join(simplified.split()).translate(_DROPPED).lower()


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def overlap(a: str, b: str) -> float:
    """Shared pairs of neighbouring characters of two normal forms, 0 to 1.

    >>> overlap("财政局", "财政厅")
    0.5
    """
    x, y = _pairs(a), _pairs(b)
    return 2 * (x & y).total() / (x.total() + y.total() or 1)


def _pairs(name: str) -> Counter[str]:
    return Counter(name[at : at + 2] for at in range(len(name) - 1)) or Counter([name])


def likeness(a: str, b: str) -> float:
    """Of two indicators: 1 where one holds the other, else their overlap."""
    a, b = normal(a), normal(b)
    return 1.0 if a and b and (a in b or b in a) else overlap(a, b)


def points(name: str) -> bool:
    """Whether a normal form points at something without naming it.

    >>> points("全市"), points("临汾市")
    (True, False)
    """
    return _pointing().fullmatch(name) is not None


@cache
def _pointing() -> re.Pattern[str]:
    return standard().patterns("pointing")[0].regex
