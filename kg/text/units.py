"""Units: the table of measure words and the rules of numbers, compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from kg.lexicon.alternation import alternation
from kg.lexicon.hints import needs
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import role_words

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from kg.lexicon import Lexicon

HAN: Final = "零〇一二两三四五六七八九十百千万亿"
NUM: Final = (
    rf"(?:\d{{1,15}}(?:,\d{{3}}){{0,5}}(?:\.\d{{1,8}})?|[{HAN}]{{1,14}})"  # bounded, so that no run is read twice
)
SCALE: Final = "万亿|百万|千万|十万|百亿|千亿|亿|万|百(?!分|货)|千(?!瓦|米|克|伏|卡|赫|帕|升|焦|字)"
JOIN: Final = r"[、和至到—~～\-]|以及|及|或"
_PER = "|".join(role_words("figurewords", "per"))
_PLACE = rf"[第前](?:\d{{1,5}}|[{HAN}]{{1,5}})(?:位|名)?"


@dataclass(frozen=True)
class Units:
    """The units and measure words of a lexicon, by which a number in the text becomes a quantity.

    ``kinds``: the kind of every unit; ``longer``: the characters that make another word of it (人|才);
    ``rules``: the patterns ``figure`` by name; the rest are the shapes of numbers.
    """

    kinds: Mapping[str, str]
    longer: Mapping[str, str]
    rules: Mapping[str, re.Pattern[str]]
    main: re.Pattern[str]
    other: re.Pattern[str]
    fraction: re.Pattern[str]
    rank: re.Pattern[str]
    place: re.Pattern[str]

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What every fraction holds one of: 分之, 成, 番."""
        return needs(self.fraction)

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Units:
        """From the table ``units`` and the patterns ``figure``."""
        rows = lexicon.table("units")
        return Units(
            {row["unit"]: row["kind"] for row in rows},
            {row["unit"]: row["not_before"].strip("-") for row in rows},
            {rule.name: rule.regex for rule in lexicon.patterns("figure")},
            _main(
                [row["unit"] for row in rows],
                [row["word"] for row in lexicon.table("figurewords") if row["role"] == "people"],
            ),
            compiled(rf"(?P<num>{NUM})(?P<scale>{SCALE})?(?P<percent>%)?[余多]?(?P<join>{JOIN})"),
            _fraction(),
            compiled(rf"{_PLACE}(?:[、和]{_PLACE})*|首位"),
            compiled(rf"(?P<num>\d+|[{HAN}]+)"),
        )


def _main(units: list[str], people: list[str]) -> re.Pattern[str]:
    """15、22个百分点 · 18万余条 · 100 个; the group ``none`` stands where no unit follows (超696万，450万群众)."""
    none = rf"(?P<none>(?=[，。；、）左以]|[一-鿿]{{0,5}}(?:{'|'.join(people)})))"
    return compiled(
        rf"(?P<others>(?:{NUM}(?:{SCALE})?(?:%|余|多)?(?:{JOIN})){{0,9}})"
        rf"(?P<num>{NUM})(?P<more>[余多])?[ ]?(?P<scale>{SCALE})?(?P<much>[余多])?[ ]?"
        rf"(?:(?P<unit>(?P<base>{alternation(units)})(?:/(?:{_PER}))?)(?:（[一-鿿]{{1,2}}）)?|{none})"
    )


def _fraction() -> re.Pattern[str]:
    """百分之三十 · 四分之三 · 1/10 · 六成 · 一半 · 翻一番."""
    return compiled(
        rf"百分之(?P<cent>{NUM})|(?P<den>[{HAN}]{{1,14}})分之(?P<part>[{HAN}]{{1,14}})"
        r"|(?<![\d/])(?P<top>\d{1,2})/(?P<bottom>\d{1,3})(?=[，。；、以左])"
        r"|(?P<tenth>[一二三四五六七八九]|(?<![\d.])[1-9])成(?P<half>[一二三四五六七八九半])?"
        r"(?![为立功效果员本长就品熟交绩人套像语因份都型片分])"
        r"|(?<![另大小前后])(?P<one>一半|半数)(?!是|天|的路)"
        r"|翻(?:了)?(?P<fold>[一两三四])?番"
    )
