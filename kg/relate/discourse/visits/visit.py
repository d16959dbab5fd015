"""What is known of one visit: where it is told, who leads it, who goes along, where it stops."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sentence that tells of a visit.

    ``leaders``: keys of those who go, or receive; ``places``: keys of where, as the sentence lists them; ``guests``:
    keys of who is received. ``go`` and ``verb`` are the words of the text (赴, 调研), ``at`` the span of the verb;
    ``topic`` is what it is about, else "". ``day`` is the EDTF value of the day told with it, ``words`` the words of
    that time; ``beside`` are keys of those who are told to accompany the leaders; ``party`` is what stands behind the
    name of a leading place or organ (党政代表团); ``year_day`` is the day within the
    article, also where no year is known; ``sent``: an organ sends its people (某局组织老干部赴…).
    """

    leaders: tuple[str, ...]
    places: tuple[str, ...]
    go: str
    verb: str
    at: Span
    sentence: Span
    topic: str = ""
    guests: tuple[str, ...] = ()
    day: str = ""
    words: str = ""
    beside: tuple[str, ...] = ()
    party: str = ""
    sent: bool = False
    year_day: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Stop:
    """A place, organ or project where a visit stopped, and where the text says so."""

    at: Span
    key: str


@dataclass(frozen=True, slots=True, order=True)
class Companion:
    """Somebody at a visit beside its leaders: ``role`` as in ``kg.vocab.ROLES``."""

    at: Span
    key: str
    role: str


@dataclass(slots=True)
class Visit:
    """One visit in the making; ``extent`` is the text that tells of it, ``whereabouts`` are all places it comes to."""

    sightings: list[Sighting]
    extent: Span
    stops: list[Stop] = field(default_factory=list)
    companions: list[Companion] = field(default_factory=list)
    whereabouts: list[Stop] = field(default_factory=list)

    @property
    def leaders(self) -> tuple[str, ...]:
        """Keys of who leads it, in text order, each once."""
        return tuple(dict.fromkeys(key for one in self.sightings for key in one.leaders))

    @property
    def day(self) -> str:
        """The day it was on, as EDTF, else ""."""
        return next((one.day for one in self.sightings if one.day), "")

    @property
    def year_day(self) -> str:
        """The day that tells it from other visits of the article, in a year 0000 where none is known, else ""."""
        return next((one.year_day for one in self.sightings if one.year_day), "")
