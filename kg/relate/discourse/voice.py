"""Whether an article speaks from its home, so that what nobody is named as doing is done there.

A county's report, its paper and its communiqué do: 全市, 我县, the place again and again. A story about a company, a
show or the whole country that names a city once does not, and there nothing is put down to the city.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.discourse.place_relations import over, same_or_over
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model import Mention
    from kg.relate.discourse.acts import Act
    from kg.relate.discourse.clause import Clause
    from kg.relate.discourse.scene import Scene

_MOST = 0.6  # the share of the named places that is the home or lies in it
_OFTEN = 3
_TWICE = 2
_GOES_ON = "；"
_MANY = 10  # so many places, none but the home and what lies in it


@lru_cache(maxsize=2)
def voice(scene: Scene) -> int:
    """How much an article speaks from its home: 0 not at all, 1 mostly about it, 2 in its own name (全市, 我县)."""
    own, all_, deictic = 0, 0, 0
    pointing = scene.groups.rules["pointing"]
    for m in scene.mentions:
        place = _place(scene, m)
        if place and scene.article_place:
            all_ += not over(scene, place, scene.article_place)
            own += same_or_over(scene, scene.article_place, place)
            points = place == scene.article_place and pointing.match(scene.plain[m.span.start : m.span.end])
            deictic += bool(points)
    if not scene.article_place:
        return 0
    report = own == all_ and not scene.doc.document.masthead.date and not scene.groups.persons
    if report or deictic >= _TWICE or (deictic and own == all_ >= _MANY):
        return 2
    return int(deictic > 0 or (own >= _OFTEN and own >= _MOST * all_))


def guessed(scene: Scene, place: str, span: Span) -> str:
    """A place that only the article as a whole points at: "" for a home that the article does not speak from."""
    if place in scene.naming.chain and not voice(scene):
        scene.doc.drop(span, "Relation", f"{scene.name(place)}: the article does not speak from there")
        return ""
    return place


def spoken_there(scene: Scene, place: str, span: Span) -> str:
    """The same for where a thing stands: "" too where neither the sentence names the place nor the article is its own.

    A story that is mostly about a city tells of lines, firms and fields elsewhere; the city's own report does not.
    """
    found = guessed(scene, place, span)
    if not found or _named(scene, place, span) or voice(scene) > 1:
        return found
    scene.doc.drop(span, "Relation", f"{scene.name(place)}: the sentence does not name it, nor is the article its own")
    return ""


def _named(scene: Scene, place: str, span: Span) -> bool:
    """Whether the sentence names a place, or one that it goes on from behind a semicolon."""
    here = scene.sentence(span)
    start = here.start
    while start and scene.plain[start - 1] == _GOES_ON:
        start = scene.sentence(Span(start - 1, start)).start
    return any(start <= m.span.start < here.end for m in scene.named.get(place, ()))


def of_article_place(scene: Scene, act: Act) -> bool:
    """Whether what nobody is named as doing may be put down to the home: no unnamed company, show or nation does it."""
    worth = voice(scene)
    spoken = worth > 0 and (worth > 1 or bool(act.roles))
    if not spoken or others_open(scene, act.clause):
        why = "the clause opens with another subject" if spoken else "the article does not speak from its home"
        scene.doc.drop(act.clause.span, "Relation", f"nobody is named as doing it, and {why}")
        return False
    return True


def others_open(scene: Scene, clause: Clause) -> bool:
    """Whether a clause or its sentence opens with a subject that is no entity and no place: 学校实施…, 本届展会采用…"""
    others = scene.groups.rules["others"]
    for start in (clause.span.start, clause.sentence.start):
        at = scene.groups.skip(start, clause.span.end)
        if others.match(scene.plain, at, clause.span.end):
            return True
    return False


def _place(scene: Scene, m: Mention) -> str:
    """The division that a mention names or acts for, "" if none."""
    if m.kind is Kind.PLACE and (m.entity == scene.article_place or scene.naming.code(m.entity)):
        return m.entity
    return scene.naming.area(m.entity) if m.kind is Kind.ORGANIZATION else ""
