"""Organs in a row that leave out their place: 国土局 and 妇联 in 县发改局、国土局、妇联."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.names.organ_rows import Organ
    from kg.text.keyword_search import KeywordSearch

_JOINTS = frozenset("、和及与")
_KINDS = frozenset({"Department", "Association", "Court", "Procuratorate", "PartyOrgan", "DisciplineOrgan"})
_SEATS = frozenset({"委", "委员会", "党委", "工委", "党工委"})
_CLOSED = pattern("organ-forms", "row-closes")


def in_row(
    rows: Mapping[str, tuple[Organ, ...]], cores: KeywordSearch, plain: str, start: int, end: int, core: str
) -> Iterator[tuple[int, int, str]]:
    """(start, end, core) of the organs in a row behind one with a ``core`` that ends at ``start``, up to ``end``.

    宣传部 behind 县委组织部 has the core 委宣传部.
    """
    first = rows[core][0]
    while first.kind in _KINDS and core not in _SEATS and start < end and plain[start] in _JOINTS:
        match = cores.regex.match(plain, start + 1, end)
        found = match["core"] if match else _of_committee(rows, plain, start + 1) if core.startswith("委") else ""
        last = match.end() if match else start + len(found)
        if not found or found in _SEATS or rows[found][0].kind not in _KINDS or not _CLOSED.match(plain, last, end):
            return
        yield start + 1, last, found
        start = last


def _of_committee(rows: Mapping[str, tuple[Organ, ...]], plain: str, at: int) -> str:
    """The core of a department that stands without 委; "" if none does."""
    sizes = range(8, 2, -1)
    return next((word for size in sizes if (word := "委" + plain[at : at + size]) in rows), "")
