"""What an extractor of the user's own proposes: mentions and relations by their places in the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposedMention:
    """``document.text[start:end]`` names something of a kind (``Person``, ``Place``); ``name``: in full, if longer."""

    start: int
    end: int
    kind: str
    name: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class ProposedRelation:
    """Two mentions of one sentence, by their places, and the predicate between them (``undertakes`` …)."""

    subject: tuple[int, int]
    predicate: str
    object: tuple[int, int]
    confidence: float = 0.5


Proposal = ProposedMention | ProposedRelation
