"""Whether a title is that of a head, of a deputy, or of one member among others."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.lexicon import standard

_HEADS: Final = ("理事长", "董事长", "监事长")
_NO_POST: Final = frozenset({"rank", "person"})


@cache
def seat(title: str) -> str:
    """``head``, ``deputy``, ``member``, ``unit`` (head of a unit: 宣传司司长), ``rank`` for what is no post (院士).

    A head is one at a time.

    >>> seat("市委书记"), seat("副市长"), seat("市委常委"), seat("宣传司司长"), seat("教授")
    ('head', 'deputy', 'member', 'unit', 'rank')
    """
    if any(title.endswith(word) for word in _ranks()):
        return "rank"
    if title.startswith("副") or "副" in title:
        return "deputy"
    if title.endswith(_HEADS):
        return "head"
    found = {one for word, one in _words() if one != "front" and word in title}
    if found:
        return "deputy" if "deputy" in found else "member"
    return "head" if _own(title) else "unit"


def _own(title: str) -> bool:
    """Whether nothing before the head of the title names a unit of the body."""
    head = max((word for word in _heads() if title.endswith(word)), key=len, default="")
    front = title.removesuffix(head) if head else ""
    return not front or front in {word for word, one in _words() if one == "front"}


@cache
def _words() -> tuple[tuple[str, str], ...]:
    return tuple((row["word"], row["seat"]) for row in standard().table("seniority"))


@cache
def _ranks() -> tuple[str, ...]:
    return tuple(row["head"] for row in standard().table("titles") if row["kind"] in _NO_POST)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(row["head"] for row in standard().table("titles"))
