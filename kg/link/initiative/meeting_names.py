"""The full names of meetings that are held by number: 党的二十大, 市委五届五次全会, 省十四届人大四次会议.

Each reading knows whose meeting it is (省, 临江市, or "" for the one at home) and gives name and usual short forms.
How they are written stands in the patterns ``meeting-names``, how they read in full in the table ``meetingnames``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.names.division_levels import words

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kg.lexicon import Lexicon

_LEVELS = words("county")


class Meeting(NamedTuple):
    """A regular meeting: its full name (…第五届委员会第六次全体会议), and its short forms (五届六次全会)."""

    name: str
    forms: tuple[str, ...]


class _Form(NamedTuple):
    """How a meeting reads: templates of the full name and of the short forms."""

    name: str
    forms: tuple[str, ...]

    def filled(self, match: re.Match[str], place: str) -> Meeting:
        """The meeting of a match, held by a place."""
        words = {key: value or "" for key, value in match.groupdict().items()}
        words |= {
            "P": place,
            "M": "会议",
            "C": "党委" if place.endswith("自治区") else "委",
            "m": words.get("m") or words.get("m2", ""),
        }
        return Meeting(self.name.format_map(words), tuple(form.format_map(words) for form in self.forms))


def meeting(name: str, chain: Sequence[str], lexicon: Lexicon) -> Meeting | None:
    """The meeting a surface names, seen from a home (full names of places, province first); None if it is no such.

    >>> from kg.lexicon import Lexicon
    >>> meeting("市委五届五次全会", ("山西省", "临汾市"), Lexicon()).name
    '中共临汾市第五届委员会第五次全体会议'
    """
    for pattern in lexicon.patterns("meeting-names"):
        if match := pattern.regex.match(name):
            whose = match["whose"] or "" if "whose" in match.re.groupindex else None
            place = "全国" if whose is None else _place(whose, chain)
            return _made(_forms(lexicon)[pattern.name], match, place, chain) if place else None
    return None


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> dict[str, _Form]:
    rows = lexicon.table("meetingnames")
    return {row["shape"]: _Form(row["name"], tuple(row["forms"].split("|"))) for row in rows}


def _made(form: _Form, match: re.Match[str], place: str, chain: Sequence[str]) -> Meeting:
    """The meeting; that of a district has its city in its name (荆州市沙市区), as the district's organs have."""
    short = form.filled(match, place)
    if not (place.endswith("区") and len(chain) > 1 and chain[-1] == place and chain[-2].endswith("市")):
        return short
    full = form.filled(match, chain[-2] + place)
    return Meeting(full.name, (short.name, *full.forms, *short.forms))


def _place(whose: str, chain: Sequence[str]) -> str:
    """The place that 省, 市, 临江市 or "" stands for; "" where home has none of that level."""
    if whose and whose not in _LEVELS:
        return whose
    fits = [place for place in chain if not whose or (place.endswith(whose) and _level(place) == whose)]
    return fits[-1] if fits else ""


def _level(place: str) -> str:
    return next((level for level in _LEVELS if place.endswith(level)), "")
