"""What a person has decided about one fact: a ``[[fact]]`` of the ledger, held by its article and its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """``affirm``: it is so; ``retract``: it is not; ``correct``: it is so, but otherwise."""

    AFFIRM = "affirm"
    RETRACT = "retract"
    CORRECT = "correct"


class FactLayer(StrEnum):
    """The kinds of fact that can be decided on. A spell is a post with its times."""

    RELATION = "relation"
    POST = "post"
    FIGURE = "figure"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, order=True)
class FactDecision:
    """``what`` names the fact, ``now`` (of a correction) what of it changes: fields and their values, sorted by field.

    ``sentence`` is the evidence to the letter, white space aside: offsets may move when a source is edited. Fields:
    relation ``subject predicate object``; post ``person title of`` and ``status start end``; figure ``indicator value
    unit subject`` and ``bound change period aim``; mention ``words entity``.
    """

    verdict: Verdict
    layer: FactLayer
    article: str
    sentence: str
    what: tuple[tuple[str, str], ...]
    now: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    author: str = ""
    date: str = ""
