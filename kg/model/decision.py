"""What a person has decided about the identity of things: one line of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """What a decision of the ledger says of one or two things: same, different, renamed, retyped, hidden, split."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"
    RETYPE = "retype"
    HIDE = "hide"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A judgement on one entity (``rename``, ``retype``, ``hide``) or on two (``same``, ``different``), by their keys.

    ``split`` gives what some articles tell of ``a`` to ``b``, a new key. ``value`` is the new name of a ``rename``, the
    new kind of a ``retype``, the ids of the articles of a ``split`` (with spaces between them), else "".
    ``reason``, ``author`` and ``date`` (ISO) say why, who and when; they change nothing.
    """

    judgement: Judgement
    a: str
    b: str = ""
    value: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""
