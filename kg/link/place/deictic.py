"""What a word that points means: 全市 and 我县 the home by its level, 该市 the place named last."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.link.place.divisions import division_entity
from kg.model.order import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon.division import Division
    from kg.link.place.divisions import Divisions
    from kg.model import Entity, Mention

_ENDS = {"县": ("县", "旗"), "省": ("省",), "疆": ("新疆维吾尔自治区",)}
_REACH = 2000  # characters back to the place that 该县 means
_SMALL = "镇乡村"


class Pointing:
    """Resolves the pointing words of one text; ``found`` are the places named in it."""

    def __init__(self, divisions: Divisions, found: Mapping[Mention, Entity]) -> None:
        self.divisions = divisions
        ordered = [(mention, found[mention]) for mention in in_order(found)]
        self.small = {sign: [row for row in ordered if row[1].name.endswith(sign)] for sign in _SMALL}

    def entity(self, mention: Mention) -> Entity | None:
        """The place that a pointing mention means; None where nothing fits."""
        if mention.name[-1] in _SMALL:
            return self._last(mention, mention.name[-1])
        that = mention.name[0] == "该"
        local, own = self._local(mention), self._article_place(mention.name)
        one = (local or own) if that or self._subject(mention, local, own) else (own or local)
        return division_entity(one, self.divisions.gazetteer) if one else None

    def _article_place(self, word: str) -> Division | None:
        """The member of the home chain that has the level of the word: the lowest one."""
        gazetteer, year = self.divisions.gazetteer, self.divisions.year
        chain = [one for code in reversed(self.divisions.place_chain) if (one := gazetteer.by_code(code, year))]
        return next((one for one in chain if _fits(one, word)), None)

    def _local(self, mention: Mention) -> Division | None:
        """The last division of the level that the sentence (for 该市: the text) names before."""
        gazetteer, year = self.divisions.gazetteer, self.divisions.year
        at, that = mention.span.start, mention.name[0] == "该"
        far = that or not self.divisions.place_chain
        floor = at - _REACH if far else self.divisions.doc.sentence(mention.span).start
        before = self.divisions.between(floor, at)
        rows = (gazetteer.by_code(code, year) for _, end, code in reversed(before) if end <= at)
        return next((one for one in rows if one and _fits(one, mention.name)), None)

    def _subject(self, mention: Mention, local: Division | None, article_place: Division | None) -> bool:
        """Whether 全县 belongs to the county that the sentence speaks of, and not to the home: 汾西县组织全县…"""
        if not (local and article_place) or mention.name[0] != "全" or local.code == article_place.code:
            return False
        return local.level == article_place.level == "county" or article_place.level == "province"

    def _last(self, mention: Mention, sign: str) -> Entity | None:
        """The township or village named last."""
        rows = self.small[sign]
        at = bisect_left(rows, mention.span.start, key=lambda row: row[0].span.end)
        return rows[at - 1][1] if at else None


def _fits(one: Division, word: str) -> bool:
    """Whether a division is of the level that a word names: 全市 a 市, 自治区 and 全区 of a region."""
    if word.startswith("自治"):
        return one.name.endswith(word)
    sign = word[-1]
    return one.name.endswith(_ENDS.get(sign, (sign,)))
