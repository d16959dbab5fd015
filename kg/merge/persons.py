"""Persons of one name under two keys: who may be one, and what speaks for it and against it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kg.merge.codes import above, code, lies_in
from kg.merge.suggestion import Scales
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.merge.known import Known
    from kg.merge.suggestion import Suggestion
    from kg.model import Entity, Graph, Post

_CROWD = 12  # a name that more persons share is paired only with the place above
_NEAR = 3  # years
_PROVINCE = "0000"
_MOST = 8  # years within which somebody may have moved from one post to another


def persons(graph: Graph, known: Known) -> Iterator[Suggestion]:
    """Every pair worth a look; nobody is ever paired by the sound of a name."""
    named: dict[str, list[Entity]] = defaultdict(list)
    for entity in graph.entities:
        if entity.kind is Kind.PERSON:
            named[entity.name].append(entity)
    for same in named.values():
        for a, b in combinations(same, 2) if len(same) <= _CROWD else _placed(same):
            yield _judge(a, b, known, len(same))


def _placed(same: list[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Of a crowd those of whom one's place lies in the other's."""
    by_code = defaultdict(list)
    for entity in same:
        by_code[code(entity)].append(entity)
    for entity in same:
        for other in (one for place in above(code(entity)) for one in by_code.get(place, ())):
            yield entity, other


def _judge(a: Entity, b: Entity, known: Known, namesakes: int) -> Suggestion:
    scales = Scales()
    scales.put("same name", 0.4)
    if len(a.name) < 3:
        scales.put("two characters, which many share", -0.1)
    if namesakes > 2:
        scales.put(f"{namesakes} of this name", -0.1)
    _by_posts(scales, known.posts[a.key], known.posts[b.key])
    _by_company(scales, a, b, known)
    _by_places(scales, a, b, known)
    return scales.suggestion(a.key, b.key)


def _by_posts(scales: Scales, first: list[Post], second: list[Post]) -> None:
    """The same post of the same organ in both tells most; two that both hold now, in two places, tell against."""
    shared = {(p.title, p.of) for p in first} & {(p.title, p.of) for p in second}
    organs = {p.of for p in first} & {p.of for p in second}
    if shared:
        title, of = min(shared)
        scales.put(f"the same post in both ({title}, {of.partition('/')[2]})", 0.4)
    elif organs:
        scales.put(f"posts of one organ ({min(organs).partition('/')[2]})", 0.3)
    elif any(_opens(one.of, other.of) for one in first for other in second):
        scales.put("posts of organs whose names open alike", 0.2)


def _opens(one: str, other: str) -> bool:
    """Whether one organ's key is the other's beginning: 某某集团 and 某某集团有限公司; places are no organs."""
    return one.startswith("organization/") and (one.startswith(other) or other.startswith(one))


def _by_company(scales: Scales, a: Entity, b: Entity, known: Known) -> None:
    """Where one has no title: whether the articles that name that one name the other's organ."""
    for untitled, titled in ((a, b), (b, a)):
        if known.posts[untitled.key]:
            continue
        for post in known.posts[titled.key]:
            if known.articles[untitled.key] & known.articles[post.of]:
                scales.put(f"named together with {post.of.partition('/')[2]}", 0.15)
                return


def _by_places(scales: Scales, a: Entity, b: Entity, known: Known) -> None:
    one, two = code(a), code(b)
    untitled = not (known.posts[a.key] and known.posts[b.key])
    apart = _years_apart(known.years[a.key], known.years[b.key])
    related = lies_in(one, two) or lies_in(two, one)
    if known.articles[a.key] & known.articles[b.key]:
        scales.put("one article names both", -0.3)
    if related and untitled:
        scales.put("one place lies in the other, and one has no title beside the name", 0.3)
    elif related:
        scales.put("one place lies in the other", 0.15)
    elif one and two and one[:2] == two[:2]:
        scales.put("same province", 0.1)
    elif one.endswith(_PROVINCE) and two.endswith(_PROVINCE) and not untitled:
        scales.put("posts of two provinces, between which their leaders move", 0.0)
    elif one and two:
        scales.put("different provinces", -0.2)
    _by_years(scales, apart, not untitled and one != two)


def _by_years(scales: Scales, apart: int | None, both: bool) -> None:
    if both and apart == 0:
        scales.put("each with a post of its own in one year", -0.15)
    elif both and apart is not None and apart <= _MOST:
        scales.put(f"posts {apart} years apart: may have moved", 0.1)
    elif apart is not None and apart <= _NEAR:
        scales.put("named within three years", 0.05)
    elif apart is not None and apart > _MOST:
        scales.put(f"named {apart} years apart", -0.1)


def _years_apart(first: set[int], second: set[int]) -> int | None:
    """The smallest distance between two sets of years, None where one is empty."""
    if not first or not second:
        return None
    return min(abs(a - b) for a in first for b in second)
