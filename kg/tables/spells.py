"""Career spells: one person in one post for one stretch of time, put together from all that tells of it.

A telling that dates the spell (2016年5月至2018年) and one that only attests it (市长张某 in an article of 2017) are one
spell where they can be; two stretches of one post that exclude each other are two. Nothing is guessed: a begin or end
that no text gives is missing, and the spell is marked as censored there, with the dates at which it is attested.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model.identity import slug
from kg.tables.evidence import sentence
from kg.tables.months import bounds, compatible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.facts import Evidence, Post
    from kg.tables.index import Index

_PRESENT = frozenset({"attested", "acting", "concurrent"})
_NOT_YET = frozenset({"proposed"})
_OPEN = ("至今", "迄今", "现任")


@dataclass(frozen=True, slots=True)
class Spell:
    """``start`` and ``end`` as told, else ""; ``attested``: dates of articles that speak of it as held at that time.

    ``statuses``: all that were told of it, sorted. ``over``: the date of the first article that calls it past, else "".
    """

    person: str
    title: str
    of: str
    start: str
    end: str
    statuses: tuple[str, ...]
    attested: tuple[str, ...]
    over: str
    evidence: tuple[Evidence, ...]
    main: Evidence

    @property
    def proposed(self) -> bool:
        """Whether nothing but a proposal is told of it, so that it may never have begun."""
        return set(self.statuses) <= _NOT_YET

    @property
    def left(self) -> bool:
        """Whether the begin is not known."""
        return not self.start

    @property
    def right(self) -> bool:
        """Whether the end is not known."""
        return not self.end


def spells(index: Index) -> tuple[Spell, ...]:
    """All spells, by person, then in time."""
    posts: dict[tuple[str, str, str], list[Post]] = defaultdict(list)
    newest: Newest = {}
    for held in index.graph.posts:
        posts[held.person, held.of, slug(held.title)].append(held)
        told = held.person, _where(held)
        newest[told] = max(newest.get(told, ""), held.start)
    found = [one for held in posts.values() for one in _spells(index, held, newest)]
    return tuple(sorted(found, key=order))


Newest = dict[tuple[str, tuple[str, int, int]], str]
"""For each person and sentence the latest begin of a post that it tells."""


def _where(held: Post) -> tuple[str, int, int]:
    why = held.evidence
    return why.document, why.span.start, why.span.end


def order(spell: Spell) -> tuple[str, ...]:
    """By person, then by the earliest that is known of the time, then by post."""
    known = min([t for t in (spell.start, spell.end, *spell.attested, spell.over) if t], default="9")
    return (spell.person, spell.start or known, spell.end or known, spell.of, spell.title, *spell.statuses)


def _spells(index: Index, held: list[Post], newest: Newest) -> list[Spell]:
    """The spells of one person in one post."""
    groups: list[list[Post]] = []
    for post in sorted((p for p in held if p.start or p.end), key=lambda p: (not (p.start and p.end), p)):
        group = next((g for g in groups if all(_agree(post, other) for other in g)), None)
        if group is None:
            groups.append([post])
        else:
            group.append(post)
    for post in sorted(p for p in held if not (p.start or p.end)):
        group = next((g for g in groups if _may_hold(index, g, post)), None)
        if group is None:
            groups.append([post])
        else:
            group.append(post)
    return [_spell(index, group, newest) for group in groups]


def _agree(one: Post, other: Post) -> bool:
    """Whether two tellings may date one spell: neither begin nor end contradicts the other's, nor its order."""
    return (
        compatible(one.start, other.start)
        and compatible(one.end, other.end)
        and _in_order(one.start or other.start, one.end or other.end)
    )


def _in_order(start: str, end: str) -> bool:
    first, last = bounds(start), bounds(end)
    return first is None or last is None or first.first <= last.last


def _may_hold(index: Index, group: list[Post], post: Post) -> bool:
    """Whether an undated telling may speak of the spell that a group tells of."""
    day = bounds(index.date(post.evidence.document))
    start, end = _latest(p.start for p in group), _latest(p.end for p in group)
    first, last = bounds(start), bounds(end)
    if day is None or not (start or end):
        return True
    if post.status in _PRESENT or post.status == "appointed":
        return (first is None or first.first <= day.last) and (last is None or day.first <= last.last)
    if post.status == "former":
        return last is None or last.first <= day.last
    return first is None or day.first <= first.last


def _spell(index: Index, group: list[Post], newest: Newest) -> Spell:
    dates = {(p, index.date(p.evidence.document)) for p in group}
    present = {day for p, day in dates if day and _holds(index, p, newest)}
    past = [day for p, day in dates if day and p.status == "former"]
    best = min(group, key=lambda p: (not (p.start and p.end), not (p.start or p.end), -p.evidence.confidence, p))
    return Spell(
        min(group).person,
        min(group).title,
        min(group).of,
        _latest(p.start for p in group),
        _latest(p.end for p in group),
        tuple(sorted({p.status for p in group})),
        tuple(sorted(present)),
        min(past, default=""),
        tuple(sorted({p.evidence for p in group})),
        best.evidence,
    )


def _holds(index: Index, held: Post, newest: Newest) -> bool:
    """Whether a telling says that the post is held on the day of its article.

    One that dates the begin alone (2001年1月任县长) does not, unless it is the last of a sentence that runs to the
    present (2021年7月至今).
    """
    if held.status not in _PRESENT or held.end:
        return False
    if not held.start:
        return True
    words = sentence(index, held.evidence)
    return held.start == newest[held.person, _where(held)] and any(word in words for word in _OPEN)


def _latest(times: Iterable[str]) -> str:
    """Of times that agree the most precise."""
    return max(times, key=lambda time: (len(time), time), default="")
