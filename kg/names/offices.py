"""What an organ and a title share: 宽城区委副书记 is 副书记 of 宽城区委, 区长 behind it the 区长 of 宽城区."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from kg.lexicon.shipped import role_words
from kg.names.division_levels import signs, words

if TYPE_CHECKING:
    from kg.model import Span

_LEVELS = signs("township")
_GROUNDS = "|".join(role_words("officewords", "ground"))
_BODY = re.compile(rf"(?:(?:{'|'.join(words('township'))}|{_GROUNDS})(?:党工委|党委|工委|委)|中央)$")
_GROUND = re.compile(rf"(?:自治区|园区|{_GROUNDS})$")
_AT_GROUND = re.compile(rf"^(?:{_GROUNDS})")
_RULES = role_words("officewords", "ruler")
_FUSED = frozenset(role_words("officewords", "fused"))
OWN = frozenset(role_words("officewords", "own"))
"""Titles that hold the place they govern."""


class Title(Struct, frozen=True, order=True, gc=False):
    """One title: its words without the organ (市委书记, 局长), the organ's surface, kind of head, status.

    ``organ`` may be completed from the title before it (宽城区委副书记、区长 → 宽城区); ``organ_span`` is the text's.
    """

    span: Span
    title: str
    organ: str
    organ_span: Span | None
    kind: str
    status: str
    whole: bool


class Shape(NamedTuple):
    """Organ and title as they are kept, and how many characters of the text, from the organ's start, are the organ."""

    organ: str
    title: str
    length: int


def shape(organ: str, head: str, match: re.Match[str], kind: str, *, closed: bool = False) -> Shape:
    """How an organ and the head of a title (a match of ``Grammar.last``) share their words: 市|教育局|局长, 区|区长.

    ``closed``: the organ is one that was found as it stands (平原大学|校长), and takes nothing of the head.
    """
    base, size, plain = match["head"], len(organ), not match["vice"] and not match["rank"]
    if match["party"] and organ and _GROUND.search(organ):
        organ += match["party"]
        head, size = head.removeprefix(match["party"]), len(organ)
    level = _BODY.search(organ)
    if level and kind == "party" and base != "总书记":
        return Shape(organ, _AT_GROUND.sub("", level.group()) + head, size)
    if base in OWN and not organ.endswith((base[0], *_RULES)):
        return Shape(organ + base[0], head, size + plain if organ else 0)
    fused = len(base) == 2 and base[0] in _FUSED and base[1] == "长"
    if fused and plain and not closed and len(organ) > 1 and not organ.endswith(base[0]):
        return Shape(organ + base[0], head, size + 1)
    return Shape(organ, head, size)


def completed(titles: list[Title], branches: frozenset[str]) -> tuple[Title, ...]:
    """The titles of a row, each with its organ: one left out is that of the title before (宽城区委副书记、区长)."""
    done: list[Title] = []
    for title in titles:
        branch = title.organ in branches
        last = next((t for t in reversed(done) if t.organ and (not branch or _BODY.search(t.organ))), None)
        title = _after(title, last, branches) if last else title
        if not title.status:  # 原 stands once, before the first of a row, and ends at 现任
            before = "former" if done and done[-1].status == "former" else "attested"
            title = replace(title, status=before)
        done.append(title)
    return tuple(done)


def _after(title: Title, last: Title, branches: frozenset[str]) -> Title:
    body = _BODY.search(last.organ)
    place = last.organ[: -len("委")] if body and last.organ.endswith("委") else ""
    place = place.removesuffix("党").removesuffix("中共").removeprefix("中共")
    if len(place) > 2 and place[-1] == place[-2] and place[-1] in _LEVELS:
        place = place[:-1]  # 随县|县委
    if not title.organ:
        name = body.group() + title.title if body and title.kind == "party" else title.title
        return replace(title, organ=last.organ, title=name)
    if title.organ in branches and body:
        return replace(title, organ=last.organ + title.organ)
    if len(place) > 1 and title.organ[0] == place[-1] and title.organ[0] in _LEVELS:
        return replace(title, organ=place + title.organ[1:])
    return title
