"""How a post is called, 天津市人大常委会主任: the organ's short name with the title behind it.

A name of its own tells a post from others of its title, and it is what people search for; 主任 of
天津市人民代表大会常务委员会 is never called so at full length.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

_PLACE = "{P}"
_BODIES = ("党委", "党组", "党总支", "党支部")


def post_name(organ: str, title: str, lexicon: Lexicon) -> str:
    """The name of a post by the full name of its organ or place and its title; words that both have stand once.

    >>> from kg.lexicon import Lexicon
    >>> post_name("天津市人民代表大会常务委员会", "主任", Lexicon())
    '天津市人大常委会主任'
    >>> post_name("中共天津市委员会", "市委书记", Lexicon())
    '天津市委书记'
    """
    short = _short(organ, lexicon)
    if title.startswith(_BODIES) and organ.startswith("中共"):
        short = short.removesuffix("委")  # 滨湖镇|党委书记
    shared = next((size for size in range(min(len(short), len(title)), 1, -1) if short.endswith(title[:size])), 0)
    return short + title[shared:]


def _short(organ: str, lexicon: Lexicon) -> str:
    """The organ as it is called behind its place; its full name where the table ``organs`` has no shorter one."""
    for before, behind, surface in _shapes(lexicon):
        size = len(organ) - len(before) - len(behind)
        if size > 1 and organ.startswith(before) and organ.endswith(behind):
            return organ[len(before) : len(organ) - len(behind)] + surface
    return organ


@lru_cache(maxsize=4)
def _shapes(lexicon: Lexicon) -> tuple[tuple[str, str, str], ...]:
    """What stands around the place in a full name, and the usual short form behind it; the most telling first."""
    rows = [(row["full"].partition(_PLACE), row["surfaces"].split(";")[0]) for row in lexicon.table("organs")]
    shapes = {(before, behind, surface) for (before, _, behind), surface in rows if before + behind != surface}
    return tuple(sorted(shapes, key=lambda shape: (-len(shape[0] + shape[1]), shape)))
