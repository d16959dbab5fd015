"""The place where something is or happens, from the words around its mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.surfaces import QUOTES
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model import Mention
    from kg.relate.discourse.scene import Scene


_OF = "的"
_GAP = 6  # characters that praise what stands there: 位于甲县的全国首个…
_COUNTRY = 8  # more than the characters of a country's name
_SHORT = 2  # the short name of a county is too often another word


def chain_left(scene: Scene, mention: Mention) -> str:
    """The place that stands right before a mention: that of 甲区乙镇 is 甲区, 甲区的乙镇 has none."""
    left = scene.ending(mention.span.start, Kind.PLACE)
    return left.entity if left is not None and left.entity != mention.entity else ""


def stands_left(scene: Scene, mention: Mention) -> str:
    """The place behind which a thing is said to lie: 位于甲县乙镇的丙公园."""
    start = mention.span.start
    of = scene.plain.rfind(_OF, max(0, start - _GAP), start)
    place = scene.ending(of, Kind.PLACE) if of > 0 else None
    end = mention.span.end
    if (
        place is None
        or scene.between(of + 1, start)
        or any(m.span.start == end for m in scene.between(end, end + _GAP))
    ):
        return ""  # of 位于甲县的乙快递丙中心 only the whole lies there
    first = place
    while (left := scene.ending(first.span.start, Kind.PLACE)) is not None:
        first = left
    at = first.span.start
    lies = scene.naming.rules["lies"].search(scene.plain, max(0, at - _GAP), at)
    return place.entity if lies and lies.end() == at and place.entity != mention.entity else ""


def outside_article_place(scene: Scene, place: str) -> bool:
    """Whether a division is neither the home nor in it: its province or city, or a place elsewhere."""
    here, code = scene.naming.code(scene.article_place), scene.naming.code(place)
    return bool(here and code and not scene.doc.lexicon.gazetteer.within(code, here))


def over(scene: Scene, upper: str, lower: str) -> bool:
    """Whether a division lies over another: a province over its counties, not over itself. Both are keys."""
    a, b = scene.naming.code(upper), scene.naming.code(lower)
    return bool(a and b and a != b and scene.doc.lexicon.gazetteer.within(b, a))


def same_or_over(scene: Scene, upper: str, lower: str) -> bool:
    """Whether a place is another itself, or a division over it. Both are keys."""
    return upper == lower or over(scene, upper, lower)


def in_line(scene: Scene, one: str, other: str) -> bool:
    """Whether two places are one, or either is a division over the other. Both are keys."""
    return same_or_over(scene, one, other) or over(scene, other, one)


def branch_in(scene: Scene, key: str, place: str) -> bool:
    """Whether a name says that it is a branch in a place: 甲集团平原分公司, not 平原甲集团芯片项目."""
    name, naming = scene.name(key).translate(QUOTES), scene.naming
    rests = (name.partition(t)[2] for t, k in naming.places if k == place and t in name)
    return any(naming.rules["branch-tail"].fullmatch(rest) for rest in rests)


def elsewhere(scene: Scene, key: str) -> bool:
    """Whether a name opens with a country, or a division neither over nor in the home: 苏州工业园区 for 平原市."""
    gazetteer, here = scene.doc.lexicon.gazetteer, scene.naming.code(scene.article_place)
    name = scene.name(key)
    if any(name[:size] in scene.naming.abroad for size in range(_SHORT, _COUNTRY)):
        return True
    for size in (4, 3, 2):
        found = gazetteer.named(name[:size]) if here and not gazetteer.common(name[:size]) else ()
        found = tuple(d for d in found if size > _SHORT or d.level != "county")
        if found:
            return not any(gazetteer.within(d.code, here) or gazetteer.within(here, d.code) for d in found)
    return False
