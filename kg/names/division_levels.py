"""The one table of administrative levels: 省 市 县 区 州 盟 旗 镇 乡 村 and the longer words, by rank.

Source and columns: ``kg/lexicon/levels.tsv``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import kg.lexicon
from kg.lexicon.tables import load_table

RANKS = ("province", "prefecture", "county", "township", "village")


@cache
def words(lowest: str = "village", highest: str = "province") -> tuple[str, ...]:
    """The words that alone may stand for a place, from one rank down to another, the longest first.

    >>> words("county")
    ('自治区', '自治州', '自治县', '自治旗', '省', '市', '州', '盟', '县', '区', '旗')
    """
    ranks = RANKS[RANKS.index(highest) : RANKS.index(lowest) + 1]
    rows = load_table(Path(kg.lexicon.__file__).parent / "levels.tsv")
    found = [row["word"] for row in rows if row["rank"] in ranks and row["alone"]]
    return tuple(sorted(found, key=lambda word: -len(word)))


@cache
def signs(lowest: str = "village", highest: str = "province") -> str:
    """Those of one character, as a class of characters.

    >>> signs("township"), signs("village", "township")
    ('省市州盟县区旗镇乡', '镇乡村')
    """
    return "".join(word for word in words(lowest, highest) if len(word) == 1)
