"""Who holds an event or campaign, where a row says so: 由甲局、乙大学主办，丙公司承办的丁论坛 · 本次大会由…主办."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.discourse.groups import Agent
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kg.model import Mention
    from kg.relate.discourse.scene import Scene

_BODIES = (Kind.PLACE, Kind.ORGANIZATION)
_HELD = (Kind.EVENT, Kind.CAMPAIGN)
_GAP = 40  # characters of a theme between 主办的 and the name
_BY = "由"


def hosts(scene: Scene, rules: Mapping[str, re.Pattern[str]]) -> dict[Mention, tuple[Agent, ...]]:
    """The bodies that hold each mention of an event or campaign of which a row tells, () where none of them is known.

    ``rules``: the patterns ``relation-acts``. Those that only guide or support (指导, 支持) hold nothing.
    """
    found: dict[Mention, tuple[Agent, ...]] = {}
    at = scene.plain.find(_BY)
    while at >= 0:
        row, end = _row(scene, rules, at)
        held = _held(scene, rules, at, end) if end > at else None
        if held is not None:
            found[held] = tuple(dict.fromkeys((*found.get(held, ()), *row)))
        at = scene.plain.find(_BY, max(at + 1, end))
    return found


def _row(scene: Scene, rules: Mapping[str, re.Pattern[str]], at: int) -> tuple[tuple[Agent, ...], int]:
    """The bodies in the parts of a row (甲、乙主办，丙承办) that opens at 由, and where it ends."""
    found: list[Agent] = []
    while part := rules["hosting"].match(scene.plain, at, scene.sentence(Span(at, at + 1)).end):
        if part["holds"]:
            found += map(Agent, _items(scene, rules, *part.span("row")))
        at = part.end()
    return tuple(found), at


def _items(scene: Scene, rules: Mapping[str, re.Pattern[str]], start: int, end: int) -> Iterator[Mention]:
    """The bodies that are whole items of a list, also 市委市政府; 文旅部 of 文旅部艺术司 is none."""
    bodies = scene.between(start, end, *_BODIES)
    ending = {m.span.start for m in bodies if rules["item-end"].match(scene.plain, m.span.end)}
    for m in bodies:
        if m.span.start in ending or (m.span.end in ending and m.kind is Kind.ORGANIZATION):
            yield m


def _held(scene: Scene, rules: Mapping[str, re.Pattern[str]], by: int, end: int) -> Mention | None:
    """What is held: named behind the row with 的, before its 由, or pointed at by 本次大会 on either side."""
    if scene.plain.startswith("的", end):
        if this := rules["this-one"].match(scene.plain, end + 1):
            return pointed(scene, this["head"], by)
        behind = (m for m in scene.between(end + 1, scene.sentence(Span(end, end + 1)).end, *_HELD))
        return next((m for m in behind if m.span.start < end + _GAP), None)
    opening = scene.groups.skip(scene.sentence(Span(by, by + 1)).start, by)
    named = scene.between(opening, by, *_HELD)
    if before := [m for m in named if not rules["one-of"].match(scene.plain, m.span.end)]:
        return before[-1]  # 甲活动是乙工程之一，由丙局主办: the first of the two
    found = rules["this-one"].finditer(scene.plain, opening, by)
    this = next((t for t in found if t["this"] or t.start() == opening), None)
    return pointed(scene, this["head"], opening) if this else None


def pointed(scene: Scene, head_word: str, before: int) -> Mention | None:
    """The last one named before whose name ends with the word, or the only one."""
    named = scene.between(0, before, *_HELD)
    same = next((m for m in reversed(named) if scene.name(m.entity).endswith(head_word)), None)
    return same or (named[-1] if len({m.entity for m in named}) == 1 else None)
